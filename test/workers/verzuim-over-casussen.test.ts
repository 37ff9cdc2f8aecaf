import { beforeEach, describe, expect, it } from 'vitest';
import { sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { maakEindeOngedaan } from '../../registratie/casus-heropenen.ts';
import { makeBerichtPubliceren } from '../../workers/bericht-publiceren.ts';
import { makeVerzuimstandControleren } from '../../workers/verzuimstand-controleren.ts';
import { makeVerzuimVerwerken } from '../../workers/verzuim-verwerken.ts';
import { bepaalGronden } from '../../domein/verzuim/meldplicht.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { setupVerzuim, vermoedelijk } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let zaak: Awaited<ReturnType<typeof setupVerzuim>>;
beforeEach(async () => void (zaak = await setupVerzuim(bank)));

const TIEN_UUR = [vermoedelijk('2025-09-15', 5, 2), vermoedelijk('2025-09-16', 5, 2)];
const ZES_UUR = [vermoedelijk('2025-09-29', 5, 2), vermoedelijk('2025-09-30', 1, 1)];
const sluit = (casusId: string, einddatum: string) => bank.register.transaction((tx) => sluitCasus(tx, casusId, { reden: 'VERZUIM_GESTOPT', resultaat: null, einddatum, op: bank.klok.nu() }));

describe('het verzuim hoort bij het kind, niet bij de casus (r. 65–67)', () => {
  it('tien uur, de casus sluit, en zes uur twee weken later in een nieuwe casus: zestien uur in vier lesweken, en een grond', async () => {
    expect((await zaak.stand('2025-09-19', { regels: TIEN_UUR })).gronden).toEqual([]);
    await sluit(zaak.casusId, '2025-09-20');
    bank.klok.zet('2025-10-03T16:00:00+02:00');
    const nieuw = await open(bank.register, nieuweCasus({ procesInstantieKey: 'opnieuw', aanmeldSleutel: 'opnieuw', contacten: [], verzuimRegels: [] }));
    expect(nieuw.casusId).not.toBe(zaak.casusId);
    const { verzuim } = await runWorker(makeVerzuimVerwerken(zaak.deps), { casusId: nieuw.casusId, verzuimInvoer: { peildatum: '2025-10-03', regels: ZES_UUR } });
    expect(verzuim).toMatchObject({ urenOngeoorloofd4wk: 16 });
    expect(await bepaalGronden(zaak.deps.engine, verzuim as Record<string, number & boolean & string[]>)).toEqual(['ZESTIEN_UUR_4WK']);
  });

  it('ook als dezelfde casus weer opengaat', async () => {
    await zaak.stand('2025-09-19', { regels: TIEN_UUR });
    await sluit(zaak.casusId, '2025-09-20');
    await bank.register.transaction((tx) => maakEindeOngedaan(tx, zaak.casusId, '2025-10-01'));
    bank.klok.zet('2025-10-03T16:00:00+02:00');
    expect(await zaak.stand('2025-10-03', { regels: ZES_UUR })).toMatchObject({ verzuim: { urenOngeoorloofd4wk: 16 }, gronden: ['ZESTIEN_UUR_4WK'] });
  });

  it('verzuim dat na het sluiten wordt opgegeven beantwoordt de vraag over die week', async () => {
    await sluit(zaak.casusId, '2025-09-08');
    const inhoud = { verzuimInvoer: { peildatum: '2025-09-19', regels: TIEN_UUR } };
    await runWorker(makeBerichtPubliceren(zaak.deps), { casusId: zaak.casusId, inhoud }, { headers: { bericht: 'verzuimstand' } });
    expect((await zaak.db.selectFrom('beantwoordeWeek').select('maandag').execute()).map((rij) => rij.maandag)).toEqual(['2025-09-15']);
  });
});

describe('een dag zonder school telt niet mee, en verdwijnt niet stil (r. 35)', () => {
  const stuur = () => zaak.stand('2025-09-19', { regels: [...TIEN_UUR, vermoedelijk('2025-09-20', 5, 2)], teLaat: [{ datum: '2025-09-14', moment: 'BEGIN_SCHOOLDAG' }] });

  it('de goede regels tellen, de geweigerde rijen staan met dag en rijnummer in het logboek en bij de IB-er', async () => {
    expect((await stuur()).verzuim).toMatchObject({ urenOngeoorloofd4wk: 10, aantalTeLaat: 0 });
    expect((await zaak.db.selectFrom('verzuimRegel').select('datum').orderBy('datum').execute()).map((r) => r.datum)).toEqual(['2025-09-15', '2025-09-16']);
    const zinnen = '- Verzuim per dag, rij 3 (20 september 2025): dit is een zaterdag. Haal de rij weg of kies een schooldag.\n- Te laat gekomen, rij 1 (14 september 2025): dit is een zondag. Haal de rij weg of kies een schooldag.';
    expect(await zaak.db.selectFrom('logboekRegel').select('uitkomst').where('actie', 'like', 'Verzuim op een dag%').execute()).toEqual([{ uitkomst: zinnen }]);
    expect(await zaak.db.selectFrom('uitgaand').select(['melding', 'aanRol', 'tekst']).execute()).toEqual([{ melding: 'N-55', aanRol: 'ib-er', tekst: expect.stringContaining(zinnen) }]);
  });

  it('de school wordt nog naar die week gevraagd: zij bedoelde misschien een andere dag', async () => {
    await stuur();
    bank.klok.zet('2025-09-23T09:00:00+02:00');
    const vraag = await runWorker(makeVerzuimstandControleren(zaak.deps), { casusId: zaak.casusId, week: { maandag: '2025-09-15' } });
    expect(vraag).toMatchObject({ standRecent: false });
  });

  it('dezelfde opdracht nog eens zegt het niet nog eens', async () => {
    const job = { elementInstanceKey: '88' };
    const invoer = { regels: [vermoedelijk('2025-09-20', 5, 2)] };
    await zaak.stand('2025-09-19', invoer, job);
    await zaak.stand('2025-09-19', invoer, job);
    expect(await zaak.db.selectFrom('uitgaand').select('melding').execute()).toHaveLength(1);
  });
});
