import { bewaarBeslissing, leesBeslissing } from '../../registratie/beslissing-kopie.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Beslissen } from '../beslissen.ts';
import type { Klok } from '../klok.ts';

/** De engine antwoordt niet, en gaf op deze vraag nog nooit antwoord. */
export class NormOnbekend extends Error {}

const BEWAAR_MS = 5 * 60_000;
const GEDULD_MS = 1_500;

/**
 * Beslistabellen voor cijfers. Een cijfer komt uit het register en is er ook als de engine niet antwoordt (design §4); de normen
 * staan in tabellen op de engine. Daarom wordt elk antwoord even onthouden en in het register bewaard: antwoordt de engine niet, of
 * niet op tijd, dan geldt het laatste dat zij gaf.
 * @throws NormOnbekend als er ook nog nooit een antwoord was
 */
export function makeLaatsteAntwoord(db: Connection, engine: Beslissen, klok: Klok): Beslissen {
  const bekend = new Map<string, { antwoord: Promise<unknown>; op: number }>();
  async function vraagEngine(id: string, variabelen: Record<string, unknown>, vraag: string): Promise<unknown> {
    const gevraagd = engine.beslis(id, variabelen).then(async (antwoord) => {
      await bewaarBeslissing(db, vraag, antwoord, klok.nu());
      return antwoord;
    });
    return opTijd(gevraagd).catch(async (fout: unknown) => {
      const eerder = await leesBeslissing(db, vraag);
      if (!eerder) throw new NormOnbekend(`De beslistabel "${id}" is nu niet te lezen: de engine antwoordt niet, en gaf op deze vraag nog nooit antwoord.`, { cause: fout });
      return eerder.antwoord;
    });
  }
  return {
    beslis(id, variabelen) {
      const vraag = JSON.stringify([id, variabelen]);
      const nu = klok.nu().getTime();
      const eerder = bekend.get(vraag);
      if (eerder && nu - eerder.op < BEWAAR_MS) return eerder.antwoord;
      const antwoord = vraagEngine(id, variabelen, vraag);
      bekend.set(vraag, { antwoord, op: nu });
      antwoord.catch(() => bekend.delete(vraag));
      return antwoord;
    },
  };
}

/** Het antwoord, of een fout als het te lang duurt; een antwoord dat daarna nog komt wordt wel bewaard. */
async function opTijd<T>(antwoord: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([antwoord, new Promise<never>((_, weg) => { timer = setTimeout(() => weg(new Error('De engine antwoordt niet op tijd.')), GEDULD_MS); })]);
  } finally {
    clearTimeout(timer);
  }
}
