import { plaatsVan } from '../modellen/lezen.ts';
import type { Nakijkregel } from '../regel.ts';

/**
 * Een taak (zelfde formulier en zelfde naam) staat in één model. Staat zij in twee routes, dan verandert iemand haar in de ene en
 * vergeet de andere; zij hoort in een gedeelde fase die beide aanroepen.
 */
export const taakEenmalig: Nakijkregel = {
  naam: 'taak-eenmalig',
  kijk({ modellen }) {
    const taken = new Map<string, { naam: string; plaatsen: Map<string, string> }>();
    for (const model of modellen) {
      for (const taak of model.boom.elements('bpmn:UserTask')) {
        const formulier = taak.extensionElements?.values?.find((v) => v.$type === 'zeebe:FormDefinition')?.formId ?? '';
        const naam = taak.name?.trim() ?? '';
        const gevonden = taken.get(`${formulier} ${naam}`) ?? { naam, plaatsen: new Map<string, string>() };
        taken.set(`${formulier} ${naam}`, gevonden);
        if (!gevonden.plaatsen.has(model.pad)) gevonden.plaatsen.set(model.pad, plaatsVan(model, taak.id));
      }
    }
    return [...taken.values()].filter(({ plaatsen }) => plaatsen.size > 1).flatMap(({ naam, plaatsen }) => [...plaatsen].map(([bestand, plaats]) => ({
      bestand, plaats, tekst: `De taak "${naam}" staat ook in ${[...plaatsen.keys()].filter((b) => b !== bestand).join(' en ')}: roep één gedeeld model aan`,
    })));
  },
};
