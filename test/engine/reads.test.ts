import { afterEach, describe, expect, test } from 'vitest';
import { maakLezen86 } from '../../engine/reads/reads-8.6.ts';
import { maakLezen89 } from '../../engine/reads/reads-8.9.ts';
import { BLADZIJDE, type Lezen } from '../../engine/reads/reads.ts';
import { maakRest } from '../../engine/rest.ts';
import { startStandIn, type Antwoord, type Verzoek } from './helpers/webserver.ts';

/** Eén toestand van de engine, in de woorden van geen van beide versies. */
interface Toestand {
  taken: { nummer: number; element: string; naam: string; casusId: string | null; uiterlijk: string | null; wie: string | null; groepen: string[] }[];
  incidenten: { nummer: number; soort: string; boodschap: string }[];
  instanties?: { nummer: number; proces: string; versie: number; ouder: number | null; staatBij: string[] }[];
  modellen?: Record<string, string>;
}

/** Hoe Tasklist en Operate 8.6 deze toestand laten zien (v1, met een sessiekoekje dat één keer verloopt). */
function als86(toestand: Toestand): (v: Verzoek) => Antwoord {
  let verlopen = false;
  let koekje = 0;
  return ({ pad, koppen, inhoud }) => {
    if (pad === '/api/login') return { status: 204, koppen: { 'set-cookie': `OPERATE-SESSION=s${++koekje}; Path=/; HttpOnly` } };
    if (koppen.cookie !== `OPERATE-SESSION=s${koekje}`) return { status: 401, json: {} };
    if (!verlopen) { verlopen = true; koekje++; return { status: 401, json: {} }; }
    const model = /^\/v1\/process-definitions\/(\d+)\/xml$/.exec(pad)?.[1];
    if (model !== undefined) return { xml: toestand.modellen![model]! };
    const vanaf = Number(inhoud.searchAfter?.[0] ?? -1);
    const operate = <T extends { nummer: number }>(alle: T[], item: (t: T) => unknown): Antwoord => {
      const deel = alle.filter((t) => t.nummer > vanaf).slice(0, inhoud.size);
      return { json: { items: deel.map(item), sortValues: deel.length ? [deel.at(-1)!.nummer] : [], total: alle.length } };
    };
    if (pad === '/v1/process-instances/search') {
      expect(inhoud.filter).toEqual({ state: 'ACTIVE' });
      return operate(toestand.instanties!, (i) => ({
        key: i.nummer, processVersion: i.versie, bpmnProcessId: i.proces, startDate: '2026-09-01T10:00:00.000+0000', state: 'ACTIVE', incident: false, processDefinitionKey: 5, tenantId: '<default>',
        ...(i.ouder === null ? {} : { parentKey: i.ouder, parentFlowNodeInstanceKey: 12 }),
      }));
    }
    if (pad === '/v1/flownode-instances/search') {
      expect(inhoud.filter.state).toBe('ACTIVE');
      const plekken = toestand.instanties!.find((i) => i.nummer === inhoud.filter.processInstanceKey)!.staatBij;
      return operate(plekken.map((id, nummer) => ({ id, nummer })), (p) => ({
        key: p.nummer, processInstanceKey: inhoud.filter.processInstanceKey, processDefinitionKey: 5, startDate: '2026-09-01T10:00:00.000+0000', flowNodeId: p.id, type: 'USER_TASK', state: 'ACTIVE', incident: false, tenantId: '<default>',
      }));
    }
    if (pad === '/v1/tasks/search') {
      return { json: toestand.taken.filter((t) => t.nummer > vanaf).slice(0, inhoud.pageSize).map((t) => ({
        id: `1${t.nummer}`, name: t.naam, taskDefinitionId: t.element, processName: 'Kernteam', creationDate: '2026-09-01T10:00:00.000+0000', assignee: t.wie, taskState: 'CREATED',
        sortValues: [String(t.nummer)], isFirst: false, formId: 'x', processDefinitionKey: '5', processInstanceKey: `7${t.nummer}`, tenantId: '<default>',
        dueDate: t.uiterlijk && `${t.uiterlijk.slice(0, -1)}+0000`, candidateGroups: t.groepen, candidateUsers: null, implementation: 'ZEEBE_USER_TASK', priority: 50,
        variables: t.casusId === null ? [] : [{ id: '1', name: 'casusId', value: JSON.stringify(t.casusId), isValueTruncated: false }],
      })) };
    }
    return { json: {
      items: toestand.incidenten.filter((i) => i.nummer > vanaf).slice(0, inhoud.size).map((i) => ({
        key: i.nummer, processDefinitionKey: 5, processInstanceKey: 70, type: i.soort, message: i.boodschap, creationTime: '2026-09-01T10:00:00.000+0000', state: 'ACTIVE', jobKey: 4, tenantId: '<default>',
      })),
      sortValues: [toestand.incidenten.filter((i) => i.nummer > vanaf).slice(0, inhoud.size).at(-1)?.nummer ?? 0], total: toestand.incidenten.length,
    } };
  };
}

