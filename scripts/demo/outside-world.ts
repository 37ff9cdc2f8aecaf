import type { Controls } from './controls.ts';

/** Wat een andere organisatie terugstuurt nadat een stap is gedaan. */
interface Reactie {
  readonly schooldagen: number;
  doe(bediening: Controls, casusId: string): Promise<void>;
}

/** De leerplichtambtenaar koppelt een verzuimmelding terug. */
const terugkoppeling: Reactie = {
  schooldagen: 7,
  async doe({ register, publish: publiceer }, casusId) {
    const melding = await register.db.selectFrom('duo').select('duoId').where('casusId', '=', casusId).where('soort', '=', 'MELDING').where('status', '=', 'INGEDIEND').orderBy('gemeldOp').executeTakeFirst();
    if (melding) await publiceer('leerplicht-terugkoppeling', casusId, { duoId: melding.duoId, terugkoppeling: 'GESPREK_GEVOERD' }, `${melding.duoId}:terugkoppeling`);
  },
};

/** De inspectie stemt in met een aanvraag. */
const instemming: Reactie = {
  schooldagen: 12,
  async doe({ register, publish: publiceer }, casusId) {
    const aanvraag = await register.db.selectFrom('inspectie').select('inspectieId').where('casusId', '=', casusId).where('soort', '=', 'AOT_AANVRAAG').where('besluit', 'is', null).executeTakeFirst();
    if (aanvraag) await publiceer('inspectie-besluit', casusId, { inspectieId: aanvraag.inspectieId, besluit: 'INGESTEMD' }, `${aanvraag.inspectieId}:besluit`);
  },
};

/** @returns wat er na deze stap van buiten terugkomt, als er iets terugkomt. */
export const buitenwereld = (elementId: string): Reactie | undefined => ({ CA_02_1: terugkoppeling, CA_03_4: instemming })[elementId];
