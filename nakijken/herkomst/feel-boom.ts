import { parseExpression } from 'feelin';

/** Een knoop van een gelezen uitdrukking, met haar tekst. */
export interface Feelknoop {
  readonly soort: string;
  readonly tekst: string;
  readonly delen: readonly Feelknoop[];
}

const gelezen = new Map<string, Feelknoop>();
const LEESTEKEN = /^(\W+|if|then|else|for|in|return|some|every|satisfies)$/;

/**
 * Leest een uitdrukking tot een boom; haakjes en woorden als `then` staan er niet in.
 * @param feel zonder =
 */
export function feelBoom(feel: string): Feelknoop {
  const eerder = gelezen.get(feel);
  if (eerder) return eerder;
  const stapel: { soort: string; tekst: string; delen: Feelknoop[] }[] = [{ soort: 'Begin', tekst: feel, delen: [] }];
  parseExpression(feel, {}, undefined).iterate({
    enter(knoop) {
      const deel = { soort: knoop.name, tekst: feel.slice(knoop.from, knoop.to), delen: [] };
      if (!LEESTEKEN.test(knoop.name)) stapel.at(-1)!.delen.push(deel);
      stapel.push(deel);
    },
    leave() { stapel.pop(); },
  });
  const begin = stapel[0]!.delen[0] ?? stapel[0]!;
  const boom = begin.soort === 'Expression' ? (begin.delen[0] ?? begin) : begin;
  gelezen.set(feel, boom);
  return boom;
}