/** Hoe 8.9 dezelfde toestand laat zien (REST v2, sleutels als tekst, bladeren met een cursor). */
function als89(toestand: Toestand): (v: Verzoek) => Antwoord {
  return ({ pad, koppen, inhoud }) => {
    if (koppen.authorization !== `Basic ${Buffer.from('app:geheim').toString('base64')}`) return { status: 401, json: { title: 'UNAUTHORIZED' } };
    const model = /^\/v2\/process-definitions\/(\d+)\/xml$/.exec(pad)?.[1];
    if (model !== undefined) return koppen.accept?.includes('text/xml') ? { xml: toestand.modellen![model]! } : { status: 406, json: {} };
    const vanaf = Number(inhoud.page.after ?? 0);
    const blad = <T>(alle: T[], item: (t: T) => unknown): Antwoord => ({
      json: { items: alle.slice(vanaf, vanaf + inhoud.page.limit).map(item), page: { totalItems: alle.length, hasMoreTotalItems: false, startCursor: String(vanaf), endCursor: String(vanaf + inhoud.page.limit) } },
    });
    if (pad === '/v2/user-tasks/search') {
      expect(inhoud.filter).toEqual({ state: 'CREATED' });
      return blad(toestand.taken, (t) => ({
        userTaskKey: `1${t.nummer}`, elementInstanceKey: `2${t.nummer}`, elementId: t.element, name: t.naam, state: 'CREATED', processDefinitionId: 'kernteam', processName: 'Kernteam',
        processInstanceKey: `7${t.nummer}`, creationDate: '2026-09-01T10:00:00Z', candidateGroups: t.groepen, candidateUsers: [], priority: 50, ...(t.uiterlijk ? { dueDate: t.uiterlijk } : {}), ...(t.wie ? { assignee: t.wie } : {}),
      }));
    }
    if (pad === '/v2/variables/search') {
      const gevraagd: string[] = inhoud.filter.processInstanceKey.$in;
      return blad(toestand.taken.filter((t) => t.casusId !== null && gevraagd.includes(`7${t.nummer}`)), (t) => ({ variableKey: '3', name: 'casusId', value: JSON.stringify(t.casusId), processInstanceKey: `7${t.nummer}`, isTruncated: false }));
    }
    if (pad === '/v2/process-instances/search') {
      expect(inhoud.filter).toEqual({ state: 'ACTIVE' });
      return blad(toestand.instanties!, (i) => ({
        processInstanceKey: String(i.nummer), processDefinitionId: i.proces, processDefinitionKey: '5', processDefinitionName: 'Kernteam', processDefinitionVersion: i.versie, processDefinitionVersionTag: null, startDate: '2026-09-01T10:00:00Z', endDate: null,
        state: 'ACTIVE', hasIncident: false, tenantId: '<default>', parentProcessInstanceKey: i.ouder === null ? null : String(i.ouder), parentElementInstanceKey: i.ouder === null ? null : '12', rootProcessInstanceKey: null, tags: [], businessId: null,
      }));
    }
    if (pad === '/v2/element-instances/search') {
      expect(inhoud.filter.state).toBe('ACTIVE');
      const instantie = toestand.instanties!.find((i) => String(i.nummer) === inhoud.filter.processInstanceKey)!;
      const onderdelen = [{ id: instantie.proces, type: 'PROCESS' }, ...instantie.staatBij.map((id) => ({ id, type: 'USER_TASK' }))];
      return blad(onderdelen, (o) => ({
        elementInstanceKey: '9', elementId: o.id, elementName: o.id, type: o.type, state: 'ACTIVE', hasIncident: false, incidentKey: null, startDate: '2026-09-01T10:00:00Z', endDate: null,
        processInstanceKey: String(instantie.nummer), processDefinitionId: instantie.proces, processDefinitionKey: '5', rootProcessInstanceKey: null, tenantId: '<default>',
      }));
    }
    return blad(toestand.incidenten, (i) => ({
      incidentKey: String(i.nummer), processInstanceKey: '70', processDefinitionId: 'kernteam', elementId: 'KT_02', errorType: i.soort, errorMessage: i.boodschap, creationTime: '2026-09-01T10:00:00Z', state: 'ACTIVE',
    }));
  };
}

