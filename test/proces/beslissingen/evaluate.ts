import { readFileSync } from 'node:fs';
import { Camunda8 } from '@camunda8/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownBroker } from '../helpers/brokers.ts';

/** Eén voorbeeld: wat het laat zien, de variabelen, de regels die moeten passen en de uitkomst. */
export type Geval = readonly [wat: string, variabelen: Record<string, unknown>, regels: readonly string[], uitkomst: unknown];

interface Uitkomst {
  readonly regels: string[];
  readonly waarde: unknown;
}

function verbind() {
  return new Camunda8({
    ZEEBE_GRPC_ADDRESS: `grpc://${ownBroker().grpc}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    zeebeGrpcSettings: { ZEEBE_CLIENT_LOG_LEVEL: 'ERROR' },
  }).getZeebeGrpcApiClient();
}

/**
 * Toetst een beslistabel op de echte engine: FEEL van de engine wijkt op randen (null, ontbrekende velden) af
 * van iedere nabouw. De laatste test faalt zodra een regel van de tabel in geen enkel voorbeeld voorkomt.
 */
export function describeDecision(id: string, gevallen: readonly Geval[]): void {
  describe(`beslissing ${id}`, () => {
    const file = new URL(`../../../bpmn/${id}.dmn`, import.meta.url);
    const xml = readFileSync(file, 'utf8');
    const geraakt = new Set<string>();
    let zeebe: ReturnType<typeof verbind>;
    let sleutel: string;

    const evalueer = async (variabelen: Record<string, unknown>): Promise<Uitkomst> => {
      const antwoord = await zeebe.evaluateDecision({ decisionKey: sleutel, variables: variabelen as never });
      expect(antwoord.failureMessage).toBe('');
      const regels = antwoord.evaluatedDecisions.flatMap((b) => b.matchedRules.map((r) => r.ruleId.replace(/^regel_/, '')));
      return { regels, waarde: JSON.parse(antwoord.decisionOutput) };
    };

    beforeAll(async () => {
      zeebe = verbind();
      const opname = await zeebe.deployResource({ name: `${id}.dmn`, decision: Buffer.from(xml) });
      // een lijstbeslissing heeft twee beslissingen in één bestand: die met het id van het bestand telt
      sleutel = opname.deployments.find((d) => d.decision?.dmnDecisionId === id)!.decision.decisionKey;
    });
    afterAll(() => zeebe.close());

    it.each(gevallen)('%s', async (_wat, variabelen, regels, uitkomst) => {
      const { regels: gevonden, waarde } = await evalueer(variabelen);
      gevonden.forEach((r) => geraakt.add(r));
      expect({ regels: gevonden, waarde }).toEqual({ regels, waarde: uitkomst });
    });

    it('ieder voorbeeld samen raakt iedere regel', () => {
      const alle = [...xml.matchAll(/<rule id="regel_([^"]+)"/g)].map((m) => m[1]);
      expect(alle.filter((r) => !geraakt.has(r!))).toEqual([]);
    });
  });
}
