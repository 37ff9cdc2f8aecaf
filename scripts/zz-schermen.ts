import { chromium } from 'playwright-core';
const WEB = process.env['WEB'] ?? 'http://localhost:18080';
const BEHEER = process.env['BEHEER'] ?? 'http://localhost:3411';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const p = await browser.newPage({ viewport: { width: 1400, height: 1100 }, locale: 'en-US', timezoneId: 'Europe/Amsterdam' });
p.setDefaultTimeout(90_000);
await p.goto(`${WEB}/tasklist`);
await p.getByLabel(/username/i).fill('demo'); await p.getByLabel(/^password/i).first().fill('demo');
await p.getByRole('button', { name: /log ?in/i }).click();
await p.getByText('All open tasks').waitFor();
await p.waitForTimeout(8000);
await p.screenshot({ path: '/tmp/s-tasklist.png' });
const koek = (await p.context().cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
const taken: any[] = []; let na: any;
for (;;) { const r = await (await fetch(`${WEB}/v1/tasks/search`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: koek }, body: JSON.stringify({ state: 'CREATED', pageSize: 50, sort: [{ field: 'creationTime', order: 'ASC' }], ...(na ? { searchAfter: na } : {}) }) })).json(); taken.push(...r); if (r.length < 50) break; na = r.at(-1).sortValues; }
console.log('open', taken.length, 'zonder formulier', taken.filter((t) => !t.formId && !t.formKey).map((t) => t.taskDefinitionId));
for (const t of taken) console.log(t.id, t.name, t.taskDefinitionId, t.creationDate, t.dueDate, t.candidateGroups?.join(), t.assignee, t.formId, t.formKey, t.formVersion);
const done = await (await fetch(`${WEB}/v1/tasks/search`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: koek }, body: JSON.stringify({ state: 'COMPLETED', pageSize: 1000 }) })).json();
console.log('voltooid', done.length);
let i = 0;
for (const wat of ['KT_14', 'CA_02_1', 'KT_07b']) { const t = taken.find((x) => x.taskDefinitionId === wat); if (!t) continue; await p.goto(`${WEB}/tasklist/${t.id}`); await p.waitForTimeout(7000); await p.screenshot({ path: `/tmp/s-taak${++i}.png` }); }
const o = await browser.newPage({ viewport: { width: 1500, height: 1100 }, locale: 'en-US', timezoneId: 'Europe/Amsterdam' });
o.setDefaultTimeout(90_000);
await o.goto(`${WEB}/operate`);
if (await o.getByLabel(/username/i).count()) { await o.getByLabel(/username/i).fill('demo'); await o.getByLabel(/^password/i).first().fill('demo'); await o.getByRole('button', { name: /log ?in/i }).click(); }
await o.waitForTimeout(12000);
await o.screenshot({ path: '/tmp/s-operate.png' });
await o.goto(`${WEB}/operate/processes?process=kernteam&version=1&active=true&incidents=true&completed=true&canceled=true`);
await o.waitForTimeout(12000);
await o.screenshot({ path: '/tmp/s-operate2.png' });
const ww = process.env['WW'] ?? '';
const b = await browser.newContext({ httpCredentials: { username: 'beheer', password: ww }, viewport: { width: 1200, height: 1000 } });
const bp = await b.newPage();
for (const pad of ['post', 'gezondheid']) { await bp.goto(`${BEHEER}/${pad}`); await bp.waitForTimeout(1500); await bp.screenshot({ path: `/tmp/s-${pad}.png` }); }
await browser.close();
