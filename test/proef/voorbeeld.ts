import { leesBestanden } from '../../nakijken/bestanden.ts';
import { alsTeksten } from '../../proef/bestanden.ts';
import type { Inhoud } from '../../proef/pagina/pagina.ts';
import { vatSamen } from '../../proef/samenvatten.ts';
import { watVeranderde } from '../../wat-veranderde/wat-veranderde.ts';
import { opname, taak } from './opnames.ts';

/** Een uitslag op de echte modellen: KT-05 krijgt meer tijd, een stap heet anders, en op het blad van KT-05 is een stap weg en een nieuw. */
export async function voorbeeld(): Promise<Inhoud> {
  const nu = alsTeksten(await leesBestanden());
  const model = nu.get('bpmn/kernteam.bpmn')!;
  const straks = new Map(nu).set('bpmn/kernteam.bpmn', model.replaceAll('KT_05n', 'KT_05_bekend').replace('name="2 Verzuim volgen"', 'name="2 Verzuim blijven volgen"'));
  const nuTaak = taak({ element: 'KT_05' });
  const paren = [{ nu: opname({ taken: [nuTaak] }), straks: opname({ taken: [{ ...nuTaak, uiterlijk: '2026-09-14T15:00:00.000Z' }], mails: [] }) }, { nu: opname({ naam: 'twee' }), straks: opname({ naam: 'twee' }) }];
  return {
    nu, straks, op: new Date('2026-11-27T12:00:00Z'),
    uitslag: { bestanden: await watVeranderde(nu, straks), processen: ['kernteam'], groepen: vatSamen(paren), verlopen: ['hersteld', 'twee'], langsNiets: 3, nietGespeeld: 21, paden: { gevonden: 4, alsScenario: 2, gespeeld: 1, nietGevolgd: 1, overgeslagen: 0 }, periode: 'maandag 7 september 2026 tot en met woensdag 31 maart 2027' },
  };
}
