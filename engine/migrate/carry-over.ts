import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { InstantiesLezen } from '../reads/reads.ts';
import type { Modelbestand, Uitgerold } from '../deploy.ts';
import { migreerLopende } from './migrate-running.ts';
import { maakOverzetten } from './migrate-command.ts';
import { verslag } from './report.ts';

/**
 * Neemt na een uitrol de lopende casussen mee en zegt in het Nederlands hoe dat ging. Gooit niet: lukt het niet, dan
 * lopen alle casussen door op hun eigen versie.
 * @param keuze.namen geeft procesinstanties het casusnummer waaronder mensen ze kennen, als het register erbij is.
 */
export async function neemCasussenMee(keuze: {
  zeebe: ZeebeGrpcClient; lezen: InstantiesLezen; uitgerold: readonly Uitgerold[]; bestanden: readonly Modelbestand[];
  namen?: (instanties: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}): Promise<string[]> {
  try {
    const uitkomsten = await migreerLopende({ ...keuze, zetOver: maakOverzetten(keuze.zeebe) });
    const namen = await keuze.namen?.(uitkomsten.filter((u) => u.wat !== 'mee').map((u) => u.casus));
    return verslag(uitkomsten, namen);
  } catch (fout) {
    return [`Lopende casussen zijn niet nagekeken en lopen door op hun eigen versie: ${(fout as Error).message} Herhaal het met npm run uitrollen.`];
  }
}
