import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leesModel, modellenmap, type Modelelement } from '../../domein/stappen/lees-model.ts';

const MODELLEN = modellenmap();

/** Errata §1, laatste alinea: wat een fase die beide routes aanroepen niet mag vervagen. */
const xml = (model: string): string => readFileSync(new URL(`${model}.bpmn`, MODELLEN), 'utf8').replaceAll('&#34;', '"').replaceAll('&quot;', '"');
/** De uitvoer `rollen` aan het begin van een route, als JSON. */
function rollen(route: string): Record<string, { rol: string; kandidaten: string[]; eerstVooroverleg?: boolean; kijktMee?: boolean }> {
  const feel = /<zeebe:output source="=(\{regie: .*?)" target="rollen"/.exec(xml(route))![1]!;
  return JSON.parse(feel.replace(/(\w+): /g, '"$1": ').replace(/groepen\.(\w+)/g, '"$1"')) as ReturnType<typeof rollen>;
}
async function aangeroepen(model: string, gezien = new Set<string>()): Promise<Set<string>> {
  gezien.add(model);
  for (const element of (await leesModel(MODELLEN, model)).values()) {
    const proces = (element as Modelelement).extensionElements?.values?.find((w) => w.$type === 'zeebe:CalledElement')?.processId;
    if (proces && !proces.startsWith('=') && !gezien.has(proces)) await aangeroepen(proces, gezien);
  }
  return gezien;
}
const zonder = rollen('geen-kernteam');
const met = rollen('kernteam');

describe('errata §1: wat een gedeelde fase niet mag vervagen', () => {
  it('zonder kernteam heeft de school de regie; de contactpersoon houdt het logboek bij, adviseert en kijkt mee', () => {
    expect(zonder['regie']).toMatchObject({ rol: 'ib-er', kandidaten: ['ibEr'] });
    expect(zonder['swv']).toMatchObject({ rol: 'contactpersoon-swv', kandidaten: ['contactpersoonSwv'], kijktMee: true });
    expect(met['swv']).toMatchObject({ kijktMee: false });
  });

  it('geen taak van een regisseur wordt er een van de contactpersoon: regie, gesprek en voortgang zijn van de IB-er', () => {
    for (const taak of ['regie', 'gesprek', 'voortgang']) {
      expect(met[taak]!.rol).toMatch(/^regisseur-/);
      expect(zonder[taak]).toMatchObject({ rol: 'ib-er', kandidaten: ['ibEr'] });
    }
  });

  it('elke aanroep van het OT zegt voor welke stap het is, zoals die bij de aanroep zelf staat', () => {
    const aanroepen = readdirSync(MODELLEN).filter((bestand) => bestand.endsWith('.bpmn')).flatMap((bestand) => [...xml(bestand.replace('.bpmn', '')).matchAll(/<bpmn:callActivity(?:(?!<\/bpmn:callActivity>)[\s\S])*processId="ot-bespreking"[\s\S]*?<\/bpmn:callActivity>/g)].map(([tekst]) => tekst));
    expect(aanroepen.length).toBeGreaterThan(3);
    for (const tekst of aanroepen) expect(/source="="([^"]*)"" target="gevraagdIn"/.exec(tekst)?.[1], tekst).toBe(/name="stap" value="([^"]*)"/.exec(tekst)?.[1]);
  });

  it('plan, monitoring en het initiatief voor een brugplaats volgen die rollen en niet de rol van het SWV', () => {
    const taken = (model: string) => [...xml(model).matchAll(/<bpmn:userTask id="(\w+)"[\s\S]*?candidateGroups="=([^"]*)"/g)].map((m) => [m[1], m[2]]);
    expect(taken('vier-weken')).toEqual(expect.arrayContaining([expect.arrayContaining(['rollen.regie.kandidaten']), expect.arrayContaining(['rollen.voortgang.kandidaten'])]));
    expect(Object.fromEntries(taken('brugplaats-zoeken'))).toMatchObject({ brugplaats_verkennen: 'rollen.regie.kandidaten' });
  });

  it('het escalatiegesprek is zonder kernteam in het OT en zonder vooroverleg; met kernteam is er eerst vooroverleg', () => {
    expect([zonder['gesprek']!.eerstVooroverleg, met['gesprek']!.eerstVooroverleg]).toEqual([false, true]);
    expect(xml('escalatie-bespreken')).toContain('=rollen.gesprek.eerstVooroverleg = true');
    expect(xml('geen-kernteam')).toContain('processId="ot-bespreking"');
    expect(xml('kernteam')).not.toContain('processId="ot-bespreking"');
  });

  it('de regisseur van het schoolbestuur bestaat alleen met kernteam', () => {
    expect(JSON.stringify(zonder)).not.toMatch(/regisseur/i);
    expect(xml('geen-kernteam')).not.toMatch(/groepen\.regisseur|personen\.regisseur/);
  });

  it('het consult bij twijfel en de thuiszittersmelding bestaan alleen zonder kernteam', async () => {
    const [a, b] = [await aangeroepen('geen-kernteam'), await aangeroepen('kernteam')];
    expect([a.has('contactpersoon-consult'), b.has('contactpersoon-consult')]).toEqual([true, false]);
  });
});
