import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import { jobOf, type IncidentReads, type InstanceReads, type TaskReads } from '../../../engine/reads/reads.ts';
import type { EngineView } from '../../../engine/records/engine-view.ts';
import { openTasks } from '../../../engine/records/open-tasks.ts';
import { deploy, type ModelFile, type Deployed } from '../../../engine/deploy.ts';
import { retryAtStart } from '../../../retry/retry.ts';
import { BUDGET_DEPLOY_MS } from './rig.ts';

/**
 * Zet modellen onder een eigen naam, zodat een test ze mag wijzigen: de broker is van alle tests, en de dekking telt de echte. Een
 * model dat er een bij de oude naam aanroept gaat niet mee: het vond dat proces in deze uitrol niet, en bleef voor de tests erna zo staan.
 */
export function underOwnName(files: readonly ModelFile[], ids: readonly string[], achtervoegsel: string): ModelFile[] {
  const hernoem = (xml: string): string => ids.reduce((x, id) => x.replaceAll(`process id="${id}"`, `process id="${id}${achtervoegsel}"`).replaceAll(`processId="${id}"`, `processId="${id}${achtervoegsel}"`).replaceAll(`bpmnElement="${id}"`, `bpmnElement="${id}${achtervoegsel}"`), xml)
    .replaceAll('processId="=route"', `processId="=route + &quot;${achtervoegsel}&quot;"`);
  const blijft = ({ name, content }: ModelFile): boolean => ids.includes(name.replace('.bpmn', '')) || !ids.some((id) => content.includes(`processId="${id}"`));
  return files.filter(blijft).map(({ name: naam, content: inhoud }) => {
    const id = naam.replace('.bpmn', '');
    return ids.includes(id) ? { name: `${id}${achtervoegsel}.bpmn`, content: Buffer.from(hernoem(inhoud.toString())) } : { name: naam, content: inhoud };
  });
}

/** Verandert één model van een uitrol. */
export function modify(files: readonly ModelFile[], naam: string, doe: (xml: string) => string): ModelFile[] {
  return files.map((b) => {
    if (b.name !== naam) return b;
    const nieuw = doe(b.content.toString());
    if (nieuw === b.content.toString()) throw new Error(`de wijziging deed niets in ${naam}`);
    return { name: naam, content: Buffer.from(nieuw) };
  });
}

/** Zet een eenvoudige gebruikerstaak tussen twee stappen die nu met één pijl verbonden zijn. */
export function insertStep(xml: string, van: string, naar: string, stap: string): string {
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
  constructor(private readonly zeebe: ZeebeGrpcClient, private readonly beeld: () => EngineView) {}

  async rolUit(files: readonly ModelFile[]): Promise<Deployed[]> {
    const uitgerold = await retryAtStart(BUDGET_DEPLOY_MS, () => deploy(this.zeebe, files));
    for (const { id, key: sleutel } of uitgerold) {
      const model = files.find(({ name: naam }) => naam === `${id}.bpmn`);
      if (model) this.modellen.set(sleutel, model.content.toString());
    }
    return uitgerold;
  }

  get lezen(): InstanceReads & IncidentReads & TaskReads {
    return {
      openTasks: async () => openTasks(this.beeld()),
      instances: async () => [...this.beeld().instances.running.values()],
      activeElements: async (instantie) => this.beeld().instances.active(instantie),
      elementKeys: async (instantie, element) => this.beeld().instances.keys(instantie, element),
      incidents: async () => [...this.beeld().incidents].map(([key, { instance, kind, message, job, op }]) => ({ key: String(key), processInstance: instance, kind, message, job: jobOf(job), since: new Date(op).toISOString() })),
      placeOf: async ({ key, processInstance }) => ({
        processId: this.beeld().instances.running.get(processInstance)?.processId ?? null, elementId: this.beeld().incidents.get(Number(key))?.elementId ?? null,
        casusnummer: (this.beeld().variable('casusnummer', processInstance) as string | undefined) ?? null,
      }),
      model: async (definitie) => {
        const model = this.modellen.get(definitie);
        if (model === undefined) throw new Error(`model ${definitie} is niet in deze test uitgerold`);
        return model;
      },
    };
  }
}
