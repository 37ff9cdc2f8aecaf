import type { Register } from './register.ts';

export interface TeVersturenBericht {
  id: number;
  adres: string;
  onderwerp: string;
  tekst: string;
  messageId: string;
  /** De hoeveelste poging dit is; met `id` samen het bewijs dat deze verzender de rij nog heeft. */
  poging: number;
}

/**
 * De postbus voor de verzender (koppelingen/mail). Vóór het gesprek met de mailserver staat vast dat het begint
 * (`wordt_verstuurd_sinds`), in een eigen korte transactie: PGlite wacht met zijn ene verbinding niet op een trage
 * mailserver, en wat er daarna ook wegvalt, deze mail gaat niet vanzelf nog eens uit.
 */
export function makeMailbox({ db }: Register) {
  return {
    /** Neemt het oudste bericht dat aan de beurt is; twee verzenders krijgen nooit hetzelfde. */
    async take(nu: Date): Promise<TeVersturenBericht | undefined> {
      const rij = await db
        .updateTable('uitgaand')
        .set(({ eb }) => ({ pogingen: eb('pogingen', '+', 1), wordtVerstuurdSinds: nu }))
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('uitgaand')
            .select('id')
            .where('status', '=', 'wacht')
            .where('wordtVerstuurdSinds', 'is', null)
            .where('volgendePoging', '<=', nu)
            .orderBy('id')
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'adres', 'onderwerp', 'tekst', 'messageId', 'pogingen'])
        .executeTakeFirst();
      return rij && { id: rij.id, adres: rij.adres ?? '', onderwerp: rij.onderwerp, tekst: rij.tekst, messageId: rij.messageId, poging: rij.pogingen };
    },

    async sent({ id }: TeVersturenBericht, op: Date): Promise<void> {
      await db
        .updateTable('uitgaand')
        .set({ status: 'verzonden', verzondenOp: op, volgendePoging: null, wordtVerstuurdSinds: null, laatsteFout: null })
        .where('id', '=', id)
        // Ook als zij intussen onzeker heette, of een beheerder haar net opnieuw klaarlegde: de mail ís bezorgd.
        .where('status', 'in', ['wacht', 'onzeker'])
        .execute();
    },

    async failed({ id, poging }: TeVersturenBericht, error: string, volgendePoging: Date | null): Promise<void> {
      await db
        .updateTable('uitgaand')
        .set({ status: volgendePoging ? 'wacht' : 'dood', volgendePoging, wordtVerstuurdSinds: null, laatsteFout: error.slice(0, 500) })
        .where('id', '=', id)
        .where('status', 'in', ['wacht', 'onzeker'])
        .where('pogingen', '=', poging)
        .execute();
    },

    async uncertain({ id, poging }: TeVersturenBericht, error: string): Promise<void> {
      await db
        .updateTable('uitgaand')
        .set({ status: 'onzeker', laatsteFout: error.slice(0, 500) })
        .where('id', '=', id)
        .where('status', '=', 'wacht')
        .where('pogingen', '=', poging)
        .execute();
    },

    /** Wie vóór `before` begon en nooit afvinkte, is omgevallen: of die mail aankwam weet niemand. */
    async abandoned(before: Date): Promise<void> {
      await db
        .updateTable('uitgaand')
        .set({ status: 'onzeker', laatsteFout: 'Het versturen begon, maar is niet afgevinkt: het programma of het register viel weg.' })
        .where('status', '=', 'wacht')
        .where('wordtVerstuurdSinds', '<=', before)
        .execute();
    },
  };
}
