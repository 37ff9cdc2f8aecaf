/** Hoe redenen op een pagina heten: die van het sluiten zoals in het formulier van de afsluitnotitie, en waardoor een kind thuiszitter werd. */
const REDENEN: Readonly<Record<string, string>> = {
  lopend: 'loopt nog',
  VERZUIM_GESTOPT: 'verzuim gestopt', WEER_OP_SCHOOL: 'weer een hele week op school', PASSEND_AANBOD_GEREALISEERD: 'passend aanbod gerealiseerd', UITGESCHREVEN_VERHUISD: 'uitgeschreven of verhuisd',
  ONTHEFFING_VRIJSTELLING: 'ontheffing of vrijstelling', DOORZETTINGSBESLUIT_UITGEVOERD: 'doorzettingsbesluit uitgevoerd', ADMINISTRATIEF: 'melding klopte niet',
  VRIJGESTELD: 'vrijgesteld van de inschrijving', NIET_LEERPLICHTIG: 'niet meer leerplichtig', ONBEKEND: 'reden niet vastgelegd',
  VIER_WEKEN_THUIS: 'langer dan vier weken thuis', NERGENS_INGESCHREVEN: 'op geen school ingeschreven', NA_VRIJSTELLING: 'na een vrijstelling nog thuis', LEERPLICHTIG_GEWORDEN: 'leerplichtig geworden en al thuis',
};

export const redenTekst = (reden: string): string => REDENEN[reden] ?? reden.toLowerCase().replaceAll('_', ' ');
