import { createRequire } from 'node:module';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import { parseTemplates, type Template } from '../../koppelingen/mail/templates.ts';
import type { Bronbestand } from '../code.ts';
import { extensies, invoeren, koppen } from '../modellen/element.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { MAP, mailteksten } from './meldingen.ts';

const { codeWoorden } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/code.js') as { codeWoorden(): ReadonlySet<string> };

/** Wie een melding stuurt, en welke gegevens hij meegeeft; niets als dat niet te lezen is. */
interface Afzender {
  readonly melding: string;
  readonly gegevens: ReadonlySet<string> | undefined;
}

/**
 * Elke melding die de programmatuur stuurt heeft een tekst, en wat een tekst bij `gegevens` noemt geeft de stap ook mee. (Dat een stap een melding zonder tekst noemt, zegt taakkoppen-bekend bij die stap.)
 */
export const meldingVerstuurd: Nakijkregel = {
  naam: 'melding-verstuurd',
  overAlles: true,
  kijk(project) {
    const teksten = mailteksten(project);
    const { sjablonen } = parseTemplates(teksten);
    const afzenders = [...uitModellen(project), ...uitCode(project.code)];
    const bestaat = (melding: string): boolean => teksten.has(`${melding}.md`) || teksten.has(`${melding}-ouders.md`);
    return [
      ...[...new Set(uitCode(project.code).map(({ melding }) => melding))].filter((melding) => !bestaat(melding)).map((melding) => ({
        bestand: `${MAP}${melding}.md`, plaats: 'het geheel', tekst: 'Deze tekst ontbreekt, en de programmatuur verstuurt haar. Zet haar terug' })),
      ...[...sjablonen].flatMap(([melding, eigen]) => eigen.flatMap((sjabloon) => nietMeegegeven(sjabloon, afzenders.filter((a) => a.melding === melding)))),
    ];
  },
};

/** Geeft geen enkele afzender dit gegeven mee, dan staat er in elke mail een gat of de andere zin. */
function nietMeegegeven({ melding, gegevens, bestand }: Template, stuurt: readonly Afzender[]): Omschrijving[] {
  // Een tekst die niets verstuurt, heeft ook geen gat.
  if (stuurt.length === 0 || stuurt.some((a) => a.gegevens === undefined)) return [];
  const mee = new Set(stuurt.flatMap((a) => [...(a.gegevens as ReadonlySet<string>)]));
  return gegevens.filter((naam) => !mee.has(naam)).map((naam) => ({
    bestand: `${MAP}${bestand}`, plaats: 'kop, gegevens', tekst: `Geen stap die ${melding} verstuurt geeft "${naam}" mee.${bedoelde(naam, mee)} Geef het bij die stap mee (de invoer gegevens), of haal het hier weg`,
  }));
}

/** Een stap noemt haar meldingen in een kop, en geeft de gegevens als invoer mee. */
function uitModellen({ modellen }: Project): Afzender[] {
  return modellen.flatMap(({ opId }) => Object.values(opId).flatMap((element) => (element && extensies(element, 'zeebe:TaskHeaders').length > 0 ? (koppen(element)['meldingen'] ?? '').split(',').map((m) => m.trim()).filter(Boolean).map((melding) => ({
    melding, gegevens: extensies(element, 'zeebe:TaskDefinition')[0]?.type === 'melding-versturen' ? meegegeven(invoeren(element).find(({ target }) => target === 'gegevens')?.source) : undefined,
  })) : [])));
}

/** De sleutels van een context; een berekende context is hier niet te lezen. */
function meegegeven(bron: string | undefined): ReadonlySet<string> | undefined {
  if (bron === undefined) return new Set();
  return /^=\s*\{/.test(bron) ? new Set([...bron.matchAll(/[{,]\s*"?([A-Za-z_]\w*)"?\s*:/g)].map(([, naam]) => naam as string)) : undefined;
}

/** Wat de programmatuur zelf stuurt; welke gegevens zij meegeeft is aan haar woorden te zien. */
function uitCode(code: readonly Bronbestand[]): Afzender[] {
  return code.filter(({ pad }) => /^(domein|workers|registratie)\/.*[.]ts$/.test(pad)).flatMap(({ tekst }) => [...tekst.matchAll(/'(N-\d+[a-z]?)'/g)].map(([, melding]) => ({ melding: melding as string, gegevens: codeWoorden() })));
}
