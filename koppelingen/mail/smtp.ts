import nodemailer from 'nodemailer';
import type { Bericht } from './mailbox.ts';

/** Hoe een bezorging mislukte. */
export class DeliveryError extends Error {
  override readonly name = 'Bezorgfout';
  constructor(
    message: string,
    /** Nog eens proberen helpt niet. */
    readonly blijvend: boolean,
    /** Het bericht kan toch zijn aangekomen. */
    readonly onzeker = false,
  ) {
    super(message);
  }
}

export interface MailTransport {
  deliver(message: Bericht): Promise<void>;
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
 * Bezorgt berichten bij een mailserver, elk over een eigen verbinding. Alleen platte tekst. Het vaste Message-ID laat een
 * postvak een tweede exemplaar herkennen; `Auto-Submitted` voorkomt dat afwezigheidsberichten gaan pingpongen.
 */
export function makeSmtpTransport({ url, van, patienceMs = 20_000 }: SmtpOptions): MailTransport {
  const geduld = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs, dnsTimeout: patienceMs };
  return {
    async deliver({ adres: address, onderwerp, tekst: text, messageId }) {
      const progress = watchHandover();
      const connection = nodemailer.createTransport({ url, ...geduld, logger: progress.logger });
      try {
        await connection.sendMail({ from: van, to: address, subject: onderwerp, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (error) {
        throw toDeliveryError(error, progress.handedOver());
      } finally {
        connection.close();
      }
    },
  };
}

/**
 * Ziet of het hele bericht aan de mailserver is overhandigd: nodemailer zegt dat alleen in zijn log (`tnx: 'message'`).
 * Van wat er verder in dat log staat wordt niets bewaard.
 */
function watchHandover() {
  let done = false;
  const look = (entry: unknown): void => {
    if ((entry as { tnx?: unknown } | null)?.tnx === 'message') done = true;
  };
  const logger = { level: () => undefined, trace: look, debug: look, info: look, warn: look, error: look, fatal: look };
  return { logger, handedOver: () => done };
}

/** Een 5xx op de ontvanger of het bericht is blijvend; al het andere (4xx, geen verbinding, te traag, aanmelden) kan overgaan. */
function toDeliveryError(error: unknown, handedOver: boolean): DeliveryError {
  const { responseCode, code } = (error ?? {}) as { responseCode?: number; code?: string };
  // Het antwoord van de server noemt vaak het adres; bewaar alleen de codes.
  const kenmerk = [code, responseCode].filter(Boolean).join(' ') || 'onbekend';
  if (handedOver && responseCode === undefined) return new DeliveryError(`Het bericht is overhandigd, maar de mailserver bevestigde het niet (${kenmerk}).`, false, true);
  const overAdresOfBericht = code === 'EENVELOPE' || code === 'EMESSAGE';
  const blijvend = overAdresOfBericht && (responseCode === undefined || responseCode >= 500);
  return new DeliveryError(blijvend ? `De mailserver weigert dit bericht (${kenmerk}).` : `Bezorgen lukte nog niet (${kenmerk}).`, blijvend);
}
