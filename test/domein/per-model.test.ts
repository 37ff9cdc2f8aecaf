import { expect, test } from 'vitest';
import { perModel } from '../../domein/uitgerold/per-model.ts';

test('een model wordt één keer gelezen; een naam die er niet is of mislukt wordt niet onthouden', async () => {
  const gelezen: string[] = [];
  const modellen = perModel(async (proces, map) => {
    gelezen.push(proces);
    if (proces === 'stuk') throw new Error('niet te lezen');
    return proces === 'kernteam' ? map.href : undefined;
  });
  for (const proces of ['kernteam', 'kernteam', 'verzonnen', 'verzonnen']) await modellen().lees(proces);
  for (let keer = 0; keer < 2; keer++) await expect(modellen().lees('stuk')).rejects.toThrow('niet te lezen');
  expect(gelezen).toEqual(['kernteam', 'verzonnen', 'verzonnen', 'stuk', 'stuk']);
  expect(await modellen().lees('kernteam')).toMatch(/bpmn\/$/);
});
