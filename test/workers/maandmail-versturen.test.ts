import { beforeEach, describe, expect, test } from 'vitest';
import { maakKlokbeeld } from '../../beheer/cijfers/klokbeeld.ts';
import { maakStartbeeld } from '../../beheer/cijfers/startbeeld.ts';
import { makeCijferdeps } from '../../domein/cijfers/bron.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { inWoorden } from '../../domein/cijfers/aantal-tekst.ts';
import { maandTekst, vorigeMaand } from '../../domein/kalender/maand.ts';
import { makeMailbox } from '../../registratie/outbox-versturen.ts';
import { makeMaandmailVersturen } from '../../workers/maandmail-versturen.ts';
import { zaaiCijfers } from '../helpers/cijferregister.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { makeJob, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const metAdres = fakeEngine({ adressen: { 'swv-management': { email: 'management@swv.example' } } });
const verstuur = (dag: string, engine = metAdres, elementInstance = dag) =>
  runWorker(makeMaandmailVersturen({ ...bank.deps(engine), beheer: 'https://beheer.example' }), { dag }, { job: makeJob({ type: 'maandmail-versturen', bpmnProcessId: 'maandmail', elementId: 'CA_25_1', elementInstanceKey: elementInstance }) });
const post = () => bank.register.db.selectFrom('uitgaand').select(['casusId', 'melding', 'aanRol', 'adres', 'onderwerp', 'tekst', 'status', 'laatsteFout']).orderBy('id').execute();
const cijferdeps = () => makeCijferdeps({ db: bank.register.db, engine: metAdres, klok: bank.klok }, schoolkalenders());
/** De regels onder een kop van de mail, zonder streepje. */
const onder = (tekst: string, kop: RegExp): string[] => (kop.exec(tekst)?.[1] ?? '').trim().split('\n').map((regel) => regel.slice(2));

