import { afterAll, describe, expect, it } from 'vitest';
import { maakInvoerControleren } from '../../workers/invoer-controleren.ts';
import { draai, sluitProefregister } from './helpers/register.ts';
import { bedrijfsfout, opzet } from './helpers/casus.ts';

afterAll(sluitProefregister);

describe('invoer-controleren', () => {
  const controleer = async (controle: string, invoer: Record<string, unknown>, meer: Record<string, unknown> = {}) => {
    const { deps, casusId } = await opzet();
    return draai(maakInvoerControleren(deps), { casusId, invoer, ...meer }, { koppen: { controle } });
  };
  it('is tevreden en wist oude fouten', async () => {
    expect(await controleer('gesprek-ouders', { gesprekDatum: '2025-09-09' })).toEqual({ validatieFouten: null });
  });
  it('kent de datum van het signaal uit het register', async () => {
    const fout = await bedrijfsfout(controleer('gesprek-ouders', { gesprekDatum: '2025-09-04' }));
    expect(fout.variabelen.validatieFouten).toEqual(['Datum gesprek: kies 5 september 2025 (de datum van het signaal) of een latere dag.']);
  });
  it('haalt normen uit de beslistabellen', async () => {
    expect(await controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3.5 })).toEqual({ validatieFouten: null });
    await bedrijfsfout(controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3 }));
    expect(await controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-06' })).toEqual({ validatieFouten: null });
    await bedrijfsfout(controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-07' }));
    await bedrijfsfout(controleer('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-22', urenOngeoorloofd: 12, gronden: ['ZESTIEN_UUR_4WK'] }));
  });
  it('ziet de procesvariabelen die het model niet apart meegeeft', async () => {
    await bedrijfsfout(controleer('onderwijsaanbod-4wk', { startDatum: '2025-10-05' }, { termijnen: { t0: '2025-10-06' } }));
    await bedrijfsfout(controleer('afsluitnotitie', { einddatum: '2025-09-07' }));
  });
});
