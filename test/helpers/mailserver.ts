import { simpleParser, type ParsedMail } from 'mailparser';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface TestMailserver {
  readonly url: string;
  readonly ontvangen: ParsedMail[];
  /** Verbreekt alle verbindingen, midden in het gesprek. */
  breakConnections(): void;
  close(): Promise<void>;
}

/** Een mailserver die echt SMTP spreekt en bewaart wat er aankomt. */
export async function startMailserver(gedrag: SMTPServerOptions = {}): Promise<TestMailserver> {
  const ontvangen: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false, closeTimeout: 100,
    onData(stream, _sessie, done) {
      simpleParser(stream).then((mail) => (ontvangen.push(mail), done()), done);
    },
    ...gedrag,
  });
  server.on('error', () => undefined);
  const sockets = new Set<Socket>();
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, ontvangen, breakConnections: () => sockets.forEach((socket) => socket.destroy()), close: () => new Promise((done) => server.close(() => done())) };
}

/** Een antwoord van de mailserver met een code, zoals 451 of 550. */
export const smtpError = (code: number, text = 'nee'): Error => Object.assign(new Error(text), { responseCode: code });
