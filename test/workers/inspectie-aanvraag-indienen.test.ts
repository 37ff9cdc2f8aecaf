import { afterAll, describe, expect, it } from 'vitest';
import { maakInspectieAanvraagIndienen } from '../../workers/inspectie-aanvraag-indienen.ts';
import { maakInspectieBesluitVerwerken } from '../../workers/inspectie-besluit-verwerken.ts';
import { maakInspectieMeldingIndienen } from '../../workers/inspectie-melding-indienen.ts';
import { PermanenteFout } from '../../domein/errors.ts';
import { draai, sluitProefregister } from './helpers/register.ts';
import { bedrijfsfout, opzet } from './helpers/casus.ts';

afterAll(sluitProefregister);

describe('inspectie-aanvraag-indienen, inspectie-melding-indienen en inspectie-besluit-verwerken', () => {
  const aotAanvraag = { urenPerWeek: 12, vanDatum: '2025-11-17', totDatum: '2026-01-26', oppOpgesteld: true, eerderVerzocht: 'nee' };
  it('AS-05: aanvraag en melding zijn elk één rij', async () => {
    const { deps, casusId, db } = await opzet();
    const aotOordeel = { categorie: 'D' };
    const aanvraag = await draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag });
    expect(await draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel, aotAanvraag })).toEqual(aanvraag);
    await draai(maakInspectieMeldingIndienen(deps), { casusId, aotOordeel, aotMelding: { ...aotAanvraag, oppOpgesteld: null, eerderVerzocht: null } });
    expect(await db.selectFrom('inspectie').select(['soort', 'categorie', 'oppAanwezig', 'eerderVerzoek']).orderBy('soort').execute()).toEqual([
      { soort: 'AOT_AANVRAAG', categorie: 'D', oppAanwezig: true, eerderVerzoek: false },
      { soort: 'AOT_MELDING', categorie: 'D', oppAanwezig: null, eerderVerzoek: null },
    ]);
    expect(await db.selectFrom('logboekRegel').selectAll().execute()).toHaveLength(2);

    await draai(maakInspectieBesluitVerwerken(deps), { casusId, inspectieId: aanvraag.inspectieId, besluit: 'TOEGEKEND' });
    expect(await db.selectFrom('inspectie').select('besluit').where('soort', '=', 'AOT_AANVRAAG').executeTakeFirst()).toEqual({ besluit: 'TOEGEKEND' });
    await expect(draai(maakInspectieBesluitVerwerken(deps), { casusId, inspectieId: casusId, besluit: 'X' })).rejects.toThrow(PermanenteFout);
  });
  it('weigert een aanvraag over twee schooljaren of zonder OPP', async () => {
    const { deps, casusId } = await opzet();
    const fout = await bedrijfsfout(draai(maakInspectieAanvraagIndienen(deps), { casusId, aotOordeel: null, aotAanvraag: { ...aotAanvraag, totDatum: '2026-09-01', oppOpgesteld: false } }));
    expect(fout.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(fout.variabelen.validatieFouten).toHaveLength(2);
  });
});
