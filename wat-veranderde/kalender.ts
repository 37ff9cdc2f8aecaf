import { keurVakanties, type VakantieGegevens } from '../domein/kalender/schoolvakanties.ts';
import { dag } from './was-wordt.ts';

/** Iets met een naam in de kalender: een vakantie, een vrije dag of een dag waarop er toch school is. */
type Dagen = ReadonlyMap<string, string>;

/** @returns wat er in de schoolkalender veranderde, in zinnen */
export function kalenderVeranderingen(oud: string, nieuw: string): string[] {
  const [was, wordt] = [alleDagen(oud), alleDagen(nieuw)];
  if (!was || !wordt) return ['schoolkalender gewijzigd'];
  const zinnen = [...wordt].flatMap(([naam, wanneer]) => {
    const eerder = was.get(naam);
    return eerder === undefined ? [`${naam} toegevoegd: ${wanneer}`] : eerder === wanneer ? [] : [`${naam}: ${eerder} → ${wanneer}`];
  });
  zinnen.push(...[...was].filter(([naam]) => !wordt.has(naam)).map(([naam, wanneer]) => `${naam} verwijderd (was ${wanneer})`));
  return zinnen.length > 0 ? zinnen : ['schoolkalender: alleen uitleg of opmaak gewijzigd'];
}

function alleDagen(tekst: string): Dagen | undefined {
  try {
    const gekeurd = keurVakanties(Buffer.from(tekst));
    return 'gegevens' in gekeurd ? new Map(opNaam(gekeurd.gegevens)) : undefined;
  } catch {
    // Een vorige versie kan van vóór een strengere keuring zijn.
    return undefined;
  }
}

function* opNaam({ schooljaren, scholen, vrijOpSchool, geenWerkdag, regio }: VakantieGegevens): Generator<[string, string]> {
  yield ['regio', regio];
  for (const feestdag of vrijOpSchool) yield [`vrij op school: ${feestdag}`, 'vrij'];
  for (const feestdag of geenWerkdag) yield [`geen werkdag: ${feestdag}`, 'vrij'];
  for (const [jaar, { vakanties, vrijeDagen }] of Object.entries(schooljaren)) {
    for (const v of vakanties) yield [`vakantie ${v.naam} ${jaar}`, `${dag(v.van)} tot en met ${dag(v.tot)}`];
    for (const v of vrijeDagen) yield [`vrije dag ${v.naam} ${jaar}`, dag(v.datum)];
  }
  for (const [brin, { vakanties, vrijeDagen, tochSchool }] of Object.entries(scholen)) {
    for (const v of vakanties) yield [`vakantie ${v.naam} (${v.van.slice(0, 4)}) van school ${brin}`, `${dag(v.van)} tot en met ${dag(v.tot)}`];
    for (const v of vrijeDagen) yield [`vrije dag ${v.naam} van school ${brin}`, dag(v.datum)];
    for (const d of tochSchool) yield [`school ${brin} heeft toch les op ${dag(d)}`, 'les'];
  }
}
