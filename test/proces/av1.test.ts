import { afterEach, describe, expect, it, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { registerVan } from './helpers/register.ts';
import { startForm } from './helpers/start-form.ts';

const called = useCalledProcess();
// De broker en het register zijn van alle tests in dit bestand; een robot blijft anders bij een kind van hiervoor.
afterEach(async () => void (await called.proef.register.db.deleteFrom('av1').execute()));

const gesprek = (anders: Record<string, unknown> = {}) => example('av1-gesprek', { gesprekOp: '2025-09-08', ...anders });
const rij = (v: Casusverloop) => called.proef.register.db.selectFrom('av1').selectAll().where('instantie', '=', v.instantie).executeTakeFirstOrThrow();
const post = async (melding: string, casusId = called.casus.casusId) => (await registerVan(called.proef, casusId)).post.filter((p) => p.melding === melding).map((p) => p.aanRol).sort();
const onderwerpen = async (melding: string, casusId: string) => (await registerVan(called.proef, casusId)).post.filter((p) => p.melding === melding && p.aanRol === 'ib-er').map((p) => p.onderwerp);

/** Een aanvraag van een nieuw kind, tot en met het besluit. */
async function aanvraag(besluit: Record<string, unknown> = {}, extra: Record<string, unknown> = {}): Promise<Casusverloop> {
  const v = await called.roepAan('av1', extra);
  await v.doe('AV-02', example('av1-behoefte'));
  await v.doe('AV-03', example('av1-aanvraag'));
  await v.doe('AV-04', gesprek());
  await v.doe('AV-05', example('av1-besluit', besluit));
  return v;
}
/** Een kind met een robot. */
async function metRobot(): Promise<Casusverloop> {
  const v = await aanvraag();
  await v.doe('AV-07', example('av1-installatie', { geplaatstOp: '2025-09-08' }));
  return v;
}
const volgendKind = async (): Promise<void> => void (called.casus = await called.proef.meldAan(startForm()));

describe('een robot van aanvraag tot inname (r. 555-587)', () => {
  test('wat niet kan komt terug met een zin, en de robot wordt geplaatst, geëvalueerd en ingenomen', async () => {
    const { proef } = called;
    const v = await called.roepAan('av1');
    await v.doe('AV-02', example('av1-behoefte', { planNormaliserend: 'nee' }));
    expect(v.teDoen(), 'zonder plan geen aanvraag, en ook geen afwijzing').toEqual(['AV-02']);
    expect(String(v.variabele('fouten_AV_02'))).toContain('hoort altijd bij zo’n plan');
    await v.doe('AV-02', example('av1-behoefte'));
    expect((await v.taak('AV-03')).groepen).toEqual(['kernteam-onderwijsspecialist']);
    await v.doe('AV-03', example('av1-aanvraag'));
    expect(await post('N-71')).toEqual(['coordinator-av1']);
    await v.doe('AV-04', gesprek({ gesprekOp: '2025-09-09' }));
    expect(v.teDoen(), 'een gesprek dat nog komt is geen gesprek').toEqual(['AV-04']);
    await v.doe('AV-04', gesprek({ aanwezigen: ['COORDINATOR_AV1', 'IB_ER'] }));
    expect(v.teDoen()).toEqual(['AV-04']);
    expect(String(v.variabele('fouten_AV_04'))).toContain('alle drie bij te zijn');
    await v.doe('AV-04', gesprek({ planNormaliserend: 'nee' }));
    expect(v.teDoen()).toEqual(['AV-04']);
    expect(String(v.variabele('fouten_AV_04'))).toContain('dat het plan wordt aangevuld');
    await v.doe('AV-04', gesprek());
    expect({ advies: v.variabele('middelAdvies'), vrij: v.variabele('robotsVrij'), wachtenden: v.variabele('wachtenden') }).toEqual({ advies: 'AV1', vrij: 1, wachtenden: 0 });
    await v.doe('AV-05', { ...example('av1-besluit'), reden: 'kort' });
    expect(v.teDoen(), 'een besluit heeft een reden').toEqual(['AV-05']);
    await v.doe('AV-05', example('av1-besluit'));
    expect(await post('N-72')).toEqual(['coordinator-av1', 'ib-er', 'kernteam-onderwijsspecialist', 'ouders']);
    expect(await rij(v)).toMatchObject({ stand: 'TOEGEWEZEN', robot: 1 });
    await v.doe('AV-07', example('av1-installatie', { geplaatstOp: '2025-09-09' }));
    expect(v.teDoen(), 'morgen is nog niet geplaatst').toEqual(['AV-07']);
    await v.doe('AV-07', example('av1-installatie', { geplaatstOp: '2025-09-08' }));
    expect(await rij(v)).toMatchObject({ stand: 'UIT', robot: 1 });
    expect(await post('N-73')).toEqual(['ib-er', 'kernteam-onderwijsspecialist', 'ouders']);

    await proef.zetKlok('2025-10-06T07:55');
    expect(v.teDoen(), 'vier schoolweken is nog niet om').toEqual([]);
    await proef.zetKlok('2025-10-06T08:05');
    await v.doe('EV-01', example('evaluatie-plannen', { gesprekGeplandOp: '2025-10-05' }));
    expect(v.teDoen(), 'een gesprek in het verleden plant niemand').toEqual(['EV-01']);
    await v.doe('EV-01', example('evaluatie-plannen', { gesprekGeplandOp: '2025-10-08' }));
    expect(await post('N-75')).toEqual(['kernteam-onderwijsspecialist', 'ouders']);
    await v.doe('EV-02', example('evaluatie-verslag', { gehoudenOp: '2025-10-08' }));
    expect(v.teDoen(), 'het gesprek moet nog komen').toEqual(['EV-02']);
    await v.doe('EV-02', example('evaluatie-verslag', { gehoudenOp: '2025-10-08', optie: 'VERLENGEN' }), '2025-10-08T15:00');
    expect(v.teDoen()).toEqual([]);
    await proef.zetKlok('2025-11-12T08:05');
    await v.doe('EV-01', example('evaluatie-plannen', { gesprekGeplandOp: '2025-11-12' }));
    await v.doe('EV-02', example('evaluatie-verslag', { gehoudenOp: '2025-11-12', optie: 'STOPPEN' }));
    expect(await rij(v)).toMatchObject({ stand: 'INNEMEN', robot: 1, eindeReden: 'GESTOPT' });
    expect(await post('N-74')).toEqual(['coordinator-av1', 'ib-er', 'kernteam-onderwijsspecialist', 'ouders']);
    await v.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-11-13' }));
    expect(v.teDoen(), 'morgen is nog niet terug').toEqual(['AV-10']);
    await v.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-11-12' }));
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand: 'AFGESLOTEN', robot: null });
    expect(v.incidenten()).toEqual([]);
  });

  test.each([['HERSTELD', 'AFGESLOTEN', null], ['BUITEN_GEBRUIK', 'BUITEN_GEBRUIK', 1]] as const)('een robot die stuk terugkomt gaat naar niemand tot bekend is hoe het afliep: %s', async (herstel, stand, robot) => {
    const v = await metRobot();
    await called.casus.bericht('route-beeindigd', { routeReden: 'PASSEND_AANBOD_GEREALISEERD' });
    await v.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-09-08', staat: 'BESCHADIGD' }));
    expect(await rij(v)).toMatchObject({ stand: 'HERSTEL', robot: 1 });
    await v.doe('AV-11', example('av1-herstel', { herstel }));
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand, robot });
  });

  test('zonder kernteam stuurt de contactpersoon van het SWV de aanvraag door', async () => {
    const v = await called.roepAan('av1', { route: 'geen-kernteam' });
    await v.doe('AV-02', example('av1-behoefte'));
    expect((await v.taak('AV-03')).groepen).toEqual(['contactpersoon-swv']);
    const oud = await called.roepAan('av1', { rollen: {}, casusId: (await called.proef.meldAan(startForm())).casusId });
    await oud.doe('AV-02', example('av1-behoefte'));
    expect((await oud.taak('AV-03')).groepen, 'een route van vóór deze versie noemt de rol nog niet').toEqual(['kernteam-onderwijsspecialist', 'contactpersoon-swv']);
  });
});