const VERSIES: [string, (t: Toestand) => (v: Verzoek) => Antwoord, (url: string) => Lezen][] = [
  ['8.6', als86, (url) => maakLezen86(url, { gebruiker: 'demo', wachtwoord: 'demo' })],
  ['8.9', als89, (url) => maakLezen89(maakRest({ grpcAdres: '', restAdres: url, aanmelding: { gebruiker: 'app', wachtwoord: 'geheim' } }))],
];

describe.each(VERSIES)('lezen van Camunda %s', (_versie, standIn, maak) => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(() => stop?.());
  const lees = async (toestand: Toestand): Promise<Lezen> => {
    const server = await startStandIn(standIn(toestand));
    stop = server.stop;
    return maak(server.url);
  };
  const taak = { nummer: 0, element: 'KT_01a', naam: 'Met ouders spreken', casusId: 'c-1', uiterlijk: '2026-09-02T15:00:00.000Z', wie: 'jansen', groepen: ['ib-er-10AB'] };

  test('een open taak met alles wat de herinnering nodig heeft', async () => {
    const [gelezen] = await (await lees({ taken: [taak], incidenten: [] })).openTaken();
    expect(gelezen).toMatchObject({ sleutel: '10', elementId: 'KT_01a', naam: 'Met ouders spreken', casusId: 'c-1', uiterlijk: '2026-09-02T15:00:00.000Z', assignee: 'jansen', groepen: ['ib-er-10AB'], procesInstantie: '70' });
    expect(gelezen?.elementInstanceKey).toMatch(/^\d+$/);
  });

  test('wat er niet is, is null of leeg', async () => {
    const [gelezen] = await (await lees({ taken: [{ ...taak, casusId: null, uiterlijk: null, wie: null, groepen: [], naam: '' }], incidenten: [] })).openTaken();
    expect(gelezen).toMatchObject({ casusId: null, uiterlijk: null, assignee: null, groepen: [], naam: 'KT_01a' });
  });

  test('alle bladzijden, elke taak één keer', async () => {
    const taken = Array.from({ length: 2 * BLADZIJDE + 5 }, (_, nummer) => ({ ...taak, nummer }));
    const gelezen = await (await lees({ taken, incidenten: [] })).openTaken();
    expect(new Set(gelezen.map((t) => t.sleutel)).size).toBe(taken.length);
    expect(gelezen).toHaveLength(taken.length);
    expect(gelezen.every((t) => t.casusId === 'c-1')).toBe(true);
  });

  test('openstaande incidenten', async () => {
    const [incident] = await (await lees({ taken: [], incidenten: [{ nummer: 9, soort: 'JOB_NO_RETRIES', boodschap: 'KALENDER_ONTBREEKT' }] })).incidenten();
    expect(incident).toMatchObject({ sleutel: '9', procesInstantie: '70', soort: 'JOB_NO_RETRIES', boodschap: 'KALENDER_ONTBREEKT' });
  });

  const route = { nummer: 100, proces: 'kernteam', versie: 3, ouder: null, staatBij: ['SP_ROUTE', 'KT_01a'] };

  test('lopende instanties met hun versie, en van een aangeroepen proces wie het aanriep', async () => {
    const gelezen = await (await lees({ taken: [], incidenten: [], instanties: [route, { ...route, nummer: 101, proces: 'duo-verzuimmelding', versie: 2, ouder: 100 }] })).instanties();
    expect(gelezen).toEqual([
      { sleutel: '100', procesId: 'kernteam', versie: 3, definitie: '5', ouder: null },
      { sleutel: '101', procesId: 'duo-verzuimmelding', versie: 2, definitie: '5', ouder: '100' },
    ]);
  });

  test('alle lopende instanties, ook als het er veel zijn', async () => {
    const instanties = Array.from({ length: 2 * BLADZIJDE }, (_, i) => ({ ...route, nummer: 100 + i }));
    const gelezen = await (await lees({ taken: [], incidenten: [], instanties })).instanties();
    expect(gelezen.map((i) => i.sleutel)).toEqual(instanties.map((i) => String(i.nummer)));
  });

  test('waar een instantie staat: elk onderdeel één keer, het proces zelf niet', async () => {
    const gelezen = await (await lees({ taken: [], incidenten: [], instanties: [{ ...route, staatBij: ['SP_ROUTE', 'X_08', 'X_08', 'KT_01a'] }] })).actieveOnderdelen('100');
    expect(gelezen).toEqual(['SP_ROUTE', 'X_08', 'KT_01a']);
  });

  test('het model van een definitie, letterlijk', async () => {
    const xml = '<?xml version="1.0"?>\n<bpmn:definitions id="é" />';
    expect(await (await lees({ taken: [], incidenten: [], modellen: { '5': xml } })).model('5')).toBe(xml);
  });
});
