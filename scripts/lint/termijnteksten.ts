import { createRequire } from 'node:module';
import { ModelTree, type Element } from '../../nakijken/modellen/model-tree.ts';

interface Termijnrij {
  readonly stap: string;
  readonly soort: string;
  readonly aantal: number;
  readonly eenheid: string;
  readonly tijdstip?: string | null;
}
const { verwachteTermijn, termijnteksten } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/termijnen.js') as {
  verwachteTermijn: (taak: Element, rijen?: readonly Termijnrij[]) => string | undefined;
  termijnteksten: (taak: Element) => { id: string; text: string }[];
};

interface Wijziging {
  readonly taak: string;
  readonly van: string;
  readonly naar: string;
}

/**
 * Werkt de termijnen bij die al naast een taak staan. Alleen de inhoud van `<bpmn:text>` verandert; de rest van het bestand
 * blijft teken voor teken zoals Modeler het bewaarde.
 * @param rijen de rijen van de tabel; zonder deze die van `bpmn/termijnen.dmn`
 */
export async function metTermijnteksten(xml: string, rijen?: readonly Termijnrij[]): Promise<{ xml: string; wijzigingen: Wijziging[] }> {
  const wijzigingen: Wijziging[] = [];
  let nieuw = xml;
  for (const taak of (await ModelTree.read(xml)).elements('bpmn:UserTask')) {
    const naar = verwachteTermijn(taak, rijen);
    const teksten = termijnteksten(taak);
    const [tekst] = teksten;
    // Staan er meer termijnen bij één deelproces, dan is niet te zien welke van deze taak is; de lint noemt het verschil.
    if (!naar || !tekst || teksten.length > 1 || tekst.text.trim() === naar) continue;
    nieuw = vervang(nieuw, tekst.id, naar);
    wijzigingen.push({ taak: taak.id, van: tekst.text.trim(), naar });
  }
  return { xml: nieuw, wijzigingen };
}

/** Alleen hier telt de letterlijke schrijfwijze van het bestand: wie het model opnieuw zou schrijven, verplaatst meer dan één regel. */
function vervang(xml: string, id: string, tekst: string): string {
  const begin = xml.search(new RegExp(`<bpmn:textAnnotation\\s[^>]*\\bid="${id}"`));
  if (begin === -1) throw new Error(`De tekst ${id} staat niet in het bestand zoals Camunda Modeler haar schrijft. Open en bewaar het model eerst in Modeler.`);
  const van = xml.indexOf('<bpmn:text>', begin) + '<bpmn:text>'.length;
  return xml.slice(0, van) + tekst + xml.slice(xml.indexOf('</bpmn:text>', van));
}
