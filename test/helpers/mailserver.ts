import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Proefmailserver {
  readonly url: string;
  readonly ontvangen: ParsedMail[];
  sluit(): Promise<void>;
}

/** Een mailserver die echt SMTP spreekt en bewaart wat er aankomt. */
export async function startMailserver(gedrag: SMTPServerOptions = {}): Promise<Proefmailserver> {
  const ontvangen: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 100,
    onData(stroom, _sessie, klaar) {
      simpleParser(stroom).then((mail) => (ontvangen.push(mail), klaar()), klaar);
    },
    ...gedrag,
  });
  server.on('error', () => undefined);
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, ontvangen, sluit: () => new Promise((klaar) => server.close(() => klaar())) };
}

/** Een antwoord van de mailserver met een code, zoals 451 of 550. */
export const smtpFout = (code: number, tekst = 'nee'): Error => Object.assign(new Error(tekst), { responseCode: code });
