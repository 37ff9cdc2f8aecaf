import type { Casusverloop } from './casusverloop.ts';
import type { Proef } from './proef.ts';
import { startForm } from './start-form.ts';
import { example } from './example.ts';

/** Eén verzuimregel zoals de LAS haar stuurt. */
export function dag(datum: string, dagdelen: number, uren: number, soort: string) {
  return { datum, dagdelen, uren, soort };
}

/** Hele dagen ziek thuis, op elk van deze datums. */
export const ziek = (datums: readonly string[]) => datums.map((datum) => dag(datum, 2, 5, 'ZIEKTE'));

/** Vier dagen ziek in de week van vrijdag 26 september 2025: genoeg voor een escalatie. */
export const vierDagenThuis = ziek(['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25']);

/** Over de eerste dag twijfelt de school: dan is het verzuim niet alleen geoorloofd, en volgt na het gesprek de melding bij DUO (errata GK-06d). */
export const metTwijfel = (regels: readonly unknown[]): unknown[] => regels.map((regel, i) => (i === 0 ? { ...(regel as object), soort: 'VERMOEDELIJK_ONGEOORLOOFD' } : regel));

/** Een verzuimstand met de vrijdag als peildatum, standaard zonder nieuw verzuim. */
export function stand(peildatum: string, regels: unknown[] = [], anders: Record<string, unknown> = {}) {
  return { verzuimInvoer: { peildatum, regels, teLaat: [], tweeWekenGroteMoeite: false, ...anders } };
}

/** PRE-A van de spec §9.1: van aanmelding tot en met stap 6. De LAS zegt elke week dat er geen verzuim was; wie dat anders wil, laat haar zwijgen. */
export async function preludeA(proef: Proef, formulier: Record<string, unknown> = {}, proces = 'casus'): Promise<Casusverloop> {
  await proef.zetKlok('2025-09-08T09:00');
  const casus = await proef.meldAan(startForm(formulier), proces);
  proef.las.volg(casus.casusId, 0);
  await casus.doe('KT-01a', example('gesprek-ouders', { gesprekDatum: '2025-09-09', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }), '2025-09-09T10:00');
  await casus.doe('KT-01b', example('bespreking-team', { datum: '2025-09-11', otNodig: 'nee', otVorm: undefined }), '2025-09-11T10:00');
  await casus.doe('KT-02', example('verzuimstand', { peildatum: '2025-09-11', geenVerzuim: true, regels: [], teLaat: [], tweeWekenGroteMoeite: false, verzuimGestopt: undefined }), '2025-09-11T11:00');
  await casus.doe('KT-03', example('regisseurs-voorstel', { overlegDatum: '2025-09-12', regisseurSwvEmail: 'n.vanbeek@swv.example', voorstelRegisseurSchoolbestuurEmail: 'h.pol@bestuur.example' }), '2025-09-12T09:00');
  await casus.doe('KT-04', example('logboek-start', { volgendeActieDatum: '2025-09-22' }), '2025-09-15T09:00');
  await casus.doe('KT-05', example('aanwijzing-regisseur-bestuur', { akkoordMetVoorstel: 'ja', akkoordBekostiging: 'ja', startDatum: '2025-09-15', regisseurEmail: 'h.pol@bestuur.example' }), '2025-09-15T10:00');
  await casus.doe('KT-06', example('regie-afstemming', { overlegDatum: '2025-09-16', leerplichtIngelicht: true, leerplichtDatum: '2025-09-16', jeugdteamBetrekken: 'ja' }), '2025-09-16T09:00');
  return casus;
}

/** Van een escalatie tot en met het gesprek: eerst de stand, dan KT-07a en KT-07b. Daarna stuurt de LAS elke week een stand. */
export async function escaleer(proef: Proef, casus: Casusverloop, vrijdag: string, regels: unknown[], gesprek: string, anders: Record<string, unknown> = {}): Promise<void> {
  await casus.bericht('verzuimstand', stand(vrijdag, metTwijfel(regels)), `${vrijdag}T16:00`);
  await spreekOuders(casus, gesprek, anders);
  proef.las.volg(casus.casusId, 4);
}

/** KT-07a en KT-07b: het vooroverleg en het gesprek met de ouders op één dag. */
export async function spreekOuders(casus: Casusverloop, gesprek: string, anders: Record<string, unknown> = {}): Promise<void> {
  await casus.doe('KT-07a', example('vooroverleg-escalatie', { datum: gesprek, dagenThuisWeek: 4 }), `${gesprek}T10:00`);
  await casus.doe(
    'KT-07b',
    example('escalatiegesprek', { gesprekDatum: gesprek, inOT: 'nee', otVorm: undefined, otDeelnemers: undefined, dagenThuisWeek: 4, oudersGeinformeerdOverMeldingen: true, oudersNietBereikt: false, aantalPogingen: undefined, schriftelijkVerstuurdOp: undefined, zorgenVeiligheid: 'nee', ...anders }),
    `${gesprek}T14:00`,
  );
}
