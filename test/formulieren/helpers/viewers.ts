import { createRequire } from 'node:module';
import type { Formulier } from './forms.ts';
import { metGetypt } from './typed.ts';

/** Het deel van form-js dat Tasklist gebruikt; in 1.10 (Camunda 8.6) en 2.0 (8.9) gelijk. */
interface FormJs {
  Form: new (options: { container: unknown }) => {
    importSchema(schema: unknown, gegevens: unknown): Promise<{ warnings: unknown[] }>;
    submit(): { data: Record<string, unknown>; errors: Record<string, unknown> };
    destroy(): void;
  };
  getSchemaVariables(schema: unknown, options?: { inputs?: boolean; outputs?: boolean }): string[];
}

export interface Ingestuurd {
  data: Record<string, unknown>;
  fouten: Record<string, unknown>;
  tekst: string;
  html: string;
  waarschuwingen: unknown[];
}

// Als CommonJS: de ES-bouw van 1.10 importeert namen uit lodash die Node daar niet vindt.
const laad = createRequire(import.meta.url) as (pakket: string) => unknown;

/** form-js verwacht een browser; deze namen haalt het uit de globale ruimte zodra het geladen wordt. */
const NAMEN = [
  'window', 'document', 'navigator', 'HTMLElement', 'Node', 'Element', 'DocumentFragment', 'Event', 'CustomEvent', 'KeyboardEvent', 'MouseEvent', 'FocusEvent',
  'MutationObserver', 'getComputedStyle', 'DOMParser', 'NodeFilter', 'HTMLFormElement', 'NamedNodeMap',
  'HTMLTemplateElement', 'Text', 'Comment',
];

function makeBrowser(): void {
  const { JSDOM } = laad('jsdom') as { JSDOM: new (html: string, options: object) => { window: unknown } };
  const venster = new JSDOM('<!doctype html><html lang="nl"><body></body></html>', { pretendToBeVisual: true }).window as Record<string, unknown>;
  for (const naam of NAMEN) {
    Object.defineProperty(globalThis, naam, { value: naam === 'window' ? venster : venster[naam], configurable: true, writable: true });
  }
  const nietsTeMeten = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  // Een scherm tekent zestig keer per seconde; hier is er geen om op te wachten.
  Object.assign(globalThis, { ResizeObserver: nietsTeMeten, requestAnimationFrame: (teken: () => void) => setImmediate(teken), cancelAnimationFrame: clearImmediate });
  venster['ResizeObserver'] = nietsTeMeten;
}

makeBrowser();

/** De viewer van Tasklist 8.6 (ingebouwde engine) en die van 8.9 (productie). */
export const VIEWERS: Record<string, FormJs> = {
  'viewer van 8.6': laad('form-js-viewer-86') as FormJs,
  'viewer van 8.9': laad('@bpmn-io/form-js-viewer') as FormJs,
};

/** Zoveel rondes achter elkaar zonder verandering is tot rust: wat na het tekenen nog komt, staat dan al in de rij en gaat voor. */
const RONDES_STIL = 5;

/** form-js meldt zijn velden pas na het tekenen aan en rekent dan zijn expressies uit; wacht tot er niets meer verandert. */
async function rendered(plek: HTMLElement): Promise<void> {
  for (let was = '', stil = 0; stil < RONDES_STIL; ) {
    await new Promise((done) => setTimeout(done, 2));
    stil = plek.innerHTML === was ? stil + 1 : 0;
    was = plek.innerHTML;
  }
}

/** Opent een formulier zoals Tasklist dat doet, met deze variabelen (ook als getypte tekst, zoals een taak ze krijgt), en drukt op afronden. */
export async function submit(viewer: FormJs, schema: Formulier, variabelen: Record<string, unknown>): Promise<Ingestuurd> {
  const plek = document.createElement('div');
  document.body.appendChild(plek);
  const form = new viewer.Form({ container: plek });
  try {
    const { warnings } = await form.importSchema(schema, metGetypt(schema, variabelen));
    await rendered(plek);
    const { data, errors } = form.submit();
    return { data, fouten: errors, tekst: plek.textContent ?? '', html: plek.innerHTML, waarschuwingen: warnings };
  } finally {
    form.destroy();
    plek.remove();
  }
}
