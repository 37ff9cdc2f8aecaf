import { parseToSimpleTree } from 'feelers';
import { KOP } from '../../scripts/formulieren/kop.ts';
import { ID as GEMAAKT } from '../../scripts/formulieren/nog-in-te-vullen.ts';
import type { Formulierbestand } from './lezen.ts';

/** Een uitdrukking in een formulier, met waar zij staat. */
export interface Uitdrukking {
  /** Het id van het onderdeel. */
  readonly id: string;
  /** De eigenschap, zoals `hide`, `readonly` of `text`. */
  readonly eigenschap: string;
  /** De FEEL zelf, zonder = of accolades. */
  readonly feel: string;
  /** Staat zij in een {{#loop}}? Dan zijn ook de onderdelen van elke rij bekend. */
  readonly inLus: boolean;
}

/** Een tekst die begint met = is een uitdrukking; in een andere tekst staan zij tussen {{ }}. */
export interface Tekst {
  readonly id: string;
  readonly eigenschap: string;
  readonly tekst: string;
}

interface Knoop {
  readonly name: string;
  readonly content?: string;
  readonly children: readonly Knoop[];
}

/** De uitdrukkingen die een formulier zelf heeft: wat met = begint, en wat in een tekst tussen {{ }} staat. */
export function uitdrukkingen(formulier: Pick<Formulierbestand, 'schema'>): readonly Uitdrukking[] {
  const eerder = gelezen.get(formulier.schema);
  if (eerder) return eerder;
  const alle = teksten(formulier).flatMap(({ id, eigenschap, tekst }) => feelVan(tekst).map((deel) => ({ id, eigenschap, ...deel })));
  gelezen.set(formulier.schema, alle);
  return alle;
}

/** Drie regels kijken hiernaar; lezen is het duurste. */
const gelezen = new WeakMap<object, readonly Uitdrukking[]>();

/**
 * De teksten van een formulier die een uitdrukking kunnen zijn of bevatten. Wat `npm run formulieren` maakt staat er niet bij: de kop
 * is voor alle formulieren gelijk en formulier-bij houdt haar zo.
 */
export const teksten = ({ schema }: Pick<Formulierbestand, 'schema'>): Tekst[] => [...inDeel(schema, '', '')].filter(({ id, tekst }) => id !== GEMAAKT && !kopteksten.has(tekst));

/** Is een {{#if}} of {{#loop}} niet gesloten, of een accolade vergeten? */
export function kapotSjabloon(tekst: string): boolean {
  return !tekst.startsWith('=') && tekst.includes('{{') && heeftFout(boom(tekst));
}

const heeftFout = (knoop: Knoop): boolean => knoop.name === '⚠' || knoop.children.some(heeftFout);
/** De lezer van form-js zelf: wat zij niet ziet, toont Tasklist ook niet. */
const boom = (tekst: string): Knoop => parseToSimpleTree(tekst) as unknown as Knoop;

function feelVan(tekst: string): Pick<Uitdrukking, 'feel' | 'inLus'>[] {
  if (tekst.startsWith('=')) return [{ feel: tekst.slice(1), inLus: false }];
  return tekst.includes('{{') ? [...inKnoop(boom(tekst), false)] : [];
}

function* inKnoop(knoop: Knoop, inLus: boolean): Generator<Pick<Uitdrukking, 'feel' | 'inLus'>> {
  if (knoop.name === 'Feel' || knoop.name === 'FeelBlock') yield { feel: knoop.content ?? '', inLus };
  // De lijst van een lus hoort nog bij wat eromheen staat.
  for (const [n, kind] of knoop.children.entries()) yield* inKnoop(kind, inLus || (knoop.name === 'LoopSpanner' && n > 0));
}

function* inDeel(deel: unknown, id: string, eigenschap: string): Generator<Tekst> {
  if (typeof deel === 'string') {
    if (deel.startsWith('=') || deel.includes('{{')) yield { id, eigenschap, tekst: deel };
  } else if (Array.isArray(deel)) {
    for (const kind of deel as unknown[]) yield* inDeel(kind, id, eigenschap);
  } else if (deel !== null && typeof deel === 'object') {
    const eigen = (deel as { id?: unknown }).id;
    for (const [naam, kind] of Object.entries(deel)) yield* inDeel(kind, typeof eigen === 'string' ? eigen : id, naam);
  }
}

const kopteksten = new Set([...inDeel(KOP, '', '')].map(({ tekst }) => tekst));
/** De uitdrukkingen van de kop, die boven elke taak staat. */
export const vanKop = (): readonly Pick<Uitdrukking, 'feel'>[] => [...kopteksten].flatMap(feelVan);
