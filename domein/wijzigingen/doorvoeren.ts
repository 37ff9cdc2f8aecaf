import { leesCasusEinde } from '../../registratie/casus-einde-lezen.ts';
import { zetGroep } from '../../registratie/casus-bijwerken.ts';
import { vervangContact } from '../../registratie/contact-opslaan.ts';
import { once } from '../../registratie/once.ts';
import { bewaarSignaal } from '../../registratie/signaal.ts';
import { leesWijziging, merkDoorgevoerd, type Wijziging } from '../../registratie/wijzigingen.ts';
import type { Tx } from '../../registratie/register.ts';
import { biedAan, type Publiceren } from '../berichten/aanbieden.ts';
import { haalCasus } from '../casus/bestaat.ts';
import { groepOp } from '../casus/groep.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import { schooljaarVan } from '../kalender/schoolkalender.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { zetTakenRecht, type Takenbord } from '../taken/rechtzetten.ts';
import { WISSELROLLEN } from './rollen.ts';
import { watVerandert } from './vastleggen.ts';

/**
 * Voert een wijziging door op haar dag. Eerst het register, want daar lezen nieuwe taken, mails en teksten; dan de taken die al
 * openstaan. De nieuwe persoon krijgt bericht (N-41). Een andere school voert de casus zelf door, want daar kan haar route van
 * veranderen; zij krijgt het als signaal, zodat het niet verloren gaat als zij het nu niet kan oppakken.
 * @param sleutel van deze stap; nog eens verandert niets
 */
export async function voerWijzigingDoor(
  deps: Dependencies & { readonly engine: Dependencies['engine'] & Publiceren; takenbord: Takenbord; options: MeldingOpties },
  { casusId, wijzigingId }: { casusId: string; wijzigingId: string },
  aanleiding: Aanleiding,
  sleutel: string,
): Promise<Schrijven<void>> {
  const { register, engine, klok, takenbord, options } = deps;
  const wijziging = await leesWijziging(register.db, casusId, wijzigingId);
  if (!wijziging) throw new PermanentError('Deze wijziging staat niet in het register. Kijk welke wijzigingId het model meegeeft.');
  if ((await leesCasusEinde(register.db, casusId))?.status !== 'open') return regel(aanleiding, casusId, klok.nu(), 'De casus is al gesloten; er verandert niets.');

  if (wijziging.soort === 'school') {
    await biedAan(deps, await register.transaction((tx) => bewaarSignaal(tx, alsSignaal(wijziging, aanleiding.elementInstanceKey, klok.nu()))));
    return regel(aanleiding, casusId, klok.nu(), `${watVerandert(wijziging)}. Aan de casus doorgegeven.`);
  }
  await register.transaction((tx) => once(tx, `${sleutel}:register`, klok.nu(), () => schrijfWijziging(tx, casusId, wijziging, klok.nu())));
  const aantal = wijziging.soort === 'contact' ? await zetTakenRecht(register, takenbord, casusId) : 0;
  const berichten = wijziging.soort === 'contact'
    ? await makeBerichten(register, engine, options, await haalCasus(register.db, casusId), {
        melding: 'N-41', gebeurtenis: wijzigingId, op: klok.nu(), gegevens: { wie: WISSELROLLEN[wijziging.rol ?? ''] ?? '' }, aan: [{ rol: wijziging.rol ?? '', adres: wijziging.email }],
      })
    : [];
  const schrijf = regel(aanleiding, casusId, klok.nu(), `${watVerandert(wijziging)}. Open taken overgedragen: ${aantal}.`);
  return async (tx) => {
    await zetKlaar(tx, berichten);
    await schrijf(tx);
  };
}

async function schrijfWijziging(tx: Tx, casusId: string, wijziging: Wijziging, op: Date): Promise<null> {
  const { rol, userId, naam, email, groep, vanaf, wijzigingId } = wijziging;
  if (rol !== null) await vervangContact(tx, casusId, { rol, userId, naam, email }, op);
  if (groep !== null) await zetGroep(tx, casusId, { ...groepOp(await haalCasus(tx, casusId), vanaf), groep, groepSchooljaar: schooljaarVan(vanaf) });
  await merkDoorgevoerd(tx, wijzigingId, op);
  return null;
}

/** De casus hoort dat het kind naar een andere school gaat; wat er verandert staat in het register. */
export const alsSignaal = ({ casusId, wijzigingId }: Pick<Wijziging, 'casusId' | 'wijzigingId'>, ontvangenIn: string, op: Date): Parameters<typeof bewaarSignaal>[1] =>
  ({ casusId, bericht: 'andere-school', sleutel: `wijziging:${wijzigingId}`, inhoud: { wijzigingId }, ontvangenIn, op });

const regel = (aanleiding: Aanleiding, casusId: string, op: Date, uitkomst: string): Schrijven<void> =>
  (tx) => schrijfSysteemregel(tx, aanleiding, { casusId, op, actie: 'Wijziging doorgevoerd', uitkomst });