describe('niet altijd een robot', () => {
  test('KlasseContact begint, wordt geëvalueerd en stopt zonder inname', async () => {
    const v = await aanvraag({ middel: 'KLASSECONTACT' });
    await v.doe('AV-09', example('av1-klassecontact', { begonnenOp: '2025-09-08' }));
    expect(await rij(v)).toMatchObject({ stand: 'KLASSECONTACT', robot: null });
    await called.proef.zetKlok('2025-10-06T08:05');
    await v.doe('EV-01', example('evaluatie-plannen', { gesprekGeplandOp: '2025-10-06' }));
    await v.doe('EV-02', example('evaluatie-verslag', { gehoudenOp: '2025-10-06', optie: 'STOPPEN' }));
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand: 'AFGESLOTEN', eindeReden: 'GESTOPT' });
    expect(await post('N-74')).toContain('ouders');
  });

  test('afwijzen is een besluit van de coördinator, met een reden; ook als de tabel anders adviseert', async () => {
    const v = await aanvraag({ besluit: 'AFWIJZEN', middel: undefined, locatie: undefined });
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand: 'AFGESLOTEN', eindeReden: 'AFGEWEZEN' });
    expect(await post('N-72')).toContain('ouders');
    expect(await post('N-74'), 'van een afwijzing komt geen tweede bericht').toEqual([]);
    const volledig = await called.roepAan('av1');
    await volledig.doe('AV-02', example('av1-behoefte'));
    await volledig.doe('AV-03', example('av1-aanvraag'));
    await volledig.doe('AV-04', gesprek({ nietVolledigOpSchool: 'nee' }));
    expect(volledig.variabele('av1Oordeel')).toBe('VOLLEDIG_AANWEZIG');
    expect(volledig.teDoen(), 'de tabel wijst niets af').toEqual(['AV-05']);
  });

  test('de IB-er trekt de aanvraag in; en een robot die niet meer nodig is staat meteen vrij', async () => {
    const v = await called.roepAan('av1');
    await v.doe('AV-02', { doorgaan: 'NEE' });
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand: 'AFGESLOTEN', eindeReden: 'INGETROKKEN' });
    const later = await aanvraag();
    await later.doe('AV-07', { geplaatst: 'NIET_MEER_NODIG' });
    await later.afgelopen();
    expect(await rij(later)).toMatchObject({ stand: 'AFGESLOTEN', robot: null, eindeReden: 'INGETROKKEN' });
  });

  test('een tweede aanvraag voor hetzelfde kind loopt niet naast de eerste', async () => {
    const eerste = await called.roepAan('av1');
    const tweede = await called.roepAan('av1');
    await tweede.afgelopen();
    expect(tweede.pad()).toContain('EE_loopt_al');
    expect(eerste.teDoen()).toEqual(['AV-02']);
  });
});

