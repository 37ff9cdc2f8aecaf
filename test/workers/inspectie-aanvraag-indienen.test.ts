import { describe, expect, it } from 'vitest';
import { makeInspectieAanvraagIndienen } from '../../workers/inspectie-aanvraag-indienen.ts';
import { makeInspectieBesluitVerwerken } from '../../workers/inspectie-besluit-verwerken.ts';
import { makeInspectieMeldingIndienen } from '../../workers/inspectie-melding-indienen.ts';
import { PermanentError } from '../../domein/errors.ts';
import { setupCasus } from '../helpers/signalen.ts';
import { businessError, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = () => setupCasus(bank);

describe('inspectie-aanvraag-indienen, inspectie-melding-indienen en inspectie-besluit-verwerken', () => {
  const aotAanvraag = { urenPerWeek: 12, vanDatum: '2025-11-17', totDatum: '2026-01-26', oppOpgesteld: true, eerderVerzocht: 'nee' };
  it('AS-05: aanvraag en melding zijn elk één rij', async () => {
    const { deps, casusId, db } = await setup();
    const aotOordeel = { categorie: 'D' };
    const aanvraag = await runWorker(makeInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag });
    expect(await runWorker(makeInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag })).toEqual(aanvraag);
    await runWorker(makeInspectieMeldingIndienen(deps), { casusId, aotOordeel, aotMelding: { ...aotAanvraag, oppOpgesteld: null, eerderVerzocht: null } });
    expect(await db.selectFrom('inspectie').select(['soort', 'categorie', 'oppAanwezig', 'eerderVerzoek']).orderBy('soort').execute()).toEqual([
      { soort: 'AOT_AANVRAAG', categorie: 'D', oppAanwezig: true, eerderVerzoek: false },
      { soort: 'AOT_MELDING', categorie: 'D', oppAanwezig: null, eerderVerzoek: null },
    ]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);

    await runWorker(makeInspectieBesluitVerwerken(deps), { casusId, inspectieId: aanvraag.inspectieId, besluit: 'TOEGEKEND' });
    expect(await db.selectFrom('inspectie').select('besluit').where('soort', '=', 'AOT_AANVRAAG').executeTakeFirst()).toEqual({ besluit: 'TOEGEKEND' });
    await expect(runWorker(makeInspectieBesluitVerwerken(deps), { casusId, inspectieId: casusId, besluit: 'X' })).rejects.toThrow(PermanentError);
  });
  it('weigert een aanvraag over twee schooljaren of zonder OPP', async () => {
    const { deps, casusId } = await setup();
    const error = await businessError(runWorker(makeInspectieAanvraagIndienen(deps), { casusId, aotOordeel: null, aotAanvraag: { ...aotAanvraag, totDatum: '2026-09-01', oppOpgesteld: false } }));
    expect(error.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(error.variables.validatieFouten).toHaveLength(2);
  });
});
