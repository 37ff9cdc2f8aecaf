import { sql } from 'kysely';
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
 * De postbus voor de verzender (koppelingen/mail). Een rij wordt geclaimd en niet vergrendeld gehouden: de transactie
 * is kort, zodat PGlite met zijn ene verbinding niet wacht op een trage mailserver. Valt de verzender om, dan verloopt
 * de claim en komt de rij terug; de poging telt wel mee, zodat een bericht dat de verzender laat omvallen niet eeuwig terugkomt.
 */
export function makeMailbox(register: Register) {
  return {
    /** Neemt hoogstens `aantal` berichten die aan de beurt zijn, de oudste eerst. */
    async take(nu: Date, aantal: number, claimMs: number): Promise<TeVersturenBericht[]> {
      const claimTot = new Date(nu.getTime() + claimMs);
      const rijen = await register.db
        .updateTable('uitgaand')
        .set(({ eb }) => ({ pogingen: eb('pogingen', '+', 1), volgendePoging: claimTot }))
        .where('id', 'in', ({ selectFrom }) =>
          selectFrom('uitgaand')
            .select('id')
            .where('status', '=', 'wacht')
            .where('volgendePoging', '<=', nu)
            .orderBy('id')
            .limit(aantal)
            .forUpdate()
            .skipLocked(),
        )
        .returning(['id', 'adres', 'onderwerp', 'tekst', 'messageId', 'pogingen'])
        .execute();
      return rijen
        .map((r) => ({ id: r.id, adres: r.adres ?? '', onderwerp: r.onderwerp, tekst: r.tekst, messageId: r.messageId, poging: r.pogingen }))
        .sort((a, b) => a.id - b.id);
    },

    async sent(bericht: TeVersturenBericht, op: Date): Promise<void> {
      await register.db
        .updateTable('uitgaand')
        .set({ status: 'verzonden', verzondenOp: op, volgendePoging: null, laatsteFout: null })
        .where('id', '=', bericht.id)
        // Ook als een ander de verlopen claim intussen overnam: de mail ís bezorgd, dus niet nog eens sturen.
        .where('status', '=', 'wacht')
        .execute();
    },

    async failed(bericht: TeVersturenBericht, error: string, volgendePoging: Date | null): Promise<void> {
      await register.db
        .updateTable('uitgaand')
        .set({ status: volgendePoging ? 'wacht' : 'dood', volgendePoging, laatsteFout: error.slice(0, 500) })
        .where('id', '=', bericht.id)
        .where('status', '=', 'wacht')
        .where('pogingen', '=', bericht.poging)
        .execute();
    },

    /** Legt dode berichten opnieuw klaar nadat een beheerder de oorzaak heeft weggenomen; zonder adres kan dat niet. */
    async opnieuw(id: number, nu: Date): Promise<boolean> {
      const rij = await register.db
        .updateTable('uitgaand')
        .set({ status: 'wacht', pogingen: 0, volgendePoging: nu })
        .where('id', '=', id)
        .where('status', '=', 'dood')
        .where('adres', 'is not', null)
        .returning(sql<number>`1`.as('gelukt'))
        .executeTakeFirst();
      return rij !== undefined;
    },
  };
}
