import { ZONDER_KERNTEAM } from '../../helpers/aanmelding.ts';
import type { Casusverloop } from './casusverloop.ts';
import { example } from './example.ts';
import { stand, ziek } from './prelude.ts';
import type { Proef } from './proef.ts';
import { registerVan } from './register.ts';
import { startForm } from './start-form.ts';

/** PRE-B van de spec §9.1: van aanmelding tot en met stap 5, op een school zonder kernteam. */
export async function preludeB(proef: Proef, formulier: Record<string, unknown> = {}): Promise<Casusverloop> {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm({ ...ZONDER_KERNTEAM, ...formulier }));
  proef.las.volg(casus.casusId, 0);
  await bespreek(casus);
  await casus.doe('GK-03a', example('consult-vraag', { twijfel: 'nee', vraag: undefined }), '2025-09-12T09:00');
  await casus.doe('GK-04', logboek(), '2025-09-15T09:00');
  await casus.doe('GK-05', regie(), '2025-09-16T09:00');
  return casus;
}

/** De stappen 1 en 2: ouders, de orthopedagoog van de school, en het verzuim. */
export async function bespreek(casus: Casusverloop): Promise<void> {
  await casus.doe('GK-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
  await casus.doe('GK-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'nee', otVorm: undefined }), '2025-09-11T10:00');
  await casus.doe('GK-02', example('verzuimstand', { peildatum: '2025-09-11', geenVerzuim: true, regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-11T11:00');
}

export const logboek = (anders: Record<string, unknown> = {}) => example('logboek-start', { urenRamingMin: undefined, urenRamingMax: undefined, volgendeActieDatum: '2025-09-22', ...anders });

export const regie = (anders: Record<string, unknown> = {}) => example('regie-school', { aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined, ...anders });

/** Het escalatiegesprek van de IB-er (GK-06), in het OT als het scenario niets anders zegt. */
export const gesprek = (datum: string, anders: Record<string, unknown> = {}) =>
  example('escalatiegesprek', { gesprekDatum: datum, inOT: 'ja', otVorm: 'BREED', otDeelnemers: ['ouders', 'ib-er'], dagenThuisWeek: 4, oudersGeinformeerdOverMeldingen: true, oudersNietBereikt: false, aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined, zorgenVeiligheid: 'nee', ...anders });

/** Van een escalatie tot en met het gesprek (GK-06); daarna stuurt de LAS elke week een stand. */
export async function escaleerZonderKernteam(proef: Proef, casus: Casusverloop, vrijdag: string, regels: unknown[], datum: string, anders: Record<string, unknown> = {}): Promise<void> {
  await casus.bericht('verzuimstand', stand(vrijdag, regels), `${vrijdag}T16:00`);
  await casus.doe('GK-06', gesprek(datum, anders), `${datum}T14:00`);
  proef.las.volg(casus.casusId, 4);
}

/** Vier dagen thuis in de eerste week na de herfstvakantie: de week waarin de casus van deze tests escaleert. */
export const VIER_DAGEN = ziek(['2025-10-27', '2025-10-28', '2025-10-29', '2025-10-30']);

/** Het besluit van stap 13, met een helder perspectief en een wachtlijst als het scenario niets anders zegt. */
export const perspectief = (anders: Record<string, unknown> = {}) =>
  example('perspectief', { onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', ondersteuningThuisNodig: 'NEE', afwijkendeConclusie: undefined, motiveringAfwijking: undefined, perspectiefHelder: 'ja', besprokenInOT: 'ja', wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'nee', oudersNietBereikt: false, aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined, ...anders });

/** De groepen die een open taak zien. */
export const wie = async (casus: Casusverloop, stap: string) => (await casus.taak(stap)).groepen;

/** Wat er boven het formulier van een taak staat over eerdere antwoorden. */
export const eerder = async (proef: Proef, casus: Casusverloop, stap: string) => JSON.stringify(proef.beeld.variable('eerder', (await casus.taak(stap)).elementInstance));

/** Aan welke rollen een melding van deze casus ging. */
export const post = async (proef: Proef, casus: Casusverloop, melding: string) => (await registerVan(proef, casus.casusId)).post.filter((p) => p.melding === melding).map((p) => p.aanRol);
