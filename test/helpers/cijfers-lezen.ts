import { soortnaam } from '../../beheer/cijfers/kpitekst.ts';
import { redenTekst } from '../../beheer/redenen.ts';
import { KPIS } from '../../domein/cijfers/kpi/index.ts';
import { maandTekst } from '../../domein/kalender/maand.ts';
import type { Gezien, Waarheid } from './cijfer-waarheid.ts';

/** De werkbladen van een bestand, op naam. */
type Bladen = ReadonlyMap<string, readonly (readonly unknown[])[]>;
type Zicht = Gezien['zicht'];
const waardeVan = (cel: unknown): Gezien['waarde'] => (typeof cel === 'number' || cel === '<5' ? cel : null);

const OP_VOLGORDE: Record<string, readonly string[]> = {
  'Vandaag': ['thuis', 'thuiszitter', 'drieMaanden', 'dreigend'], 'Kinderen thuis': ['groep0', 'groep1', 'groep2', 'groep3'], 'Binnen': ['passeertVier', 'passeertDrie'], 'Terugval': ['eindigde', 'venster', 'terug'],
};
const PER_MAAND: Record<string, string> = { 'thuiszitters': 'standThuiszitter', 'langer dan drie maanden': 'standDrieMaanden', 'thuiszitter geworden': 'thuiszitter', 'geen thuiszitter meer': 'geenThuiszitter' };

/** Alles wat er in het bestand van de klok staat. @param maanden alle maanden die er zijn, om hun naam te herkennen */
export function leesKlok(bladen: Bladen, schooljaar: string, zicht: Zicht, maanden: readonly string[], waarheid: Waarheid): Gezien[] {
  const maandVan = new Map(maanden.map((maand) => [maandTekst(maand), maand]));
  const redenen = new Map([...waarheid.keys()].flatMap((cijfer) => { const reden = cijfer.split(' door ')[1]; return reden ? [[redenTekst(reden), reden] as const] : []; }));
  const keren = new Map<string, number>();
  return bladen.get('Klok')!.slice(1).flatMap((rij): Gezien[] => {
    const [onderdeel, maand, wat, kinderen] = rij.map((cel) => String(cel ?? ''));
    const waarde = waardeVan(rij[3]);
    if (kinderen === '') return [];
    if (onderdeel === 'Per maand') return [{ cijfer: `${maandVan.get(maand!)!} ${PER_MAAND[wat!]!}`, zicht, waarde }];
    const soort = onderdeel!.startsWith('Waardoor zij thuiszitter') ? 'thuiszitter' : onderdeel!.startsWith('Waardoor zij het niet') ? 'geenThuiszitter' : undefined;
    if (soort) return [{ cijfer: wat === 'samen' ? `${schooljaar} ${soort}` : `${schooljaar} ${soort} door ${redenen.get(wat!)!}`, zicht, waarde }];
    const kop = Object.keys(OP_VOLGORDE).find((begin) => onderdeel!.startsWith(begin))!;
    const nr = keren.get(kop) ?? 0;
    keren.set(kop, nr + 1);
    return [{ cijfer: `${kop === 'Terugval' ? schooljaar : 'nu'} ${OP_VOLGORDE[kop]![nr]!}`, zicht, waarde }];
  });
}

/** Alles wat er in het bestand met de afspraken staat. */
export function leesKpis(bladen: Bladen, schooljaar: string, zicht: Zicht, maanden: readonly string[], waarheid: Waarheid): Gezien[] {
  const maandVan = new Map(maanden.map((maand) => [maandTekst(maand), maand]));
  const rijenVan = (blad: string): { cel: (kop: string) => unknown }[] => { const [kop = [], ...rijen] = bladen.get(blad) ?? []; return rijen.map((rij) => ({ cel: (naam) => rij[kop.indexOf(naam)] ?? null })); };
  const paar = (wanneer: string, cel: (kop: string) => unknown): Gezien[] => {
    const cijfer = `${wanneer} ${String(cel('Nummer'))}`;
    // "80 tot 95%" zegt dat het er bij één tot en met vier anders ging.
    const rest = zicht === null && Number.parseInt(String(cel('Percentage')), 10) > 50 && String(cel('Percentage')).includes('tot');
    return [...(['Teller', 'Geheel'] as const).flatMap((kop) => (cel(kop) === null ? [] : [{ cijfer: `${cijfer} ${kop === 'Teller' ? 'teller' : 'noemer'}`, zicht, waarde: waardeVan(cel(kop)) }])), ...(rest ? [{ cijfer: `${cijfer} rest`, zicht, waarde: '<5' as const }] : [])];
  };
  const deel = (nummer: string, telt: string, wat: string): string => {
    if (telt === 'ernaast') return 'open';
    const kpi = KPIS.find(({ id }) => id === nummer)!;
    const begin = `${schooljaar} ${nummer} ${telt === 'mee' ? 'soort' : 'buiten'} `;
    return [...waarheid.keys()].find((cijfer) => cijfer.startsWith(begin) && soortnaam(kpi, cijfer.slice(begin.length)) === wat)!.slice(`${schooljaar} ${nummer} `.length);
  };
  return [
    ...rijenVan('Cijfers').flatMap(({ cel }) => paar(schooljaar, cel)),
    ...rijenVan('Per maand').flatMap(({ cel }) => paar(maandVan.get(String(cel('Maand')))!, cel)),
    ...rijenVan('Verdeling').map(({ cel }): Gezien => ({ cijfer: `${schooljaar} ${String(cel('Nummer'))} ${deel(String(cel('Nummer')), String(cel('Telt')), String(cel('Wat')))}`, zicht, waarde: waardeVan(cel('Aantal')) })),
  ];
}

