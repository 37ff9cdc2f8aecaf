import { modelstappen, type Modelstappen } from './modelstappen.ts';
import { opStap, stapVanRoute } from './stap-van-route.ts';

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

/**
 * De stap van een taak in een gedeelde fase die meer stappen dient: wie de fase aanroept zegt met `stapVanAanroep` ("KT-01c GK-01c")
 * voor welke stap zij dat deed. Zonder is het de stap van het element.
 */
export async function stapVanTaak(plaats: Plaats, route: string | null | undefined, stapVanAanroep: string | null | undefined, lees: Modelstappen = modelstappen): Promise<string> {
  return stapVanRoute(opStap(stapVanAanroep), route) ?? stapVanElement(plaats, route, lees);
}
