import { expect, test } from 'vitest';
import { eerstProef } from '../../scripts/uitrollen/eerst-proef.ts';

/** Een scherm waarop iemand dit antwoordt; het houdt bij wat er gebeurde. */
function scherm(interactief: boolean, ...antwoorden: string[]) {
  const gebeurd: string[] = [];
  return { gebeurd, interactief, zeg: (regel: string) => void gebeurd.push(regel), vraag: async (tekst: string) => { gebeurd.push(tekst.trim()); return antwoorden.shift() ?? ''; }, proef: async () => { gebeurd.push('proef'); return true; } };
}

test('zonder iemand aan het scherm staat er dat het kan, en wordt er uitgerold', async () => {
  const zonder = scherm(false);
  expect(await eerstProef(zonder)).toBe(true);
  expect(zonder.gebeurd).toEqual(['Wilt u eerst zien wat er voor kinderen anders wordt? Draai npm run proef.']);
});

test('wie gewoon op enter drukt rolt uit; wie proefdraait kiest daarna', async () => {
  expect(await eerstProef(scherm(true, ''))).toBe(true);
  const eerst = scherm(true, 'j', 'nee');
  expect(await eerstProef(eerst)).toBe(false);
  expect(eerst.gebeurd).toEqual(['Eerst proefdraaien? (j/N)', 'proef', 'Nu uitrollen? (j/N)']);
  expect(await eerstProef(scherm(true, 'ja', 'J'))).toBe(true);
});
