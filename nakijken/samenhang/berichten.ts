import { volleNaam } from '../../domein/berichten/soorten.ts';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import type { Bronbestand } from '../code.ts';
import { onderdelen } from '../formulieren/lezen.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel } from '../regel.ts';

/** Dit stuurt de programmatuur zelf: het hoort bij een wijziging of een verwerking en niet bij een stap. */
const FROM_CODE = /(?:naam|bericht|soort): '([a-z-]+)'|publish(?:Message)?\(\s*'([a-z-]+)'/g;
/** Deze twee keuzes gaan naar het register en niet als bericht naar de casus. */
const NOT_A_MESSAGE = ['ander-contactpersoon', 'andere-groep'];
const SIGNALEN = 'forms/casus-signaal.form';

/**
 * Elk bericht dat een model opvangt heeft iemand die het stuurt, en wat een stap of signaal stuurt wordt in een model opgevangen.
 * Anders wacht een kind op iets dat nooit komt, of gaat wat iemand doorgaf verloren.
 */
export const berichtCompleet: Nakijkregel = {
  naam: 'bericht-compleet',
  overAlles: true,
  kijk(project) {
    const { modellen, code } = project;
    const caught = modellen.flatMap(({ pad, xml }) => [...xml.matchAll(/<bpmn:message id="([^"]+)" name="([^"]+)"/g)].map(([, id, naam]) => ({ bestand: pad, xml, id: id as string, naam: naam as string })));
    const sent = new Map<string, string>();
    for (const { pad, xml } of modellen) for (const [, naam] of xml.matchAll(/<zeebe:header key="bericht" value="([^"]+)"/g)) sent.set(naam as string, pad);
    for (const naam of signals(project)) sent.set(naam, SIGNALEN);
    const byCode = fromCode(code);
    const plaats = (naam: string): string => `bericht ${naam}`;
    return [
      ...caught.filter(({ naam }) => !sent.has(naam) && !byCode.has(naam)).map(({ bestand, naam }) => ({ bestand, plaats: plaats(naam), tekst: `Niemand stuurt dit bericht.${bedoelde(naam, [...sent.keys(), ...byCode])} Laat een stap, een signaal of de programmatuur het sturen, of kijk naar de spelling` })),
      ...caught.filter(({ xml, id }) => !xml.includes(`messageRef="${id}"`)).map(({ bestand, naam }) => ({ bestand, plaats: plaats(naam), tekst: 'Geen gebeurtenis in dit model vangt dit bericht op: haal het weg of wacht erop' })),
      ...[...sent].filter(([naam]) => !caught.some((message) => message.naam === naam)).map(([naam, bestand]) => ({ bestand, plaats: plaats(naam), tekst: `Geen model vangt dit bericht op.${bedoelde(naam, caught.map((message) => message.naam))} Teken een gebeurtenis die erop wacht, of kijk naar de spelling` })),
    ];
  },
};

/** De berichten achter de keuzes van het formulier casus-signaal. */
function signals({ formulieren }: Project): string[] {
  const keuzes = formulieren.filter(({ pad }) => pad === SIGNALEN).flatMap(onderdelen).find(({ key }) => key === 'signaalType')?.values ?? [];
  return keuzes.map(({ value }) => volleNaam(String(value))).filter((soort) => !NOT_A_MESSAGE.includes(soort));
}

function fromCode(code: readonly Bronbestand[]): ReadonlySet<string> {
  const files = code.filter(({ pad }) => /^(domein|workers)\//.test(pad) && pad.endsWith('.ts'));
  return new Set(files.flatMap(({ tekst }) => [...tekst.matchAll(FROM_CODE)].map(([, a, b]) => (a ?? b) as string)));
}
