import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeHistory86 } from '../../engine/reads/history-8.6.ts';
import { makeHistory89 } from '../../engine/reads/history-8.9.ts';
import { collect, HISTORY_PAGE, type HistoryReads } from '../../engine/reads/history.ts';
import { makeWebappsSession } from '../../engine/reads/webapps-session.ts';
import { makeRest } from '../../engine/rest.ts';
import { startStandIn, type Answer, type RecordedRequest } from './helpers/webserver.ts';

/** Wat de engine weet, in de woorden van geen van beide versies. */
interface Bezoek { sleutel: bigint; element: string; soort: string; instantie: bigint; model: bigint; begin: number; einde: number | null; staat: string }
interface Toestand {
  bezoeken: Bezoek[];
  instanties: { sleutel: bigint; proces: string; begin: number; ouder: bigint | null; ouderBezoek: bigint | null; afgebroken?: number }[];
  variabelen: { sleutel: bigint; instantie: bigint; bereik: bigint; naam: string; waarde: unknown }[];
  modellen: { sleutel: bigint; proces: string; versie: number }[];
}
type Rij = Record<string, unknown>;

/** Operate 8.6 v1: sleutels als getal, `searchAfter` met de waarden van de laatste rij als tekst, hoogstens duizend rijen. */
function als86(t: Toestand): (v: RecordedRequest) => Answer {
  const vraag = z.strictObject({
    filter: z.record(z.string(), z.unknown()).optional(), size: z.number().max(1000),
    sort: z.tuple([z.strictObject({ field: z.enum(['key', 'startDate', 'endDate']), order: z.literal('ASC') })]), searchAfter: z.array(z.union([z.string(), z.number()])).optional(),
  });
  const tijd = (ms: number): string => new Date(ms).toISOString().replace('Z', '+0000');
  const bronnen: Record<string, Rij[]> = {
    '/v1/flownode-instances/search': t.bezoeken.map((b) => ({
      key: Number(b.sleutel), processInstanceKey: Number(b.instantie), processDefinitionKey: Number(b.model), startDate: tijd(b.begin), ...(b.einde === null ? {} : { endDate: tijd(b.einde) }),
      flowNodeId: b.element, flowNodeName: b.element, type: b.soort, state: b.staat, incident: false, tenantId: '<default>',
    })),
    '/v1/process-instances/search': t.instanties.map((i) => ({
      key: Number(i.sleutel), processVersion: 1, bpmnProcessId: i.proces, startDate: tijd(i.begin), ...(i.afgebroken === undefined ? { state: 'ACTIVE' } : { state: 'CANCELED', endDate: tijd(i.afgebroken) }), incident: false, processDefinitionKey: 1, tenantId: '<default>',
      ...(i.ouder === null ? {} : { parentKey: Number(i.ouder), parentFlowNodeInstanceKey: Number(i.ouderBezoek) }),
    })),
    '/v1/variables/search': t.variabelen.map((v) => ({ key: Number(v.sleutel), processInstanceKey: Number(v.instantie), scopeKey: Number(v.bereik), name: v.naam, value: JSON.stringify(v.waarde), truncated: false, tenantId: '<default>' })),
    '/v1/process-definitions/search': t.modellen.map((m) => ({ key: Number(m.sleutel), name: m.proces, version: m.versie, bpmnProcessId: m.proces, tenantId: '<default>' })),
  };
  return ({ path, headers, content }) => {
    if (path === '/api/login') return { status: 204, headers: { 'set-cookie': 'OPERATE-SESSION=s; Path=/' } };
    if (headers.cookie !== 'OPERATE-SESSION=s') return { status: 401, json: {} };
    const { filter = {}, size, sort: [{ field }], searchAfter } = vraag.parse(content);
    const waarde = (rij: Rij): number => (field === 'key' ? 0 : rij[field] === undefined ? Infinity : Date.parse(String(rij[field]).replace('+0000', 'Z')));
    const plek = (rij: Rij): [number, number] => [waarde(rij), rij['key'] as number];
    const na = searchAfter?.map(Number) ?? [-1, -1];
    const [eerst, dan] = field === 'key' ? [0, na[0]!] : [na[0]!, na[1]!];
    const alle = bronnen[path]!.filter((rij) => Object.entries(filter).every(([k, v]) => rij[k] === v)).sort((a, b) => plek(a)[0] - plek(b)[0] || plek(a)[1] - plek(b)[1]);
    const items = alle.filter((rij) => plek(rij)[0] > eerst || (plek(rij)[0] === eerst && plek(rij)[1] > dan)).slice(0, size);
    const laatste = items.at(-1);
    return { json: { items, sortValues: laatste ? (field === 'key' ? [String(plek(laatste)[1])] : plek(laatste).map(String)) : [], total: alle.length } };
  };
}

