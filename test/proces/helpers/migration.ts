import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { InstantiesLezen } from '../../../engine/reads/reads.ts';
import type { Enginebeeld } from '../../../engine/records/engine-view.ts';
import { rolUit, type Modelbestand, type Uitgerold } from '../../../engine/deploy.ts';
import { herhaalTot } from '../../../engine/start-retry.ts';
import { BUDGET_UITROL_MS } from './rig.ts';

/** Zet modellen onder een eigen naam, zodat een test ze mag wijzigen: de broker is van alle tests, en de dekking telt de echte. */
export function onderEigenNaam(bestanden: readonly Modelbestand[], ids: readonly string[], achtervoegsel: string): Modelbestand[] {
  const hernoem = (xml: string): string => ids.reduce((x, id) => x.replaceAll(`process id="${id}"`, `process id="${id}${achtervoegsel}"`).replaceAll(`processId="${id}"`, `processId="${id}${achtervoegsel}"`).replaceAll(`bpmnElement="${id}"`, `bpmnElement="${id}${achtervoegsel}"`), xml);
  return bestanden.map(({ naam, inhoud }) => {
    const id = naam.replace('.bpmn', '');
    return ids.includes(id) ? { naam: `${id}${achtervoegsel}.bpmn`, inhoud: Buffer.from(hernoem(inhoud.toString())) } : { naam, inhoud };
  });
}

/** Verandert één model van een uitrol. */
export function wijzig(bestanden: readonly Modelbestand[], naam: string, doe: (xml: string) => string): Modelbestand[] {
  return bestanden.map((b) => {
    if (b.naam !== naam) return b;
    const nieuw = doe(b.inhoud.toString());
    if (nieuw === b.inhoud.toString()) throw new Error(`de wijziging deed niets in ${naam}`);
    return { naam, inhoud: Buffer.from(nieuw) };
  });
}

/** Zet een eenvoudige gebruikerstaak tussen twee stappen die nu met één pijl verbonden zijn. */
export function voegStapIn(xml: string, van: string, naar: string, stap: string): string {
  const pijl = `flow_${van}_${naar}`;
  return xml
    .replace(`<bpmn:incoming>${pijl}</bpmn:incoming>`, `<bpmn:incoming>flow_${stap}_${naar}</bpmn:incoming>`)
    .replace(
      `<bpmn:sequenceFlow id="${pijl}" sourceRef="${van}" targetRef="${naar}" />`,
      `<bpmn:userTask id="${stap}" name="Extra stap"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements><bpmn:incoming>${pijl}</bpmn:incoming><bpmn:outgoing>flow_${stap}_${naar}</bpmn:outgoing></bpmn:userTask>
       <bpmn:sequenceFlow id="${pijl}" sourceRef="${van}" targetRef="${stap}" /><bpmn:sequenceFlow id="flow_${stap}_${naar}" sourceRef="${stap}" targetRef="${naar}" />`,
    );
}

/** Rolt uit en leest daarna instanties uit de records en modellen uit wat zij zelf uitrolde: de testbroker heeft geen Operate. */
export class Uitrol {
  private readonly modellen = new Map<string, string>();
  constructor(private readonly zeebe: ZeebeGrpcClient, private readonly beeld: () => Enginebeeld) {}

  async rolUit(bestanden: readonly Modelbestand[]): Promise<Uitgerold[]> {
    const uitgerold = await herhaalTot(BUDGET_UITROL_MS, new AbortController().signal, () => rolUit(this.zeebe, bestanden));
    for (const { id, sleutel } of uitgerold) {
      const model = bestanden.find(({ naam }) => naam === `${id}.bpmn`);
      if (model) this.modellen.set(sleutel, model.inhoud.toString());
    }
    return uitgerold;
  }

  get lezen(): InstantiesLezen {
    return {
      instanties: async () => [...this.beeld().instanties.lopend.values()],
      actieveOnderdelen: async (instantie) => this.beeld().instanties.actief(instantie),
      model: async (definitie) => {
        const model = this.modellen.get(definitie);
        if (model === undefined) throw new Error(`model ${definitie} is niet in deze test uitgerold`);
        return model;
      },
    };
  }
}
