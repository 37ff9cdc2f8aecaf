import type { RequestHandler } from 'express';
import { sql } from 'kysely';
import type { Register } from '../registratie/register.ts';

/** Hoe het met één werker gaat. */
export interface WerkerStand {
  readonly type: string;
  /** Wanneer hij voor het laatst met succes om werk vroeg. */
  readonly laatstePoll: Date | null;
  readonly ok: boolean;
}

export interface Onderdelen {
  readonly register: Register;
  /** Gooit als de engine niet antwoordt. */
  readonly engine: () => Promise<unknown>;
  readonly werkers: () => readonly WerkerStand[];
}

const binnen = <T>(belofte: Promise<T>, ms: number): Promise<T> =>
  Promise.race([belofte, new Promise<never>((_, mislukt) => setTimeout(() => mislukt(new Error('geen antwoord')), ms).unref())]);
const goed = async (proef: () => Promise<unknown>): Promise<boolean> => {
  try {
    await binnen(proef(), 3000);
    return true;
  } catch {
    return false;
  }
};

/** `GET /gezondheid`: 200 alleen als engine, register en elke werker het doen; anders 503 met wat er niet goed is, of dat het net start. */
export function gezondheid({ register, engine, werkers }: Onderdelen): RequestHandler {
  return async (_vraag, antwoord) => {
    const [engineGoed, registerGoed] = await Promise.all([goed(engine), goed(() => sql`select 1`.execute(register.db))]);
    const stil = werkers().filter((w) => !w.ok);
    const alles = engineGoed && registerGoed && stil.length === 0;
    // Net gestart wacht de eerste vraag om werk nog op antwoord: dat is niet bewezen goed, maar ook niet stuk.
    const startNog = engineGoed && registerGoed && stil.every((w) => w.laatstePoll === null);
    const types = stil.map((w) => w.type).join(', ');
    antwoord.status(alles ? 200 : 503).json({
      status: alles ? 'gezond' : startNog ? 'start nog' : 'niet gezond',
      engine: engineGoed ? 'goed' : 'geen antwoord',
      register: registerGoed ? 'goed' : 'geen antwoord',
      werkers: stil.length === 0 ? 'goed' : startNog ? `wachten op het antwoord op hun eerste vraag om werk: ${types}` : `zonder werk te kunnen vragen: ${types}`,
    });
  };
}
