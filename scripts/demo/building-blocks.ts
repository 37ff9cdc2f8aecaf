import type { Antwoord, Signaal, Verzuimverloop } from './scenario.ts';

/** De delen waar scenario's uit bestaan: wat er op een beslissende stap wordt ingevuld en hoe het verzuim verloopt. */
export const licht: Verzuimverloop = { volgen: [1, 2, 1.5, 2, 1], vierweken: [], soort: 'ZIEKTE' };
export const escaleert: Verzuimverloop = { volgen: [2, 2.5, 3], escaleertNa: 2, vierweken: [4, 4, 3.5, 4], soort: 'ZIEKTE' };
export const escaleertEnHerstelt: Verzuimverloop = { ...escaleert, vierweken: [3, 1.5, 0.5, 0] };
export const spijbelt: Verzuimverloop = { volgen: [2, 2.5, 2.5, 2.5, 3], vierweken: [], soort: 'VERMOEDELIJK_ONGEOORLOOFD' };

/** Elke keer hetzelfde antwoord. */
export const altijd = (velden: Record<string, unknown>): Antwoord => () => velden;
/** Pas vanaf de n-de keer dit antwoord. */
export const vanafKeer = (n: number, velden: Record<string, unknown>): Antwoord => ({ keer }) => (keer >= n ? velden : {});

const helder = { perspectiefHelder: 'ja', besprokenInOT: 'ja', oudersGehoord: true };
export const naarSbo = altijd({ ...helder, besprokenInOT: 'nee', aanbodplek: 'SBO', wachttijdWeken: 4, wachtlijst: 'ja', huidigAanbodAfdoende: 'nee' });
export const eigenSchool = altijd({ ...helder, aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'ja' });
export const nogEenPeriode = altijd({ ...helder, aanbodplek: 'EIGEN_SCHOOL_MET_ARRANGEMENT', wachttijdWeken: 0, wachtlijst: 'nee', huidigAanbodAfdoende: 'nee' });
export const wachtlijst = (aanbodplek: string, anders: Record<string, unknown> = {}): Antwoord =>
  altijd({ ...helder, aanbodplek, wachttijdWeken: 14, wachtlijst: 'ja', huidigAanbodAfdoende: 'nee', overbruggingNodig: 'ja', ...anders });

export const overstapNaar = (bestemmingSchool: string, bestemmingType: string): Antwoord => altijd({ bestemmingSchool, bestemmingType });
export const sluitAf = (resultaat: string, notitie: string): Antwoord => altijd({ resultaat, notitie });
export const geenUitzicht = altijd({ lijn: 'STABIEL', maatwerkOndervangt: 'JA' });

/** De nieuwe school bevestigt de inschrijving; wordt er eerder om gevraagd, dan komt het antwoord op die taak. */
export const ingeschreven: Signaal = { na: 'CA-06-2', schooldagen: 4, soort: 'inschrijving-bevestigd', tenzij: 'CA-06-5', inhoud: ({ vandaag }) => ({ ingeschrevenOp: vandaag }) };
