import type { Response } from 'express';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { Storing } from './incidenten.ts';
import { STYLESHEET } from './stylesheet.ts';
import { pageFrameOf } from './access/page-frame.ts';

/** Wat elke pagina in templates/ te zien krijgt, boven op haar titel en wat om haar heen staat. */
export interface PageData {
  aanmelden: { oidc: boolean; fout: string; naam: string; naar: string; afgemeld: boolean };
  gezondheid: { goed: boolean; startNog: boolean; wacht: boolean; regels: readonly Stand[] };
  incidenten: { onbekend: boolean; geen: boolean; aantal: string; meer: boolean; getoond: number; operate: string; storingen: readonly Storing[] };
  home: { rol: string; tegels: readonly Tegel[] };
  message: { text: string };
  meldcode: { trajecten: readonly Meldcodetraject[]; inzagen: readonly string[] };
  'meldcode-lijst': { casussen: readonly { casusnummer: string; begin: string; meer: boolean }[] };
  scholen: { scholen: readonly { brin: string; naam: string; plaats: string; schoolbestuur: string }[] };
  post: { mailserver: boolean; filters: readonly Filter[]; berichten: readonly Bericht[] };
}

/** Hoe het met één onderdeel gaat. */
export interface Stand {
  readonly naam: string;
  readonly stand: string;
  readonly soort: 'stil' | 'mis' | 'kijk';
  /** Waar iemand er iets aan doet. */
  readonly href: string | null;
}

export interface Tegel {
  readonly href: string;
  readonly titel: string;
  readonly uitleg: string;
}

export interface Filter {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** Eén keer doorlopen van de meldcode, zoals de pagina het toont. */
export interface Meldcodetraject {
  readonly nummer: number;
  readonly begin: string;
  readonly regels: readonly { volgnummer: number; moment: string; stap: string; actie: string; rol: string; regels: readonly string[] }[];
}

/** Eén mail zoals de pagina haar toont. `fout` en `opnieuw` alleen als zij niet te bezorgen was. */
export interface Bericht {
  readonly id: number;
  readonly onderwerp: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly melding: string;
  readonly aanRol: string;
  readonly adres: string | null;
  readonly moment: string;
  readonly fout: string | null;
  readonly onzeker: boolean;
  readonly opnieuw: boolean;
  /** Null als wie kijkt de inhoud niet mag lezen. */
  readonly tekst: string | null;
}

/** Een stap terug boven de pagina. */
export interface Kruimel {
  readonly href: string;
  readonly label: string;
}
const START: Kruimel = { href: '/', label: 'Start' };

const handlebars = Handlebars.create();
// Strikt: een naam die niet bestaat is een fout, geen leeg stukje pagina.
const load = (name: string): Handlebars.TemplateDelegate =>
  handlebars.compile(readFileSync(new URL(`templates/${name}.hbs`, import.meta.url), 'utf8'), { strict: true });
for (const deel of ['layout', 'csrf', 'toestand']) handlebars.registerPartial(deel, load(deel));
const PAGES = ['aanmelden', 'gezondheid', 'incidenten', 'home', 'meldcode', 'meldcode-lijst', 'message', 'post', 'scholen'] as const satisfies (keyof PageData)[];
const templates = Object.fromEntries(PAGES.map((name) => [name, load(name)])) as Record<keyof PageData, Handlebars.TemplateDelegate>;

/**
 * Eén pagina van beheer: Nederlands, zonder script, bruikbaar met toetsenbord en schermlezer. Handlebars maakt elke waarde
 * veilig voor HTML.
 * @param response waar de pagina heen gaat: daaraan hangt wie er kijkt
 * @param kruimels de pagina's tussen Start en deze
 */
export function page<T extends keyof PageData>(response: Response, template: T, title: string, data: PageData[T], kruimels: readonly Kruimel[] = []): string {
  const kader = pageFrameOf(response);
  return templates[template]({ title, kader, stijlblad: STYLESHEET, kruimels: template === 'home' || kader.naam === '' ? [] : [START, ...kruimels], ...data });
}

/** Een pagina met alleen een zin. */
export const messagePage = (response: Response, title: string, text: string): string => page(response, 'message', title, { text });
