import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readModel } from '../../../engine/migrate/model.ts';
import { canMoveFromAnywhere, makePlan } from '../../../engine/migrate/plan.ts';

const lees = (model: string): string => readFileSync(new URL(`../../../bpmn/${model}.bpmn`, import.meta.url), 'utf8');
const BIJ_OUDERS = ['SP_GESPREK_OUDERS', 'gesprek_ouders'];

/** Het plan voor een instantie die bij `active` staat, als het model zo verandert. */
async function plan(verander: (xml: string) => string, active: string[] = BIJ_OUDERS, model = 'leerling-bespreken') {
  const oud = lees(model);
  const nieuw = verander(oud);
  expect(nieuw, 'de wijziging doet iets').not.toBe(oud);
  return makePlan(await readModel(oud), await readModel(nieuw), active);
}
const reasons = async (...given: Parameters<typeof plan>): Promise<readonly string[]> => {
  const p = await plan(...given);
  return 'refusals' in p ? p.refusals : [];
};
const mee = async (...given: Parameters<typeof plan>): Promise<string[]> => {
  const p = await plan(...given);
  if ('refusals' in p) throw new Error(p.refusals.join('; '));
  for (const t of p.mappings) expect(t.targetElementId).toBe(t.sourceElementId);
  return p.mappings.map((t) => t.sourceElementId);
};

describe('een casus gaat mee', () => {
  test('als een stap alleen anders heet, anders is toegewezen of een ander formulier krijgt', async () => {
    const ids = await mee((xml) => xml.replace('name="Met ouders spreken"', 'name="Met ouders en kind spreken"').replace('formId="gesprek-ouders"', 'formId="bespreking-team"'));
    expect(ids).toEqual(expect.arrayContaining(BIJ_OUDERS));
  });

  test('met de berichten en wachttijden die openstaan, ook als de termijn is veranderd', async () => {
    const ids = await mee((xml) => xml.replace('>=termijnen.perspectiefDeadline<', '>=termijnen.week3<'), ['SP_AFWEGEN', 'onderwijs_of_zorg'], 'perspectief-bepalen');
    expect(ids).toEqual(expect.arrayContaining(['se_ES_TERMIJN', 'onderwijs_of_zorg', 'be_besluit']));
    for (const id of ['perspectief-bepalen', 'flow_SP_AFWEGEN_gw_wegen']) expect(ids).not.toContain(id);
    expect(await mee((xml) => xml.replace('>=if monitoringRonde = 1', '>=if monitoringRonde = 0'), ['voortgang_monitoren'], 'vier-weken')).toContain('tm_ronde');
    expect(new Set(ids).size).toBe(ids.length);
    const casus = await mee((xml) => xml.replace('Casus begint', 'De casus begint'), ['SP_CASUS', 'SP_ROUTE', 'route_doorlopen'], 'casus');
    expect(casus).toEqual(expect.arrayContaining(['se_ES_VERZUIM', 'BE_GESTOPT', 'be_impasse']));
    const route = await mee((xml) => xml.replace('Leerling gesignaleerd', 'Signaal'), ['SP_KT_05', 'KT_05'], 'kernteam');
    expect(route).toEqual(expect.arrayContaining(['BE_ESCALATIE', 'se_ES_KT_05', 'TM_KT_13b', 'gw_KT_05_samen', 'flow_SP_KT_05_gw_KT_05_samen']));
  });

  test('als een stap verdwijnt waar zij niet staat', async () => {
    expect(await mee((xml) => xml.replaceAll('"team_bespreken"', '"team_anders"'))).not.toContain('team_bespreken');
  });

  test('als het proces zelf anders heet', async () => {
    expect(await mee((xml) => xml.replaceAll('"leerling-bespreken"', '"leerling-bespreken-nieuw"'))).toContain('gesprek_ouders');
  });

  test('en een bericht dat anders is gaan heten wordt opnieuw beluisterd, de andere niet', async () => {
    const ids = await mee((xml) => xml.replace('name="verzuim-gestopt"', 'name="verzuim-voorbij"'), ['SP_CASUS', 'SP_ROUTE', 'route_doorlopen'], 'casus');
    expect(ids).not.toContain('BE_GESTOPT');
    expect(ids).toContain('BE_UITGESCHREVEN');
  });

  test('en een tak die nu ergens anders uitkomt dan bij de samenkomst niet', async () => {
    const ids = await mee((xml) => xml.replace('sourceRef="SP_KT_05" targetRef="gw_KT_05_samen"', 'sourceRef="SP_KT_05" targetRef="SP_KT_06"'), ['KT_04'], 'kernteam');
    expect(ids).not.toContain('flow_SP_KT_05_gw_KT_05_samen');
  });
});

