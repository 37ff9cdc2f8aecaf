import { leesOpenDuoMelding } from '../../registratie/duo-meldingen-lezen.ts';
import { leesOpenAanvraag } from '../../registratie/inspectie-besluit-opslaan.ts';
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
    const duoId = await leesOpenDuoMelding(register.db, casusId);
    if (duoId) await publiceer('leerplicht-terugkoppeling', casusId, { duoId, terugkoppeling: 'GESPREK_GEVOERD' }, `${duoId}:terugkoppeling`);
  },
};

/** De inspectie stemt in met een aanvraag. */
const instemming: Reactie = {
  schooldagen: 12,
  async doe({ register, publish: publiceer }, casusId) {
    const inspectieId = await leesOpenAanvraag(register.db, casusId);
    if (inspectieId) await publiceer('inspectie-besluit', casusId, { inspectieId, besluit: 'INGESTEMD' }, `${inspectieId}:besluit`);
  },
};

/** @returns wat er na deze stap van buiten terugkomt, als er iets terugkomt. */
export const buitenwereld = (stap: string): Reactie | undefined => ({ 'CA-02-1': terugkoppeling, 'CA-03-4': instemming })[stap];
