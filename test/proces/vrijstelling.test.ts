import { describe, expect, test } from 'vitest';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { registerVan } from './helpers/register.ts';

const called = useCalledProcess();
const bewaking = () => [...called.proef.beeld.tasks.values()].filter((t) => t.elementId.startsWith('VB_'));
const doeBewaking = async (invoer: Record<string, unknown>) => {
  await called.proef.complete(bewaking()[0]?.key ?? '', invoer);
  await called.proef.quiesce();
};
const rijen = () => called.proef.register.db.selectFrom('vrijstelling').select(['soort', 'ingangsdatum', 'einddatum', 'uitgeschreven']).where('casusId', '=', called.casus.casusId).orderBy('ingangsdatum').execute();
const post = async (melding: string) => (await registerVan(called.proef, called.casus.casusId)).post.filter((p) => p.melding === melding).map((p) => p.aanRol).sort();
/** De brief aan de ouders. */
const brief = async (melding: string): Promise<string> => (await called.proef.register.db.selectFrom('uitgaand').select('tekst').where('casusId', '=', called.casus.casusId).where('melding', '=', melding).where('aanRol', '=', 'ouders').executeTakeFirstOrThrow()).tekst;

async function totBesluit(verloop: Casusverloop): Promise<void> {
  await verloop.doe('VR-01', example('vrijstelling-soort'));
  await verloop.doe('VR-03', example('vrijstelling-aanvraag'));
  await verloop.doe('VR-04', example('vrijstelling-advies'));
}

describe('errata §1 CA-11, DMN-19, AS-18: de tabel adviseert', () => {
  test('een verklaring die te oud is wijst niets af: de ouders en leerplicht horen het gebrek, en leerplicht bepaalt het vervolg', async () => {
    const verloop = await called.roepAan('vrijstelling-ontheffing', { route: 'geen-kernteam' });
    await verloop.doe('VR-01', example('vrijstelling-soort'));
    await verloop.doe('VR-03', example('vrijstelling-aanvraag', { datumVerklaring: '2025-06-07' }));
    expect(verloop.teDoen(), 'drie maanden en een dag').toEqual(['VR-03h']);
    expect(await post('N-60')).toEqual(['leerplichtambtenaar', 'ouders']);
    await verloop.doe('VR-03h', example('vrijstelling-gebrek', { verder: 'AANGEVULD' }));
    await verloop.doe('VR-03', example('vrijstelling-aanvraag', { datumVerklaring: '2025-09-20' }));
    expect(verloop.teDoen(), 'een verklaring van later komt terug').toEqual(['VR-03']);
    await verloop.doe('VR-03', example('vrijstelling-aanvraag', { datumVerklaring: '2025-06-08' }));
    expect(verloop.teDoen(), 'precies drie maanden is niet ouder dan drie maanden').toEqual(['VR-04']);
    expect((await verloop.taak('VR-04')).groepen, 'zonder kernteam adviseert de contactpersoon').toEqual(['contactpersoon-swv']);
    expect(verloop.incidenten()).toEqual([]);
  });

  test('de ambtenaar mag ondanks een gebrek verder; ingetrokken of nooit aangevraagd laat de route doorgaan', async () => {
    const toch = await called.roepAan('vrijstelling-ontheffing');
    await toch.doe('VR-01', example('vrijstelling-soort'));
    await toch.doe('VR-03', example('vrijstelling-aanvraag', { verklaringArts: 'nee', artsIsBehandelaar: undefined, datumVerklaring: undefined }));
    await toch.doe('VR-03h', example('vrijstelling-gebrek', { verder: 'TOCH' }));
    expect((await toch.taak('VR-04')).groepen).toEqual(['kernteam-orthopedagoog']);
    const weg = await called.roepAan('vrijstelling-ontheffing');
    await weg.doe('VR-01', example('vrijstelling-soort'));
    await weg.doe('VR-03', { ingediend: 'nee' });
    await weg.afgelopen();
    const in_ = await called.roepAan('vrijstelling-ontheffing');
    await in_.doe('VR-01', example('vrijstelling-soort', { grond: 'OVERIG' }));
    await in_.doe('VR-03', example('vrijstelling-aanvraag', { voorschriftenVoldaan: 'nee' }));
    await in_.doe('VR-03h', example('vrijstelling-gebrek', { verder: 'INGETROKKEN' }));
    await in_.afgelopen();
    expect(await rijen()).toEqual([]);
    expect(called.casus.teDoen()).toEqual(['KT-01a']);
  });

  test('maatwerk in onderwijstijd gaat naar de aanpassing van onderwijstijd, niet naar leerplicht', async () => {
    const verloop = await called.roepAan('vrijstelling-ontheffing');
    await verloop.doe('VR-01', example('vrijstelling-soort', { soort: 'MAATWERK_ONDERWIJSTIJD' }));
    await verloop.afgelopen();
    expect(await post('N-34')).toEqual([]);
    expect(called.casus.pad().join() + called.casus.teDoen().join()).toMatch(/CA.03|aot/i);
  });
});

