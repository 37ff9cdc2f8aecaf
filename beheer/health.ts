import type { RequestHandler } from 'express';
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

export interface HealthParts {
  readonly register: Register;
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

/** `GET /gezondheid`: 200 alleen als engine, register en elke werker het doen; anders 503 met wat er niet goed is, of dat het net start. */
export function health({ register, engine, workers }: HealthParts): RequestHandler {
  return async (_vraag, response) => {
    const [engineGoed, registerGoed] = await Promise.all([lastGood(engine), lastGood(() => raakRegisterAan(register.db))]);
    const post = registerGoed ? await mailState(register).catch(() => 'onbekend') : 'onbekend';
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
      werkers: silent.length === 0 ? 'goed' : startNog ? `wachten op het antwoord op hun eerste vraag om werk: ${types}` : `zonder werk te kunnen vragen: ${types}`,
    });
  };
}
