import type { Datum, Json, Moment, MomentOfNull } from './columns.ts';

/** Wat er bij DUO, de inspectie en het leerlingvolgsysteem is gemeld of vastgelegd. */
export interface DuoTabel {
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

export interface InspectieTabel {
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
  besluitOp: MomentOfNull;
  sleutel: string;
}

export interface LvsTabel {
  casusId: string;
  datum: Datum;
  uitkomst: string;
  afspraken: string | null;
}
