import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readModel } from '../../../engine/migrate/model.ts';
import { canMoveFromAnywhere, makePlan } from '../../../engine/migrate/plan.ts';

const kernteam = readFileSync(new URL('../../../bpmn/kernteam.bpmn', import.meta.url), 'utf8');
const BIJ_OUDERS = ['SP_ROUTE', 'SP_CASUS', 'SP_BESPREKEN', 'KT_01a'];

/** Het plan voor een casus die bij `actief` staat, als kernteam.bpmn zo verandert. */
async function plan(verander: (xml: string) => string, active: string[] = BIJ_OUDERS) {
  const nieuw = verander(kernteam);
  expect(nieuw, 'de wijziging doet iets').not.toBe(kernteam);
  return makePlan(await readModel(kernteam), await readModel(nieuw), active);
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
    const ids = await mee((xml) => xml.replace('>=termijnen.eindeVierweken<', '>=termijnen.week3<'));
    expect(ids).toEqual(expect.arrayContaining(['se_ES_VERZUIM', 'BE_GESTOPT', 'TM_KT_08_eind', 'tm_volgen_week', 'gw_KT_05_samen', 'flow_KT_05n_gw_KT_05_samen']));
    for (const id of ['kernteam', 'flow_KT_01a_KT_01av']) expect(ids).not.toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('als een stap verdwijnt waar zij niet staat', async () => {
    expect(await mee((xml) => xml.replaceAll('"KT_01b"', '"KT_01z"'))).not.toContain('KT_01b');
  });

  test('als het proces zelf anders heet', async () => {
    expect(await mee((xml) => xml.replaceAll('"kernteam"', '"kernteam-nieuw"'))).toContain('KT_01a');
  });

  test('en een bericht dat anders is gaan heten wordt opnieuw beluisterd, de andere niet', async () => {
    const ids = await mee((xml) => xml.replace('name="verzuim-gestopt"', 'name="verzuim-voorbij"'));
    expect(ids).not.toContain('BE_GESTOPT');
    expect(ids).toContain('BE_UITGESCHREVEN');
  });

  test('en een tak die nu ergens anders uitkomt dan bij de samenkomst niet', async () => {
    const ids = await mee((xml) => xml.replace('sourceRef="KT_05n" targetRef="gw_KT_05_samen"', 'sourceRef="KT_05n" targetRef="KT_06"'));
    expect(ids).not.toContain('flow_KT_05n_gw_KT_05_samen');
  });
});

describe('een casus blijft, met de reden in de woorden van de tekening', () => {
  test('als haar stap niet meer bestaat', async () => {
    expect(await reasons((xml) => xml.replaceAll('"KT_01a"', '"KT_01z"'))).toEqual(["de stap 'Met ouders spreken' (KT_01a) bestaat niet meer"]);
  });

  test('als haar stap een ander soort stap is geworden', async () => {
    expect(await reasons((xml) => xml.replace(/<bpmn:userTask (id="KT_01a"[^]*?)<\/bpmn:userTask>/, '<bpmn:manualTask $1</bpmn:manualTask>'))).toEqual(["de stap 'Met ouders spreken' (KT_01a) is nu een ander soort stap"]);
  });

  test('als haar stap niet langer een taak in Tasklist is', async () => {
    expect(await reasons((xml) => xml.replace(/(id="KT_01a"[^]*?)<zeebe:userTask \/>/, '$1'))).toEqual(["de stap 'Met ouders spreken' (KT_01a) is nu een ander soort stap"]);
  });

  test('als haar stap nu herhaald wordt', async () => {
    expect(await reasons((xml) => xml.replace(/(id="KT_01a"[^]*?)(<\/bpmn:userTask>)/, '$1<bpmn:multiInstanceLoopCharacteristics isSequential="true" />$2'))).toEqual(["de stap 'Met ouders spreken' (KT_01a) wordt nu na elkaar herhaald"]);
  });

  test('als haar stap in een ander onderdeel staat', async () => {
    const verplaats = (xml: string): string => {
      const step = /<bpmn:userTask id="KT_01a"[^]*?<\/bpmn:userTask>/.exec(xml)![0];
      return xml.replace(step, '').replace('<bpmn:startEvent id="se_SP_CASUS"', `${step}<bpmn:startEvent id="se_SP_CASUS"`);
    };
    expect(await reasons(verplaats)).toEqual(["de stap 'Met ouders spreken' (KT_01a) staat nu in een ander onderdeel: het onderdeel 'Casus' (SP_CASUS)"]);
  });

  test('als haar wachtpunt een ander soort wachtpunt is geworden', async () => {
    const anders = (xml: string): string => xml.replace(/(id="tm_volgen_week"[^]*?)<bpmn:timerEventDefinition[^]*?<\/bpmn:timerEventDefinition>/, '$1<bpmn:messageEventDefinition id="x" />');
    expect(await reasons(anders, ['tm_volgen_week'])).toEqual(["het wachtpunt 'Week voorbij' (tm_volgen_week) is nu een ander soort stap"]);
  });

  test('elke reden één keer, ook als de casus er twee keer staat', async () => {
    expect(await reasons((xml) => xml.replaceAll('"X_08"', '"X_08z"'), ['X_08', 'X_08', 'KT_01a'])).toEqual(["de stap 'Impasse doorbreken' (X_08) bestaat niet meer"]);
  });

  test('als de engine een plek noemt die haar model niet kent', async () => {
    expect(await reasons((xml) => xml.replace('Met ouders', 'Met de ouders'), ['XYZ'])).toEqual(['XYZ is in het model van deze casus niet te vinden']);
  });
});

describe('hoeft niemand na te vragen waar de casussen staan?', () => {
  const overal = async (verander: (xml: string) => string) => canMoveFromAnywhere(await readModel(kernteam), await readModel(verander(kernteam)));
  test('niet als alleen teksten, pijlen of eindes veranderen of er iets bij komt', async () => {
    expect(await overal((xml) => xml.replace('Met ouders', 'Met de ouders').replaceAll('"EE_7"', '"EE_8"').replace('"flow_KT_01a_KT_01av"', '"flow_x"'))).toBe(true);
  });
  test('wel als een stap verdwijnt', async () => {
    expect(await overal((xml) => xml.replaceAll('"KT_01a"', '"KT_01z"'))).toBe(false);
  });
});
