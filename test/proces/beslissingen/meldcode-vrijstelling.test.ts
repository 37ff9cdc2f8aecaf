import { describeDecision } from './evaluate.ts';

const weging = (vermoedenHoudtStand: string | null, acuutOfStructureel: string | null, hulpTeOrganiseren: string | null, hulpAanvaard: string | null, leidtTotResultaat: string | null) =>
  ({ weging: { vermoedenHoudtStand, acuutOfStructureel, hulpTeOrganiseren, hulpAanvaard, leidtTotResultaat } });

/** Errata §1 F-70/72: acuut gaat voor alles, nog onbekend is geen ja en geen nee, en hulp niet aangeboden is een eigen antwoord. */
describeDecision('meldcode-afweging', [
  ['acuut, ook zonder vermoeden', weging('nee', 'ja', null, null, null), ['1'], 'MELDEN_EN_HULP'],
  ['geen vermoeden meer en veilig', weging('nee', 'nee', null, null, null), ['2'], 'GEEN_MELDING'],
  ['of het veilig is, is nog onbekend', weging('nee', 'nog-onbekend', null, null, null), ['3'], 'UITZOEKEN'],
  ['of het veilig is, is niet ingevuld', weging('ja', null, 'ja', 'ja', 'ja'), ['3'], 'UITZOEKEN'],
  ['het vermoeden is nog niet gewogen', weging('nog-onbekend', 'nee', 'ja', 'ja', 'ja'), ['4'], 'UITZOEKEN'],
  ['geen hulp te organiseren', weging('ja', 'nee', 'nee', null, null), ['5'], 'MELDEN'],
  ['of er hulp is, is nog onbekend', weging('ja', 'nee', 'nog-onbekend', 'ja', 'ja'), ['6'], 'UITZOEKEN'],
  ['hulp geweigerd', weging('ja', 'nee', 'ja', 'nee', 'nog-onbekend'), ['7'], 'MELDEN'],
  ['hulp zonder resultaat', weging('ja', 'nee', 'ja', 'ja', 'nee'), ['8'], 'MELDEN'],
  ['hulp helpt', weging('ja', 'nee', 'ja', 'ja', 'ja'), ['9'], 'HULP_HELPT'],
  ['hulp nog niet aangeboden', weging('ja', 'nee', 'ja', 'niet-aangeboden', 'nog-onbekend'), ['10'], 'HULP_ORGANISEREN'],
  ['resultaat nog onbekend', weging('ja', 'nee', 'ja', 'ja', 'nog-onbekend'), ['10'], 'HULP_ORGANISEREN'],
  ['of de hulp is aanvaard, is nog onbekend', weging('ja', 'nee', 'ja', 'nog-onbekend', 'ja'), ['10'], 'HULP_ORGANISEREN'],
]);

const aanvraag = (anders: Record<string, unknown> = {}) => ({ aanvraag: { grond: 'LICHAMELIJK_PSYCHISCH', verklaringArts: true, artsIsBehandelaar: false, verklaringMaanden: 3, voorschriftenVoldaan: true, ...anders } });
const toets = (gebrek: string, maxDuur: string) => ({ gebrek, maxDuur });

/** Errata §1 DMN-19: de tabel zegt wat er ontbreekt en wijst niets af. */
describeDecision('vrijstelling', [
  ['zonder verklaring', aanvraag({ verklaringArts: false }), ['1'], toets('VERKLARING_ONTBREEKT', 'GEHELE_LEERPLICHT')],
  ['verklaring niet ingevuld', aanvraag({ verklaringArts: null }), ['1'], toets('VERKLARING_ONTBREEKT', 'GEHELE_LEERPLICHT')],
  ['van de eigen behandelaar', aanvraag({ artsIsBehandelaar: true }), ['2'], toets('ARTS_IS_BEHANDELAAR', 'GEHELE_LEERPLICHT')],
  ['van wie is niet bekend', aanvraag({ artsIsBehandelaar: null }), ['2'], toets('ARTS_IS_BEHANDELAAR', 'GEHELE_LEERPLICHT')],
  ['ouder dan drie maanden', aanvraag({ verklaringMaanden: 3.5 }), ['3'], toets('VERKLARING_TE_OUD', 'GEHELE_LEERPLICHT')],
  ['zonder datum', aanvraag({ verklaringMaanden: null }), ['3'], toets('VERKLARING_TE_OUD', 'GEHELE_LEERPLICHT')],
  ['niet aan de voorschriften', aanvraag({ voorschriftenVoldaan: false }), ['4'], toets('VOORSCHRIFTEN', 'GEHELE_LEERPLICHT')],
  ['compleet, precies drie maanden oud', aanvraag(), ['5'], toets('GEEN', 'GEHELE_LEERPLICHT')],
  ['een andere grond, niet aan de voorschriften', aanvraag({ grond: 'OVERIG', voorschriftenVoldaan: null }), ['6'], toets('VOORSCHRIFTEN', 'SCHOOLJAAR')],
  ['een andere grond heeft geen arts nodig', aanvraag({ grond: 'OVERIG', verklaringArts: false, artsIsBehandelaar: null, verklaringMaanden: null }), ['7'], toets('GEEN', 'SCHOOLJAAR')],
]);
