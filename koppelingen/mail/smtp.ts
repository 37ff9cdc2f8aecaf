import nodemailer from 'nodemailer';
import type { Bericht } from './mailbox.ts';

/** Hoe een bezorging mislukte: `blijvend` betekent dat nog eens proberen niets helpt. */
export class Bezorgfout extends Error {
  override readonly name = 'Bezorgfout';
  constructor(
    boodschap: string,
    readonly blijvend: boolean,
  ) {
    super(boodschap);
  }
}

export interface Bezorger {
  bezorg(bericht: Bericht): Promise<void>;
  sluit(): void;
}

export interface SmtpOpties {
  /** smtp://gebruiker:wachtwoord@host:587 of smtps://… */
  url: string;
  /** Afzender, bijvoorbeeld "Routeboek <routeboek@swv.example>". */
  van: string;
  /** Hoe lang verbinden, begroeten en wachten op antwoord elk mogen duren. */
  geduldMs?: number;
}

/**
 * Bezorgt berichten bij een mailserver. Alleen platte tekst. Het vaste Message-ID laat een postvak een tweede exemplaar
 * herkennen; `Auto-Submitted` voorkomt dat afwezigheidsberichten gaan pingpongen.
 */
export function maakSmtpBezorger({ url, van, geduldMs = 20_000 }: SmtpOpties): Bezorger {
  const geduld = { connectionTimeout: geduldMs, greetingTimeout: geduldMs, socketTimeout: geduldMs, dnsTimeout: geduldMs };
  const verbinding = nodemailer.createTransport({ url, ...geduld });
  return {
    async bezorg({ adres, onderwerp, tekst, messageId }) {
      try {
        await verbinding.sendMail({ from: van, to: adres, subject: onderwerp, text: tekst, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (fout) {
        throw alsBezorgfout(fout);
      }
    },
    sluit: () => verbinding.close(),
  };
}

/** Een 5xx op de ontvanger of het bericht is blijvend; al het andere (4xx, geen verbinding, te traag, aanmelden) kan overgaan. */
function alsBezorgfout(fout: unknown): Bezorgfout {
  const { responseCode, code } = (fout ?? {}) as { responseCode?: number; code?: string };
  // Het antwoord van de server noemt vaak het adres; bewaar alleen de codes.
  const kenmerk = [code, responseCode].filter(Boolean).join(' ') || 'onbekend';
  const overAdresOfBericht = code === 'EENVELOPE' || code === 'EMESSAGE';
  const blijvend = overAdresOfBericht && (responseCode === undefined || responseCode >= 500);
  return new Bezorgfout(blijvend ? `De mailserver weigert dit bericht (${kenmerk}).` : `Bezorgen lukte nog niet (${kenmerk}).`, blijvend);
}
