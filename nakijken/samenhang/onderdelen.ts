import { plaatsVan } from '../modellen/lezen.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel } from '../regel.ts';

/** Wat een taak als één variabele doorlaat: `={datum: datum, helder: helder = "ja"}`. */
const UITVOER = /^=\{(.*)\}$/s;
const DOCUMENTATIE = /<bpmn:documentation>.*?<\/bpmn:documentation>/gs;

/**
 * Elk onderdeel dat een taak van haar formulier het proces in laat gaan, wordt gelezen: als `variabele.onderdeel` in een model,
 * tabel of formulier, in een mail of in de code. Ook een antwoord dat mensen elders lezen (`toon`) hoort niet ongelezen in de
 * engine te staan: daarvoor is het logboek er.
 */
export const onderdeelGelezen: Nakijkregel = {
  naam: 'onderdeel-gelezen',
  overAlles: true,
  kijk(project) {
    const gelezen = lezers(project);
    return project.modellen.flatMap((model) => model.boom.elements('bpmn:UserTask').flatMap((taak) => {
      const uitvoer = (taak.extensionElements?.values ?? []).flatMap((waarde) => (waarde as { outputParameters?: readonly { source?: string; target?: string }[] }).outputParameters ?? []);
      return uitvoer.flatMap(({ source = '', target = '' }) => onderdelen(UITVOER.exec(source)?.[1] ?? '').filter((naam) => !gelezen.has(naam)).map((naam) => ({
        bestand: model.pad, plaats: plaatsVan(model, taak.id), tekst: `Niemand leest ${target}.${naam}: gebruik het in een model, tabel, formulier of mail, of laat het alleen in het logboek staan`,
      })));
    }));
  },
};

function lezers({ teksten, code }: Project): ReadonlySet<string> {
  const namen = new Set<string>();
  for (const [pad, tekst] of [...teksten, ...code.map((bestand): [string, string] => [bestand.pad, bestand.tekst])]) {
    const vanEigenaar = /[.](bpmn|dmn|form)$/.test(pad);
    for (const [, naam] of tekst.replaceAll(DOCUMENTATIE, '').matchAll(vanEigenaar ? /[.](\w+)/g : /(\w+)/g)) namen.add(naam as string);
  }
  return namen;
}

/** De namen vóór een dubbele punt op het bovenste niveau van een context. */
function onderdelen(inhoud: string): string[] {
  const delen: string[] = [];
  let diepte = 0;
  let deel = '';
  let tekst = false;
  for (const teken of inhoud) {
    if (teken === '"') tekst = !tekst;
    if (!tekst) diepte += '([{'.includes(teken) ? 1 : ')]}'.includes(teken) ? -1 : 0;
    if (teken === ',' && diepte === 0 && !tekst) {
      delen.push(deel);
      deel = '';
    } else deel += teken;
  }
  return [...delen, deel].flatMap((d) => /^\s*(\w+)\s*:/.exec(d)?.[1] ?? []);
}
