import { join } from 'node:path';
import { leesConfiguratie } from '../configuratie.ts';
import { onthoudUitrol, vergelijkMetVorige } from '../engine/uitrolgeheugen.ts';
import { leesModellen, rolUit } from '../engine/uitrollen.ts';
import { maakVerbinding } from '../engine/verbinding.ts';

/** `npm run uitrollen`: zet gewijzigde modellen, beslistabellen en formulieren op de draaiende engine en zegt wat er veranderde. */
const config = leesConfiguratie();
const aanmelding = config.CAMUNDA_AUTH_STRATEGY === 'BASIC' ? { gebruiker: config.CAMUNDA_BASIC_AUTH_USERNAME as string, wachtwoord: config.CAMUNDA_BASIC_AUTH_PASSWORD as string } : undefined;
const zeebe = maakVerbinding({
  grpcAdres: config.ZEEBE_GRPC_ADDRESS ?? `127.0.0.1:${config.ENGINE_GRPC_POORT}`, restAdres: config.ZEEBE_REST_ADDRESS ?? `http://127.0.0.1:${config.ENGINE_REST_POORT}`, aanmelding,
});
try {
  const bestanden = await leesModellen();
  const geheugen = join(config.gegevensMap, 'uitgerold');
  const regels = await vergelijkMetVorige(geheugen, bestanden);
  const uitgerold = await rolUit(zeebe);
  await onthoudUitrol(geheugen, bestanden);
  for (const regel of regels) console.log(`- ${regel}`);
  console.log(`${uitgerold.length} modellen staan op de engine. Lopende casussen houden de versie waarmee ze begonnen.`);
} catch (fout) {
  const weg = (fout as { code?: unknown }).code === 14;
  console.error(weg ? 'De engine antwoordt niet: start eerst Routeboek met npm start.' : `De engine weigert een model:\n${(fout as Error).message}`);
  process.exitCode = 1;
} finally {
  await zeebe.close();
}
