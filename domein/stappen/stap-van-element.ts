import { modelstappen, type Modelstappen } from './modelstappen.ts';
import { stapVanRoute } from './stap-van-route.ts';

/** Plaats van een element: het proces waarin het staat en zijn id. */
export interface Plaats {
  readonly bpmnProcessId?: string;
  readonly elementId: string;
}

/**
 * De stap van een element voor een route, uit de eigenschap `stap` van het model ("KT-01a"). Een element zonder stap, zoals
 * een mail tussendoor, krijgt zijn eigen id: dan is nog te zien waar iets gebeurde.
 */
export async function stapVanElement({ bpmnProcessId, elementId }: Plaats, route: string | null | undefined, lees: Modelstappen = modelstappen): Promise<string> {
  const { stappen } = await lees(bpmnProcessId, elementId);
  return stapVanRoute(stappen, route) ?? elementId.replaceAll('_', '-');
}
