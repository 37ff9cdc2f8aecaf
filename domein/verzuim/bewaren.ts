import type { Tx } from '../../registratie/register.ts';
import { slaVerzuimOp } from '../../registratie/verzuim-opslaan.ts';
import { slaVerzuimstandOp } from '../../registratie/verzuimstand-opslaan.ts';
import type { Meldgegevens } from './gronden-uit-stand.ts';
import { voegSamen, type VerzuimInvoer } from './regels.ts';

/** Slaat de regels op: twee regels van dezelfde dag worden er één, en wat al gemeld is blijft gemeld. */
export const bewaarRegels = (tx: Tx, casusId: string, invoer: VerzuimInvoer): Promise<void> =>
  slaVerzuimOp(tx, casusId, { regels: voegSamen(invoer.regels), teLaat: invoer.teLaat });

/** Bewaart van de stand wat een kolom heeft; dezelfde peildatum nog eens vervangt haar. */
export async function bewaarStand(tx: Tx, casusId: string, stand: Meldgegevens & { tweeWekenGroteMoeite: boolean }, ontvangenOp: Date): Promise<void> {
  await slaVerzuimstandOp(tx, {
    casusId,
    peildatum: stand.peildatum,
    urenOngeoorloofd4wk: stand.urenOngeoorloofd4wk,
    urenTotaal4wk: stand.urenTotaal4wk,
    aantalTeLaat: stand.aantalTeLaat,
    dagenThuisWeek: stand.dagenThuisWeek,
    thuisTot: stand.thuisTot,
    wekenAaneenMeerDan3Dagen: stand.wekenAaneenMeerDan3Dagen,
    aaneengeslotenOngeoorloofdDagen: stand.aaneengeslotenOngeoorloofdDagen,
    langdurigGemeld: stand.langdurigGemeld,
    vermoedelijkOngeoorloofd: stand.vermoedelijkOngeoorloofd,
    pctVerzuim2wk: stand.pctVerzuim2wk,
    dagenAfwezig15wk: stand.dagenAfwezig15wk,
    tweeWekenGroteMoeite: stand.tweeWekenGroteMoeite,
    luxeVerzuim: stand.luxeVerzuim,
    jgzGeenGehoor: stand.jgzGeenGehoor,
    escalatiegesprekGevoerd: stand.escalatiegesprekGevoerd,
    aard: stand.aard,
    ontvangenOp,
  });
}
