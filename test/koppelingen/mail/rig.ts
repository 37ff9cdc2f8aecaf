import { makeSmtpTransport } from '../../../koppelingen/mail/smtp.ts';
import { makeSender, type SenderOptions } from '../../../koppelingen/mail/sender.ts';
import { voegBerichtToe } from '../../../registratie/outbox-toevoegen.ts';
import { makeMailbox } from '../../../registratie/outbox-versturen.ts';
import type { Register } from '../../../registratie/register.ts';
import { openTestDatabase, type DatabaseKind } from '../../helpers/databases.ts';
import { startMailserver, type TestMailserver } from '../../helpers/mailserver.ts';

/** Een postbus, een klok die de test verzet, en een mailserver die echt SMTP spreekt. */
export async function openMailRig(soort: DatabaseKind) {
  const proef = await openTestDatabase(soort);
  let server: TestMailserver | undefined;
  let nu = new Date();
  const klok = { nu: () => nu };
  return {
    register: proef.register,
    klok,
    later: (ms: number): void => void (nu = new Date(nu.getTime() + ms)),
    async clear(): Promise<void> {
      await proef.clear();
      nu = new Date('2025-09-08T09:00:00+02:00');
    },
    async serve(...gedrag: Parameters<typeof startMailserver>): Promise<TestMailserver> {
      return (server = await startMailserver(...gedrag));
    },
    async stopServer(): Promise<void> {
      await server?.close();
      server = undefined;
    },
    legIn: (...namen: string[]) =>
      proef.register.transaction(async (tx) => {
        for (const naam of namen) {
          await voegBerichtToe(tx, { casusId: null, melding: 'N-02', aanRol: 'schoolbestuur', adres: `${naam}@example.org`, onderwerp: `Casus ${naam}`, tekst: 'Beste collega,\nénige tekst', sleutel: naam, op: nu });
        }
      }),
    rijen: () => proef.register.db.selectFrom('uitgaand').selectAll().orderBy('id').execute(),
    verzender(meer: Partial<SenderOptions> & { url?: string; geduldMs?: number } = {}) {
      const { url = server?.url ?? 'smtp://127.0.0.1:1', geduldMs: patienceMs = 2_000, ...rest } = meer;
      return makeSender({ mailbox: makeMailbox(proef.register), transport: makeSmtpTransport({ url, van: 'Routeboek <routeboek@swv.example>', patienceMs }), klok, ...rest });
    },
    close: () => proef.close(),
  };
}
export type MailRig = Awaited<ReturnType<typeof openMailRig>>;

/** De postbus van een register dat kan wegvallen: elke vraag gaat opnieuw langs het register. */
export const mailboxOf = (register: Register): ReturnType<typeof makeMailbox> => ({
  take: async (...a) => makeMailbox(register).take(...a),
  sent: async (...a) => makeMailbox(register).sent(...a),
  failed: async (...a) => makeMailbox(register).failed(...a),
  uncertain: async (...a) => makeMailbox(register).uncertain(...a),
  abandoned: async (...a) => makeMailbox(register).abandoned(...a),
});