/**
 * 8.9 zoals de OpenAPI van de Orchestration Cluster het belooft: alleen de velden die er staan, sleutels als tekst, hoogstens
 * tienduizend per keer, een cursor waar niets uit te lezen is, en totalen die bij tienduizend ophouden. Op einddatum sorteren
 * geeft een 500, zoals het daar was.
 */
function als89(t: Toestand): (v: RecordedRequest) => Answer {
  const sleutel = z.string().regex(/^-?\d+$/);
  const datum = z.strictObject({ $gte: z.iso.datetime().optional(), $gt: z.iso.datetime().optional(), $lt: z.iso.datetime().optional(), $lte: z.iso.datetime().optional() });
  const vraag = (filter: z.ZodType, sort: readonly [string, ...string[]]) => z.strictObject({
    filter, sort: z.array(z.strictObject({ field: z.enum(sort), order: z.enum(['ASC', 'DESC']) })), page: z.strictObject({ limit: z.number().int().min(1).max(10_000), after: z.string().optional() }),
  });
  const lijst = z.strictObject({ $in: z.array(sleutel).min(1) });
  const vragen: Record<string, z.ZodType> = {
    '/v2/element-instances/search': vraag(z.strictObject({ state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']).optional(), processInstanceKey: sleutel.optional(), elementInstanceKey: sleutel.optional(), startDate: datum.optional(), endDate: datum.optional() }),
      ['elementInstanceKey', 'processInstanceKey', 'processDefinitionKey', 'processDefinitionId', 'startDate', 'endDate', 'elementId', 'elementName', 'type', 'state', 'incidentKey', 'tenantId']),
    '/v2/process-instances/search': vraag(z.strictObject({ processInstanceKey: lijst.optional(), startDate: datum.optional(), endDate: datum.optional(), state: z.enum(['ACTIVE', 'COMPLETED', 'TERMINATED']).optional() }), ['processInstanceKey', 'startDate', 'endDate', 'processDefinitionId']),
    '/v2/variables/search': vraag(z.strictObject({ name: z.string(), processInstanceKey: lijst }), ['value', 'name', 'tenantId', 'variableKey', 'scopeKey', 'processInstanceKey']),
    '/v2/process-definitions/search': vraag(z.strictObject({}), ['processDefinitionKey', 'name', 'resourceName', 'version', 'versionTag', 'processDefinitionId', 'tenantId']),
  };
  const tijd = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
  const bronnen: Record<string, Rij[]> = {
    '/v2/element-instances/search': [
      ...t.bezoeken.map((b) => ({ element: b.element, soort: b.soort, b })), ...t.bezoeken.slice(0, 1).map((b) => ({ element: 'kernteam', soort: 'PROCESS', b: { ...b, sleutel: b.instantie } })),
    ].map(({ element, soort, b }) => ({
      elementInstanceKey: String(b.sleutel), elementId: element, elementName: element, type: soort, state: b.staat, startDate: tijd(b.begin), endDate: tijd(b.einde), hasIncident: false, incidentKey: null,
      processInstanceKey: String(b.instantie), processDefinitionId: 'kernteam', processDefinitionKey: String(b.model), rootProcessInstanceKey: null, tenantId: '<default>',
    })),
    '/v2/process-instances/search': t.instanties.map((i) => ({
      processInstanceKey: String(i.sleutel), processDefinitionId: i.proces, processDefinitionKey: '1', processDefinitionName: null, processDefinitionVersion: 1, processDefinitionVersionTag: null, startDate: tijd(i.begin), endDate: tijd(i.afgebroken ?? null), state: i.afgebroken === undefined ? 'ACTIVE' : 'TERMINATED', suspendedDate: null,
      hasIncident: false, tenantId: '<default>', parentProcessInstanceKey: i.ouder && String(i.ouder), parentElementInstanceKey: i.ouderBezoek && String(i.ouderBezoek), rootProcessInstanceKey: null, tags: [], businessId: null,
    })),
    '/v2/variables/search': t.variabelen.map((v) => ({ variableKey: String(v.sleutel), name: v.naam, value: JSON.stringify(v.waarde), isTruncated: false, processInstanceKey: String(v.instantie), scopeKey: String(v.bereik), rootProcessInstanceKey: null, tenantId: '<default>' })),
    '/v2/process-definitions/search': t.modellen.map((m) => ({ processDefinitionKey: String(m.sleutel), processDefinitionId: m.proces, name: null, resourceName: `${m.proces}.bpmn`, version: m.versie, versionTag: null, hasStartForm: false, tenantId: '<default>' })),
  };
  const past = (rij: Rij, filter: Rij): boolean => Object.entries(filter).every(([veld, eis]) => {
    const waarde = rij[veld] as string | null;
    if (typeof eis === 'string') return waarde === eis;
    const { $in, $gte, $lt } = eis as { $in?: string[]; $gte?: string; $lt?: string };
    return waarde !== null && (!$in || $in.includes(waarde)) && (!$gte || waarde >= $gte) && (!$lt || waarde < $lt);
  });
  return ({ path, headers, content }) => {
    if (!headers.authorization?.startsWith('Basic ')) return { status: 401, json: { title: 'UNAUTHORIZED' } };
    const { filter, sort, page } = vragen[path]!.parse(content) as { filter: Rij; sort: { field: string }[]; page: { limit: number; after?: string } };
    if (sort.some(({ field }) => field === 'endDate')) return { status: 500, json: { title: 'INTERNAL' } };
    const vergelijk = (a: Rij, b: Rij): number => sort.map(({ field }) => { const [x, y] = [String(a[field]), String(b[field])]; return x.length === y.length || field === 'startDate' ? (x < y ? -1 : x > y ? 1 : 0) : x.length - y.length; }).find((n) => n !== 0) ?? 0;
    const alle = bronnen[path]!.filter((rij) => past(rij, filter)).sort(vergelijk);
    const vanaf = page.after === undefined ? 0 : Number(Buffer.from(page.after, 'base64').toString());
    const items = alle.slice(vanaf, vanaf + page.limit);
    const cursor = (n: number): string | null => (items.length === 0 ? null : Buffer.from(String(n)).toString('base64'));
    return { json: { items, page: { totalItems: Math.min(alle.length, 10_000), hasMoreTotalItems: alle.length > 10_000, startCursor: cursor(vanaf), endCursor: cursor(vanaf + items.length) } } };
  };
}

const VERSIES: [string, bigint, (t: Toestand) => (v: RecordedRequest) => Answer, (url: string) => HistoryReads][] = [
  ['8.6', 3n, als86, (url) => makeHistory86(makeWebappsSession(url, { user: 'demo', password: 'demo' }))],
  ['8.9', 9n, als89, (url) => makeHistory89(makeRest({ grpcAddress: '', restAddress: url, credentials: { user: 'app', password: 'geheim' } }))],
];
const BEGIN = Date.parse('2025-09-08T07:00:00Z');
const MINUUT = 60_000;

describe.each(VERSIES)('geschiedenis lezen van Camunda %s', (versie, partities, standIn, maak) => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());
  const sleutel = (n: number, partitie = 1n): bigint => (partitie << 51n) + BigInt(n);
  const bezoek = (n: number, anders: Partial<Bezoek> = {}): Bezoek => ({ sleutel: sleutel(n), element: 'gesprek_ouders', soort: 'USER_TASK', instantie: sleutel(1), model: 7n, begin: BEGIN + n * MINUUT, einde: null, staat: 'ACTIVE', ...anders });
  const read = async (toestand: Partial<Toestand>): Promise<HistoryReads> => {
    const server = await startStandIn(standIn({ bezoeken: [], instanties: [], variabelen: [], modellen: [], ...toestand }));
    stop = server.stop;
    return maak(server.url);
  };
  const op = (n: number): Date => new Date(BEGIN + n * MINUUT);

  test('een bezoek met alles erop, ook bij de hoogste partitie', async () => {
    const groot = sleutel(5, partities);
    const [gelezen] = await collect((await read({ bezoeken: [bezoek(5, { sleutel: groot, einde: BEGIN + 9 * MINUUT, staat: 'COMPLETED' })] })).visitsStarted(op(0)));
    expect(gelezen).toEqual({ key: String(groot), elementId: 'gesprek_ouders', type: 'USER_TASK', instance: String(sleutel(1)), definition: '7', start: op(5), end: op(9), state: 'COMPLETED' });
  });

  test('alles vanaf een moment, oudste eerst, elk één keer, over bladzijden heen en ook bij gelijke tijden', async () => {
    const bezoeken = Array.from({ length: 2 * HISTORY_PAGE + 5 }, (_, n) => bezoek(n, { begin: BEGIN + Math.floor(n / 700) * MINUUT }));
    const reads = await read({ bezoeken });
    expect((await collect(reads.visitsStarted(new Date(0)))).map((v) => v.key).sort()).toEqual(bezoeken.map((b) => String(b.sleutel)).sort());
    const later = await collect(reads.visitsStarted(op(1)));
    expect([later.length, later[0]!.start, later.at(-1)!.start]).toEqual([bezoeken.length - 700, op(1), op(2)]);
  });

  test('wat in een tijdvak eindigde, klaar of afgebroken, en niets dat openstaat', async () => {
    const reads = await read({ bezoeken: [bezoek(1, { einde: BEGIN + 20 * MINUUT, staat: 'COMPLETED' }), bezoek(2, { einde: BEGIN + 30 * MINUUT, staat: 'TERMINATED' }), bezoek(3), bezoek(4, { einde: BEGIN + 5 * MINUUT, staat: 'COMPLETED' })] });
    expect((await collect(reads.visitsEnded(op(20), op(40)))).map((v) => [v.key, v.state]).sort()).toEqual([[String(sleutel(1)), 'COMPLETED'], [String(sleutel(2)), 'TERMINATED']]);
  });

  test('alles wat openstaat, en alles van één instantie in elke toestand', async () => {
    const reads = await read({ bezoeken: [bezoek(1), bezoek(2, { einde: BEGIN + 3 * MINUUT, staat: 'COMPLETED' }), bezoek(3, { einde: BEGIN + 4 * MINUUT, staat: 'TERMINATED' }), bezoek(4, { instantie: sleutel(99) })] });
    expect((await collect(reads.visitsOpen())).map((v) => v.key)).toEqual([String(sleutel(1)), String(sleutel(4))]);
    expect((await reads.visitsOf(String(sleutel(1)))).map((v) => v.key).sort()).toEqual([1, 2, 3].map((n) => String(sleutel(n))));
  });

  test('instanties met wie ze aanriep, vanaf een moment of op sleutel', async () => {
    const instanties = Array.from({ length: 130 }, (_, n) => ({ sleutel: sleutel(n), proces: n ? 'leerling-bespreken' : 'kernteam', begin: BEGIN + n * MINUUT, ouder: n ? sleutel(0) : null, ouderBezoek: n ? sleutel(500) : null }));
    const reads = await read({ instanties });
    expect(await collect(reads.instancesStarted(op(128)))).toEqual([128, 129].map((n) => ({ key: String(sleutel(n)), processId: 'leerling-bespreken', start: op(n), parent: String(sleutel(0)), parentVisit: String(sleutel(500)) })));
    expect((await reads.instancesByKey(instanties.map((i) => String(i.sleutel)))).map((i) => i.key)).toEqual(instanties.map((i) => String(i.sleutel)));
    expect(await reads.instancesByKey([String(sleutel(0))])).toMatchObject([{ processId: 'kernteam', parent: null, parentVisit: null }]);
  });

  test('welke instanties nog lopen, en welke sinds een moment zijn afgebroken', async () => {
    const instanties = Array.from({ length: 130 }, (_, n) => ({ sleutel: sleutel(n), proces: 'casus', begin: BEGIN, ouder: null, ouderBezoek: null, ...(n < 3 ? { afgebroken: BEGIN + n * MINUUT } : {}) }));
    const reads = await read({ instanties });
    expect(await reads.running([...instanties.map((i) => String(i.sleutel)), '999'])).toEqual(new Set(instanties.slice(3).map((i) => String(i.sleutel))));
    expect(await collect(reads.instancesCancelled(op(1)))).toEqual([1, 2].map((n) => String(sleutel(n))));
  });

  test('de casus van een instantie is de variabele van de instantie zelf, niet van een stap erin', async () => {
    const reads = await read({ variabelen: [{ sleutel: 1n, instantie: 10n, bereik: 11n, naam: 'casusId', waarde: 'verkeerd' }, { sleutel: 2n, instantie: 10n, bereik: 10n, naam: 'casusId', waarde: 'c-1' }, { sleutel: 3n, instantie: 20n, bereik: 20n, naam: 'casusId', waarde: null }] });
    expect(await reads.casusOf(['10', '20', '30'])).toEqual(new Map([['10', 'c-1']]));
  });

  test('elk model met proces en versie', async () => {
    expect(await (await read({ modellen: [{ sleutel: 7n, proces: 'kernteam', versie: 3 }] })).definitions()).toEqual([{ key: '7', processId: 'kernteam', version: 3 }]);
  });
  if (versie === '8.9') test('het proces zelf is geen element', async () => expect(await collect((await read({ bezoeken: [bezoek(1)] })).visitsStarted(op(0)))).toHaveLength(1));
});