const kaal = (html: string): string => html.replace(/<[^>]+>/g, ' ').replaceAll('&lt;', '<').replace(/\s+/g, ' ').trim();
/** Het eerste getal in een stuk tekst van een pagina of mail. */
function getalUit(tekst: string): Gezien['waarde'] {
  const gevonden = /niet getoond|minder dan vijf|<5|\d[\d.]*/.exec(kaal(tekst))?.[0];
  if (gevonden === undefined) throw new Error(`geen getal in ${tekst}`);
  return gevonden === 'niet getoond' ? null : /^\d/.test(gevonden) ? Number(gevonden.replace('.', '')) : '<5';
}
const STROMEN = ['aangemeld', 'gesloten', 'thuiszitter', 'geenThuiszitter', 'standThuiszitter', 'standDrieMaanden'];

/** Alles wat er op de startpagina staat. @param maanden de lopende maand en die ervoor */
export function leesStart(html: string, [deze, vorige]: readonly [string, string]): Gezien[] {
  const gezien = (cijfer: string, tekst: string): Gezien => ({ cijfer, zicht: null, waarde: getalUit(tekst) });
  const kern = [...html.matchAll(/<span class="kern__getal">([\s\S]*?)<\/span> <span class="kern__naam">[\s\S]*?<p class="kern__erbij">([\s\S]*?)<\/p>/g)];
  const lijst = (sectie: string): RegExpMatchArray[] => [...new RegExp(`aria-labelledby="kop-${sectie}"([\\s\\S]*?)</section>`).exec(html)![1]!.matchAll(/<(?:dd|td)>([\s\S]*?)<\/(?:dd|td)>/g)];
  const stroken = [...html.matchAll(/<h3[^>]*><a [^>]*href="\/kaart\/([^"]+)">[^<]*<\/a>: ([\s\S]*?) kinderen<\/h3>\s*<ol class="strook">([\s\S]*?)<\/ol>/g)];
  return [
    ...['open', 'thuiszitter', 'drieMaanden', 'overTermijn'].map((naam, i) => gezien(`nu ${naam}`, kern[i]![1]!)), gezien('nu dreigend', kern[1]![2]!),
    ...['langer1', 'langer2', 'langer3', 'passeertVier', 'passeertDrie'].map((naam, i) => gezien(`nu ${naam}`, lijst('klok')[i]![1]!)),
    ...stroken.flatMap(([, proces, open, cellen]) => [
      gezien(`nu route:${proces!}`, open!),
      ...[...cellen!.matchAll(/strook__nr">(\d+)<[\s\S]*?strook__getal">([\s\S]*?)<\/span><\/span>(?:[\s\S]*?)<\/li>/g)].flatMap(([alles, nr, getal]) => {
        const laat = /strook__laat">([\s\S]*?) te laat/.exec(alles)?.[1];
        return [gezien(`nu ${proces!}:${nr!}`, getal!), ...(laat === undefined ? [] : [gezien(`nu ${proces!}:${nr!}:laat`, laat)])];
      }),
    ]),
    ...['sbo', 'kdc-asvz', 'goal', 'eigen-school'].map((soort, i) => gezien(`nu brug:${soort}`, lijst('brug')[2 * i]![1]!)),
    ...STROMEN.flatMap((maat, i) => [gezien(`${deze} ${maat}`, lijst('maand')[3 * i]![1]!), gezien(`${vorige} ${maat}`, lijst('maand')[3 * i + 1]![1]!)]),
  ];
}

/** Alles wat er in de maandmail staat. @param maanden de maand van de mail en die ervoor @param routes hun processen, op volgorde */
export function leesMail(tekst: string, [deze, vorige]: readonly [string, string], routes: readonly string[]): Gezien[] {
  const regels = (kop: RegExp): string[] => kop.exec(tekst)![1]!.trim().split('\n').map((regel) => regel.slice(regel.lastIndexOf(': ') + 2));
  const maand = /In [a-z]+ \d{4}:\n([^]*?)\n\n/.exec(tekst)![1]!.trim().split('\n').map((regel) => /: ([^;]+); in [a-z]+ \d{4} ([^(]+)/.exec(regel)!);
  const nu = ['open', ...routes.map((proces) => `route:${proces}`), 'overTermijn', 'thuiszitter', 'drieMaanden', 'langer1', 'langer2', 'langer3', 'passeertVier', 'passeertDrie'];
  return [
    ...maand.flatMap(([, eerst, dan], i): Gezien[] => [{ cijfer: `${deze} ${STROMEN[i]!}`, zicht: null, waarde: getalUit(eerst!) }, { cijfer: `${vorige} ${STROMEN[i]!}`, zicht: null, waarde: getalUit(dan!) }]),
    ...regels(/Nu, op [^\n]*:\n([^]*?)\n\n/).map((waarde, i): Gezien => ({ cijfer: `nu ${nu[i]!}`, zicht: null, waarde: getalUit(waarde) })),
  ];
}
