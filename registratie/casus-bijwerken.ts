import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Kolommen die een model mag zetten, per tabel. Wat hier niet staat kan een model niet veranderen. */
export const CASUS_COLUMNS = [
  'rolverdeling',
  'communicatie',
  'jeugdteamWijze',
  'bekostigdDoor',
  'voorstelRegisseurSchoolbestuur',
  'soortProblematischVerzuim',
  'verzuimstatus',
  'vierWekenSinds',
] as const;

export const THUISZITTER_COLUMNS = [
  'registratieStatus',
  'dagenThuisWeek',
  'escalatieDatum',
  'cyclus',
  'duoMeldingOp',
  'leerplichtBetrokken',
  'jeugdteamBetrokken',
  'cceGeraadpleegd',
  'aotCategorie',
  'aotGemeldOp',
  'voorliggend',
  'brugType',
  'brugStart',
  'brugEind',
  'bestemming',
  'notitie',
  'regisseurSwv',
  'regisseurSchoolbestuur',
  'contactpersoonSwv',
] as const;

/** Hoort bij de leerling en niet bij de casus: geldt ook voor een volgende. */
export const LEERLING_COLUMNS = ['groep', 'woonplaats', 'woongemeente', 'ingeschreven', 'didactischeLeeftijdMaanden'] as const;

/**
 * Werkt de casus, de leerling en de thuiszittersregistratie bij. De rij in de thuiszittersregistratie ontbreekt zolang
 * het logboek niet open is of het kind niet leerplichtig is; dan is er niets om bij te werken en dat is goed.
 */
export async function werkCasusBij(tx: Transaction<Schema>, casusId: string, velden: Readonly<Record<string, unknown>>): Promise<void> {
  const kies = (kolommen: readonly string[]): Record<string, unknown> | undefined => {
    const gekozen = Object.fromEntries(Object.entries(velden).filter(([naam, waarde]) => kolommen.includes(naam) && waarde !== undefined));
    return Object.keys(gekozen).length > 0 ? gekozen : undefined;
  };
  const casus = kies(CASUS_COLUMNS);
  // Met het begin van de vier weken is een teruggekeerde casus weer waar zij was.
  if (casus && 'vierWekenSinds' in casus) casus['routeOpnieuwSinds'] = null;
  if (casus) await tx.updateTable('casus').set(casus).where('casusId', '=', casusId).execute();
  const thuiszitter = kies(THUISZITTER_COLUMNS);
  if (thuiszitter) await tx.updateTable('thuiszittersregistratie').set(thuiszitter).where('casusId', '=', casusId).execute();
  const leerling = kies(LEERLING_COLUMNS);
  if (leerling) {
    await tx
      .updateTable('leerling')
      .set(leerling)
      .where('leerlingId', '=', (eb) => eb.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId))
      .execute();
  }
}
