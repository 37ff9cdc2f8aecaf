import type { Bevinding } from '../bevinding.ts';
import type { Project } from '../project.ts';
import { alleRegels, lintModel } from './bpmnlint.ts';
import { ZOEKEN_ELDERS } from './plugin.ts';
import type { Modelbestand } from './lezen.ts';

/**
 * Kijkt modellen na voor beide versies van de engine, en of het proces heet als zijn bestand.
 * @param welke alleen deze modellen; de andere regels kijken toch naar alles
 */
export async function kijkModellenNa({ modellen, volledig }: Pick<Project, 'modellen' | 'volledig'>, welke: (pad: string) => boolean = () => true): Promise<Bevinding[]> {
  const bevindingen: Bevinding[] = [];
  for (const model of modellen.filter(({ pad }) => welke(pad))) {
    const regels = (await alleRegels()).filter(({ name }) => volledig || !ZOEKEN_ELDERS.includes(name));
    bevindingen.push(...lintModel(model, regels), ...andereNaam(model));
  }
  return bevindingen;
}

function andereNaam(model: Modelbestand): Bevinding[] {
  return (model.wortel.rootElements ?? []).filter(({ $type, id }) => $type === 'bpmn:Process' && id !== model.naam).map(({ id }) => ({
    bestand: model.pad, plaats: id, tekst: `Geef het proces de naam van het bestand: ${model.naam}. Onder een andere naam begint er een nieuw proces en gaan lopende casussen niet mee`, regel: 'bestandsnaam',
  }));
}
