import { kenmerkVan, type Kaartfilter } from '../../registratie/kaart/filter.ts';

/** Wat er bij dit filter niet staat, en waarom. @param opNiveau staat "nu" er bij dit proces ook met een kenmerk? */
export function toelichtingBij(filter: Kaartfilter, opNiveau: boolean): string[] {
  const kenmerk = kenmerkVan(filter);
  const smal = kenmerk?.soort ?? (filter.route === undefined ? undefined : 'route');
  return [
    ...(smal === undefined ? [] : [`Met een filter op ${smal} staat er niets waar minder dan vijf kinderen zijn, ook geen nul, en soms ook een groter getal niet: anders is een kind te herleiden.`]),
    ...(kenmerk === undefined || opNiveau ? [] : [`Waar kinderen nu zijn is met een filter op ${kenmerk.soort} alleen op de routes te zien en niet in een fase: daar is het de andere kant van dezelfde som.`]),
    ...(kenmerk === undefined ? [] : [`Hoe vaak een pijl is genomen is alleen zonder filter op ${kenmerk.soort} te zien.`]),
    ...(filter.van === undefined && filter.tot === undefined ? [] : ['Waar in dit tijdvak minder dan vijf kinderen waren, of in een stukje dat eruit te rekenen is, staat niets: kies dan een langer tijdvak of een heel schooljaar.']),
  ];
}
