import { bedoelde } from '../../domein/invoer/nabij.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { extensies, eigenschap, invoeren, koppen } from '../modellen/element.ts';
import type { Project } from '../project.ts';

const TABEL = 'termijnen';
const teksten = (tekst = ''): string[] => [...tekst.matchAll(/"([^"]*)"/g)].map(([, waarde]) => waarde as string);

/** Elke rij van de tabel met de stappen waarvoor zij geldt. */
function* rijen({ tabellen }: Pick<Project, 'tabellen'>): Generator<{ n: number; pad: string; stappen: string[]; soort: string }> {
  for (const { naam, pad, tabellen: inhoud } of tabellen.filter((t) => t.naam === TABEL)) {
    for (const tabel of naam === TABEL ? inhoud : []) {
      const soort = tabel.output.findIndex((kolom) => kolom.name === 'soort');
      for (const [n, regel] of tabel.rule.entries()) yield { n, pad, stappen: teksten(regel.inputEntry[0]?.text), soort: teksten(regel.outputEntry[soort]?.text)[0] ?? '' };
    }
  }
}

/** Een stap heeft van elke soort termijn één rij: bij twee rijen wint er een, en niemand weet welke. */
export const termijnDubbel: Nakijkregel = {
  naam: 'termijn-dubbel',
  kijk(project) {
    const eerst = new Map<string, number>();
    const gevonden: Omschrijving[] = [];
    for (const { n, pad, stappen, soort } of rijen(project)) {
      for (const stap of stappen) {
        const eerder = eerst.get(`${stap} ${soort}`);
        if (eerder === undefined) eerst.set(`${stap} ${soort}`, n);
        else gevonden.push({ bestand: pad, plaats: `regel ${n + 1}`, tekst: `De termijn "${soort}" van ${stap} staat ook in regel ${eerder + 1}: laat er één staan` });
      }
    }
    return gevonden;
  },
};

/** Elke termijn hoort bij een stap die bestaat; een tikfout in de stap is een termijn die niemand heeft. */
export const termijnGebruikt: Nakijkregel = {
  naam: 'termijn-gebruikt',
  overAlles: true,
  kijk(project) {
    const bekend = gebruikt(project);
    return [...rijen(project)].flatMap(({ n, pad, stappen }) => stappen.filter((stap) => !bekend.has(stap) && ![...bekend].some((naam) => naam.endsWith('-') && naam.length > 1 && stap.startsWith(naam))).map((stap) => ({
      bestand: pad, plaats: `regel ${n + 1}, kolom "Stap"`, tekst: `Geen stap, wachttijd of programmatuur gebruikt de termijn van "${stap}".${bedoelde(stap, bekend)} Kijk naar de spelling, of haal de regel weg`,
    })));
  },
};

/** Wie een rij zoekt: een stap, een wachttijd met een eigen naam, of de programmatuur. Een naam die op een streepje eindigt wordt door het model aangevuld. */
function gebruikt({ modellen, code }: Project): ReadonlySet<string> {
  const namen = new Set<string>();
  for (const { opId } of modellen) {
    for (const element of Object.values(opId)) {
      if (!element || !extensies(element, 'zeebe:Properties').concat(extensies(element, 'zeebe:IoMapping'), extensies(element, 'zeebe:TaskHeaders'), extensies(element, 'zeebe:ExecutionListeners')).length) continue;
      for (const stap of (eigenschap(element, 'stap') ?? '').split(/\s+/)) namen.add(stap);
      namen.add((eigenschap(element, 'termijn') ?? '').split('.')[0] as string);
      namen.add(koppen(element)['stap'] ?? '');
      namen.add(element.id.replaceAll('_', '-'));
      for (const { source } of invoeren(element).filter(({ target }) => target === 'stap')) for (const stap of teksten(source)) namen.add(stap);
    }
  }
  for (const { tekst } of code) for (const [, naam] of tekst.matchAll(/'([A-Za-z][\w-]*)'/g)) namen.add(naam as string);
  return namen;
}
