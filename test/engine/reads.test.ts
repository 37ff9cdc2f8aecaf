import { afterEach, describe, expect, test } from 'vitest';
import { makeReads86 } from '../../engine/reads/reads-8.6.ts';
import { makeReads89 } from '../../engine/reads/reads-8.9.ts';
import { PAGE_SIZE, type Reads } from '../../engine/reads/reads.ts';
import { makeRest } from '../../engine/rest.ts';
import { startStandIn, type Answer, type RecordedRequest } from './helpers/webserver.ts';

/** Eén toestand van de engine, in de woorden van geen van beide versies. */
interface Toestand {
  taken: { nummer: number; element: string; naam: string; casusId: string | null; uiterlijk: string | null; wie: string | null; groepen: string[] }[];
  incidenten: { nummer: number; soort: string; boodschap: string; staatBij?: string; casusnummer?: string; opdracht?: number }[];
  instanties?: { nummer: number; proces: string; versie: number; ouder: number | null; staatBij: string[] }[];
  modellen?: Record<string, string>;
}

/** Hoe Tasklist en Operate 8.6 deze toestand laten zien (v1, met een sessiekoekje dat één keer verloopt). */
function als86(state: Toestand): (v: RecordedRequest) => Answer {
  let verlopen = false;
  let cookie = 0;
  return ({ path, headers, content }) => {
    if (path === '/api/login') return { status: 204, headers: { 'set-cookie': `OPERATE-SESSION=s${++cookie}; Path=/; HttpOnly` } };
    if (headers.cookie !== `OPERATE-SESSION=s${cookie}`) return { status: 401, json: {} };
    if (!verlopen) { verlopen = true; cookie++; return { status: 401, json: {} }; }
    const model = /^\/v1\/process-definitions\/(\d+)\/xml$/.exec(path)?.[1];
    if (model !== undefined) return { xml: state.modellen![model]! };
    const vanaf = Number(content.searchAfter?.[0] ?? -1);
    const operate = <T extends { nummer: number }>(alle: T[], item: (t: T) => unknown): Answer => {
      const part = alle.filter((t) => t.nummer > vanaf).slice(0, content.size);
      return { json: { items: part.map(item), sortValues: part.length ? [part.at(-1)!.nummer] : [], total: alle.length } };
    };
    const bij = content.filter?.processInstanceKey ?? content.filter?.key;
    if (path === '/v1/process-instances/search' && bij === 70) return operate([{ nummer: 70 }], () => ({ key: 70, processVersion: 1, bpmnProcessId: 'kernteam', processDefinitionKey: 5, state: 'ACTIVE', incident: true }));
    // Het deelproces eromheen heet hier ook stuk, en van een ander incident is de plek een andere.
    if (path === '/v1/flownode-instances/search' && content.filter.incident === true) {
      expect(bij).toBe(70);
      return operate([{ nummer: 1, element: 'SP_FASE' }, ...state.incidenten.map((i) => ({ nummer: i.nummer + 2, element: i.staatBij, incident: i.nummer }))], (p) => ({
        key: p.nummer, processInstanceKey: 70, flowNodeId: p.element, type: 'SERVICE_TASK', state: 'ACTIVE', incident: true, ...('incident' in p ? { incidentKey: p.incident } : {}),
      }));
    }
    if (path === '/v1/variables/search') {
      expect(content.filter).toEqual({ processInstanceKey: 70, name: 'casusnummer' });
      return operate([{ nummer: 1, waarde: null }, ...state.incidenten.filter((i) => i.casusnummer).map((i) => ({ nummer: 2, waarde: i.casusnummer }))], (v) => ({ key: v.nummer, processInstanceKey: 70, scopeKey: 70, name: 'casusnummer', value: JSON.stringify(v.waarde), truncated: false }));
    }
    if (path === '/v1/process-instances/search') {
      expect(content.filter).toEqual({ state: 'ACTIVE' });
      return operate(state.instanties!, (i) => ({
        key: i.nummer, processVersion: i.versie, bpmnProcessId: i.proces, startDate: '2026-09-01T10:00:00.000+0000', state: 'ACTIVE', incident: false, processDefinitionKey: 5, tenantId: '<default>',
        ...(i.ouder === null ? {} : { parentKey: i.ouder, parentFlowNodeInstanceKey: 12 }),
      }));
    }
    if (path === '/v1/flownode-instances/search') {
      expect(content.filter.state).toBe('ACTIVE');
      const plekken = state.instanties!.find((i) => i.nummer === content.filter.processInstanceKey)!.staatBij;
      return operate(plekken.map((id, nummer) => ({ id, nummer })).filter(({ id }) => (content.filter.flowNodeId ?? id) === id), (p) => ({
        key: p.nummer, processInstanceKey: content.filter.processInstanceKey, processDefinitionKey: 5, startDate: '2026-09-01T10:00:00.000+0000', flowNodeId: p.id, type: 'USER_TASK', state: 'ACTIVE', incident: false, tenantId: '<default>',
      }));
    }
    if (path === '/v1/tasks/search') {
      return { json: state.taken.filter((t) => t.nummer > vanaf).slice(0, content.pageSize).map((t) => ({
        id: `1${t.nummer}`, name: t.naam, taskDefinitionId: t.element, processName: 'Kernteam', creationDate: '2026-09-01T10:00:00.000+0000', assignee: t.wie, taskState: 'CREATED',
        sortValues: [String(t.nummer)], isFirst: false, formId: 'x', processDefinitionKey: '5', processInstanceKey: `7${t.nummer}`, tenantId: '<default>',
        dueDate: t.uiterlijk && `${t.uiterlijk.slice(0, -1)}+0000`, candidateGroups: t.groepen, candidateUsers: null, implementation: 'ZEEBE_USER_TASK', priority: 50,
        variables: t.casusId === null ? [] : [{ id: '1', name: 'casusId', value: JSON.stringify(t.casusId), isValueTruncated: false }],
      })) };
    }
    return { json: {
      items: state.incidenten.filter((i) => i.nummer > vanaf).slice(0, content.size).map((i) => ({
        key: i.nummer, processDefinitionKey: 5, processInstanceKey: 70, type: i.soort, message: i.boodschap, creationTime: '2026-09-01T10:00:00.000+0000', state: 'ACTIVE', jobKey: i.opdracht, tenantId: '<default>',
      })),
      sortValues: [state.incidenten.filter((i) => i.nummer > vanaf).slice(0, content.size).at(-1)?.nummer ?? 0], total: state.incidenten.length,
    } };
  };
}

