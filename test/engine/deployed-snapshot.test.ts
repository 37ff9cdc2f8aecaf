import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onthoudUitrol, vergelijkMetVorige } from '../../engine/deployed-snapshot.ts';
import { leesModellen } from '../../engine/deploy.ts';

let map: string;
beforeEach(() => { map = mkdtempSync(join(tmpdir(), 'routeboek-uitrol-')); });
afterEach(() => rmSync(map, { recursive: true, force: true }));

test('de eerste keer en zonder wijziging is er niets te melden', async () => {
  const modellen = await leesModellen();
  expect(await vergelijkMetVorige(map, modellen)).toEqual([]);
  await onthoudUitrol(map, modellen);
  expect(await vergelijkMetVorige(map, modellen)).toEqual([]);
});

test('een hernoemde stap en een gewijzigd formulier staan er in gewone woorden', async () => {
  const modellen = await leesModellen();
  await onthoudUitrol(map, modellen);
  const nieuw = modellen.map(({ naam, inhoud }) => ({
    naam,
    inhoud: Buffer.from(naam === 'kernteam.bpmn' ? inhoud.toString().replace('name="Met ouders spreken"', 'name="Met ouders en kind spreken"') : naam === 'gesprek-ouders.form' ? `${inhoud.toString()} ` : inhoud),
  }));
  const regels = await vergelijkMetVorige(map, [...nieuw, { naam: 'extra.dmn', inhoud: Buffer.from('') }]);
  expect(regels).toEqual(['kernteam.bpmn: stap "Met ouders en kind spreken" gewijzigd', 'gesprek-ouders.form: gewijzigd', 'extra.dmn: nieuw']);
});
