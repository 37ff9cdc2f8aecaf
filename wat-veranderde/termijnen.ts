import type { Tabel } from '../nakijken/tabellen/lezen.ts';
import { opsomming } from '../nakijken/opsomming.ts';

/** Wat één stap van één soort termijn heeft, zoals de tabel het zegt. */
interface Termijn {
  readonly stap: string;
  readonly soort: string;
  readonly aantal: string;
  readonly eenheid: string;
  readonly tijdstip: string;
  readonly opSchooldag: string;
}

const SOORT: Readonly<Record<string, string>> = { uiterlijk: 'termijn', herinneringOp: 'herinnering', escalatieOp: 'opschaling' };

/** @returns wat er in de tabel Termijnen veranderde: per stap, en stappen met dezelfde verandering samen */
export function termijnVeranderingen(was: Tabel, wordt: Tabel): string[] {
  const [eerder, nu] = [termijnen(was), termijnen(wordt)];
  const zinnen: { wat: string; soort: string; stap: string }[] = [];
  for (const [sleutel, termijn] of nu) {
    const voor = eerder.get(sleutel);
    for (const wat of voor ? veranderd(voor, termijn) : [`toegevoegd, ${duur(termijn)}`]) zinnen.push({ wat, soort: termijn.soort, stap: termijn.stap });
  }
  for (const [sleutel, termijn] of eerder) if (!nu.has(sleutel)) zinnen.push({ wat: `verwijderd (was ${duur(termijn)})`, soort: termijn.soort, stap: termijn.stap });
  const samen = new Map<string, typeof zinnen>();
  for (const zin of zinnen) samen.set(`${zin.soort} ${zin.wat}`, [...(samen.get(`${zin.soort} ${zin.wat}`) ?? []), zin]);
  return [...samen.values()].map((groep) => `${naam(groep[0]!.soort, groep.map(({ stap }) => stap))}: ${groep[0]!.wat}`);
}

const naam = (soort: string, stappen: readonly string[]): string => (SOORT[soort] ? `${SOORT[soort]} ${opsomming(stappen)}` : `termijn ${opsomming(stappen)} (${soort})`);
const duur = ({ aantal, eenheid, tijdstip }: Termijn): string => [aantal, eenheid, tijdstip && `om ${tijdstip}`].filter(Boolean).join(' ');

function veranderd(was: Termijn, wordt: Termijn): string[] {
  const zinnen: string[] = [];
  if (was.eenheid !== wordt.eenheid) zinnen.push(`${was.aantal} ${was.eenheid} → ${wordt.aantal} ${wordt.eenheid}`);
  else if (was.aantal !== wordt.aantal) zinnen.push(`${was.aantal} → ${wordt.aantal} ${wordt.eenheid}`);
  if (was.tijdstip !== wordt.tijdstip) zinnen.push(`tijdstip ${was.tijdstip || 'geen'} → ${wordt.tijdstip || 'geen'}`);
  if (was.opSchooldag !== wordt.opSchooldag) zinnen.push(wordt.opSchooldag === 'true' ? 'schuift nu door naar een schooldag' : 'schuift niet meer door naar een schooldag');
  return zinnen;
}

function termijnen({ input, output, rule }: Tabel): ReadonlyMap<string, Termijn> {
  const gevonden = new Map<string, Termijn>();
  const k = input.findIndex((kolom) => kolom.inputExpression?.text === 'stap');
  for (const { inputEntry, outputEntry } of rule) {
    const uit = (kolom: string): string => (outputEntry[output.findIndex(({ name }) => name === kolom)]?.text ?? '').trim().replaceAll('"', '').replace(/^null$/, '');
    for (const [, stap] of (inputEntry[k]?.text ?? '').matchAll(/"([^"]*)"/g)) {
      gevonden.set(`${stap} ${uit('soort')}`, { stap: stap as string, soort: uit('soort'), aantal: uit('aantal'), eenheid: uit('eenheid'), tijdstip: uit('tijdstip'), opSchooldag: uit('opSchooldag') });
    }
  }
  return gevonden;
}

/** De stappen waarvan de einddatum van een taak anders wordt berekend. */
export function veranderdeStappen(was: Tabel, wordt: Tabel): ReadonlySet<string> {
  const [eerder, nu] = [termijnen(was), termijnen(wordt)];
  const anders = [...new Set([...eerder.keys(), ...nu.keys()])].filter((sleutel) => JSON.stringify(eerder.get(sleutel)) !== JSON.stringify(nu.get(sleutel)));
  return new Set(anders.map((sleutel) => (nu.get(sleutel) ?? eerder.get(sleutel)) as Termijn).filter(({ soort }) => soort === 'uiterlijk').map(({ stap }) => stap));
}
