import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { leesLopendePerioden, merkGrenzenGemeld, type LopendePeriode } from '../../registratie/thuismelding.ts';
import { leesVrijstellingen } from '../../registratie/vrijstelling.ts';
import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { datumTekst, vandaag } from '../kalender/datum.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import { isVrijgesteldOp } from '../vrijstelling/geldig.ts';
import { perKind } from './per-kind.ts';
import { haalThuisnormenPerKalender, type Grens, type Thuisnormen } from './normen.ts';

/** Van elke grens: het bericht aan wie het moet weten. De laatste die bereikt is gaat voor. */
const BERICHTEN: readonly { grens: Grens; melding: string }[] = [
  { grens: 'achtWeken', melding: 'N-61' },
  { grens: 'voorDrieMaanden', melding: 'N-62' },
  { grens: 'twaalfWeken', melding: 'N-63' },
];

export interface Waarschuwdeps extends Dependencies {
  readonly options: MeldingOpties;
  readonly kalenders: Kalenders;
  /** De stap zoals het logboek haar noemt. */
  readonly stap: string;
}

/**
 * Waarschuwt per kind dat acht of twaalf weken thuis is, of bijna drie maanden (routeboek r. 1137–1138, 1237–1249; errata §3):
 * per periode en grens één keer, in welk proces de casus ook zit en ook als zij intussen sloot en weer openging. Is een kind bij
 * de eerste ronde al verder, dan gaat alleen het bericht van de verste grens. Elk kind is een eigen transactie, en een fout bij
 * één kind houdt de anderen niet op.
 */
export async function waarschuwOpDeKlok(deps: Waarschuwdeps): Promise<void> {
  const perioden = await leesLopendePerioden(deps.register.db);
  if (perioden.length === 0) return;
  const normenVoor = await haalThuisnormenPerKalender(deps.engine);
  await perKind(perioden, (periode) => waarschuw(deps, normenVoor(deps.kalenders(periode.brin)), periode));
}

async function waarschuw({ register, engine, klok, options, stap }: Waarschuwdeps, normen: Thuisnormen, { periodeId, casusId, eersteDag, gemeld }: LopendePeriode): Promise<void> {
  const bereikt = BERICHTEN.filter(({ grens }) => normen.op(grens, eersteDag) <= vandaag(klok)).sort((a, b) => normen.op(a.grens, eersteDag).localeCompare(normen.op(b.grens, eersteDag)));
  const verste = bereikt.at(-1);
  if (!verste || gemeld.includes(verste.grens)) return;
  // Zolang een vrijstelling van de inschrijving geldt telt het kind niet mee; daarna telt de periode weer vanaf haar eerste dag.
  if (isVrijgesteldOp(await leesVrijstellingen(register.db, casusId), vandaag(klok))) return;
  const op = klok.nu();
  const drieMaandenOp = normen.op('drieMaanden', eersteDag);
  const gegevens = { thuisSinds: eersteDag, weken: normen.naam(verste.grens === 'voorDrieMaanden' ? 'drieMaanden' : verste.grens), drieMaandenOp, voorbij: vandaag(klok) > drieMaandenOp };
  const berichten = await makeBerichten(register, engine, options, await haalCasus(register.db, casusId), { melding: verste.melding, gebeurtenis: `${periodeId}:${verste.grens}`, op, gegevens });
  await register.transaction(async (tx) => {
    const nieuw = await merkGrenzenGemeld(tx, periodeId, bereikt.map(({ grens }) => grens), op);
    if (!nieuw.includes(verste.grens)) return;
    await zetKlaar(tx, berichten);
    await voegLogboekToe(tx, {
      casusId, tijdstip: op, stap, actie: 'Klok van het kind', actor: 'systeem', rol: 'systeem', sleutel: `kindklok:${periodeId}:${verste.grens}`,
      uitkomst: `Thuis sinds ${datumTekst(eersteDag)}; drie maanden op ${datumTekst(drieMaandenOp)}. Bericht ${verste.melding} is gestuurd aan: ${[...new Set(berichten.map((b) => b.aanRol))].join(', ')}.`,
    });
  });
}
