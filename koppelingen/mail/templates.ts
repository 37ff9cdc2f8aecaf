import Handlebars from 'handlebars';
import { DateTime } from 'luxon';
import { readdirSync, readFileSync } from 'node:fs';
import { NO_CHECKS, type Checks } from './checks.ts';
import type { Meldingfout } from './placeholders.ts';
import { ALTIJD, checkFooter, parseTemplate, type Footers, type ParsedTemplate } from './parse-template.ts';
import { inWords } from './wording.ts';

export { ALTIJD };
export type Altijd = Record<'casusnummer' | 'schoolNaam' | 'contactNaam' | 'contactEmail' | 'takenlijst', string> & Record<'leerplichtig' | 'metKernteam' | 'geoorloofd', boolean>;

/** Eén tekst van een melding. N-18 heeft er twee: een voor professionals en een voor de ouders. */
export interface Template {
  readonly melding: string;
  /** De naam van haar bestand. */
  readonly bestand: string;
  readonly voorOuders: boolean;
  /** Wat de stap die haar stuurt mee hoort te geven. */
  readonly gegevens: readonly string[];
  readonly waarom: string;
  readonly bron: string;
  aan(route: string): readonly string[];
  /** @param altijd wat een melding over een casus te weten krijgt; leeg bij cijfers, die gaan over geen casus */
  maak(altijd: Altijd | Readonly<Record<string, never>>, gegevens: Readonly<Record<string, unknown>>): { onderwerp: string; tekst: string };
}

const DEFAULT_DIR = new URL('./meldingen/', import.meta.url);
/** De vaste teksten onder een melding. */
const FOOTERS: Readonly<Record<keyof Footers, string>> = { ouders: 'voet-ouders.md', buiten: 'voet-buiten.md', management: 'voet-management.md', professional: 'voet.md' };
/** Zo heet een melding; een ander bestand leest niemand. */
const MELDING = /^N-\d+[a-z]?(-ouders)?\.md$/;

/** Wat er aan de mailteksten niet klopt, per bestand. */
export type Meldingfouten = readonly (Meldingfout & { readonly bestand: string })[];

/**
 * Leest alle meldingen en keurt ze meteen: een tikfout in een plaatshouder blijkt dan en niet bij de eerste ouder die een half
 * bericht krijgt. De proceseigenaar wijzigt de teksten in koppelingen/mail/meldingen.
 * @param bestanden de tekst per bestandsnaam
 * @param checks wat wie de teksten nakijkt erbij weet
 */
export function parseTemplates(bestanden: ReadonlyMap<string, string>, checks: Checks = NO_CHECKS): { readonly sjablonen: Map<string, readonly Template[]>; readonly fouten: Meldingfouten } {
  const fouten: (Meldingfout & { bestand: string })[] = [];
  const voeten = Object.fromEntries(Object.entries(FOOTERS).map(([soort, bestand]) => [soort, bestanden.get(bestand) ?? ''])) as unknown as Footers;
  for (const [soort, bestand] of Object.entries(FOOTERS)) {
    if (!bestanden.has(bestand)) fouten.push({ bestand, plaats: 'het geheel', tekst: 'Deze tekst ontbreekt: zij staat onder elke melding. Zet haar terug' });
    fouten.push(...checkFooter(voeten[soort as keyof Footers], soort as keyof Footers, checks).map((fout) => ({ bestand, ...fout })));
  }
  const sjablonen = new Map<string, Template[]>();
  for (const [bestand, ruw] of [...bestanden].filter(([naam]) => !Object.values(FOOTERS).includes(naam)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!MELDING.test(bestand)) {
      fouten.push({ bestand, plaats: 'naam', tekst: 'Deze tekst wordt nooit verstuurd: geef haar een naam als N-18.md of N-18-ouders.md' });
      continue;
    }
    const gelezen = parseTemplate(ruw, voeten, checks);
    if ('fouten' in gelezen) {
      fouten.push(...gelezen.fouten.map((fout) => ({ bestand, ...fout })));
      continue;
    }
    const melding = meldingVan(bestand);
    sjablonen.set(melding, [...(sjablonen.get(melding) ?? []), makeTemplate(bestand, gelezen)]);
  }
  return { sjablonen, fouten };
}

