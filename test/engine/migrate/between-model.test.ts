import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { betweenModel, processBehind, stepBehind, waitPlace } from '../../../engine/migrate/between-model.ts';
import { readModel } from '../../../engine/migrate/model.ts';

const echt = (naam: string): Promise<string> => readFile(new URL(`../../../bpmn/${naam}.bpmn`, import.meta.url), 'utf8');

test('in het tussenmodel is de taak van de soort die de engine ziet zolang zij niet is klaargezet, met een lege wachtplek ernaast', async () => {
  const nieuw = await readModel(await echt('leerling-bespreken'));
  const { name, content } = await betweenModel(await echt('leerling-bespreken'), ['gesprek_ouders']);
  const tussen = await readModel(content.toString());
  expect(name).toBe('leerling-bespreken-herstel.bpmn');
  expect(tussen.get('gesprek_ouders')).toEqual({ ...nieuw.get('gesprek_ouders'), kind: 'UserTask' });
  expect(tussen.get('gesprek_ouders_herstel')).toMatchObject({ kind: 'UserTask zeebe', parent: nieuw.get('gesprek_ouders')!.parent });
  const overig = [...nieuw.values()].filter(({ id, kind, parent }) => id !== 'gesprek_ouders' && kind !== 'Process' && parent !== 'leerling-bespreken');
  for (const onderdeel of overig) expect(tussen.get(onderdeel.id), onderdeel.id).toEqual(onderdeel);
});

test('een proces dat op tijd begint, begint in het tussenmodel nooit vanzelf', async () => {
  const model = await readModel((await betweenModel(await echt('taakherinneringen'), [])).content.toString());
  expect([...model.values()].filter(({ kind }) => kind.startsWith('StartEvent')).map(({ kind }) => kind)).toEqual(['StartEvent']);
});

test('een taak die er niet is wordt genoemd', async () => {
  await expect(betweenModel(await echt('leerling-bespreken'), ['weg'])).rejects.toThrow('De taak weg staat niet in het model.');
});

test('het proces en de taak zijn uit de namen terug te vinden; gewone namen zijn geen tussenmodel', () => {
  expect([processBehind('kernteam-herstel'), processBehind('kernteam'), stepBehind(waitPlace('KT_05')), stepBehind('KT_05')]).toEqual(['kernteam', undefined, 'KT_05', undefined]);
});
