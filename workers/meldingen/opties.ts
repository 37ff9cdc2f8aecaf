import { leesSjablonen, type Sjabloon } from '../../koppelingen/mail/sjablonen.ts';
import type { MeldingOpties } from './klaarzetten.ts';

let gelezen: ReadonlyMap<string, readonly Sjabloon[]> | undefined;

/** De teksten uit koppelingen/mail/meldingen (één keer gelezen) en het adres van Tasklist uit de omgeving (`TASKLIST_URL`). */
export function standaardOpties(omgeving: Record<string, string | undefined> = process.env): MeldingOpties {
  gelezen ??= leesSjablonen();
  return { sjablonen: gelezen, takenlijst: (omgeving.TASKLIST_URL ?? 'http://localhost:8082').replace(/\/$/, '') };
}
