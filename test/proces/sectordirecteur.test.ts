import { describe, expect, test } from 'vitest';
import { useCalledProcess } from './helpers/called.ts';
import { example } from './helpers/example.ts';
import { eerder } from './helpers/prelude-geen-kernteam.ts';
import { meldingenVan } from './helpers/register.ts';

const called = useCalledProcess();
const advies = (soort: string) => example('sectordirecteur-consult', { advies: soort, datum: '2025-09-08' });

describe('errata GK-00e, GK-03b, GK-04, CA-04: de school handelt zelf, de sectordirecteur loopt ernaast (r. 63, 141, 156–157)', () => {
  test('het plan van aanpak begint terwijl de sectordirecteur nog nadenkt, en zijn advies komt bij de school aan', async () => {
    const week = (dag: string) => `2025-${dag}T09:00:00+02:00`;
    const verloop = await called.roepAan('vier-weken', { termijnen: { cyclus: 1, t0: '2025-09-08', week1: week('09-15'), week2: week('09-22'), week3: week('09-29'), eindeVierweken: '2025-10-06T09:00:00+02:00', perspectiefDeadline: '2025-10-06T17:00:00+02:00' }, monitoring: null });
    await verloop.doe('KT-08a', example('onderwijsaanbod-4wk', { startDatum: '2025-09-08', minderUrenDanVerplicht: 'nee', av1Gewenst: false }));
    await verloop.doe('KT-08b', example('belemmeringsanalyse', { twijfel: true, twijfelVraag: 'Is maatwerk op school nog genoeg?' }));
    expect(await eerder(called.proef, verloop, 'CA-04-2'), 'de sectordirecteur leest waar het om gaat').toContain('Waar twijfelt u over: Is maatwerk op school nog genoeg?');
    expect(verloop.teDoen()).toEqual(expect.arrayContaining(['CA-04-2', 'KT-11a']));
    await verloop.doe('KT-11a', example('opbouwplan', { startDatum: '2025-09-09' }));
    await verloop.doe('CA-04-2', advies('MAATWERK_SWV'));
    expect(verloop.pad()).toContain('ee_advies');
    expect(await meldingenVan(called.proef, called.casus.casusId)).toContain('N-81');
    expect(verloop.incidenten()).toEqual([]);
  });

  test('extra maatwerk kan meteen besloten worden; blijft de twijfel, dan komt de afweging met het advies terug, en vragen kan opnieuw', async () => {
    const weging = (maatwerkOndervangt: string) => example('herweging-maatwerk', { lijn: 'STABIEL', partnerschap: 'VOLDOENDE', maatwerkOndervangt, afwijkenBesluit: undefined, motivering: undefined });
    const verloop = await called.roepAan('maatwerk-herwegen', { monitoring: null, sectoradvies: null });
    await verloop.doe('KT-13b', weging('TWIJFEL'));
    expect(verloop.teDoen(), 'de afweging wacht niet op de sectordirecteur').toEqual(['CA-04-2', 'KT-13b']);
    await verloop.doe('KT-13b', weging('TWIJFEL'));
    expect(verloop.teDoen(), 'één vraag tegelijk').toEqual(['CA-04-2']);
    await verloop.doe('CA-04-2', advies('DOORGAAN'));
    expect(await eerder(called.proef, verloop, 'KT-13b')).toContain('Doorgaan');
    await verloop.doe('KT-13b', weging('TWIJFEL'));
    expect(verloop.teDoen(), 'na het advies kan er opnieuw gevraagd worden').toEqual(['CA-04-2', 'KT-13b']);
    await verloop.doe('KT-13b', weging('NEE'));
    expect(verloop.pad()).toContain('EE_geen_maatwerk');
    await verloop.doe('CA-04-2', advies('DOORGAAN'));
    await verloop.afgelopen();
    expect(verloop.incidenten()).toEqual([]);
  });
});

describe('errata DMN-14 r4, GK-13: onduidelijk is één keer vragen en het advies volgen', () => {
  const begin = { route: 'geen-kernteam', termijnen: { cyclus: 1, t0: '2025-09-08', perspectiefDeadline: '2025-10-06T17:00:00+02:00' }, otBespreking: { datum: '2025-09-08', perspectiefBesproken: true }, sectoradvies: null };
  const perspectief = (anders = {}) => example('perspectief', { afwijkendeConclusie: undefined, motiveringAfwijking: undefined, perspectiefHelder: 'nee', huidigAanbodAfdoende: 'ja', overbruggingNodig: 'nee', ...anders });

  test('blijft het onduidelijk terwijl de sectordirecteur nadenkt, dan wordt hij niet nog eens gevraagd en geldt zijn advies zonder nieuwe ronde', async () => {
    const verloop = await called.roepAan('perspectief-bepalen', begin);
    await verloop.doe('GK-13', perspectief());
    expect(verloop.teDoen(), 'de afweging ligt meteen weer open').toEqual(['CA-04-2', 'GK-13']);
    await verloop.doe('GK-13', perspectief());
    expect(verloop.teDoen()).toEqual(['CA-04-2']);
    await verloop.doe('CA-04-2', advies('ANDERE_ROUTE'));
    await verloop.afgelopen();
    expect(verloop.variabele('vervolg')).toBe('BRUG');
    expect(verloop.pad().filter((e) => e === 'sectordirecteur_raadplegen')).toHaveLength(1);
    expect(verloop.incidenten()).toEqual([]);
  });

  test('wordt het helder terwijl hij nadenkt, dan gaat de school verder zonder zijn advies', async () => {
    const verloop = await called.roepAan('perspectief-bepalen', begin);
    await verloop.doe('GK-13', perspectief());
    await verloop.doe('GK-13', perspectief({ onderwijsMogelijk: 'JA', inGroepFunctioneren: 'JA', behandelingVoorwaarde: 'NEE', aanbodplek: 'SO', perspectiefHelder: 'ja', besprokenInOT: 'ja', wachttijdWeken: 2, wachtlijst: 'nee' }));
    await verloop.afgelopen();
    expect(verloop.variabele('vervolg')).toBe('OVERSTAP');
    expect(verloop.incidenten()).toEqual([]);
  });

  test('komt zijn advies terwijl de afweging openligt, dan telt het daar mee', async () => {
    const verloop = await called.roepAan('perspectief-bepalen', begin);
    await verloop.doe('GK-13', perspectief());
    await verloop.doe('CA-04-2', advies('DOORGAAN'));
    expect(verloop.teDoen()).toEqual(['GK-13']);
    await verloop.doe('GK-13', perspectief());
    await verloop.afgelopen();
    expect(verloop.variabele('vervolg')).toBe('NIEUWE_CYCLUS');
    expect(verloop.incidenten()).toEqual([]);
  });
});