describe('de robot is bij een ander kind', () => {
  test('de coördinator laat wachten; wie wacht kiest na een tijd opnieuw, en hoort het als de robot terugkomt', async () => {
    const { proef } = called;
    const eerste = await metRobot();
    const eersteCasus = called.casus;
    await volgendKind();
    const tweede = await aanvraag();
    expect(tweede.teDoen()).toEqual(['AV-06k']);
    await tweede.doe('AV-06k', example('av1-geen-robot', { robotKeuze: 'WACHTEN' }));
    expect(tweede.teDoen()).toEqual([]);
    expect(await rij(tweede)).toMatchObject({ stand: 'WACHT', robot: null });
    await proef.zetKlok('2025-09-22T09:05');
    expect(tweede.teDoen(), 'na twee schoolweken kiest de coördinator opnieuw').toEqual(['AV-06k']);
    await tweede.doe('AV-06k', example('av1-geen-robot', { robotKeuze: 'WACHTEN' }));
    const wachtSinds = (await rij(tweede)).wachtSinds;
    expect(wachtSinds?.toISOString().slice(0, 10), 'de plaats in de rij blijft').toBe('2025-09-08');
    await eersteCasus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-22' });
    expect(await rij(eerste)).toMatchObject({ stand: 'INNEMEN', eindeReden: 'VERZUIM_GESTOPT' });
    expect(tweede.teDoen(), 'de robot is nog niet terug').toEqual([]);
    await eerste.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-09-22' }));
    await eerste.afgelopen();
    expect(tweede.teDoen()).toEqual(['AV-07']);
    expect(await onderwerpen('N-72', called.casus.casusId)).toEqual([expect.stringContaining('Besluit'), expect.stringContaining('Er is een AV1-robot vrij')]);
    await tweede.doe('AV-07', example('av1-installatie', { geplaatstOp: '2025-09-22' }));
    expect(await rij(tweede)).toMatchObject({ stand: 'UIT', robot: 1 });
  });

  test.each([['KLASSECONTACT', ['AV-09'], 'WACHT'], ['NIET_MEER_NODIG', [], 'AFGESLOTEN']] as const)('of hij kiest %s; niemand wacht zonder aanbod', async (robotKeuze, teDoen, stand) => {
    await metRobot();
    await volgendKind();
    const tweede = await aanvraag();
    await tweede.doe('AV-06k', example('av1-geen-robot', { robotKeuze }));
    expect(tweede.teDoen()).toEqual(teDoen);
    expect(await rij(tweede)).toMatchObject({ stand });
  });
});

