import { merkWekenBeantwoord } from '../../registratie/beantwoorde-weken.ts';
import type { LeerlingVanCasus } from '../../registratie/leerling-lezen.ts';
import { once } from '../../registratie/once.ts';
import { claimGrond, leesOpenGronden } from '../../registratie/open-gronden.ts';
import { leesThuisperioden } from '../../registratie/thuisperiode-lezen.ts';
import { leesVrijstellingen } from '../../registratie/vrijstelling.ts';
import { leesVerzuim } from '../../registratie/verzuim-lezen.ts';
import { leesLaatstePeildatum, leesVorigeStand } from '../../registratie/verzuimstand-lezen.ts';
import type { Dependencies } from '../dependencies.ts';
import { vandaag, type Datum } from '../kalender/datum.ts';
import { beginVanLesweken } from '../kalender/rekenen.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import type { Schrijven } from '../schrijven.ts';
import { haalTermijn } from '../termijnen/tabel.ts';
import { haalThuisnormen } from '../thuis/normen.ts';
import { beoordeelThuis, lopendOp } from '../thuis/oordeel.ts';
import { alsInvoer } from '../thuis/status.ts';
import { stelThuisperiodeVast } from '../thuis/vaststellen.ts';
import { bewaarRegels, bewaarStand } from './bewaren.ts';
import { zonderGronden } from './gronden-uit-stand.ts';
import { berekenKengetallen } from './kengetallen.ts';
import { leeftijdOp, makeLeerplichtigOp } from './leerplicht.ts';
import { bepaalGronden } from './meldplicht.ts';
import type { VerzuimInvoer } from './regels.ts';
import { escalatieLoopt } from './terugval.ts';
import { beantwoordeWeken, genoemdeDagen } from './weken.ts';
import { isMeldingGepauzeerdOp, isVrijgesteldOp, vrijgesteldTot } from '../vrijstelling/geldig.ts';

export interface Opgave {
  casusId: string;
  verzuimInvoer: VerzuimInvoer;
  /** Gelden de weken van deze opgave als beantwoord? Niet als er een regel van is geweigerd. */
  beantwoordt?: boolean;
  leerlingStatus?: ({ ontheffing?: boolean | null | undefined } & Record<string, unknown>) | null | undefined;
}

/**
 * Bewaart verzuim en rekent de stand uit (CA-01-1, spec §1.2.1; routeboek r. 35, r. 65–67). Eerst liggen de regels vast,
 * dan wordt gerekend met alles wat er ligt: ook als twee standen tegelijk binnenkomen telt elke regel mee.
 * Een feit uit de route (zonder peildatum) is geen opgave van de school: er komt geen stand bij, de cijfers blijven die van
 * haar laatste opgave, en zij wordt er evengoed om gevraagd. Alleen de grond van het feit komt erbij.
 * @param sleutel van deze opgave; dezelfde regels nog eens veranderen niets
 * @returns wat er van de stand te schrijven is; de uitkomst daarvan zijn de procesvariabelen `verzuim`, `casusstand`, `leerlingStatus` en `thuis`
 */
