import type { Response } from 'express';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { Blad } from './cijfers/blad.ts';
import type { Klokbeeld } from './cijfers/klokbeeld.ts';
import type { Kpibeeld } from './cijfers/kpibeeld.ts';
import type { Filterfout } from './kaartfilter.ts';
import type { Startbeeld } from './cijfers/startbeeld.ts';
import type { Storing } from './incidenten.ts';
import type { LosProces } from './losgeraakt.ts';
import { STYLESHEET } from './stylesheet.ts';
import type { Optie } from './filterformulier.ts';
import type { Filterkeuze } from './kaart/filterkeuze.ts';
import type { Scherm } from './kaart/scherm.ts';
import type { Kantscherm, Vergelijkscherm } from './vergelijk/scherm.ts';
import { pageFrameOf } from './access/page-frame.ts';

/** Wat elke pagina in templates/ te zien krijgt, boven op haar titel en wat om haar heen staat. */
export interface PageData {
  aanmelden: { oidc: boolean; fout: string; naam: string; naar: string; afgemeld: boolean };
  gezondheid: { goed: boolean; startNog: boolean; wacht: boolean; regels: readonly Stand[] };
  incidenten: { onbekend: boolean; geen: boolean; aantal: string; meer: boolean; getoond: number; operate: string; storingen: readonly Storing[]; los: readonly (LosProces & { instantie: string; af: boolean })[] };
  home: { rol: string; tegels: readonly Tegel[] };
  cijfers: Kpibeeld & Bladdelen;
  klok: Klokbeeld & Bladdelen;
  filterfout: { fouten: readonly Filterfout[]; zonder: string };
  start: Startbeeld & { tegels: readonly Tegel[] };
  kaart: Scherm & Filterformulier & { groepen: readonly []; script: string };
  'kaart-fout': Filterformulier & { fouten: readonly Filterfout[]; zonder: string };
  vergelijk: Omit<Vergelijkscherm, 'kanten'> & Pick<Vergelijkformulieren, 'processen' | 'procesvelden'> & { actie: string; kanten: readonly (Kantscherm & { formulier: Filterformulier })[]; script: string };
  'vergelijk-fout': Vergelijkformulieren & { fouten: readonly Filterfout[] };
  'kaart-lijst': { schooljaar: string; groepen: readonly { kop: string; regels: readonly { href: string; naam: string; stappen: string }[] }[] };
  message: { text: string };
  meldcode: { trajecten: readonly Meldcodetraject[]; inzagen: readonly string[] };
  'meldcode-lijst': { casussen: readonly { casusnummer: string; begin: string; meer: boolean }[] };
  scholen: { scholen: readonly { brin: string; naam: string; plaats: string; schoolbestuur: string }[] };
  post: { mailserver: boolean; filters: readonly Filter[]; berichten: readonly Bericht[] };
}

/** Wat een pagina met cijfers aan bestanden en papier biedt; `papier` is zij zelf zoals zij gedrukt wordt. */
export interface Bladdelen {
  readonly blad: Blad;
  readonly papier: boolean;
}

/** Het filter boven een kaart. */
export interface Filterformulier {
  /** Wat er voor de namen van de velden staat, als er meer filters op een pagina zijn. */
  readonly voor: string;
  readonly actie: string;
  readonly verborgen: readonly { naam: string; waarde: string }[];
  readonly keuze: Filterkeuze;
}

/** Waaruit te kiezen is bij een vergelijking: het filter van elke kant, en het proces. */
export interface Vergelijkformulieren {
  readonly formulieren: readonly { readonly letter: string; readonly formulier: Filterformulier }[];
  readonly processen: readonly { readonly label: string; readonly opties: readonly Optie[] }[];
  readonly procesvelden: readonly { naam: string; waarde: string }[];
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
for (const deel of ['layout', 'blad', 'cijferfilter', 'csrf', 'getal', 'kaart-acties', 'kaart-doek', 'kaart-filter', 'kaart-tabel', 'legenda', 'toestand', 'vergelijk-proces', 'verloop']) handlebars.registerPartial(deel, load(deel));
const PAGES = ['aanmelden', 'cijfers', 'filterfout', 'gezondheid', 'incidenten', 'home', 'kaart', 'kaart-fout', 'kaart-lijst', 'klok', 'meldcode', 'meldcode-lijst', 'message', 'post', 'scholen', 'start', 'vergelijk', 'vergelijk-fout'] as const satisfies (keyof PageData)[];
const templates = Object.fromEntries(PAGES.map((name) => [name, load(name)])) as Record<keyof PageData, Handlebars.TemplateDelegate>;

/** Hoe de inhoud op het scherm en op papier ligt, als dat anders is dan gewoon. */
const VORM: Partial<Record<keyof PageData, string>> = { kaart: 'breed', vergelijk: 'breed', cijfers: 'staand', klok: 'staand' };

/**
 * Eén pagina van beheer: Nederlands, zonder script, bruikbaar met toetsenbord en schermlezer. Handlebars maakt elke waarde
 * veilig voor HTML.
 * @param response waar de pagina heen gaat: daaraan hangt wie er kijkt
 * @param kruimels de pagina's tussen Start en deze
 */
export function page<T extends keyof PageData>(response: Response, template: T, title: string, data: PageData[T], kruimels: readonly Kruimel[] = []): string {
  const kader = pageFrameOf(response);
  return templates[template]({ title, kader, stijlblad: STYLESHEET, inhoud: VORM[template] ?? '', kruimels: template === 'home' || template === 'start' || kader.naam === '' ? [] : [START, ...kruimels], ...data });
}

/** Een pagina met alleen een zin. */
export const messagePage = (response: Response, title: string, text: string): string => page(response, 'message', title, { text });
