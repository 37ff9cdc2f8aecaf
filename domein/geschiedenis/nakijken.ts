import { leesLosseBezoeken, leesOpenBezoeken, meldVermist } from '../../registratie/geschiedenis/bezoeken.ts';
import { leesLosseInstanties } from '../../registratie/geschiedenis/instanties.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Geschiedenisbron } from './bron.ts';
import type { Plaatsen } from './plaatsen.ts';
import type { Verwerken } from './verwerken.ts';

const HOOGSTENS = 500;

/**
 * Legt wat de engine open noemt naast wat het register open noemt. Wat nieuw is of naar een ander element of een andere versie
 * ging (migratie) komt erbij; wat niet meer open is wordt per instantie gelezen, en wat de engine dan nog niet kent is
 * vermist. Zo kan geen einde blijven liggen, hoe het bijlezen ook liep.
 * @returns hoeveel bezoeken er nieuw of anders zijn
 */
export async function kijkOpenNa(db: Connection, bron: Pick<Geschiedenisbron, 'visitsOpen' | 'visitsOf'>, { ruw, bewaar, verwerk }: Verwerken, signal?: AbortSignal): Promise<number> {
  const open = new Map((await leesOpenBezoeken(db)).map((b) => [b.sleutel, b]));
  let anders = 0;
  for await (const deel of bron.visitsOpen()) {
    signal?.throwIfAborted();
    anders += await bewaar((await ruw(deel)).filter((b) => {
      const bekend = open.get(b.sleutel);
      open.delete(b.sleutel);
      return bekend === undefined || bekend.element !== b.element || bekend.proces !== b.proces || bekend.versie !== b.versie;
    }));
  }
  const verdwenen = new Map<string, string[]>();
  for (const { sleutel, instantie } of open.values()) verdwenen.set(instantie, [...(verdwenen.get(instantie) ?? []), sleutel]);
  for (const [instantie, sleutels] of verdwenen) {
    signal?.throwIfAborted();
    const gelezen = await bron.visitsOf(instantie);
    anders += await verwerk(gelezen);
    const gezien = new Set(gelezen.map((b) => b.key));
    await meldVermist(db, sleutels.filter((sleutel) => !gezien.has(sleutel)));
  }
  return anders;
}

/** Zoekt opnieuw waar bezoeken bij horen die er bij het lezen nog geen casus hadden. @returns hoeveel er veranderden */
export async function wijsToe(db: Connection, plaats: Plaatsen, { bewaar }: Verwerken, sinds: Date, signal?: AbortSignal): Promise<number> {
  await plaats(await leesLosseInstanties(db, sinds, HOOGSTENS));
  let anders = 0;
  for (;;) {
    signal?.throwIfAborted();
    const bewaard = await bewaar(await leesLosseBezoeken(db, HOOGSTENS));
    anders += bewaard;
    // Wat niet verandert zou een volgende keer weer langskomen.
    if (bewaard === 0) return anders;
  }
}
