import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withExampleDates } from '../../../scripts/casus/example-dates.ts';
import { dagVan } from '../../../domein/kalender/datum.ts';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { startRouteboek, type Started } from '../../browser/helpers/start.ts';

/** Zes kinderen worden aangemeld; wat Operate daarvan bewaart moet in de cijfers staan, op het kind af. */
const KINDEREN = 6;
let routeboek: Started;
let sleutel: string;
let cookie: string;
beforeAll(async () => {
  routeboek = await startRouteboek(240_000);
  sleutel = `Bearer ${await routeboek.sleutel()}`;
  cookie = await meldAanAlsManagement();
}, 250_000);

/** De cijfers zijn van het management: met de sleutel van programma's komt er een account, en dat meldt zich aan. @returns het sessiekoekje */
async function meldAanAlsManagement(): Promise<string> {
  const account = await fetch(`${routeboek.beheer}/accounts`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: sleutel }, body: JSON.stringify({ naam: 'kijker', rol: 'swv-management' }) });
  const { wachtwoord } = (await account.json()) as { wachtwoord: string };
  const aangemeld = await fetch(`${routeboek.beheer}/aanmelden`, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin', accept: 'text/html' }, body: new URLSearchParams({ naam: 'kijker', wachtwoord }) });
  expect(aangemeld.status).toBe(303);
  return aangemeld.headers.getSetCookie().map((k) => k.split(';')[0]).join('; ');
}
afterAll(async () => {
  // Netjes stoppen: een OpenSearch die nog schrijft houdt haar map vast.
  if (routeboek?.app.exitCode === null) {
    const gestopt = new Promise((klaar) => routeboek.app.once('exit', klaar));
    routeboek.app.kill('SIGINT');
    await gestopt;
  }
  await routeboek?.cleanUp();
}, 60_000);

interface Element { id: string; automatisch: boolean; nu: { kinderen: number }; geeindigd: { kinderen: number } }
const kaart = async (proces: string): Promise<{ kinderenNu: number; versheid: { actueel: boolean }; elementen: Element[] }> => {
  const antwoord = await fetch(`${routeboek.beheer}/api/kaart/${proces}`, { headers: { cookie } });
  expect(antwoord.status).toBe(200);
  return antwoord.json() as never;
};

/** Per element van hoeveel instanties van dit proces Operate daar een bezoek kent, openstaand en geëindigd: elk kind heeft er één. */
async function volgensOperate(proces: string): Promise<Map<string, { open: Set<string>; klaar: Set<string> }>> {
  const aanmelden = await fetch(`${routeboek.web}/api/login`, { method: 'POST', body: new URLSearchParams({ username: 'demo', password: 'demo' }), redirect: 'manual' });
  const operateCookie = aanmelden.headers.getSetCookie().map((k) => k.split(';')[0]).join('; ');
  const zoek = async (path: string, filter: object): Promise<Record<string, unknown>[]> =>
    ((await (await fetch(`${routeboek.web}/v1/${path}/search`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: operateCookie }, body: JSON.stringify({ filter, size: 1000 }) })).json()) as { items: Record<string, unknown>[] }).items;
  const uit = new Map<string, { open: Set<string>; klaar: Set<string> }>();
  for (const { key } of await zoek('process-definitions', { bpmnProcessId: proces })) {
    for (const { flowNodeId, state, processInstanceKey } of await zoek('flownode-instances', { processDefinitionKey: key })) {
      const tel = uit.get(String(flowNodeId)) ?? { open: new Set(), klaar: new Set() };
      tel[state === 'ACTIVE' ? 'open' : 'klaar'].add(String(processInstanceKey));
      uit.set(String(flowNodeId), tel);
    }
  }
  return uit;
}

test('elk kind bij elke stap die Operate bewaart staat in de cijfers, en /gezondheid zegt hoe vers die zijn', { timeout: 480_000 }, async () => {
  const voorbeeld = JSON.parse(withExampleDates(readFileSync('docs/voorbeelden/aanmelding-milan.json', 'utf8'), dagVan(new Date()), makeKalenders()('10AB'))) as Record<string, unknown>;
  for (let i = 0; i < KINDEREN; i++) {
    const antwoord = await fetch(`${routeboek.beheer}/casussen`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: sleutel },
      body: JSON.stringify({ ...voorbeeld, leerlingLeerlingId: `L-2018-90${i}`, leerlingAchternaam: `Proef${'abcdef'[i]}`, leerlingGeboortedatum: `2018-0${i + 1}-14` }),
    });
    // Op een drukke machine is de casus er pas na het antwoord: dat is 202.
    expect([201, 202]).toContain(antwoord.status);
  }
  const gesprek = async () => (await kaart('leerling-bespreken')).elementen.find((e) => e.id === 'gesprek_ouders')?.nu.kinderen;
  await expect.poll(gesprek, { timeout: 300_000, interval: 2_000 }).toBe(KINDEREN);
  expect((await kaart('casus')).kinderenNu).toBe(KINDEREN);

  for (const proces of ['casus', 'kernteam', 'leerling-bespreken']) {
    const gelijk = async () => {
      const operate = await volgensOperate(proces);
      return (await kaart(proces)).elementen.flatMap(({ id, automatisch, nu, geeindigd }) => {
        const [open, klaar] = [operate.get(id)?.open.size ?? 0, operate.get(id)?.klaar.size ?? 0];
        const klopt = (eigen: unknown, daar: number): boolean => eigen === daar || (typeof eigen !== 'number' && daar < 10);
        return klopt(nu.kinderen, open) && (automatisch || klopt(geeindigd.kinderen, klaar)) ? [] : [[id, nu.kinderen, geeindigd.kinderen, open, klaar]];
      });
    };
    await expect.poll(gelijk, { timeout: 120_000, interval: 2_000 }).toEqual([]);
    const operate = await volgensOperate(proces);
    const bekend = new Set((await kaart(proces)).elementen.filter((e) => e.automatisch || e.nu.kinderen !== 0 || e.geeindigd.kinderen !== 0).map((e) => e.id));
    expect([...operate.keys()].filter((id) => !bekend.has(id)), proces).toEqual([]);
  }
  const { geschiedenis } = (await (await fetch(`${routeboek.beheer}/gezondheid`)).json()) as { geschiedenis: string };
  expect(geschiedenis).toMatch(/^bijgewerkt om \w+ \d+ \w+ \d{4} om \d\d:\d\d$/);
});
