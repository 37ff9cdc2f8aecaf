import { Migrator, type Kysely, type Migration } from 'kysely';
import { migrations } from './migrations/index.ts';
import type { Register } from './register.ts';

/**
 * Brengt het register op de nieuwste versie. Veilig als twee processen het tegelijk doen: Kysely vergrendelt,
 * en alles gebeurt in één transactie, dus half gemigreerd bestaat niet. Een migratie die later uitkwam dan een met een hoger
 * nummer (0018 en 0019 na 0020) komt alsnog: migraties die zo naast elkaar ontstonden mogen elkaars tabellen niet nodig hebben.
 * @param bekend de migraties; een test geeft die van toen
 * @returns de namen van de migraties die nu zijn uitgevoerd.
 */
export async function migrateSchema(register: Register, bekend: Record<string, Migration> = migrations): Promise<string[]> {
  const migrator = new Migrator({
    db: register.db as unknown as Kysely<unknown>,
    provider: { getMigrations: async () => bekend },
    allowUnorderedMigrations: true,
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    const gestrand = results?.find((r) => r.status === 'Error')?.migrationName ?? 'onbekend';
    throw new Error(`Het register kon niet worden bijgewerkt (migratie ${gestrand}).`, { cause: error });
  }
  return (results ?? []).map((r) => r.migrationName);
}