export async function verwerkVerzuim(
  { register, engine, klok }: Dependencies,
  { casus, kalender }: { casus: LeerlingVanCasus; kalender: Schoolkalender },
  { casusId, verzuimInvoer: ontvangen, beantwoordt = true, leerlingStatus }: Opgave,
  sleutel: string,
): Promise<Schrijven<Record<string, unknown>>> {
  const { geboortedatum, logboekGestartOp } = casus;
  const opgave = ontvangen.peildatum ? { ...ontvangen, peildatum: ontvangen.peildatum } : null;
  const beantwoord = opgave && beantwoordt ? beantwoordeWeken(opgave, kalender) : [];
  // Een stand over een oudere week verandert wat er nu geldt: gerekend wordt tot de jongste dag waarvan iets bekend is.
  const jongste = await leesLaatstePeildatum(register.db, casusId);
  if (opgave) await register.transaction((tx) => once(tx, `${sleutel}:regels`, klok.nu(), () => bewaarRegels(tx, casusId, ontvangen)));
  /** Vanaf welke dag een merk telt en of het kind leerplichtig is: de jongste peildatum, en bij een feit vandaag. */
  const dag = opgave ? laatste(jongste, opgave.peildatum) : vandaag(klok);

  const lesweken = (await haalTermijn(engine, 'venster-verzuimuren', 'venster')).aantal;
  const schooljaren = (await haalTermijn(engine, 'venster-te-laat', 'venster')).aantal;
  const merkenVanaf = beginVanLesweken(kalender, dag, lesweken);
  // Eerst de merken en dan de regels: een melding die ertussen wordt ingediend telt dan nooit dubbel.
  const open = await leesOpenGronden(register.db, casusId, merkenVanaf);
  const verzuim = await leesVerzuim(register.db, casusId);
  const peildatum = opgave ? dag : (jongste ?? verzuim.regels.at(-1)?.datum ?? dag);
  const nu = vandaag(klok);
  const datums = [nu, dag, peildatum, ...verzuim.regels.map((r) => r.datum), ...verzuim.teLaat.map((t) => t.datum)];
  const leerplichtigOp = await makeLeerplichtigOp(engine, geboortedatum, datums);
  const leerplichtig = leerplichtigOp(dag);
  const vrijstellingen = await leesVrijstellingen(register.db, casusId);
  const ontheffing = isVrijgesteldOp(vrijstellingen, dag);
  const vorige = await leesVorigeStand(register.db, casusId);

  const stand = zonderGronden(
    {
      ...berekenKengetallen({
        ...verzuim, peildatum, kalender, leerplichtigOp: (op) => leerplichtigOp(op) && !isMeldingGepauzeerdOp(vrijstellingen, op), lesweken, schooljaren,
        geraakt: opgave ? genoemdeDagen(opgave, kalender) : [],
        vorigeWeek: vorige && (vorige.thuisTot !== null || vorige.dagenThuisWeek > 0) ? { dagenThuisWeek: vorige.dagenThuisWeek, thuisTot: vorige.thuisTot ?? vorige.peildatum } : null,
      }),
      tweeWekenGroteMoeite: ontvangen.tweeWekenGroteMoeite ?? vorige?.tweeWekenGroteMoeite ?? false,
      jgzGeenGehoor: ontvangen.jgzGeenGehoor,
      escalatiegesprekGevoerd: ontvangen.escalatiegesprekGevoerd,
    },
    open,
  );
  const gronden = leerplichtig ? await bepaalGronden(engine, stand) : [];
  const normen = await haalThuisnormen(engine, kalender);

  return async (tx) => {
    const voorbij: string[] = [];
    for (const grond of gronden) {
      if (!(await claimGrond(tx, casusId, { grond, sinds: dag }, merkenVanaf))) voorbij.push(grond);
    }
    const definitief = zonderGronden(stand, voorbij);
    if (opgave) await bewaarStand(tx, casusId, definitief, klok.nu());
    await merkWekenBeantwoord(tx, casusId, beantwoord, klok.nu());
    await stelThuisperiodeVast(tx, { casusId, casus, kalender, normen, peildatum, op: klok.nu() });
    const oordeel = beoordeelThuis(lopendOp(await leesThuisperioden(tx, casusId), nu), normen, { dag: nu, leerplichtig: leerplichtigOp(nu), staatIngeschreven: casus.ingeschreven, vrijgesteldTot: vrijgesteldTot(vrijstellingen, nu) });
    return {
      // De status is die van vandaag, ook als de opgave over een oudere week gaat.
      thuis: alsInvoer(oordeel),
      // Tijdens het sluiten telt alleen wie na zijn terugkeer weer thuis was; dat zegt escalatieLoopt.
      verzuim: { ...definitief, nieuweReeks: definitief.nieuweReeks && casus.sluitVanaf === null, openGronden: [...open, ...voorbij] },
      casusstand: { vierWekenBegonnen: escalatieLoopt(casus, ontvangen.regels, ontheffing), registratieGestart: logboekGestartOp !== null },
      leerlingStatus: {
        registratieStatus: null,
        ...leerlingStatus,
        ontheffing,
        leeftijd: leeftijdOp(geboortedatum, dag),
        leerplichtig,
      },
    };
  };
}

const laatste = (eerder: Datum | null, nu: Datum): Datum => (eerder !== null && eerder > nu ? eerder : nu);
