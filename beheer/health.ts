import type { RequestHandler } from 'express';
import { leesStoringen, type IncidentParts, type Storing } from './incidenten.ts';
import { leesVersheid } from '../domein/geschiedenis/versheid.ts';
import type { Klok } from '../domein/klok.ts';
import { raakRegisterAan } from '../registratie/bereikbaar.ts';
import { telOutbox } from '../registratie/outbox-lezen.ts';
import type { Register } from '../registratie/register.ts';

/** Hoe het met één werker gaat. */
export interface WorkerHealth {
  readonly type: string;
  /** Wanneer hij voor het laatst met succes om werk vroeg. */
  readonly lastPoll: Date | null;
  readonly ok: boolean;
}

export interface HealthParts extends IncidentParts {
  readonly klok: Klok;
  /** Gooit als de engine niet antwoordt. */
  readonly engine: () => Promise<unknown>;
  readonly workers: () => readonly WorkerHealth[];
}

const binnen = <T>(belofte: Promise<T>, ms: number): Promise<T> =>
  Promise.race([belofte, new Promise<never>((_, failed) => setTimeout(() => failed(new Error('geen antwoord')), ms).unref())]);
const lastGood = async (probe: () => Promise<unknown>): Promise<boolean> => {
  try {
    await binnen(probe(), 3000);
    return true;
  } catch {
    return false;
  }
};

/** Wat er met de post is waar een mens naar moet kijken; dat maakt het systeem niet ongezond. */
async function mailState(register: Register): Promise<string> {
  const { onzeker, dood } = await binnen(telOutbox(register.db), 3000);
  const open = [onzeker > 0 ? `${onzeker} onzeker verzonden` : '', dood > 0 ? `${dood} niet te bezorgen` : ''].filter(Boolean);
  return open.length === 0 ? 'goed' : `kijk op /post: ${open.join(', ')}`;
}

/** Wat is blijven steken. Dat maakt het systeem niet ongezond: een herstart helpt niet, een mens wel. */
async function incidentState(parts: IncidentParts, signedIn: boolean): Promise<string | Omit<Storing, 'instantie'>[]> {
  if (!signedIn) {
    const { length } = await binnen(parts.reads.incidents(), 3000);
    return length === 0 ? 'geen' : `kijk op /incidenten: ${length}`;
  }
  const { storingen } = await binnen(leesStoringen(parts), 10_000);
  return storingen.length === 0 ? 'geen' : storingen.map(({ casusnummer, stap, melding, doen, sinds }) => ({ casusnummer, stap, melding, doen, sinds }));
}

/**
 * `GET /gezondheid`: 200 alleen als engine, register en elke werker het doen; anders 503 met wat er niet goed is, of dat het net
 * start. Wie er met aanmelding is gekomen (app.ts keurt die) ziet elk incident bij naam, een ander alleen het aantal.
 */
export function health(parts: HealthParts): RequestHandler {
  const { register, engine, workers, klok } = parts;
  return async (request, response) => {
    const [engineGoed, registerGoed] = await Promise.all([lastGood(engine), lastGood(() => raakRegisterAan(register.db))]);
    const post = registerGoed ? await mailState(register).catch(() => 'onbekend') : 'onbekend';
    const incidenten = engineGoed ? await incidentState(parts, request.headers.authorization !== undefined).catch(() => 'onbekend') : 'onbekend';
    // Verouderde cijfers maken het systeem niet ongezond: geen kind wacht erop.
    const geschiedenis = registerGoed ? await binnen(leesVersheid(register.db, klok), 3000).then((v) => v.tekst, () => 'onbekend') : 'onbekend';
    const silent = workers().filter((w) => !w.ok);
    const all = engineGoed && registerGoed && silent.length === 0;
    // Net gestart wacht de eerste vraag om werk nog op antwoord: dat is niet bewezen goed, maar ook niet stuk.
    const startNog = engineGoed && registerGoed && silent.every((w) => w.lastPoll === null);
    const types = silent.map((w) => w.type).join(', ');
    response.status(all ? 200 : 503).json({
      status: all ? 'gezond' : startNog ? 'start nog' : 'niet gezond',
      engine: engineGoed ? 'goed' : 'geen antwoord',
      register: registerGoed ? 'goed' : 'geen antwoord',
      post,
      incidenten,
      geschiedenis,
      werkers: silent.length === 0 ? 'goed' : startNog ? `wachten op het antwoord op hun eerste vraag om werk: ${types}` : `zonder werk te kunnen vragen: ${types}`,
    });
  };
}