describe('de maandmail aan het management (issue 12)', () => {
  beforeEach(() => zaaiCijfers(bank.register, 500, '2026-02-20'));

  test('zegt dezelfde getallen als Start en Klok, over de hele maand ervoor met die daarvoor ernaast', async () => {
    bank.klok.zet('2026-02-01T09:00:00+01:00');
    await verstuur('2026-02-01');
    const [mail] = await post();
    expect(mail).toMatchObject({ casusId: null, melding: 'N-93', aanRol: 'swv-management', adres: 'management@swv.example', onderwerp: 'Thuiszitters en routes: de cijfers van januari 2026', status: 'wacht' });
    const start = await maakStartbeeld(cijferdeps());
    const klok = await maakKlokbeeld(cijferdeps(), { schooljaar: '2025-2026', zicht: null });
    const opKlok = (kop: string, maand: string): string => {
      const verloop = [klok.stand!, klok.stroom!].find(({ koppen }) => koppen.includes(kop))!;
      return inWoorden(verloop.rijen.find(({ naam }) => naam === maand)!.getallen[verloop.koppen.indexOf(kop) - 1]!.waarde);
    };
    const maand = onder(mail!.tekst, /In januari 2026:\n([^]*?)\n\n/);
    expect(maand.map((regel) => regel.split(':')[0])).toEqual(start.maand.rijen.map(({ naam }) => naam));
    for (const [kop, naam] of [['thuiszitter geworden', 'thuiszitter geworden'], ['geen thuiszitter meer', 'geen thuiszitter meer'], ['thuiszitters', 'thuiszitters aan het eind'], ['langer dan drie maanden', 'daarvan langer dan drie maanden']] as const) {
      expect(maand.find((regel) => regel.startsWith(`${naam}:`))).toContain(`: ${opKlok(kop, 'januari 2026')}; in december 2025 ${opKlok(kop, 'december 2025')}`);
    }
    // De vorige maand van Start op deze dag is de maand van de mail.
    expect(maand.map((regel) => regel.split(/: |;/)[1])).toEqual(start.maand.rijen.map(({ vorige }) => inWoorden(vorige.waarde)));
    const nu = onder(mail!.tekst, /Nu, op zondag 1 februari 2026:\n([^]*?)\n\n/);
    expect(nu[0]).toBe(`kinderen in een route: ${inWoorden(start.kern[0]!.getal.waarde)}`);
    expect(nu.filter((regel) => regel.startsWith('langer dan')).map((regel) => regel.split(': ')[1])).toEqual(start.klok.langer.map(({ getal }) => inWoorden(getal.waarde)));
    expect(nu.find((regel) => regel.startsWith('thuiszitters:'))).toBe(`thuiszitters: ${inWoorden(start.kern[1]!.getal.waarde)}`);
    expect(mail!.tekst).toContain('De cijfers en de kaart: https://beheer.example\n');
    expect(mail!.tekst).not.toMatch(/\{\{|undefined|null|\bcasus 20|example\.org/);
  });

  test('noemt geen aantal van een tot en met vier', async () => {
    for (const maand of ['2025-09', '2025-12', '2026-01', '2026-02']) {
      bank.klok.zet(`${maand}-01T09:00:00+01:00`);
      await verstuur(`${maand}-01`);
      const { tekst } = (await post()).at(-1)!;
      const getallen = [...onder(tekst, new RegExp(`In ${maandTekst(vorigeMaand(maand))}:\\n([^]*?)\\n\\n`)), ...onder(tekst, /Nu, op [^\n]*:\n([^]*?)\n\n/)].flatMap((regel) => [...regel.matchAll(/(?:: |\d{4} )(\d+)(?=;| \(|$)/g)].map(([, getal]) => Number(getal)));
      expect(getallen.length).toBeGreaterThan(8);
      expect(getallen.filter((getal) => getal > 0 && getal < 5)).toEqual([]);
    }
  });

  test('een maand gaat één keer uit, ook als de opdracht terugkomt of het model opnieuw is uitgerold; de volgende maand weer', async () => {
    bank.klok.zet('2026-02-01T09:00:00+01:00');
    await verstuur('2026-02-01');
    await verstuur('2026-02-01');
    await verstuur('2026-02-01', metAdres, 'andere-instantie');
    expect(await post()).toHaveLength(1);
    bank.klok.zet('2026-03-01T09:00:00+01:00');
    await verstuur('2026-03-01');
    expect((await post()).map(({ onderwerp }) => onderwerp.split(' van ')[1])).toEqual(['januari 2026', 'februari 2026']);
  });

  test('stond alles op de eerste van de maand stil, dan gaat de mail later alsnog over die maand', async () => {
    bank.klok.zet('2026-02-12T11:00:00+01:00');
    await verstuur('2026-02-01');
    expect((await post())[0]!.onderwerp).toContain('januari 2026');
    expect((await post())[0]!.tekst).toContain('Nu, op donderdag 12 februari 2026:');
  });

  test('over de grens van een schooljaar: augustus naast juli', async () => {
    bank.klok.zet('2025-09-01T09:00:00+02:00');
    await verstuur('2025-09-01');
    expect((await post())[0]!.tekst).toMatch(/In augustus 2025:\n- aangemeld: [^;]+; in juli 2025 /);
  });
});

test('zonder adres valt de mail op in de postbus en gaat zij niet verloren', async () => {
  await verstuur('2025-09-01', fakeEngine({ adressen: { 'swv-management': null } }));
  expect(await post()).toMatchObject([{ status: 'dood', adres: null, laatsteFout: 'geen adres bekend voor rol swv-management' }]);
});

test('de verzender verstuurt haar zoals elke andere mail', async () => {
  await verstuur('2025-09-01');
  expect(await makeMailbox(bank.register).take(bank.klok.nu())).toMatchObject({ adres: 'management@swv.example' });
});

test('zonder de dag waarop zij hoort uit te gaan is er geen maand', async () => {
  await expect(runWorker(makeMaandmailVersturen(bank.deps(metAdres)), {}, { job: makeJob({ type: 'maandmail-versturen', bpmnProcessId: 'maandmail', elementId: 'CA_25_1' }) })).rejects.toThrow(/dag/);
});
