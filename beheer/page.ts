import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { Storing } from './incidenten.ts';

/** Wat elke pagina in templates/ te zien krijgt, boven op haar titel. */
export interface PageData {
  incidenten: { onbekend: boolean; geen: boolean; aantal: string; meer: boolean; getoond: number; operate: string; storingen: readonly Storing[] };
  home: { tasklist: string; operate: string };
  message: { text: string };
  meldcode: { trajecten: readonly Meldcodetraject[]; inzagen: readonly string[] };
  'meldcode-lijst': { casussen: readonly { casusnummer: string; begin: string; meer: boolean }[] };
  scholen: { scholen: readonly { brin: string; naam: string; plaats: string; schoolbestuur: string }[] };
  post: { mailserver: boolean; filters: readonly Filter[]; berichten: readonly Bericht[] };
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
  readonly tekst: string;
}

const handlebars = Handlebars.create();
// Strikt: een naam die niet bestaat is een fout, geen leeg stukje pagina.
const load = (name: string): Handlebars.TemplateDelegate =>
  handlebars.compile(readFileSync(new URL(`templates/${name}.hbs`, import.meta.url), 'utf8'), { strict: true });
handlebars.registerPartial('layout', load('layout'));
const templates: Record<keyof PageData, Handlebars.TemplateDelegate> = { incidenten: load('incidenten'), home: load('home'), meldcode: load('meldcode'), 'meldcode-lijst': load('meldcode-lijst'), message: load('message'), post: load('post'), scholen: load('scholen') };

/**
 * Eén pagina van beheer: Nederlands, zonder script, bruikbaar met toetsenbord en schermlezer. Handlebars maakt elke waarde
 * veilig voor HTML.
 */
export function page<T extends keyof PageData>(template: T, title: string, data: PageData[T]): string {
  return templates[template]({ title, ...data });
}

/** Een pagina met alleen een zin. */
export const messagePage = (title: string, text: string): string => page('message', title, { text });
