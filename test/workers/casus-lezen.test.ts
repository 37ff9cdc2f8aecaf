import { describe, expect, it, test } from 'vitest';
import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { vervangContact } from '../../registratie/contact-opslaan.ts';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { makeCasusLezen } from '../../workers/casus-lezen.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();

const stand = (casusId: string) => runWorker(makeCasusLezen(bank.deps()), { casusId });

test('een nieuwe casus heeft nog geen verzuim en geen status, en wel haar vaste personen', async () => {
  const { casusId } = await open(bank.register);
  const uit = await stand(casusId);
  expect(uit).toMatchObject({ verzuim: null, leerlingStatus: { leerplichtig: true, ontheffing: false, registratieStatus: null } });
  expect(Object.keys(uit.personen as object)).toEqual(['ibEr', 'regisseurSwv', 'regisseurSchoolbestuur', 'schoolbestuur', 'directeurSchoolVanHerkomst', 'contactpersoonSwv', 'leerplichtambtenaar']);
});

test('wat intussen in het register veranderde, ziet de volgende stap: de laatste stand, de status en wie nu de rol heeft', async () => {
  const { casusId } = await open(bank.register);
  const { db } = bank.register;
  const rij = { casusId, urenOngeoorloofd4wk: 0, aantalTeLaat: 0, wekenAaneenMeerDan3Dagen: 0, aaneengeslotenOngeoorloofdDagen: 0, pctVerzuim2wk: 0, dagenAfwezig15wk: 0, tweeWekenGroteMoeite: false, luxeVerzuim: false, jgzGeenGehoor: false, escalatiegesprekGevoerd: false, aard: 'ZIEKTE', ontvangenOp: bank.klok.nu() };
  await db.insertInto('verzuimstand').values([{ ...rij, peildatum: '2025-09-19', dagenThuisWeek: 4 }, { ...rij, peildatum: '2025-09-12', dagenThuisWeek: 1 }]).execute();
  await db.transaction().execute(async (tx) => {
    await werkCasusBij(tx, casusId, { verzuimstatus: 'DREIGEND_THUISZITTER' });
    await bewaarThuisperiode(tx, casusId, { eersteDag: '2025-08-11', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu());
    await vervangContact(tx, casusId, { rol: 'regisseur-swv', userId: 'nina', naam: 'Nina', email: 'nina@swv.example' }, bank.klok.nu());
    await vervangContact(tx, casusId, { rol: 'regisseur-swv', userId: 'otto', naam: 'Otto', email: 'otto@swv.example' }, bank.klok.nu());
  });
  const uit = await stand(casusId);
  expect(uit).toMatchObject({ verzuim: { peildatum: '2025-09-19', dagenThuisWeek: 4 }, leerlingStatus: { registratieStatus: 'THUISZITTER' }, personen: { regisseurSwv: 'otto' } });
  expect(JSON.stringify(uit)).not.toMatch(/Nina|Otto|example/);
});

test('na de zomer is het kind een groep verder, in de gegevens en in de aanduiding van de takenlijst', async () => {
  const { casusId, casusnummer } = await open(bank.register);
  expect(await stand(casusId)).toMatchObject({ leerling: { groep: 4, aanduiding: 'M.K., groep 4' }, leerlingStatus: { leeftijd: 7 } });
  bank.klok.zet('2026-08-01T09:00:00+02:00');
  expect(await stand(casusId)).toMatchObject({ leerling: { groep: 5, aanduiding: 'M.K., groep 5' }, leerlingStatus: { leeftijd: 8 }, taskContextDisplayName: `${casusnummer} · M.K., groep 5` });
});

test('de kop laatste geeft de laatste antwoorden op een formulier, zonder open tekst', async () => {
  const { casusId } = await open(bank.register);
  const regel = (sleutel: string, velden: Record<string, unknown>) => bank.register.transaction((tx) => voegLogboekToe(tx, {
    casusId, tijdstip: bank.klok.nu(), stap: 'KT-13a', formulier: 'monitoring-week', actie: 'Voortgang monitoren', actor: 'regisseur-swv', rol: 'regisseur-swv', uitkomst: '', velden, sleutel,
  }));
  await regel('1', { lijn: 'STABIEL', partnerOuders: 'VOLDOENDE' });
  await regel('2', { lijn: 'OPGAAND', dagdelenGevolgd: 6, knelpunten: 'Een verhaal over het kind.' });
  const uit = await runWorker(makeCasusLezen(bank.deps()), { casusId }, { headers: { laatste: 'monitoring-week,onderwijsaanbod-4wk' } });
  expect(uit.laatste).toEqual({ monitoringWeek: { lijn: 'OPGAAND', dagdelenGevolgd: 6 }, onderwijsaanbod4wk: null });
});

test('een onbekende casus is een incident en geen nieuwe poging', async () => {
  await expect(stand('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ kind: 'permanent' });
});

describe('de klok van het kind staat bij elke taak (errata §3)', () => {
  it('sinds wanneer het thuis is en wat zijn volgende termijn is, klaar om te tonen', async () => {
    const { casusId } = await open(bank.register);
    expect(await stand(casusId)).toMatchObject({ klok: { thuisSinds: null, tekst: null } });
    await bank.register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag: '2025-09-01', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu()));
    bank.klok.zet('2025-10-15T09:00:00+02:00');
    expect(await stand(casusId)).toMatchObject({
      klok: { thuisSinds: '2025-09-01', dagenThuis: 44, volgendeTermijn: { dagen: 12 }, tekst: 'Thuis sinds 1 september 2025: 6 weken en 2 dagen. Over 12 dagen: 8 weken thuis (27 oktober 2025).' },
    });
    bank.klok.zet('2025-12-02T09:00:00+01:00');
    expect(await stand(casusId)).toMatchObject({ klok: { volgendeTermijn: null, tekst: 'Thuis sinds 1 september 2025: 13 weken en 1 dag, langer dan 3 maanden.' } });
  });

  it('het einde van de vier weken van de route gaat voor als het eerder komt', async () => {
    const { casusId } = await open(bank.register);
    await bank.register.transaction((tx) => werkCasusBij(tx, casusId, { vierWekenSinds: '2025-09-15' }));
    await bank.register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag: '2025-09-01', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu()));
    bank.klok.zet('2025-10-01T09:00:00+02:00');
    expect(await stand(casusId)).toMatchObject({ klok: { volgendeTermijn: { naam: 'het einde van de vier weken', op: '2025-10-13', dagen: 12 } } });
  });
});

