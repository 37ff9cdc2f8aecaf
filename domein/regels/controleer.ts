import { ContractError } from '../errors.ts';
import { aanwijzingRegisseurBestuur } from './aanwijzing-regisseur-bestuur.ts';
import { afsluitnotitie } from './afsluitnotitie.ts';
import { aot, aotAanvraag, aotMelding } from './aot.ts';
import { av1Behoefte, av1Besluit, av1Gesprek, av1Inname, av1Installatie } from './av1.ts';
import { besprekingTeam } from './bespreking-team.ts';
import { brugKeuze } from './brug-keuze.ts';
import { casusSignaal } from './casus-signaal.ts';
import { contactpersoonToewijzen } from './contactpersoon-toewijzen.ts';
import { duoVerzuimmelding } from './duo-verzuimmelding.ts';
import { eigenSchoolAanbod, eigenSchoolUitkomst } from './eigen-school.ts';
import { escalatiegesprek } from './escalatiegesprek.ts';
import { evaluatiePlannen, evaluatieVerslag } from './evaluatiegesprek.ts';
import { gesprekOuders } from './gesprek-ouders.ts';
import type { Invoer, Omgeving, Regel } from './helpers.ts';
import { inschrijvingNagaan } from './inschrijving-nagaan.ts';
import { inzetMaatwerk } from './inzet-maatwerk.ts';
import { logboekStart } from './logboek-start.ts';
import { meldcodeConsultatie, meldcodeGesprek, meldcodeHulp, meldcodeMelding, meldcodeSignalen, meldcodeVolgen, meldcodeWeging } from './meldcode.ts';
import { onderwijsaanbod4wk } from './onderwijsaanbod-4wk.ts';
import { opbouwplan } from './opbouwplan.ts';
import { otBespreking, otPlannen } from './ot-bespreking.ts';
import { overdrachtOverstap } from './overdracht-overstap.ts';
import { perspectief } from './perspectief.ts';
import { regieAfstemming } from './regie-afstemming.ts';
import { regieSchool } from './regie-school.ts';
import { regisseursVoorstel } from './regisseurs-voorstel.ts';
import { tussenaanbodVolgen } from './tussenaanbod-volgen.ts';
import { verzuimstand } from './verzuimstand.ts';
import { verzuimweek } from './verzuimweek.ts';
import { vrijstellingAanvraag, vrijstellingBesluit } from './vrijstelling.ts';
import { vooroverlegEscalatie } from './vooroverleg-escalatie.ts';

/** De regels per formulier; de sleutel is het id van het formulier. */
export const REGELS: Readonly<Record<string, Regel>> = {
  'aanwijzing-regisseur-bestuur': aanwijzingRegisseurBestuur,
  afsluitnotitie,
  aot,
  'aot-aanvraag': aotAanvraag,
  'aot-melding': aotMelding,
  'av1-behoefte': av1Behoefte,
  'av1-besluit': av1Besluit,
  'av1-gesprek': av1Gesprek,
  'av1-inname': av1Inname,
  'av1-installatie': av1Installatie,
  'bespreking-team': besprekingTeam,
  'brug-keuze': brugKeuze,
  'casus-signaal': casusSignaal,
  'contactpersoon-toewijzen': contactpersoonToewijzen,
  'duo-verzuimmelding': duoVerzuimmelding,
  'eigen-school-aanbod': eigenSchoolAanbod,
  'eigen-school-uitkomst': eigenSchoolUitkomst,
  escalatiegesprek,
  'evaluatie-plannen': evaluatiePlannen,
  'evaluatie-verslag': evaluatieVerslag,
  'gesprek-ouders': gesprekOuders,
  'inschrijving-nagaan': inschrijvingNagaan,
  'inzet-maatwerk': inzetMaatwerk,
  'logboek-start': logboekStart,
  'meldcode-consultatie': meldcodeConsultatie,
  'meldcode-gesprek': meldcodeGesprek,
  'meldcode-hulp': meldcodeHulp,
  'meldcode-melding': meldcodeMelding,
  'meldcode-signalen': meldcodeSignalen,
  'meldcode-volgen': meldcodeVolgen,
  'meldcode-weging': meldcodeWeging,
  'onderwijsaanbod-4wk': onderwijsaanbod4wk,
  opbouwplan,
  'ot-bespreking': otBespreking,
  'ot-plannen': otPlannen,
  'overdracht-overstap': overdrachtOverstap,
  perspectief,
  'regie-afstemming': regieAfstemming,
  'regie-school': regieSchool,
  'regisseurs-voorstel': regisseursVoorstel,
  'tussenaanbod-volgen': tussenaanbodVolgen,
  verzuimstand,
  verzuimweek,
  'vooroverleg-escalatie': vooroverlegEscalatie,
  'vrijstelling-aanvraag': vrijstellingAanvraag,
  'vrijstelling-besluit': vrijstellingBesluit,
  'vrijstelling-verlenging': vrijstellingBesluit,
};

/**
 * Kijkt na wat een formulier zelf niet kan: datums tegen vandaag of een eerdere stap, en velden tegen elkaar
 * (de W-regels van spec §5). Vrije tekst komt hier niet.
 * @returns Nederlandse zinnen die het veld noemen en zeggen wat er wordt verwacht; leeg als alles klopt
 */
export function controleer(formulierId: string, invoer: Invoer, omgeving: Omgeving): string[] {
  const regel = REGELS[formulierId];
  if (!regel) throw new ContractError(`Er is geen controle voor formulier "${formulierId}". Kijk naar de kop "controle" van deze stap.`);
  return regel(invoer, omgeving).filter((zin) => zin !== null);
}
