import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { lintModel, regelsVan } from '../../nakijken/modellen/bpmnlint.ts';
import { leesModel } from '../../nakijken/modellen/lezen.ts';
import { ROLLEN } from '../../domein/casus/rollen.ts';
import { allWorkers } from '../../workers/all.ts';

const ROOT = join(import.meta.dirname, '../..');
const DIR = join(ROOT, 'bpmn/.camunda/element-templates');
const eis = createRequire(import.meta.url);
const { RETRIES } = eis('../../lint/bpmnlint-plugin-routeboek/lib/constants.js') as { RETRIES: number };
const schema = eis('@camunda/zeebe-element-templates-json-schema/resources/schema.json') as object;

interface Eigenschap {
  type: string;
  label?: string;
  value?: string;
  choices?: { name: string; value: string }[];
  constraints?: { notEmpty?: boolean };
  condition?: { equals?: string; oneOf?: string[] };
  binding: { type: string; property?: string; key?: string; name?: string; eventType?: string; retries?: string };
}
interface Sjabloon { id: string; name: string; properties: Eigenschap[] }

const namen = readdirSync(DIR).map((b) => b.replace(/\.json$/, ''));
/** Deze sjablonen horen niet bij een werker: de taak voor een mens, en de stap van een aanroep of deelproces. */
const ZONDER_WERKER = ['gebruikerstaak', 'gebruikerstaak-meldcode', 'stap'];
/** Deze werker is alleen een luisteraar op een proces; een sjabloon is er voor een taak. */
const ALLEEN_LUISTERAAR = ['aanroep-controleren', 'meldcode-lezen'];
const vanWerker = namen.filter((n) => !ZONDER_WERKER.includes(n));
const lees = (naam: string): Sjabloon => JSON.parse(readFileSync(join(DIR, `${naam}.json`), 'utf8')) as Sjabloon;
const lijst = (dir: string, eind: string): string[] => readdirSync(join(ROOT, dir)).filter((b) => b.endsWith(eind)).map((b) => b.slice(0, -eind.length));
/** De workers zelf: maken doet nog niets met wat ze meekrijgen, en alleen hun type en headers tellen hier. */
const workers = new Map(allWorkers({} as Parameters<typeof allWorkers>[0]).map((worker) => [worker.type, worker]));
const eigenschap = (s: Sjabloon, waar: Partial<Eigenschap['binding']>): Eigenschap | undefined =>
  s.properties.find((p) => Object.entries(waar).every(([k, w]) => p.binding[k as 'type'] === w));

describe('sjablonen voor Camunda Modeler', () => {
  const volgensSchema = new Ajv({ strict: false }).compile(schema);
  it.each(namen)('%s voldoet aan het schema van Camunda', (naam) => {
    const goed = volgensSchema(lees(naam));
    expect(goed ? [] : volgensSchema.errors).toEqual([]);
  });

  it('iedere werker heeft een sjabloon en andersom', () => {
    expect([...vanWerker].sort()).toEqual([...workers.keys()].filter((type) => !ALLEEN_LUISTERAAR.includes(type)).sort());
  });

  it.each(vanWerker)('%s zet zijn eigen type en kent de koppen van de werker', (naam) => {
    const sjabloon = lees(naam);
    expect(eigenschap(sjabloon, { type: 'zeebe:taskDefinition', property: 'type' })?.value).toBe(naam);
    const headers = workers.get(naam)?.headers ?? [];
    const inSjabloon = sjabloon.properties.filter((p) => p.binding.type === 'zeebe:taskHeader').map((p) => p.binding.key);
    expect(inSjabloon).toEqual(naam === 'termijn-berekenen' ? [] : headers); // de stap gaat daar als invoer mee
  });

  it.each(namen)('%s vraagt naar de stap, en probeert even vaak als de lint eist', (naam) => {
    const sjabloon = lees(naam);
    expect(eigenschap(sjabloon, { type: 'zeebe:property', name: 'stap' })?.label).toBe('Stap');
    const pogingen = sjabloon.properties.flatMap(({ binding, value }) =>
      binding.type === 'zeebe:taskDefinition' && binding.property === 'retries' ? [value] : binding.type === 'zeebe:executionListener' ? [binding.retries] : []);
    expect(pogingen).toEqual(pogingen.map(() => String(RETRIES)));
    expect(pogingen).toHaveLength({ gebruikerstaak: 3, 'gebruikerstaak-meldcode': 4, stap: 0 }[naam] ?? 1);
  });

  it('wat de proceseigenaar ziet, heeft een label', () => {
    const zonder = namen.flatMap((n) => lees(n).properties.filter((p) => p.type !== 'Hidden' && !p.label).map((p) => `${n} ${JSON.stringify(p.binding)}`));
    expect(zonder).toEqual([]);
  });
});

