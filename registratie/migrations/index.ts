import type { Migration } from 'kysely';
import * as begin from './0001_begin.ts';
import * as doorzettingsmacht from './0002_doorzettingsmacht.ts';
import * as frame from './0003_frame.ts';
import * as eenmalig from './0004_eenmalig.ts';
import * as signalen from './0006_signalen.ts';
import * as mensen from './0007_mensen.ts';
import * as termijnen from './0010_termijnen.ts';
import * as aanmeldingRedenen from './0011_aanmelding_redenen.ts';
import * as urenTotaal from './0012_uren_totaal.ts';
import * as verzuimweken from './0013_verzuimweken.ts';
import * as meldcode from './0014_meldcode.ts';
import * as vrijstelling from './0015_vrijstelling.ts';
import * as thuisperioden from './0017_thuisperioden.ts';
import * as thuismeldingen from './0018_thuismeldingen.ts';
import * as inschrijving from './0019_inschrijving.ts';
import * as doorSchool from './0020_door_school.ts';
import * as av1 from './0021_av1.ts';
import * as andereSchool from './0023_andere_school.ts';
import * as meldcodeInzage from './0027_meldcode_inzage.ts';
import * as geschiedenis from './0029_geschiedenis.ts';
import * as bezoeksommen from './0030_bezoeksommen.ts';
import * as beheerSessies from './0032_beheer_sessies.ts';
import * as beheerAccounts from './0033_beheer_accounts.ts';
import * as kindsommen from './0034_kindsommen.ts';
import * as cijfers from './0035_cijfers.ts';
import * as losgeraakt from './0038_losgeraakt.ts';

/** Alle migraties op volgorde van hun nummer. Een nieuwe komt er onderaan bij; een bestaande verandert nooit. */
export const migrations: Record<string, Migration> = {
  '0001_begin': begin,
  '0002_doorzettingsmacht': doorzettingsmacht,
  '0003_frame': frame,
  '0004_eenmalig': eenmalig,
  '0006_signalen': signalen,
  '0007_mensen': mensen,
  '0010_termijnen': termijnen,
  '0011_aanmelding_redenen': aanmeldingRedenen,
  '0012_uren_totaal': urenTotaal,
  '0013_verzuimweken': verzuimweken,
  '0014_meldcode': meldcode,
  '0015_vrijstelling': vrijstelling,
  '0017_thuisperioden': thuisperioden,
  '0018_thuismeldingen': thuismeldingen,
  '0019_inschrijving': inschrijving,
  '0020_door_school': doorSchool,
  '0021_av1': av1,
  '0023_andere_school': andereSchool,
  '0027_meldcode_inzage': meldcodeInzage,
  '0029_geschiedenis': geschiedenis,
  '0030_bezoeksommen': bezoeksommen,
  '0032_beheer_sessies': beheerSessies,
  '0033_beheer_accounts': beheerAccounts,
  '0034_kindsommen': kindsommen,
  '0035_cijfers': cijfers,
  '0038_losgeraakt': losgeraakt,
};
