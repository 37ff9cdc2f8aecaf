import type { ViewedTask } from '../../engine/records/engine-view.ts';
import { dagVan, datumTekst } from '../../domein/kalender/datum.ts';
import type { telRegister } from '../../registratie/register-tellen.ts';
import type { PlayResult } from './play.ts';

/** Zegt bij elke nieuwe maand hoe ver de demo is. */
export function progressLines(meld: (regel: string) => void, sinds: () => number): (moment: Date, lopend: number) => void {
  let maand = '';
  return (moment, lopend) => {
    const dag = dagVan(moment);
    if (dag.slice(0, 7) === maand) return;
    maand = dag.slice(0, 7);
    meld(`  ${datumTekst(dag)}: ${lopend} casussen lopen (${Math.round(sinds())} s)`);
  };
}

/** De slotsom van de demo. */
export function report(uitslag: PlayResult, cijfers: Awaited<ReturnType<typeof telRegister>>, open: readonly ViewedTask[], nu: Date, seconden: number): string {
  const teLaat = open.filter((taak) => taak.uiterlijk && new Date(taak.uiterlijk) < nu).length;
  const rollen = new Set(open.flatMap((taak) => taak.groepen.map((groep) => groep.replace(/-\d{2}[A-Z]{2}$/, ''))));
  const duur = `${Math.floor(seconden / 60)} min ${Math.round(seconden % 60)} s`;
  return [
    `\nDe demo is gespeeld in ${duur}, zonder incidenten:`,
    `  ${cijfers.casussen} casussen, waarvan ${cijfers.afgesloten} afgesloten en ${cijfers.casussen - cijfers.afgesloten} lopend`,
    `  ${uitslag.takenGedaan} taken gedaan; ${open.length} staan open bij ${rollen.size} rollen, ${teLaat} zijn te laat`,
    `  ${cijfers.mails} mails op /post, ${cijfers.logboekregels} logboekregels, ${cijfers.verzuimstanden} verzuimstanden, ${cijfers.thuiszitters} rijen in de thuiszittersregistratie, ${cijfers.duoMeldingen} verzuimmeldingen`,
    ...(uitslag.afwijkingen.length > 0 ? ['  Op een andere plek dan hun scenario bedoelt (in een vakantie lopen termijnen door):', ...uitslag.afwijkingen.map((zin) => `    ${zin}`)] : []),
  ].join('\n');
}

/**
 * Waar het jaar te zien is: de startpagina van het management, en de kaart van een route.
 * @param versheid hoe vers de cijfers zijn, zoals de pagina het zegt
 */
export function figuresText(beheer: string, versheid?: string): string {
  return [
    `Begin bij de cijfers: ${beheer}, aangemeld als management${versheid === undefined ? '' : ` (${versheid})`}.`,
    `  Waar kinderen zijn en waar het te lang duurt, op de kaart van de route: ${beheer}/kaart/kernteam`,
  ].join('\n');
}
