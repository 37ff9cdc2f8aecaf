import { readTemplates, type Template } from '../../koppelingen/mail/templates.ts';
import type { MeldingOpties } from '../../domein/meldingen/klaarzetten.ts';

let cached: ReadonlyMap<string, readonly Template[]> | undefined;

/** De teksten uit koppelingen/mail/meldingen (één keer gelezen) en waar de ontvanger zijn taken vindt. */
export function defaultMailOptions(takenlijst = 'http://localhost:8080/tasklist'): MeldingOpties {
  cached ??= readTemplates();
  return { sjablonen: cached, takenlijst: takenlijst.replace(/\/$/, '') };
}
