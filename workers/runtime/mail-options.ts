import { leesSjablonen, type Sjabloon } from '../../koppelingen/mail/templates.ts';
import type { MeldingOpties } from '../../domein/meldingen/klaarzetten.ts';

let gelezen: ReadonlyMap<string, readonly Sjabloon[]> | undefined;

/** De teksten uit koppelingen/mail/meldingen (één keer gelezen) en waar de ontvanger zijn taken vindt. */
export function standaardOpties(takenlijst = 'http://localhost:8080/tasklist'): MeldingOpties {
  gelezen ??= leesSjablonen();
  return { sjablonen: gelezen, takenlijst: takenlijst.replace(/\/$/, '') };
}