/** De meldingen van een map die kloppen. Aan een uitrol gaat nakijken vooraf; wat er dan toch niet klopt, houdt de andere meldingen niet tegen. */
export const readGoodTemplates = (dir: URL): Map<string, readonly Template[]> => parseDir(dir).sjablonen;

const parseDir = (dir: URL): ReturnType<typeof parseTemplates> =>
  parseTemplates(new Map(readdirSync(dir).filter((naam) => naam.endsWith('.md')).map((naam) => [naam, alsTekst(naam, readFileSync(new URL(naam, dir)))])));

/**
 * Leest de meldingen van een map.
 * @throws Error die elk bestand noemt waar iets niet klopt
 */
export function readTemplates(dir: URL = DEFAULT_DIR): Map<string, readonly Template[]> {
  const { sjablonen, fouten } = parseDir(dir);
  if (fouten.length > 0) throw new Error(fouten.map(({ bestand, plaats, tekst }) => `De melding ${bestand}, ${plaats}: ${tekst}.`).join('\n'));
  return sjablonen;
}

/** De tekst van een melding, ook als zij op Windows is bewaard (BOM, CRLF). */
function alsTekst(naam: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new Error(`De melding ${naam} is niet opgeslagen als UTF-8. Sla haar opnieuw op als UTF-8, anders krijgen ouders vreemde tekens te lezen.`);
  }
}

const meldingVan = (bestand: string): string => bestand.replace(/(-ouders)?\.md$/, '');

function makeTemplate(bestand: string, { kop: { onderwerp, aan, waarom, gegevens, bron }, voorOuders, inhoud }: ParsedTemplate): Template {
  // Platte tekst, dus niets omzetten voor HTML; strict laat een vergeten waarde falen in plaats van leeg blijven.
  const instellingen = { noEscape: true, strict: true, knownHelpers: { datum: true, woorden: true, getal: true, als: true } };
  const makeOnderwerp = omgeving.compile(onderwerp, instellingen);
  const makeTekst = omgeving.compile(inhoud, instellingen);
  return {
    melding: meldingVan(bestand),
    bestand,
    voorOuders,
    gegevens,
    waarom,
    bron,
    aan: (route) => (Array.isArray(aan) ? aan : (aan[route] ?? Object.values(aan)[0] ?? [])),
    maak(altijd, gegeven) {
      const leeg = Object.fromEntries(gegevens.map((naam) => [naam, null]));
      const bekend = Object.fromEntries(Object.entries(gegeven).filter(([naam]) => gegevens.includes(naam)));
      const context = { ...leeg, ...bekend, ...altijd, waarom };
      return { onderwerp: makeOnderwerp(context).replace(/\s+/g, ' ').trim(), tekst: makeTekst(context).replace(/\n{3,}/g, '\n\n') };
    },
  };
}

const omgeving = Handlebars.create();
omgeving.registerHelper('woorden', inWords);
omgeving.registerHelper('getal', (waarde: unknown) => (typeof waarde === 'number' ? String(waarde).replace('.', ',') : 'niet opgegeven'));
omgeving.registerHelper('datum', (waarde: unknown) => {
  const dag = typeof waarde === 'string' ? DateTime.fromISO(waarde, { zone: 'Europe/Amsterdam' }) : undefined;
  return dag?.isValid ? dag.setLocale('nl').toFormat('d LLLL yyyy') : 'een nog onbekende datum';
});
/** `{{#als reden "VERZUIM_GESTOPT" "…"}}…{{else}}…{{/als}}`: is de waarde een van deze codes? */
omgeving.registerHelper('als', function als(this: unknown, waarde: unknown, ...rest: unknown[]): string {
  const blok = rest.at(-1) as Handlebars.HelperOptions;
  return rest.slice(0, -1).includes(waarde) ? blok.fn(this) : blok.inverse(this);
});
