import type { Aantal } from '../../kaart/onderdruk.ts';
import type { Maand } from '../../kalender/maand.ts';
import { inMaand, telJaar } from '../jaar.ts';
import { leesKinderenNu, telKlok } from '../nu.ts';
import type { Kpi, Kpibron } from './kpi.ts';
import { telKpi, type Kpicijfer, type Kpivraag } from './tellen.ts';

/** Een cijfer dat ook op de pagina Klok en op Start staat: wat er mag staan is daar bepaald, samen met wie erbij kwam en afging. */
export async function opDeKlok(kpi: Kpi, bron: Kpibron, vraag: Kpivraag): Promise<Kpicijfer> {
  const { schooljaar, maanden, zicht, peildatum } = vraag;
  const cijfer = telKpi(kpi, await kpi.gevallen!(bron), vraag);
  const vandaag = bron.meetdagen.at(-1) === peildatum;
  const nu = vandaag ? telKlok(await leesKinderenNu(bron, bron.opname), zicht) : undefined;
  const jaar = zicht === null ? telJaar(bron.opname, schooljaar, nu).telling : undefined;
  const stand = (soort: 'standThuiszitter' | 'standDrieMaanden', maand: Maand): Aantal => jaar!.toon(inMaand(soort, maand));
  return {
    ...cijfer, ...(nu ? { teller: nu.toon('drieMaanden'), noemer: nu.toon('thuiszitter') } : jaar ? { teller: stand('standDrieMaanden', maanden.at(-1)!), noemer: stand('standThuiszitter', maanden.at(-1)!) } : {}),
    maanden: cijfer.maanden.map((m) => ({ ...m, teller: stand('standDrieMaanden', m.maand), noemer: stand('standThuiszitter', m.maand) })),
  };
}
