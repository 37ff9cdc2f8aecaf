import nodemailer from 'nodemailer';
import type { Bericht } from './mailbox.ts';

/** Hoe een bezorging mislukte: `blijvend` betekent dat nog eens proberen niets helpt. */
export class DeliveryError extends Error {
  override readonly name = 'Bezorgfout';
  constructor(
    message: string,
    readonly blijvend: boolean,
  ) {
    super(message);
  }
}

export interface MailTransport {
  deliver(message: Bericht): Promise<void>;
  close(): void;
}

export interface SmtpOptions {
  /** smtp://gebruiker:wachtwoord@host:587 of smtps://… */
  url: string;
  /** Afzender, bijvoorbeeld "Routeboek <routeboek@swv.example>". */
  van: string;
  /** Hoe lang verbinden, begroeten en wachten op antwoord elk mogen duren. */
  patienceMs?: number;
}

/**
 * Bezorgt berichten bij een mailserver. Alleen platte tekst. Het vaste Message-ID laat een postvak een tweede exemplaar
 * herkennen; `Auto-Submitted` voorkomt dat afwezigheidsberichten gaan pingpongen.
 */
export function makeSmtpTransport({ url, van, patienceMs = 20_000 }: SmtpOptions): MailTransport {
  const geduld = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs };
  const connection = nodemailer.createTransport({ url, ...geduld });
  return {
    async deliver({ adres: address, onderwerp, tekst: text, messageId }) {
      try {
        await connection.sendMail({ from: van, to: address, subject: onderwerp, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (error) {
        throw toDeliveryError(error);
      }
    },
    close: () => connection.close(),
  };
}

/** Een 5xx op de ontvanger of het bericht is blijvend; al het andere (4xx, geen verbinding, te traag, aanmelden) kan overgaan. */
function toDeliveryError(error: unknown): DeliveryError {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string };
  // Het antwoord van de server noemt vaak het adres; bewaar alleen de codes.
  const kenmerk = [code, responseCode].filter(Boolean).join(' ') || 'onbekend';
  const overAdresOfBericht = code === 'EENVELOPE' || code === 'EMESSAGE';
  const blijvend = overAdresOfBericht && (responseCode === undefined || responseCode >= 500);
  return new DeliveryError(blijvend ? `De mailserver weigert dit bericht (${kenmerk}).` : `Bezorgen lukte nog niet (${kenmerk}).`, blijvend);
}