describe('een casus blijft, met de reden in de woorden van de tekening', () => {
  test('als haar stap niet meer bestaat', async () => {
    expect(await reasons((xml) => xml.replaceAll('"gesprek_ouders"', '"gesprek_anders"'))).toEqual(["de stap 'Met ouders spreken' (gesprek_ouders) bestaat niet meer"]);
  });

  test('als haar stap een ander soort stap is geworden', async () => {
    expect(await reasons((xml) => xml.replace(/<bpmn:userTask (id="gesprek_ouders"[^]*?)<\/bpmn:userTask>/, '<bpmn:manualTask $1</bpmn:manualTask>'))).toEqual(["de stap 'Met ouders spreken' (gesprek_ouders) is nu een ander soort stap"]);
  });

  test('als haar stap niet langer een taak in Tasklist is', async () => {
    expect(await reasons((xml) => xml.replace(/(id="gesprek_ouders"[^]*?)<zeebe:userTask \/>/, '$1'))).toEqual(["de stap 'Met ouders spreken' (gesprek_ouders) is nu een ander soort stap"]);
  });

  test('als haar stap nu herhaald wordt', async () => {
    expect(await reasons((xml) => xml.replace(/(id="gesprek_ouders"[^]*?)(<\/bpmn:userTask>)/, '$1<bpmn:multiInstanceLoopCharacteristics isSequential="true" />$2'))).toEqual(["de stap 'Met ouders spreken' (gesprek_ouders) wordt nu na elkaar herhaald"]);
  });

  test('als haar stap in een ander onderdeel staat', async () => {
    const verplaats = (xml: string): string => {
      const step = /<bpmn:userTask id="gesprek_ouders"[^]*?<\/bpmn:userTask>/.exec(xml)![0];
      return xml.replace(step, '').replace('<bpmn:startEvent id="se_SP_TEAM"', `${step}<bpmn:startEvent id="se_SP_TEAM"`);
    };
    expect(await reasons(verplaats)).toEqual(["de stap 'Met ouders spreken' (gesprek_ouders) staat nu in een ander onderdeel: het onderdeel 'In het team bespreken' (SP_TEAM)"]);
  });

  test('als haar wachtpunt een ander soort wachtpunt is geworden', async () => {
    const anders = (xml: string): string => xml.replace(/(id="tm_week"[^]*?)<bpmn:timerEventDefinition[^]*?<\/bpmn:timerEventDefinition>/, '$1<bpmn:messageEventDefinition id="x" />');
    expect(await reasons(anders, ['tm_week'], 'verzuim-volgen')).toEqual(["het wachtpunt 'Week voorbij' (tm_week) is nu een ander soort stap"]);
  });

  test('elke reden één keer, ook als de casus er twee keer staat', async () => {
    expect(await reasons((xml) => xml.replaceAll('"team_bespreken"', '"team_anders"'), ['team_bespreken', 'team_bespreken', 'gesprek_ouders'])).toEqual(["de stap 'In het team bespreken' (team_bespreken) bestaat niet meer"]);
  });

  test('als de engine een plek noemt die haar model niet kent', async () => {
    expect(await reasons((xml) => xml.replace('Met ouders', 'Met de ouders'), ['XYZ'])).toEqual(['XYZ is in het model van deze casus niet te vinden']);
  });
});

describe('hoeft niemand na te vragen waar de casussen staan?', () => {
  const overal = async (verander: (xml: string) => string) => canMoveFromAnywhere(await readModel(lees('leerling-bespreken')), await readModel(verander(lees('leerling-bespreken'))));
  test('niet als alleen teksten, pijlen of eindes veranderen of er iets bij komt', async () => {
    expect(await overal((xml) => xml.replace('Met ouders', 'Met de ouders').replaceAll('"EE_besproken"', '"EE_klaar"').replace('"flow_gesprek_ouders_gesprek_ouders_nakijken"', '"flow_x"'))).toBe(true);
  });
  test('wel als een stap verdwijnt', async () => {
    expect(await overal((xml) => xml.replaceAll('"gesprek_ouders"', '"gesprek_anders"'))).toBe(false);
  });
});