describe('gebruikerstaak routeboek', () => {
  const sjabloon = lees('gebruikerstaak');
  it('kent alle formulieren, en geeft bij ieder formulier zijn naam mee', () => {
    const gekozen = eigenschap(sjabloon, { type: 'zeebe:formDefinition', property: 'formId' })!.choices!.map((k) => k.value);
    expect([...gekozen].sort()).toEqual(lijst('forms', '.form').sort());
    const meegegeven = sjabloon.properties.filter((p) => p.binding.name === 'formulier').map((p) => [p.condition?.equals, p.value]);
    expect(meegegeven).toEqual(gekozen.map((f) => [f, `="${f}"`]));
  });

  it('kent alle rollen en hun groep', () => {
    expect(eigenschap(sjabloon, { type: 'zeebe:input', name: 'rol' })!.choices!.map((k) => k.value)).toEqual(expect.arrayContaining(ROLLEN.map((r) => `="${r.rol}"`)));
    const groepen = eigenschap(sjabloon, { type: 'zeebe:assignmentDefinition', property: 'candidateGroups' })!.choices!.map((k) => k.value);
    expect(groepen).toEqual(expect.arrayContaining(ROLLEN.map((r) => `=[groepen.${r.sleutel}]`)));
  });

  /** Wat een sjabloon niet kan: de taak kleuren en er een tekst bij tekenen. */
  const GETEKEND = ['routeboek/kleur-van-rol', 'routeboek/termijn-bij-taak'];
  it('een taak met dit sjabloon voldoet aan de lint', async () => {
    const waarde = (waar: Partial<Eigenschap['binding']>) => (eigenschap(sjabloon, waar)?.value ?? '').replaceAll('"', '&#34;');
    const xml = `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="x" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
      <bpmn:process id="p" name="Proef" isExecutable="true"><bpmn:userTask id="ouders_spreken" name="Met ouders spreken"><bpmn:documentation>Bron: routeboek r. 30.</bpmn:documentation><bpmn:extensionElements><zeebe:userTask />
        <zeebe:formDefinition formId="gesprek-ouders" bindingType="${waarde({ property: 'bindingType' })}" />
        <zeebe:assignmentDefinition candidateGroups="=[groepen.ibEr]" /><zeebe:taskSchedule dueDate="${waarde({ property: 'dueDate' })}" /><zeebe:priorityDefinition priority="${waarde({ property: 'priority' })}" />
        <zeebe:executionListeners>${sjabloon.properties.filter(({ binding }) => binding.type === 'zeebe:executionListener').map(({ binding, value }) => `<zeebe:executionListener eventType="${binding.eventType}" retries="${binding.retries}" type="${value}" />`).join('')}</zeebe:executionListeners>
        <zeebe:ioMapping><zeebe:input source="=&#34;gesprek-ouders&#34;" target="formulier" /><zeebe:input source="=&#34;ib-er&#34;" target="rol" /><zeebe:input source="${waarde({ name: 'uiterlijk' })}" target="uiterlijk" /><zeebe:input source="${waarde({ name: 'taskContextDisplayName' })}" target="taskContextDisplayName" /><zeebe:output source="=gesprekDatum" target="gesprekDatum" /></zeebe:ioMapping><zeebe:properties><zeebe:property name="stap" value="KT-01a" /></zeebe:properties>
      </bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`;
    const gelezen = await leesModel('bpmn/p.bpmn', xml);
    if (!('model' in gelezen)) throw new Error(JSON.stringify(gelezen));
    const opTaak = lintModel(gelezen.model, await regelsVan('8-9')).filter((b) => b.plaats.startsWith('ouders_spreken') && b.regel.startsWith('routeboek/') && !GETEKEND.includes(b.regel));
    expect(opTaak).toEqual([]);
  });
});

