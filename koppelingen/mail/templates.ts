import Handlebars from 'handlebars';
import { DateTime } from 'luxon';
import { readdirSync, readFileSync } from 'node:fs';
import { parse as leesYaml } from 'yaml';
import { z } from 'zod';
import { checkPlaceholders } from './placeholders.ts';
import { inWords } from './wording.ts';

/** Wat elke melding mag noemen. `casusnummer` is het enige kenmerk van het kind; in het onderwerp staat nooit een naam. */
export const ALTIJD = ['casusnummer', 'schoolNaam', 'contactNaam', 'contactEmail', 'takenlijst', 'leerplichtig', 'metKernteam', 'geoorloofd', 'waarom'] as const;
export type Altijd = Record<'casusnummer' | 'schoolNaam' | 'contactNaam' | 'contactEmail' | 'takenlijst', string> & Record<'leerplichtig' | 'metKernteam' | 'geoorloofd', boolean>;

const rollen = z.array(z.string().min(1)).min(1);
const kop = z.strictObject({
  onderwerp: z.string().min(5),
  /** Rollen, of een lijst rollen per route. */
  aan: z.union([rollen, z.record(z.string(), rollen)]),
  waarom: z.string().min(5),
  gegevens: z.array(z.string()).default([]),
  bron: z.string().min(5),
});

/** Eén tekst van een melding. N-18 heeft er twee: een voor professionals en een voor de ouders. */
export interface Template {
  readonly melding: string;
  readonly voorOuders: boolean;
  readonly waarom: string;
  readonly bron: string;
  aan(route: string): readonly string[];
  maak(altijd: Altijd, gegevens: Readonly<Record<string, unknown>>): { onderwerp: string; tekst: string };
}

/** Wie op de nieuwe plek het contact is, heeft hier geen taken. */
const NIEUWE_PLEK = 'nieuwe-plek';

const DEFAULT_DIR = new URL('./meldingen/', import.meta.url);

/**
 * Leest alle meldingen en keurt ze meteen: een tikfout in een plaatshouder blijkt bij het starten en niet bij de eerste
 * ouder die een half bericht krijgt. De proceseigenaar wijzigt de teksten in koppelingen/mail/meldingen.
 */
export function readTemplates(dir: URL = DEFAULT_DIR): Map<string, readonly Template[]> {
  const lees = (naam: string): string => alsTekst(naam, readFileSync(new URL(naam, dir)));
  const voeten = { ouders: lees('voet-ouders.md'), buiten: lees('voet-buiten.md'), professional: lees('voet.md') };
  const alle = new Map<string, Template[]>();
  for (const file of readdirSync(dir).filter((naam) => /^N-\d+[a-z]?(-ouders)?\.md$/.test(naam)).sort()) {
    const sjabloon = parseTemplate(file, lees(file), voeten);
    alle.set(sjabloon.melding, [...(alle.get(sjabloon.melding) ?? []), sjabloon]);
  }
  return alle;
}

/** De tekst van een melding, ook als zij op Windows is bewaard (BOM, CRLF). */
function alsTekst(naam: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new Error(`De melding ${naam} is niet opgeslagen als UTF-8. Sla haar opnieuw op als UTF-8, anders krijgen ouders vreemde tekens te lezen.`);
  }
}

function parseTemplate(file: string, ruw: string, voeten: { ouders: string; buiten: string; professional: string }): Template {
  const delen = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*\n([\s\S]*)$/.exec(ruw);
  const gelezen = kop.safeParse(delen ? leesYaml(delen[1] ?? '') : undefined);
  if (!delen || !gelezen.success) throw new Error(`De melding ${file} heeft geen goede kop: nodig zijn onderwerp, aan, waarom en bron.`);
  const { onderwerp, aan, waarom, gegevens, bron } = gelezen.data;
  const ontvangers = Array.isArray(aan) ? aan : Object.values(aan).flat();
  const voorOuders = ontvangers.includes('ouders');
  if (voorOuders && ontvangers.some((rol) => rol !== 'ouders')) throw new Error(`De melding ${file} mengt ouders met anderen; maak voor de ouders een eigen bestand.`);

  const voorBuiten = ontvangers.includes(NIEUWE_PLEK);
  const toegestaan = new Set<string>([...ALTIJD, ...gegevens]);
  if (voorOuders || voorBuiten) toegestaan.delete('takenlijst');
  const inhoud = `${(delen[2] ?? '').trim()}\n\n${(voorOuders ? voeten.ouders : voorBuiten ? voeten.buiten : voeten.professional).trim()}\n`;
  for (const tekst of [onderwerp, inhoud]) checkPlaceholders(tekst, toegestaan, file);
  // Platte tekst, dus niets omzetten voor HTML; strict laat een vergeten waarde falen in plaats van leeg blijven.
  const instellingen = { noEscape: true, strict: true, knownHelpers: { datum: true, woorden: true, getal: true, als: true } };
  const makeOnderwerp = omgeving.compile(onderwerp, instellingen);
  const makeTekst = omgeving.compile(inhoud, instellingen);
  return {
    melding: file.replace(/(-ouders)?\.md$/, ''),
    voorOuders,
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
