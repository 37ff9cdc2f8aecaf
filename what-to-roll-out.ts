import { readFiles, sameFiles, type OwnerFile, type Snapshot, type WentBack } from './engine/deployed-snapshot.ts';
import { ChoiceError, chooseEarlier, named } from './engine/earlier-roll-outs.ts';
import { ownFile } from './engine/own-file.ts';
import { mapOf, readRollOuts } from './engine/roll-out-log.ts';
import type { Eigenaarsbestand } from './nakijken/bestanden.ts';

/** Wat er uitgerold moet worden. */
export type Wish =
  /** `npm start`: de bestanden van de proceseigenaar, tenzij die terugging; dan waar hij naar terugging. */
  | { readonly kind: 'start' }
  /** `npm run uitrollen`: de bestanden van de proceseigenaar. `again`: ook als hij daar net van terugging. */
  | { readonly kind: 'files'; readonly again?: boolean }
  /** Een eerdere uitrol; zonder keuze de vorige. */
  | { readonly kind: 'back'; readonly choice?: string | undefined };

/** De bestanden die uitgerold worden, en wat de proceseigenaar daarbij moet weten. */
export interface Gathered {
  readonly owned: readonly Eigenaarsbestand[];
  readonly terug: WentBack | undefined;
  readonly notes: readonly string[];
}

const MAPPEN = 'bpmn/, forms/ en koppelingen/mail/meldingen/';

/**
 * Kiest wat er uitgerold wordt. Teruggaan verandert de bestanden van de proceseigenaar niet: daarin staat de fout dus nog. Daarom
 * blijft een start bij de uitrol waar hij naar terugging, tot hij zelf weer uitrolt, en rolt precies dezelfde bestanden niet
 * nog eens uit zonder dat hij dat zegt.
 * @throws ChoiceError als de keuze niet bestaat, of als de fout zo opnieuw uitgerold zou worden
 */
export async function whatToRollOut({ dir, previous, wish, who, read }: {
  dir: string; previous: Snapshot | undefined; wish: Wish; who: string; read: () => Promise<readonly Eigenaarsbestand[]>;
}): Promise<Gathered> {
  const rollOuts = await readRollOuts(dir);
  const name = (nummer: number): string => named(rollOuts.find((entry) => entry.nummer === nummer) ?? { nummer, op: new Date(0).toISOString() });

  if (wish.kind === 'back') {
    const chosen = chooseEarlier(rollOuts, previous?.nummer, wish.choice);
    const naar = chosen.nummer;
    // Wie al terug was en verder teruggaat, heeft in zijn bestanden nog steeds staan waar hij het eerst van terugging.
    const van = previous?.terug?.van ?? previous?.nummer ?? naar;
    return {
      owned: asOwned(await readFiles(dir, mapOf(naar))), terug: { van, naar, wie: who },
      notes: [
        `U bent terug op ${named(chosen)}. Mailteksten, schoolkalender en adressen zijn dat ook.`,
        `Uw eigen bestanden in ${MAPPEN} zijn niet veranderd: de fout staat daar nog in. Verbeter die eerst en draai dan npm run uitrollen. Tot die tijd start Routeboek steeds met deze uitrol.`,
        `De bestanden van toen staan in ${dir}/${mapOf(naar)}, als u ze wilt overnemen.`,
      ],
    };
  }

  const owned = await read();
  const { terug } = previous ?? {};
  if (!previous || !terug || same(owned, previous.files)) return { owned, terug: undefined, notes: [] };
  if (wish.kind === 'start') {
    return {
      owned: asOwned(previous.files), terug,
      notes: [`Routeboek gaat door met ${name(terug.naar)}, want ${terug.wie} ging daarnaar terug. Uw bestanden in ${MAPPEN} zijn anders en zijn niet uitgerold. Verbeter ze en draai npm run uitrollen.`],
    };
  }
  if (!wish.again && same(owned, await readFiles(dir, mapOf(terug.van)))) {
    throw new ChoiceError(`Uw bestanden zijn nog precies die van ${name(terug.van)}, en daarvan ging ${terug.wie} terug. Er is niets uitgerold. Verbeter ze eerst, of draai npm run uitrollen -- --toch als u ze zo wilt.`);
  }
  return { owned, terug: undefined, notes: [] };
}

const asOwned = (files: ReadonlyMap<string, string>): Eigenaarsbestand[] => [...files].map(([pad, text]) => ({ pad, inhoud: Buffer.from(text) })).sort((a, b) => a.pad.localeCompare(b.pad));

/** Een bestand dat niet te lezen is, is in elk geval niet hetzelfde; het nakijken noemt het. */
function same(owned: readonly Eigenaarsbestand[], earlier: ReadonlyMap<string, string>): boolean {
  try {
    return sameFiles(owned.map(({ pad, inhoud }): OwnerFile => ({ pad, inhoud: ownFile(pad, inhoud) })), earlier);
  } catch {
    return false;
  }
}