describe('modellen en sjablonen', () => {
  it('een taak met een sjabloon heeft het type van dat sjabloon', () => {
    const taken = lijst('bpmn', '.bpmn').flatMap((model) =>
      [...readFileSync(join(ROOT, `bpmn/${model}.bpmn`), 'utf8').replace(/<bpmn:userTask [\s\S]*?<\/bpmn:userTask>/g, '').matchAll(/modelerTemplate="([^"]+)".*?<zeebe:taskDefinition type="([^"]+)"/gs)].map(([, sjabloon, type]) => ({ sjabloon, type })));
    expect(taken.length).toBeGreaterThan(0);
    expect(taken.filter(({ sjabloon, type }) => sjabloon !== `routeboek.${type}` || !namen.includes(type!))).toEqual([]);
  });
});

describe('taken van mensen', () => {
  /** Van deze twee is er nog geen casus: de luisteraar die haar leest kan er niet bij. */
  const ZONDER_CASUS = ['aanmelding_verbeteren', 'CA_18_2'];
  const taken = lijst('bpmn', '.bpmn').flatMap((model) => [...readFileSync(join(ROOT, `bpmn/${model}.bpmn`), 'utf8').matchAll(/<bpmn:userTask id="(\w+)"[\s\S]*?<\/bpmn:userTask>/g)].map(([xml, id]) => ({ id: id!, xml: xml.replaceAll('&#34;', '"') })));

  it('hebben in Camunda Modeler keuzelijsten: elke taak draagt een sjabloon', () => {
    expect(taken.length).toBeGreaterThan(90);
    expect(taken.filter(({ xml }) => !/zeebe:modelerTemplate="routeboek\.gebruikerstaak(-meldcode)?"/.test(xml)).map(({ id }) => id).sort()).toEqual([...ZONDER_CASUS].sort());
  });

  it('hebben niets wat hun sjabloon niet kent: een rol, groep of formulier is te kiezen, en wat vooraf is ingevuld staat in het paneel', () => {
    const fout = taken.filter(({ id }) => !ZONDER_CASUS.includes(id)).flatMap(({ id, xml }) => {
      const sjabloon = lees(/zeebe:modelerTemplate="routeboek\.([^"]+)"/.exec(xml)![1]!);
      const formulier = /formId="([^"]+)"/.exec(xml)![1]!;
      const keuzes = (waar: Partial<Eigenschap['binding']>): string[] => eigenschap(sjabloon, waar)!.choices!.map(({ value }) => value);
      const past = ({ condition }: Eigenschap): boolean => condition === undefined || condition.equals === formulier || condition.oneOf?.includes(formulier) === true;
      const kent = (soort: string, naam: string): boolean => sjabloon.properties.some((p) => p.binding.type === soort && p.binding.name === naam && past(p));
      return [
        ...(keuzes({ property: 'candidateGroups' }).includes(/candidateGroups="([^"]*)"/.exec(xml)![1]!) ? [] : [`${id}: groepen`]),
        ...(keuzes({ type: 'zeebe:input', name: 'rol' }).some((rol) => xml.includes(`source="${rol}" target="rol"`)) ? [] : [`${id}: rol`]),
        ...(keuzes({ property: 'formId' }).includes(formulier) ? [] : [`${id}: formulier`]),
        ...[...xml.matchAll(/<zeebe:input [^>]*target="(\w+)"/g)].map(([, naam]) => naam!).filter((naam) => !kent('zeebe:input', naam)).map((naam) => `${id}: invoer ${naam}`),
        ...[...xml.matchAll(/<zeebe:property name="(\w+)"/g)].map(([, naam]) => naam!).filter((naam) => !kent('zeebe:property', naam)).map((naam) => `${id}: eigenschap ${naam}`),
      ];
    });
    expect(fout).toEqual([]);
  });
});

describe('project voor Camunda Modeler', () => {
  it.each(['camunda.json', '.process-application'])('%s staat in de wortel en is leesbaar', (file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(JSON.parse(readFileSync(join(ROOT, file), 'utf8'))).toEqual({});
  });
});