describe('errata §2 messages: de AV1 hoort van de inschrijving (de robot komt terug)', () => {
  it('een bevestigde inschrijving haalt de robot terug, niet vóór haar dag, en ook als de casus nog loopt', async () => {
    const v = await metRobot();
    await called.casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2025-09-22' });
    expect(await rij(v)).toMatchObject({ stand: 'INNEMEN', robot: 1, eindeReden: 'INGESCHREVEN' });
    const taak = await v.taak('AV-10');
    expect(taak.groepen).toEqual(['coordinator-av1']);
    expect(String(called.proef.beeld.variable('toelichtingTaak', taak.elementInstance))).toContain('22-09-2025');
    expect(called.casus.loopt()).toBe(true);
    expect(called.casus.teDoen()).toEqual(['KT-01a']);
  });

  it('een aanvraag die nog liep vervalt: er is geen robot, en niemand houdt een taak over', async () => {
    const v = await called.roepAan('av1');
    await v.doe('AV-02', example('av1-behoefte'));
    await called.casus.bericht('inschrijving-bevestigd', { ingeschrevenOp: '2025-09-08' });
    await v.afgelopen();
    expect(await rij(v)).toMatchObject({ stand: 'AFGESLOTEN', robot: null, eindeReden: 'INGESCHREVEN' });
    expect(await post('N-74')).toContain('coordinator-av1');
  });
});

describe('de robot komt terug, langs welke weg de route ook eindigt', () => {
  it.each([
    ['verzuim-gestopt', { datumVolledigTerug: '2025-09-08' }, 'VERZUIM_GESTOPT'],
    ['leerling-uitgeschreven', { nieuweSchool: 'CBS De Regenboog', ingeschrevenOp: '2025-09-08' }, 'ROUTE_BEEINDIGD'],
    ['ontheffing-verleend', {}, 'ROUTE_BEEINDIGD'],
  ] as const)('%s: de inname blijft staan als de casus gesloten is', async (bericht, inhoud, eindeReden) => {
    const v = await metRobot();
    await called.casus.bericht(bericht, inhoud);
    await called.casus.afgelopen();
    expect(v.teDoen()).toEqual(['AV-10']);
    expect(await rij(v)).toMatchObject({ stand: 'INNEMEN', robot: 1, eindeReden });
    await v.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-09-08' }));
    await v.afgelopen();
    expect(v.incidenten()).toEqual([]);
  });

  it('ook midden in een evaluatiegesprek, en een robot die klaarstond gaat meteen naar een ander', async () => {
    const v = await metRobot();
    await called.proef.zetKlok('2025-10-06T08:05');
    expect(v.teDoen()).toEqual(['EV-01']);
    await called.casus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-10-06' });
    expect(v.teDoen()).toEqual(['AV-10']);
    await v.doe('AV-10', example('av1-inname', { ingenomenOp: '2025-10-06' }));
    await volgendKind();
    const klaar = await aanvraag();
    const klaarCasus = called.casus;
    await volgendKind();
    const wacht = await aanvraag();
    await wacht.doe('AV-06k', example('av1-geen-robot', { robotKeuze: 'WACHTEN' }));
    await klaarCasus.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-10-06' });
    await klaar.afgelopen();
    expect(wacht.teDoen()).toEqual(['AV-07']);
  });
});
