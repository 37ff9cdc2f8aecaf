import { expect, test } from 'vitest';
import { leesBestanden } from '../../nakijken/bestanden.ts';
import { alsTeksten } from '../../proef/bestanden.ts';
import { proefdraaien } from '../../proef/proefdraaien.ts';
import { startSpeelveld } from '../../proef/speelveld.ts';
import { verslag } from '../../proef/verslag.ts';
import { VERLOPEN } from '../../scripts/demo/kinderen.ts';

const nu = alsTeksten(await leesBestanden());
const verlopen = VERLOPEN.filter(({ naam }) => ['verzuim stopt na het gesprek met ouders', 'bestuur wijst nog geen regisseur aan'].includes(naam));

test('een langere termijn en een mail minder: precies dat wordt anders, en wie er niet langs komt merkt niets', async () => {
  const straks = new Map(nu)
    .set('bpmn/termijnen.dmn', nu.get('bpmn/termijnen.dmn')!.replace(/(regel_kt_05_uiterlijk_uit_2">\s*<text>)3/, '$15'))
    .set('bpmn/kernteam.bpmn', nu.get('bpmn/kernteam.bpmn')!.replace('value="N-02,N-03"', 'value="N-02"'));
  const uitslag = await proefdraaien({ nu, straks, vandaag: '2026-11-27', verlopen, open: () => startSpeelveld(), paden: async () => 'Geen paden.' });
  const alle = verslag(uitslag!);
  const bij = 'in "bestuur wijst nog geen regisseur aan"';
  expect(alle.slice(0, alle.indexOf(''))).toEqual(['In uw bestanden veranderde:', '- meldingen van KT-03n: N-02,N-03 → N-02', '- termijn KT-05: 3 → 5 schooldagen']);
  expect(alle.slice(alle.indexOf('Dit wordt anders:'))).toEqual([
    'Dit wordt anders:',
    'Termijnen:', `- KT-05 "Regisseur bestuur aanwijzen": 2 schooldagen meer tijd (nu uiterlijk woensdag 16 september, straks vrijdag 18 september) ${bij}`,
    'Mails:', `- mail N-03 aan regisseur-swv gaat niet meer uit (nu vrijdag 11 september) ${bij}`,
    `- mail N-29 aan schoolbestuur gaat minder vaak uit (nu 4 keer, straks 3 keer) ${bij}`, `- mail N-29b aan sectordirecteur-swv gaat minder vaak uit (nu 2 keer, straks 1 keer) ${bij}`,
  ]);
});

test('dezelfde bestanden: er wordt niets gespeeld', async () => {
  expect(await proefdraaien({ nu, straks: new Map(nu), vandaag: '2026-11-27', open: () => Promise.reject(new Error('er hoort niets te starten')), paden: async () => [] })).toBeUndefined();
});