describe('errata §1 CA-11: alleen een inschrijvingsvrijstelling met uitschrijving sluit, op haar ingangsdatum', () => {
  test('vrijstelling van schoolbezoek sluit niets; een einddatum vóór de ingangsdatum komt terug', async () => {
    const verloop = await called.roepAan('vrijstelling-ontheffing');
    await totBesluit(verloop);
    const besluit = (einddatum: string) => example('vrijstelling-besluit', { soortBesluit: 'VRIJSTELLING_SCHOOLBEZOEK', uitgeschreven: undefined, ingangsdatum: '2025-09-10', einddatum });
    await verloop.doe('VR-06', besluit('2025-09-01'));
    expect(verloop.teDoen()).toEqual(['VR-06']);
    await verloop.doe('VR-06', besluit('2025-09-12'));
    await verloop.afgelopen();
    await called.proef.zetKlok('2025-09-11T10:00');
    expect(called.casus.teDoen()).toEqual(['KT-01a']);
    expect(called.casus.pad()).not.toContain('BE_ONTHEFFING');
    expect(await post('N-84'), 'de ouder met gezag en de IB-er, en de ouder zonder gezag niet').toEqual(['ib-er', 'ouders']);
    expect(await post('N-85')).toEqual([]);
    expect(await rijen()).toEqual([{ soort: 'VRIJSTELLING_SCHOOLBEZOEK', ingangsdatum: '2025-09-10', einddatum: '2025-09-12', uitgeschreven: false }]);
  });

  test('een afwijzing laat de route doorgaan', async () => {
    const verloop = await called.roepAan('vrijstelling-ontheffing');
    await totBesluit(verloop);
    await verloop.doe('VR-06', { besluit: 'AFGEWEZEN', motivering: 'Er is onderwijs mogelijk.' });
    await verloop.afgelopen();
    expect(await post('N-85')).toEqual(['ib-er', 'ouders']);
    expect(await post('N-84')).toEqual([]);
    expect(await brief('N-85'), 'wat leerplicht als motivering typte gaat niet mee').not.toContain('onderwijs mogelijk');
    expect(called.casus.teDoen()).toEqual(['KT-01a']);
  });
});

describe('errata §3 vrijstelling_actief: elke vrijstelling heeft een einde dat wordt bewaakt', () => {
  const bewaak = (einddatum = '2026-07-31') => called.roepAan('vrijstelling-bewaken', { vrijstelling: { soort: 'ONTHEFFING', uitgeschreven: false, ingangsdatum: '2025-09-01', einddatum } });

  test('drie maanden ervoor zoekt leerplicht contact, in juni is er een herinnering, en een nieuwe vrijstelling wordt weer bewaakt', async () => {
    const verloop = await bewaak();
    await called.proef.zetKlok('2026-04-30T08:00');
    expect(bewaking()).toEqual([]);
    await called.proef.zetKlok('2026-04-30T10:00');
    expect(bewaking().map((t) => t.elementId)).toEqual(['VB_02']);
    expect(await post('N-57')).toEqual(['contactpersoon-swv', 'ib-er', 'leerplichtambtenaar']);
    await doeBewaking(example('vrijstelling-vervolg'));
    await called.proef.zetKlok('2026-05-31T10:00');
    expect(await post('N-58')).toEqual([]);
    await called.proef.zetKlok('2026-06-01T10:00');
    expect(await post('N-58')).toEqual(['leerplichtambtenaar', 'ouders']);
    await doeBewaking(example('vrijstelling-verlenging', { ingangsdatum: '2026-08-01', einddatum: '2026-07-01' }));
    expect(bewaking().map((t) => t.elementId), 'een einde vóór het begin komt terug').toEqual(['VB_04']);
    await doeBewaking(example('vrijstelling-verlenging'));
    expect((await rijen()).map((r) => r.einddatum)).toEqual(['2027-07-31']);
    expect(await post('N-84'), 'ook een verlenging horen zij').toEqual(['ib-er', 'ouders']);
    expect(await brief('N-84')).toContain('U vroeg voor uw kind opnieuw een vrijstelling of ontheffing aan.');
    await called.proef.zetKlok('2027-04-30T10:00');
    expect(bewaking().map((t) => t.elementId)).toEqual(['VB_02']);
    await doeBewaking(example('vrijstelling-vervolg', { vervolg: 'TERUG_NAAR_SCHOOL' }));
    await called.proef.zetKlok('2027-08-01T08:00');
    expect(bewaking().map((t) => t.elementId)).toEqual(['VB_06']);
    await doeBewaking(example('vrijstelling-inschrijving'));
    await verloop.afgelopen();
    expect(verloop.incidenten()).toEqual([]);
  });

  test.each([['VB_02', []], ['VB_04', [example('vrijstelling-vervolg')]]] as const)('blijft %s liggen tot de vrijstelling voorbij is, dan gaat leerplicht na of het kind op een school staat', async (element, eerst) => {
    await bewaak();
    await called.proef.zetKlok('2026-05-04T10:00');
    for (const invoer of eerst) await doeBewaking(invoer);
    await called.proef.zetKlok('2026-07-30T10:00');
    expect(bewaking().map((t) => t.elementId)).toEqual([element]);
    await called.proef.zetKlok('2026-08-01T08:00');
    expect(bewaking().map((t) => t.elementId)).toEqual(['VB_06']);
  });

  test('niet opnieuw verleend: op de einddatum volgt de inschrijving', async () => {
    await bewaak();
    await called.proef.zetKlok('2026-06-02T10:00');
    await doeBewaking(example('vrijstelling-vervolg'));
    await doeBewaking({ besluit: 'GEEN_AANVRAAG', motivering: 'De ouders vroegen niet opnieuw aan.' });
    expect(bewaking()).toEqual([]);
    expect(await post('N-85')).toEqual(['ib-er', 'ouders']);
    expect(await brief('N-85')).toMatch(/er is geen nieuwe aanvraag gedaan[^]*loopt tot en met 31 juli 2026\. Daarna hoort uw kind weer/);
    expect(await brief('N-85')).not.toMatch(/ingetrokken|begeleiding gaat door|ouders vroegen niet/);
    await called.proef.zetKlok('2026-08-01T08:00');
    expect(bewaking().map((t) => t.elementId)).toEqual(['VB_06']);
  });
});
