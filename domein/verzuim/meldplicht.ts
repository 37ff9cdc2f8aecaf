import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ContractError } from '../errors.ts';

const lijst = z
  .array(z.union([z.string(), z.object({ grond: z.string() }).transform((o) => o.grond)]))
  .nullish()
  .transform((gronden) => gronden ?? []);

/** De kengetallen waar de tabel naar kijkt; wat ontbreekt geldt als nul of onwaar, en verzuim als vermoedelijk ongeoorloofd. */
export interface MeldplichtInvoer {
  urenOngeoorloofd4wk?: number;
  aantalTeLaat?: number;
  aaneengeslotenOngeoorloofdDagen?: number;
  langdurigGemeld?: boolean;
  vermoedelijkOngeoorloofd?: boolean;
  jgzGeenGehoor?: boolean;
  escalatiegesprekGevoerd?: boolean;
  luxeVerzuim?: boolean;
}

/** Vraagt de beslistabel meldplicht-duo welke gronden er zijn (r. 66–67, r. 160–161). De drempels staan alleen daar. */
export async function bepaalGronden(beslissen: Beslissen, verzuim: MeldplichtInvoer, leerplichtig = true): Promise<string[]> {
  const antwoord = lijst.safeParse(
    await beslissen.beslis('meldplicht-duo', {
      leerlingStatus: { leerplichtig },
      verzuim: {
        urenOngeoorloofd4wk: verzuim.urenOngeoorloofd4wk ?? 0,
        aantalTeLaat: verzuim.aantalTeLaat ?? 0,
        aaneengeslotenOngeoorloofdDagen: verzuim.aaneengeslotenOngeoorloofdDagen ?? 0,
        langdurigGemeld: verzuim.langdurigGemeld ?? false,
        vermoedelijkOngeoorloofd: verzuim.vermoedelijkOngeoorloofd ?? true,
        jgzGeenGehoor: verzuim.jgzGeenGehoor ?? false,
        escalatiegesprekGevoerd: verzuim.escalatiegesprekGevoerd ?? false,
        luxeVerzuim: verzuim.luxeVerzuim ?? false,
      },
    }),
  );
  if (!antwoord.success) throw new ContractError('De beslistabel meldplicht-duo geeft geen lijst van gronden.');
  return antwoord.data;
}