test('errata "read nowhere", DMN-02/03: een taak die erom vraagt krijgt in woorden wat het verzuim zegt (r. 398–421)', async () => {
  const TABELLEN: Record<string, unknown> = { 'problematisch-verzuim': ['KWART_IN_TWEE_WEKEN', 'TWEE_WEKEN_GROTE_MOEITE'], verzuimcategorie: ['VERZUIM_16_UUR'] };
  const deps = bank.deps();
  const { casusId } = await open(bank.register);
  const rij = { casusId, peildatum: '2025-09-19', dagenThuisWeek: 2, urenOngeoorloofd4wk: 17, aantalTeLaat: 0, wekenAaneenMeerDan3Dagen: 0, aaneengeslotenOngeoorloofdDagen: 0, pctVerzuim2wk: 30, dagenAfwezig15wk: 0, tweeWekenGroteMoeite: true, luxeVerzuim: false, jgzGeenGehoor: false, escalatiegesprekGevoerd: false, aard: 'ZIEKTE', ontvangenOp: bank.klok.nu() };
  await bank.register.db.insertInto('verzuimstand').values(rij).execute();
  const met = await runWorker(makeCasusLezen({ ...deps, engine: { ...deps.engine, beslis: async (id, v) => TABELLEN[id] ?? deps.engine.beslis(id, v) } }), { casusId, metSignalen: true });
  expect(met.verzuimSignalen).toEqual(['in twee weken een kwart van de schooltijd of meer gemist', 'al twee weken of langer grote moeite om naar school te gaan', 'zestien uur of meer ongeoorloofd verzuim in vier lesweken']);
  expect(await stand(casusId)).not.toHaveProperty('verzuimSignalen');
});
