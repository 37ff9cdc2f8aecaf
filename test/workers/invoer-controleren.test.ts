import { describe, expect, it } from 'vitest';
import { makeInvoerControleren } from '../../workers/invoer-controleren.ts';
import { setupCasus } from '../helpers/signalen.ts';
import { businessError, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = () => setupCasus(bank);

describe('invoer-controleren', () => {
  const controleer = async (controle: string, invoer: Record<string, unknown>, meer: Record<string, unknown> = {}) => {
    await bank.clear();
    const { deps, casusId } = await setup();
    return runWorker(makeInvoerControleren(deps), { casusId, invoer, ...meer }, { headers: { controle } });
  };
  it('is tevreden en wist oude fouten', async () => {
    expect(await controleer('gesprek-ouders', { gesprekDatum: '2025-09-09' })).toEqual({ validatieFouten: null });
  });
  it('kent de datum van het signaal uit het register', async () => {
    const error = await businessError(controleer('gesprek-ouders', { gesprekDatum: '2025-09-04' }));
    expect(error.variables.validatieFouten).toEqual(['Datum van het gesprek: kies 5 september 2025 (de datum van het signaal) of een latere dag.']);
  });
  it('haalt normen uit de beslistabellen', async () => {
    expect(await controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3.5 })).toEqual({ validatieFouten: null });
    await businessError(controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3 }));
    expect(await controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-06' })).toEqual({ validatieFouten: null });
    await businessError(controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-07' }));
    await businessError(controleer('duo-verzuimmelding', { periodeVan: '2025-09-01', periodeTot: '2025-09-22', urenOngeoorloofd: 12, gronden: ['ZESTIEN_UUR_4WK'] }));
  });
  it('ziet de procesvariabelen die het model niet apart meegeeft', async () => {
    await businessError(controleer('onderwijsaanbod-4wk', { startDatum: '2025-10-05' }, { termijnen: { t0: '2025-10-06' } }));
    await businessError(controleer('afsluitnotitie', { einddatum: '2025-09-07' }));
  });
});
