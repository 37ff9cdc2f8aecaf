import { join } from 'node:path';
import { leesConfiguratie } from '../config.ts';
import { kiesLezen } from '../engine/reads/choose.ts';
import { neemCasussenMee } from '../engine/migrate/carry-over.ts';
import { onthoudUitrol, vergelijkMetVorige } from '../engine/deployed-snapshot.ts';
import { leesModellen, rolUit } from '../engine/deploy.ts';
import { maakVerbinding, type EngineAdres } from '../engine/connection.ts';

/** `npm run uitrollen`: zet gewijzigde modellen, beslistabellen en formulieren op de draaiende engine, zegt wat er veranderde en neemt lopende casussen mee. */
const config = leesConfiguratie();
const aanmelding = config.CAMUNDA_AUTH_STRATEGY === 'BASIC' ? { gebruiker: config.CAMUNDA_BASIC_AUTH_USERNAME as string, wachtwoord: config.CAMUNDA_BASIC_AUTH_PASSWORD as string } : undefined;
const adres: EngineAdres = {
  grpcAdres: config.ZEEBE_GRPC_ADDRESS ?? `127.0.0.1:${config.ENGINE_GRPC_POORT}`, restAdres: config.ZEEBE_REST_ADDRESS ?? `http://127.0.0.1:${config.ENGINE_REST_POORT}`, aanmelding,
};
const zeebe = maakVerbinding(adres);
const lezen = kiesLezen({
  versie: config.camundaVersie, adres, webAdres: config.ingebed ? `http://127.0.0.1:${config.ENGINE_WEB_POORT}` : adres.restAdres,
  aanmelding: { gebruiker: config.TASKLIST_GEBRUIKER, wachtwoord: config.TASKLIST_WACHTWOORD },
});
try {
  const bestanden = await leesModellen();
  const geheugen = join(config.gegevensMap, 'uitgerold');
  const regels = await vergelijkMetVorige(geheugen, bestanden);
  const uitgerold = await rolUit(zeebe, bestanden);
  await onthoudUitrol(geheugen, bestanden);
  for (const regel of regels) console.log(`- ${regel}`);
  console.log(`${uitgerold.length} modellen staan op de engine.`);
  if (config.CASUSSEN_MEENEMEN === 'ja') for (const regel of await neemCasussenMee({ zeebe, lezen, uitgerold, bestanden })) console.log(regel);
  else console.log('Lopende casussen houden de versie waarmee ze begonnen (CASUSSEN_MEENEMEN=nee).');
} catch (fout) {
  const weg = (fout as { code?: unknown }).code === 14;
  console.error(weg ? 'De engine antwoordt niet: start eerst Routeboek met npm start.' : `De engine weigert een model:\n${(fout as Error).message}`);
  process.exitCode = 1;
} finally {
  await zeebe.close();
}
