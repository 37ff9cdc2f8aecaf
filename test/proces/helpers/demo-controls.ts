import type { Controls } from '../../../scripts/demo/controls.ts';
import type { Proef } from './proef.ts';

/** Het spel van de demo op de testbroker. */
export const demoControls = (proef: Proef): Controls => ({
  view: proef.beeld,
  register: proef.register,
  nu: () => proef.klok.nu(),
  setClock: (moment) => proef.klok.pin(moment),
  quiesce: () => proef.quiesce(),
  start: (proces, variabelen) => proef.start(proces, variabelen),
  complete: (taak, variabelen) => proef.complete(taak, variabelen),
  publish: (naam, casusId, inhoud, berichtId) => proef.publish(naam, casusId, inhoud, berichtId),
});
