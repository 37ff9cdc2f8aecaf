import type { Datum, Json, Moment, MomentOrNull } from './columns.ts';

/** Wat er bij DUO, de inspectie en het leerlingvolgsysteem is gemeld of vastgelegd. */
export interface DuoTable {
  duoId: string;
  casusId: string;
  soort: 'REGISTRATIE' | 'MELDING';
  gronden: string[];
  periodeVan: Datum | null;
  periodeTot: Datum | null;
  urenOngeoorloofd: number | null;
  aantalTeLaat: number | null;
  actiesSchool: string | null;
  gemeldOp: Moment;
  status: 'INGEDIEND' | 'IN_BEHANDELING' | 'TERUGGEKOPPELD';
  terugkoppeling: Json<unknown> | null;
  sleutel: string;
}

export interface InspectieTable {
  inspectieId: string;
  casusId: string | null;
  soort: 'AOT_MELDING' | 'AOT_AANVRAAG' | 'KWARTAAL';
  categorie: string | null;
  urenPerWeek: number | null;
  van: Datum | null;
  tot: Datum | null;
  oppAanwezig: boolean | null;
  eerderVerzoek: boolean | null;
  ingediendOp: Moment;
  besluit: string | null;
  besluitOp: MomentOrNull;
  sleutel: string;
}

export interface LvsTable {
  casusId: string;
  datum: Datum;
  uitkomst: string;
  afspraken: string | null;
}