/** Hoe 8.9 dezelfde toestand laat zien (REST v2, sleutels als tekst, bladeren met een cursor). */
function als89(state: Toestand): (v: RecordedRequest) => Answer {
  return ({ path, headers, content }) => {
    if (headers.authorization !== `Basic ${Buffer.from('app:geheim').toString('base64')}`) return { status: 401, json: { title: 'UNAUTHORIZED' } };
    const model = /^\/v2\/process-definitions\/(\d+)\/xml$/.exec(path)?.[1];
    if (model !== undefined) return headers.accept?.includes('text/xml') ? { xml: state.modellen![model]! } : { status: 406, json: {} };
    const vanaf = Number(content.page.after ?? 0);
    const blad = <T>(alle: T[], item: (t: T) => unknown): Answer => ({
      json: { items: alle.slice(vanaf, vanaf + content.page.limit).map(item), page: { totalItems: alle.length, hasMoreTotalItems: false, startCursor: String(vanaf), endCursor: String(vanaf + content.page.limit) } },
    });
    if (path === '/v2/user-tasks/search') {
      expect(content.filter).toEqual({ state: 'CREATED' });
      return blad(state.taken, (t) => ({
        userTaskKey: `1${t.nummer}`, elementInstanceKey: `2${t.nummer}`, elementId: t.element, name: t.naam, state: 'CREATED', processDefinitionId: 'kernteam', processName: 'Kernteam',
        processInstanceKey: `7${t.nummer}`, creationDate: '2026-09-01T10:00:00Z', candidateGroups: t.groepen, candidateUsers: [], priority: 50, ...(t.uiterlijk ? { dueDate: t.uiterlijk } : {}), ...(t.wie ? { assignee: t.wie } : {}),
      }));
    }
    if (path === '/v2/variables/search' && content.filter.name === 'casusnummer') {
      expect(content.filter.processInstanceKey).toBe('70');
      return blad(state.incidenten.filter((i) => i.casusnummer), (i) => ({ variableKey: '3', name: 'casusnummer', value: JSON.stringify(i.casusnummer), processInstanceKey: '70', isTruncated: false }));
    }
    if (path === '/v2/variables/search') {
      const requested: string[] = content.filter.processInstanceKey.$in;
      return blad(state.taken.filter((t) => t.casusId !== null && requested.includes(`7${t.nummer}`)), (t) => ({ variableKey: '3', name: 'casusId', value: JSON.stringify(t.casusId), processInstanceKey: `7${t.nummer}`, isTruncated: false }));
    }
    if (path === '/v2/process-instances/search') {
      expect(content.filter).toEqual({ state: 'ACTIVE' });
      return blad(state.instanties!, (i) => ({
        processInstanceKey: String(i.nummer), processDefinitionId: i.proces, processDefinitionKey: '5', processDefinitionName: 'Kernteam', processDefinitionVersion: i.versie, processDefinitionVersionTag: null, startDate: '2026-09-01T10:00:00Z', endDate: null,
        state: 'ACTIVE', hasIncident: false, tenantId: '<default>', parentProcessInstanceKey: i.ouder === null ? null : String(i.ouder), parentElementInstanceKey: i.ouder === null ? null : '12', rootProcessInstanceKey: null, tags: [], businessId: null,
      }));
    }
    if (path === '/v2/element-instances/search') {
      expect(content.filter.state).toBe('ACTIVE');
      const instance = state.instanties!.find((i) => String(i.nummer) === content.filter.processInstanceKey)!;
      const elements = [{ id: instance.proces, type: 'PROCESS' }, ...instance.staatBij.map((id) => ({ id, type: 'USER_TASK' }))].filter(({ id }) => (content.filter.elementId ?? id) === id);
      return blad(elements, (o) => ({
        elementInstanceKey: '9', elementId: o.id, elementName: o.id, type: o.type, state: 'ACTIVE', hasIncident: false, incidentKey: null, startDate: '2026-09-01T10:00:00Z', endDate: null,
        processInstanceKey: String(instance.nummer), processDefinitionId: instance.proces, processDefinitionKey: '5', rootProcessInstanceKey: null, tenantId: '<default>',
      }));
    }
    expect(path).toBe('/v2/incidents/search');
    return blad(state.incidenten.filter((i) => (content.filter.incidentKey ?? String(i.nummer)) === String(i.nummer)), (i) => ({
      incidentKey: String(i.nummer), processInstanceKey: '70', processDefinitionId: 'kernteam', elementId: i.staatBij ?? 'KT_02', errorType: i.soort, errorMessage: i.boodschap, creationTime: '2026-09-01T10:00:00Z', state: 'ACTIVE', jobKey: i.opdracht === undefined ? null : String(i.opdracht),
    }));
  };
}

