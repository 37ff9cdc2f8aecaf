import { perUitrol } from '../../domein/uitgerold/uitrol.ts';
import type { MeldingOpties } from '../../domein/meldingen/klaarzetten.ts';
import { readGoodTemplates } from '../../koppelingen/mail/templates.ts';

const teksten = perUitrol((wortel) => readGoodTemplates(new URL('koppelingen/mail/meldingen/', wortel)));

/** De uitgerolde mailteksten, ook als er intussen opnieuw is uitgerold, en waar de ontvanger zijn taken vindt. */
export function defaultMailOptions(takenlijst = 'http://localhost:8080/tasklist'): MeldingOpties {
  return { get sjablonen() { return teksten(); }, takenlijst: takenlijst.replace(/\/$/, '') };
}
