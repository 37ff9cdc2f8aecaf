import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { chooseReads } from '../engine/reads/choose.ts';
import { carryCasussenOver } from '../engine/migrate/carry-over.ts';
import { rememberDeployment, compareWithPrevious } from '../engine/deployed-snapshot.ts';
import { readModels, deploy } from '../engine/deploy.ts';
import { makeConnection, type EngineAddress } from '../engine/connection.ts';

/** `npm run uitrollen`: zet gewijzigde modellen, beslistabellen en formulieren op de draaiende engine, zegt wat er veranderde en neemt lopende casussen mee. */
const config = readConfig();
const aanmelding = config.CAMUNDA_AUTH_STRATEGY === 'BASIC' ? { user: config.CAMUNDA_BASIC_AUTH_USERNAME as string, password: config.CAMUNDA_BASIC_AUTH_PASSWORD as string } : undefined;
const adres: EngineAddress = {
  grpcAddress: config.ZEEBE_GRPC_ADDRESS ?? `127.0.0.1:${config.ENGINE_GRPC_POORT}`, restAddress: config.ZEEBE_REST_ADDRESS ?? `http://127.0.0.1:${config.ENGINE_REST_POORT}`, credentials: aanmelding,
};
const zeebe = makeConnection(adres);
const lezen = chooseReads({
  version: config.camundaVersion, address: adres, webAddress: config.embedded ? `http://127.0.0.1:${config.ENGINE_WEB_POORT}` : adres.restAddress,
  credentials: { user: config.TASKLIST_GEBRUIKER, password: config.TASKLIST_WACHTWOORD },
});
try {
  const files = await readModels();
  const geheugen = join(config.dataDir, 'uitgerold');
  const regels = await compareWithPrevious(geheugen, files);
  const uitgerold = await deploy(zeebe, files);
  await rememberDeployment(geheugen, files, uitgerold);
  for (const regel of regels) console.log(`- ${regel}`);
  console.log(`${uitgerold.length} modellen staan op de engine.`);
  if (config.CASUSSEN_MEENEMEN === 'ja') for (const regel of await carryCasussenOver({ zeebe, reads: lezen, deployed: uitgerold, files })) console.log(regel);
  else console.log('Lopende casussen houden de versie waarmee ze begonnen (CASUSSEN_MEENEMEN=nee).');
} catch (error) {
  const weg = (error as { code?: unknown }).code === 14;
  console.error(weg ? 'De engine antwoordt niet: start eerst Routeboek met npm start.' : `De engine weigert een model:\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await zeebe.close();
}
