import { modelFiles, readSnapshot, rememberDeployment, rememberRefusal, type OwnerFile } from './engine/deployed-snapshot.ts';
import { compareWithPrevious } from './wat-veranderde/compare-with-previous.ts';
import { meldGeraakten } from './wat-veranderde/meld-geraakten.ts';
import type { Plaatslezer } from './wat-veranderde/plaatsen.ts';
import { whatToRollOut, type Wish } from './what-to-roll-out.ts';
import { tijdstipTekst } from './domein/kalender/datum.ts';
import type { Deployed, ModelFile } from './engine/deploy.ts';
import { isRefusal, refusals } from './engine/deploy-refusal.ts';
import { ownFile } from './engine/own-file.ts';
import { alsRegel, type Bevinding } from './nakijken/bevinding.ts';
import { leesBestanden, type Eigenaarsbestand } from './nakijken/bestanden.ts';
import { kijkNa } from './nakijken/kijk-na.ts';
import { merkVan } from './nakijken/merk.ts';

/** Hoe een uitrol afliep. */
export type RollOut =
  | { readonly done: true; readonly deployed: readonly Deployed[]; readonly models: readonly ModelFile[]; readonly changes: readonly string[]; /** Wat de proceseigenaar verder moet weten, bijvoorbeeld dat zijn bestanden niet zijn uitgerold. */ readonly notes: readonly string[]; /** Welke lopende casussen bij een veranderde stap staan, en wat zij merken; één zin per stap. */ readonly touched: (reads: Plaatslezer) => Promise<string[]> }
  /** Er is niets veranderd: op de engine niet, en in mail en kalender ook niet. */
  | { readonly done: false; readonly findings: readonly Bevinding[]; /** Wanneer er voor het laatst iets werd uitgerold; niets als dat nog nooit is. */ readonly since: Date | undefined; readonly earlier: boolean };

/**
 * Kijkt alles na wat de proceseigenaar beheert en rolt het in één keer uit, of laat alles zoals het is. `npm start` en
 * `npm run uitrollen` doen allebei dit.
 * @param dir waar de uitrollen worden bewaard
 * @param who de gebruiker van deze computer, voor het log
 * @param wish wat er uitgerold moet worden; standaard de bestanden van de proceseigenaar
 * @throws de fout van de engine als zij niet bereikbaar is
 * @throws ChoiceError als er om iets wordt gevraagd dat niet kan
 */
export async function rollOut({ dir, deploy, now, who, wish = { kind: 'files' }, read = leesBestanden, check = kijkNa }: {
  dir: string; who: string; wish?: Wish; deploy: (models: readonly ModelFile[]) => Promise<readonly Deployed[]>; now: () => Date;
  read?: () => Promise<readonly Eigenaarsbestand[]>; check?: (bestanden: readonly Eigenaarsbestand[]) => Promise<readonly Bevinding[]>;
}): Promise<RollOut> {
  const previous = await readSnapshot(dir);
  const { owned, terug, notes } = await whatToRollOut({ dir, previous, wish, who, read });
  const checked = merkVan(owned);
  const refuse = async (findings: readonly Bevinding[]): Promise<RollOut> => {
    await rememberRefusal(dir, findings.map(alsRegel), now());
    return { done: false, findings, since: previous?.at, earlier: previous !== undefined };
  };
  const findings = previous?.checked === checked ? [] : await check(owned);
  if (findings.length > 0) return refuse(findings);

  const files: OwnerFile[] = owned.map(({ pad, inhoud }) => ({ pad, inhoud: ownFile(pad, inhoud) }));
  const models = modelFiles(files);
  const changes = await compareWithPrevious(previous, files);
  try {
    const deployed = await deploy(models);
    await rememberDeployment(dir, files, deployed, { checked, at: now(), by: { wie: who, hoe: wish.kind === 'start' ? 'npm start' : 'npm run uitrollen', wat: changes, terug } });
    return { done: true, deployed, models, changes, notes, touched: async (reads) => meldGeraakten(previous?.files, (await readSnapshot(dir))?.files, reads) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return refuse(refusals(error).map(({ name, element, reason }) => ({
      bestand: files.find(({ pad }) => pad.endsWith(`/${name}`))?.pad ?? (name || 'alle bestanden'), plaats: element || 'het geheel', regel: 'engine',
      tekst: `De engine aanvaardt dit niet, en zegt zelf: "${reason}". Zet de vorige versie van dit onderdeel terug, of vraag de beheerder`,
    })));
  }
}

/** De opmerkingen voor op het scherm, met wat er nu wel draait. Een eerdere uitrol kan ook niet door de regels van nu komen. */
export function refusalText({ findings, since, earlier }: RollOut & { done: false }, wish: Wish['kind'] = 'files'): string[] {
  const count = findings.length === 1 ? 'Er klopt één ding niet' : `Er kloppen ${findings.length} dingen niet`;
  const when = since ? ` (van ${tijdstipTekst(since)})` : '';
  return [
    `${count}; er is niets uitgerold.${earlier ? ` Wat draait, gaat door op de vorige uitrol${when}: lopende casussen, mails en termijnen merken hier niets van.` : ''}`,
    ...findings.map((finding) => `- ${alsRegel(finding)}`),
    wish === 'back' ? 'Kies een andere uitrol (npm run uitrollen -- --lijst noemt ze), of verbeter uw bestanden en draai npm run uitrollen.' : earlier ? 'Verbeter dit en draai npm run uitrollen; opnieuw starten hoeft niet.' : 'Verbeter dit en start opnieuw; npm run lint zegt of alles klopt.',
  ];
}
