import type { Element } from './kaart.ts';
import type { Ruw } from './maak-kaart.ts';
import type { Kaartelement } from './model.ts';
import { GEEN_TAKEN, NIEMAND, type Taken } from './nu.ts';
import { afgerond, DREMPEL } from './onderdruk.ts';

/**
 * Per deelproces en aangeroepen proces de taken van kinderen erin: eigen taken, deelprocessen daarbinnen en wat die aanroepen.
 * Afgerond op vijven, want het geheel min de rest is een van de delen.
 */
export function inhoudVan(alle: readonly Kaartelement[], ruw: Ruw): Map<string, NonNullable<Element['inhoud']>> {
  const binnen = (id: string): Kaartelement[] => alle.filter((e) => e.binnen === id).flatMap((e) => [e, ...binnen(e.id)]);
  const toen = ({ id, soort }: Kaartelement): Taken => {
    if (soort === 'callActivity') return ruw.inhoud.get(id) ?? GEEN_TAKEN;
    const { metTermijn, teLaat } = ruw.geeindigd(id).telling;
    return { metTermijn, teLaat, kinderenTeLaat: teLaat, kinderenOpTijd: metTermijn - teLaat };
  };
  const nu = ({ id, soort }: Kaartelement): Taken => {
    if (soort === 'callActivity') return ruw.inhoudNu.get(id) ?? GEEN_TAKEN;
    const { metTermijn, overTermijn } = ruw.nu.get(id) ?? NIEMAND;
    return { metTermijn, teLaat: overTermijn, kinderenTeLaat: overTermijn, kinderenOpTijd: metTermijn - overTermijn };
  };
  return new Map(alle.filter((e) => e.soort === 'subProcess' || e.soort === 'callActivity').map((e) => {
    const delen = e.soort === 'callActivity' ? [e] : binnen(e.id);
    const kinderenNu = ruw.nu.get(e.id)?.kinderen ?? 0;
    const wasToen = toonTaken(samen(delen.map(toen)), ruw.geeindigd(e.id).toon.kinderen, ruw.gefilterd);
    const isNu = toonTaken(samen(delen.map(nu)), ruw.nuOpen && (ruw.magNu('n', e.id) || (kinderenNu === 0 && !ruw.gefilterd)), ruw.gefilterd);
    return [e.id, { nuOverTermijn: isNu.aantal, nuAandeel: isNu.aandeel, teLaat: wasToen.aantal, aandeelTeLaat: wasToen.aandeel }];
  }));
}

/** Van hoeveel kinderen het geheel ten minste is, is wat het grootste deel ten minste heeft. */
const samen = (delen: readonly Taken[]): Taken => delen.reduce((a, b) => ({
  metTermijn: a.metTermijn + b.metTermijn, teLaat: a.teLaat + b.teLaat, kinderenTeLaat: Math.max(a.kinderenTeLaat, b.kinderenTeLaat), kinderenOpTijd: Math.max(a.kinderenOpTijd, b.kinderenOpTijd),
}), GEEN_TAKEN);

function toonTaken({ metTermijn, teLaat, kinderenTeLaat, kinderenOpTijd }: Taken, mag: boolean, gefilterd: boolean): { aantal: number | null; aandeel: number | null } {
  const genoegOpTijd = metTermijn === teLaat || kinderenOpTijd >= DREMPEL;
  if (!mag || !genoegOpTijd) return { aantal: null, aandeel: null };
  if (teLaat === 0 && !gefilterd) return { aantal: 0, aandeel: metTermijn === 0 ? null : 0 };
  if (kinderenTeLaat < DREMPEL) return { aantal: null, aandeel: null };
  return { aantal: afgerond(teLaat), aandeel: Math.min(1, Math.round((100 * afgerond(teLaat)) / afgerond(metTermijn)) / 100) };
}
