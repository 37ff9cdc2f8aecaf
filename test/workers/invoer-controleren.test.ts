import { describe, expect, it } from 'vitest';
import { makeUitgerold, type Uitgerold } from '../../domein/regels/uitgerold.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeInvoerControleren } from '../../workers/invoer-controleren.ts';
import { example } from '../formulieren/helpers/forms.ts';
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
    expect(await controleer('escalatiegesprek', { gesprekDatum: '2025-09-29', dagenThuisWeek: 3 }), 'herstel voor het gesprek houdt de vier weken niet tegen (errata F-11)').toEqual({ validatieFouten: null });
    expect(await controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-06' })).toEqual({ validatieFouten: null });
    await businessError(controleer('inzet-maatwerk', { vanDatum: '2025-12-09', totDatum: '2026-01-07' }));
  });
  it('ziet de procesvariabelen die het model niet apart meegeeft', async () => {
    await businessError(controleer('afsluitnotitie', { einddatum: '2025-09-07' }));
  });
  describe('wat het formulier eist', () => {
    const GOED = example('gesprek-ouders');
    const nagekeken = async (velden: Record<string, unknown>, invoer: Record<string, unknown> = { gesprekDatum: GOED['gesprekDatum'] }, uitgerold?: Uitgerold) => {
      await bank.clear();
      const { deps, casusId } = await setup();
      await deps.register.transaction((tx) => voegLogboekToe(tx, { casusId, tijdstip: deps.klok.nu(), stap: 'KT-01a', formulier: 'gesprek-ouders', actie: 'Met ouders spreken', actor: 'ib-er', rol: 'ib-er', uitkomst: '', velden, sleutel: 'proef' }));
      return runWorker(makeInvoerControleren({ ...deps, ...(uitgerold ? { uitgerold } : {}) }), { casusId, invoer }, { headers: { controle: 'gesprek-ouders' } });
    };
    const { oorzaken: _weg, ...zonder } = GOED;
    const ZIN = 'Mogelijke oorzaken: vul dit in, 20 tot 2000 tekens.';

    it('geldt ook voor vrije tekst die niet als variabele meegaat', async () => {
      expect(await nagekeken(GOED)).toEqual({ validatieFouten: null });
      expect((await businessError(nagekeken(zonder))).variables.validatieFouten).toEqual([ZIN]);
    });
    it('zegt een regel al iets over het veld, dan staat het er één keer', async () => {
      const error = await businessError(nagekeken({ ...zonder, verzuimGestopt: 'ja', datumVolledigTerug: null }, { verzuimGestopt: 'ja', datumVolledigTerug: null }));
      expect(error.variables.validatieFouten).toEqual([ZIN, 'Volledig terug sinds: vul in vanaf welke dag de leerling weer volledig op school is.']);
    });
    it('staat er in het logboek iets anders dan nu wordt nagekeken, dan is niet te zeggen wat er was ingevuld', async () => {
      expect(await nagekeken(zonder, { gesprekDatum: '2025-09-08' })).toEqual({ validatieFouten: null });
    });
    it('geldt niet voor een casus op een oudere versie: die heeft nog het oude formulier', async () => {
      expect(await nagekeken(zonder, undefined, { ...makeUitgerold(), isNieuwste: async () => false })).toEqual({ validatieFouten: null });
    });
  });
});
