import type { RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';

/** Zoveel keer mag het wachtwoord vanaf één adres binnen het venster mislukken. */
const POGINGEN = 10;
const VENSTER_MS = 15 * 60_000;
const GOED = 'aanmeldingGoed';

/**
 * Beperkt het raden van een wachtwoord: na tien mislukte pogingen in een kwartier mag een adres even niet meer. Een poging telt
 * vóór het wachtwoord bekeken wordt, zodat ook gelijktijdige meetellen; een goede aanmelding gaat er weer af, want achter één adres
 * kan een heel kantoor zitten, en een bewaker stuurt het bij elke vraag. Van IPv6 telt het netwerk (/56). Het adres is dat van de verbinding, of met `trust proxy` dat wat de eigen proxy noemt.
 */
export const limitSignIn = (): RequestHandler =>
  rateLimit({
    windowMs: VENSTER_MS,
    limit: POGINGEN,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.locals[GOED] === true,
    standardHeaders: false,
    legacyHeaders: false,
    // Wie zelf een X-Forwarded-For meestuurt, verandert zonder `trust proxy` niets: dat is zo bedoeld en geen waarschuwing waard.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler(request, response) {
      const { resetTime } = (request as typeof request & { rateLimit: { resetTime?: Date } }).rateLimit;
      const seconden = Math.max(1, Math.ceil(((resetTime?.getTime() ?? Date.now() + VENSTER_MS) - Date.now()) / 1000));
      response.status(429).set('Retry-After', String(seconden)).type('text/plain').send(`Het wachtwoord is te vaak fout ingevuld. Probeer het over ${Math.ceil(seconden / 60)} minuten opnieuw.`);
    },
  });

/** Het wachtwoord was goed: deze poging telt niet. */
export const markGood = (response: Response): void => void (response.locals[GOED] = true);