const VERSIES: [string, (t: Toestand) => (v: RecordedRequest) => Answer, (url: string) => Reads][] = [
  ['8.6', als86, (url) => makeReads86(url, { user: 'demo', password: 'demo' })],
  ['8.9', als89, (url) => makeReads89(makeRest({ grpcAddress: '', restAddress: url, credentials: { user: 'app', password: 'geheim' } }))],
];

describe.each(VERSIES)('lezen van Camunda %s', (versie, standIn, maak) => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());
  const read = async (state: Toestand): Promise<Reads> => {
    const server = await startStandIn(standIn(state));
    stop = server.stop;
    return maak(server.url);
  };
  const task = { nummer: 0, element: 'KT_01a', naam: 'Met ouders spreken', casusId: 'c-1', uiterlijk: '2026-09-02T15:00:00.000Z', wie: 'jansen', groepen: ['ib-er-10AB'] };

  test('een open taak met alles wat de herinnering nodig heeft', async () => {
    const [gelezen] = await (await read({ taken: [task], incidenten: [] })).openTasks();
    expect(gelezen).toMatchObject({ key: '10', elementId: 'KT_01a', name: 'Met ouders spreken', casusId: 'c-1', uiterlijk: '2026-09-02T15:00:00.000Z', assignee: 'jansen', groepen: ['ib-er-10AB'], processInstance: '70' });
    expect(gelezen?.elementInstanceKey).toMatch(/^\d+$/);
  });

  test('wat er niet is, is null of leeg', async () => {
    const [gelezen] = await (await read({ taken: [{ ...task, casusId: null, uiterlijk: null, wie: null, groepen: [], naam: '' }], incidenten: [] })).openTasks();
    expect(gelezen).toMatchObject({ casusId: null, uiterlijk: null, assignee: null, groepen: [], name: 'KT_01a' });
  });

  test('alle bladzijden, elke taak één keer', async () => {
    const tasks = Array.from({ length: 2 * PAGE_SIZE + 5 }, (_, nummer) => ({ ...task, nummer }));
    const gelezen = await (await read({ taken: tasks, incidenten: [] })).openTasks();
    expect(new Set(gelezen.map((t) => t.key)).size).toBe(tasks.length);
    expect(gelezen).toHaveLength(tasks.length);
    expect(gelezen.every((t) => t.casusId === 'c-1')).toBe(true);
  });

  test('openstaande incidenten', async () => {
    const [incident] = await (await read({ taken: [], incidenten: [{ nummer: 9, soort: 'JOB_NO_RETRIES', boodschap: 'KALENDER_ONTBREEKT' }] })).incidents();
    expect(incident).toMatchObject({ key: '9', processInstance: '70', kind: 'JOB_NO_RETRIES', message: 'KALENDER_ONTBREEKT', since: '2026-09-01T10:00:00.000Z' });
  });

  test('waar een incident staat: proces, onderdeel en casus', async () => {
    const incidenten = [{ nummer: 8, soort: 'JOB_NO_RETRIES', boodschap: 'een ander', staatBij: 'KT_02' }, { nummer: 9, soort: 'JOB_NO_RETRIES', boodschap: 'KALENDER_ONTBREEKT', staatBij: 'KT_05_a', casusnummer: '2026-0147' }];
    const reads = await read({ taken: [], incidenten });
    const [, incident] = await reads.incidents();
    expect(await reads.placeOf(incident!)).toEqual({ processId: 'kernteam', elementId: 'KT_05_a', casusnummer: '2026-0147' });
  });

  test('een listener die het opgaf is te herkennen, ook al noemt Operate 8.6 hem onbekend', async () => {
    const soort = versie === '8.6' ? 'UNKNOWN' : 'EXECUTION_LISTENER_NO_RETRIES';
    expect(await (await read({ taken: [], incidenten: [{ nummer: 9, soort, boodschap: 'x' }] })).incidents()).toMatchObject([{ kind: 'EXECUTION_LISTENER_NO_RETRIES' }]);
  });

  test('een incident zonder casus heeft geen casusnummer', async () => {
    const reads = await read({ taken: [], incidenten: [{ nummer: 9, soort: 'JOB_NO_RETRIES', boodschap: 'x', staatBij: 'herinneren' }] });
    const [incident] = await reads.incidents();
    expect(await reads.placeOf(incident!)).toMatchObject({ elementId: 'herinneren', casusnummer: null });
  });

  const route = { nummer: 100, proces: 'kernteam', versie: 3, ouder: null, staatBij: ['SP_ROUTE', 'KT_01a'] };

  test('lopende instanties met hun versie, en van een aangeroepen proces wie het aanriep', async () => {
    const gelezen = await (await read({ taken: [], incidenten: [], instanties: [route, { ...route, nummer: 101, proces: 'duo-verzuimmelding', versie: 2, ouder: 100 }] })).instances();
    expect(gelezen).toEqual([
      { key: '100', processId: 'kernteam', version: 3, definition: '5', parent: null },
      { key: '101', processId: 'duo-verzuimmelding', version: 2, definition: '5', parent: '100' },
    ]);
  });

  test('alle lopende instanties, ook als het er veel zijn', async () => {
    const instances = Array.from({ length: 2 * PAGE_SIZE }, (_, i) => ({ ...route, nummer: 100 + i }));
    const gelezen = await (await read({ taken: [], incidenten: [], instanties: instances })).instances();
    expect(gelezen.map((i) => i.key)).toEqual(instances.map((i) => String(i.nummer)));
  });

  test('waar een instantie staat: elk onderdeel één keer, het proces zelf niet', async () => {
    const gelezen = await (await read({ taken: [], incidenten: [], instanties: [{ ...route, staatBij: ['SP_ROUTE', 'X_08', 'X_08', 'KT_01a'] }] })).activeElements('100');
    expect(gelezen).toEqual(['SP_ROUTE', 'X_08', 'KT_01a']);
  });

  test('de sleutels van één onderdeel, voor zover de casus daar nu staat', async () => {
    const reads = await read({ taken: [], incidenten: [], instanties: [{ ...route, staatBij: ['SP_ROUTE', 'KT_01a'] }] });
    expect(await reads.elementKeys('100', 'KT_01a')).toEqual([versie === '8.6' ? '1' : '9']);
    expect(await reads.elementKeys('100', 'KT_02')).toEqual([]);
  });

  test('van een werker die het opgaf de opdracht; een fout van de engine heeft er geen', async () => {
    const incidenten = [{ nummer: 8, soort: 'JOB_NO_RETRIES', boodschap: 'x', opdracht: 4 }, { nummer: 9, soort: 'EXTRACT_VALUE_ERROR', boodschap: 'x', opdracht: -1 }, { nummer: 10, soort: 'FORM_NOT_FOUND', boodschap: 'x' }];
    expect((await (await read({ taken: [], incidenten })).incidents()).map(({ job }) => job)).toEqual(['4', null, null]);
  });

  test('het model van een definitie, letterlijk', async () => {
    const xml = '<?xml version="1.0"?>\n<bpmn:definitions id="é" />';
    expect(await (await read({ taken: [], incidenten: [], modellen: { '5': xml } })).model('5')).toBe(xml);
  });
});
