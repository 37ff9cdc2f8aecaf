import { zetSchool } from '../../registratie/andere-school.ts';
import { once } from '../../registratie/once.ts';
import type { Tx } from '../../registratie/register.ts';
import type { NieuweSchool } from '../../registratie/schema/casus.ts';
import { bewaarSignaal, vervalBericht } from '../../registratie/signaal.ts';
import { leesWijziging, merkDoorgevoerd } from '../../registratie/wijzigingen.ts';
import { biedAan, type Publiceren } from '../berichten/aanbieden.ts';
import { haalCasus, haalLeerlingVanCasus } from '../casus/bestaat.ts';
import { bepaalGroepen } from '../casus/groepen.ts';
import { werkInschrijvingBij } from '../casus/inschrijving.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import type { Gebruikers } from '../gebruikers.ts';
import { datumTekst } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { zetTakenRecht, type Takenbord } from '../taken/rechtzetten.ts';

type Deps = Dependencies & { readonly engine: Dependencies['engine'] & Publiceren; readonly gebruikers: Gebruikers; readonly takenbord: Takenbord };

/** Wat de berichten en de keuze van de route nodig hebben. */
interface Overgang {
  vorigeSchool: string;
  anderBestuur: boolean;
  ingeschrevenOp: string;
}

/**
 * Het kind staat op een andere school en de casus gaat mee: zelfde nummer, zelfde logboek, zelfde klok (errata §3). Eerst het
 * register, want daar lezen nieuwe taken en mails; dan de open taken. Wat bij de vorige school hoort (een melding over verzuim
 * daar, de meldcode) blijft daar. Stond het kind nergens ingeschreven, dan nu wel.
 * @param sleutel van deze stap; nog eens verandert niets
 * @returns wat er te schrijven is; de uitkomst is `overgang`
 * @throws PermanentError als de wijziging niet in het register staat
 */
export async function voerAndereSchoolDoor(deps: Deps, { casusId, wijzigingId }: { casusId: string; wijzigingId: string }, aanleiding: Aanleiding, sleutel: string): Promise<Schrijven<{ overgang: Overgang }>> {
  const { register, engine, klok, takenbord } = deps;
  const wijziging = await leesWijziging(register.db, casusId, wijzigingId);
  if (!wijziging?.school) throw new PermanentError('Deze andere school staat niet in het register. Kijk welke wijzigingId het bericht meegeeft.');
  const { school, vanaf } = wijziging;
  const { woongemeente } = await haalCasus(register.db, casusId);
  const groepen = await bepaalGroepen(engine, { brin: school.school.brin, gebied: school.school.gebied, gemeente: woongemeente });
  const overgang = await register.transaction((tx) => once(tx, `${sleutel}:register`, klok.nu(), () => schrijf(tx, { casusId, wijzigingId, school, vanaf, groepen, op: klok.nu() })));
  await schrijfIn(deps, casusId, vanaf, aanleiding, sleutel);
  const aantal = await zetTakenRecht(register, takenbord, casusId);
  if (school.woongemeente !== undefined && school.woongemeente !== woongemeente) {
    const inhoud = { nieuweGemeente: school.woongemeente, signaalDatum: vanaf };
    await biedAan(deps, await bewaarSignaal(register.db, { casusId, bericht: 'woongemeente-gewijzigd', sleutel: `wijziging:${wijzigingId}:gemeente`, inhoud, ontvangenIn: aanleiding.elementInstanceKey, op: klok.nu() }));
  }
  return async (tx) => {
    await schrijfSysteemregel(tx, aanleiding, {
      casusId, op: klok.nu(), actie: 'Leerling naar een andere school', velden: { brin: school.school.brin, ingeschrevenOp: vanaf, anderBestuur: overgang.anderBestuur },
      uitkomst: `Van ${overgang.vorigeSchool} naar ${school.school.naam} (${school.school.brin}), ingeschreven op ${datumTekst(vanaf)}. Open taken overgedragen: ${aantal}. De casus houdt haar nummer en haar klok.`,
    });
    return { overgang };
  };
}

async function schrijf(tx: Tx, { casusId, wijzigingId, school, vanaf, groepen, op }: { casusId: string; wijzigingId: string; school: NieuweSchool; vanaf: string; groepen: Record<string, string>; op: Date }): Promise<Overgang> {
  const vorige = await haalCasus(tx, casusId);
  const anderBestuur = vorige.schoolbestuur !== school.school.schoolbestuur;
  await zetSchool(tx, casusId, school, { groepen, anderBestuur, op });
  await merkDoorgevoerd(tx, wijzigingId, op);
  // Een eerdere wissel die nog wachtte, ging over de school van toen.
  await vervalBericht(tx, casusId, 'route-wisselt', op);
  return { vorigeSchool: vorige.schoolNaam, anderBestuur, ingeschrevenOp: vanaf };
}

/** Stond het kind op geen enkele school, dan nu wel; de klok loopt door tot het echt naar school gaat (r. 315–316). */
async function schrijfIn(deps: Deps, casusId: string, sinds: string, aanleiding: Aanleiding, sleutel: string): Promise<void> {
  if ((await haalLeerlingVanCasus(deps.register.db, casusId)).ingeschreven) return;
  const schrijfInschrijving = await werkInschrijvingBij(deps, casusId, { ingeschreven: true, sinds }, { ...aanleiding, type: 'inschrijving-bijwerken' });
  await deps.register.transaction((tx) => once(tx, `${sleutel}:inschrijving`, deps.klok.nu(), () => schrijfInschrijving(tx)));
}
