import type { Bediening } from '../../../scripts/demo/controls.ts';
import type { Proef } from './proef.ts';

/** Het spel van de demo op de testbroker. */
export const demobediening = (proef: Proef): Bediening => ({
  beeld: proef.beeld,
  register: proef.register,
  nu: () => proef.klok.nu(),
  zetKlok: (moment) => proef.klok.pin(moment),
  rust: () => proef.rust(),
  start: (proces, variabelen) => proef.start(proces, variabelen),
  voltooi: (taak, variabelen) => proef.voltooi(taak, variabelen),
  publiceer: (naam, casusId, inhoud, berichtId) => proef.publiceer(naam, casusId, inhoud, berichtId),
});
