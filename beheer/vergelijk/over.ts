import type { Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Toelichting } from '../export/tabel.ts';
import { overKaart } from '../kaart/bijschrift.ts';
import type { Gekozen } from '../kaart/filterkeuze.ts';
import type { Kant } from './beelden.ts';

/** Waarover een vergelijking gaat: wat van een van de kanten is met haar letter ervoor, en wat voor allebei geldt één keer. */
export function overTweetal({ a, b }: Tweetal, gekozen: Readonly<Record<Kant, readonly Gekozen[]>>): Toelichting[] {
  const [vanA, vanB] = [overKaart(a, gekozen.a), overKaart(b, gekozen.b)];
  const ook = (regels: readonly Toelichting[], { naam, tekst }: Toelichting): boolean => regels.some((r) => r.naam === naam && r.tekst === tekst);
  const met = (letter: string, regels: readonly Toelichting[]): Toelichting[] => regels.map(({ naam, tekst }) => ({ naam: `${letter}: ${naam}`, tekst }));
  return [...met('A', vanA.filter((r) => !ook(vanB, r))), ...met('B', vanB.filter((r) => !ook(vanA, r))), ...vanA.filter((r) => ook(vanB, r)), { naam: 'Verschil', tekst: 'B min A, alleen waar allebei een getal heeft' }];
}
