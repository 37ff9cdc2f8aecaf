import type { Datum } from '../kalender/datum.ts';
import { inSchooljaar } from '../kalender/maand.ts';
import type { Opname } from './bron.ts';
import type { Kenmerken } from './kinderen.ts';
import { vanTijd, type Eenheid } from './eenheid.ts';
import { Samen } from './samen.ts';
import { maakTelling, type Telling } from './telling.ts';
import { thuiszittertijden, type Thuiszittertijd } from './thuiszittertijden.ts';

/** Zo eindigt geen aanbod: het kind telt niet meer mee, of ging ergens anders heen. */
export const ZONDER_AANBOD: readonly (string | null)[] = ['VRIJGESTELD', 'NIET_LEERPLICHTIG', 'UITGESCHREVEN_VERHUISD', 'ONBEKEND'];

/** Een thuiszitter voor wie in het schooljaar een blijvend aanbod begon. */
export interface Teruggekeerde {
  readonly eenheid: Eenheid;
  readonly kenmerken: Kenmerken;
  /** Is de tijd waarin een terugval telt voorbij? Alleen dan is er iets over te zeggen. */
  readonly vensterDicht: boolean;
  readonly viel: boolean;
}

/** Werd het kind na het begin van een aanbod binnen de tijd van terugval weer thuiszitter? Wat na de peildatum komt is er nog niet. */
export const vielTerug = (tijden: readonly Thuiszittertijd[], aanbod: Datum, terugvalTot: (dag: Datum) => Datum): boolean => tijden.some(({ van }) => van >= aanbod && van <= terugvalTot(aanbod));

/** Hoeveel kinderen na een blijvend aanbod terugvielen: de keer dat het in dit schooljaar het laatst begon telt, en elk kind één keer. */
export function telTerugval({ kinderen, peildatum, normen }: Opname, schooljaar: string, samen = new Samen()): Telling<Teruggekeerde> {
  const gevallen = kinderen.flatMap((kind): Teruggekeerde[] => {
    const tijden = thuiszittertijden(kind.tijdlijn, peildatum);
    const einde = tijden.findLast((t) => t.tot !== null && inSchooljaar(t.tot, schooljaar) && !ZONDER_AANBOD.includes(t.redenUit));
    return einde ? [{ eenheid: vanTijd(kind, einde), kenmerken: kind.kenmerken, vensterDicht: normen.terugvalTot(einde.tot!) < peildatum, viel: vielTerug(tijden, einde.tot!, normen.terugvalTot) }] : [];
  });
  return maakTelling(gevallen, { eindigde: { telt: () => true }, venster: { telt: (g) => g.vensterDicht, van: 'eindigde' }, terug: { telt: (g) => g.vensterDicht && g.viel, van: 'venster' } }, { samen, naam: `terugval ${schooljaar}`, eenheid: ({ eenheid }) => eenheid });
}
