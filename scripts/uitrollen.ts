import { join } from 'node:path';
import { meldingVan } from '../beheer/incident-uitleg.ts';
import { readConfig } from '../config.ts';
import { systeemklok } from '../domein/klok.ts';
import { makeConnection, type EngineAddress } from '../engine/connection.ts';
import { deploy } from '../engine/deploy.ts';
import { readSnapshot } from '../engine/deployed-snapshot.ts';
import { ChoiceError, listText } from '../engine/earlier-roll-outs.ts';
import { carryCasussenOver } from '../engine/migrate/carry-over.ts';
import { readRollOuts } from '../engine/roll-out-log.ts';
import { chooseReads } from '../engine/reads/choose.ts';
import { makeRest } from '../engine/rest.ts';
import { makeUserTasks } from '../engine/user-tasks.ts';
import { machineUser } from '../machine-user.ts';
import { refusalText, rollOut } from '../roll-out.ts';
import type { Wish } from '../what-to-roll-out.ts';
import { werkKeuzelijstenBij } from './formulieren/keuzelijsten.ts';
import { eerstProef } from './uitrollen/eerst-proef.ts';
import { leesWens } from './uitrollen/wens.ts';

/**
 * `npm run uitrollen`: kijkt alles na en zet het dan in één keer op de draaiende engine, zegt wat er veranderde en neemt lopende
 * casussen mee. Ook mailteksten en schoolkalender gelden daarna meteen. Klopt er iets niet, dan verandert er niets.
 */
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
  const dir = join(config.dataDir, 'uitgerold');
  const wens = leesWens(process.argv.slice(2));
  if (wens.kind === 'list') {
    for (const regel of listText(await readRollOuts(dir), (await readSnapshot(dir))?.nummer)) console.log(regel);
  } else if (wens.kind === 'back' || (await eerstProef())) await rolUit(wens, dir);
  else console.log('Er is niets uitgerold.');
} catch (error) {
  const weg = (error as { code?: unknown }).code === 14;
  console.error(error instanceof ChoiceError ? error.message : weg ? 'De engine antwoordt niet: start eerst Routeboek met npm start.' : `Het uitrollen is niet gelukt; er is niets veranderd:\n${(error as Error).message}`);
  process.exitCode = 1;
} finally {
  await zeebe.close();
}

async function rolUit(wish: Wish, dir: string): Promise<void> {
  const uitrol = await rollOut({ dir, who: machineUser(), wish, deploy: (models) => deploy(zeebe, models), now: () => systeemklok.nu() });
  if (!uitrol.done) {
    for (const regel of refusalText({ ...uitrol, earlier: true }, wish.kind)) console.error(regel);
    process.exitCode = 1;
  } else {
    for (const regel of uitrol.changes) console.log(`- ${regel}`);
    for (const regel of await uitrol.touched(lezen)) console.log(`- ${regel}`);
    for (const regel of uitrol.notes) console.log(regel);
    for (const regel of keuzelijsten()) console.log(regel);
    console.log(`${uitrol.deployed.length} modellen staan op de engine; mailteksten en schoolkalender gelden nu ook.`);
    if (config.CASUSSEN_MEENEMEN === 'ja') {
      const meegenomen = await carryCasussenOver({ zeebe, tasks: makeUserTasks(makeRest(adres)), reads: lezen, deployed: uitrol.deployed, files: uitrol.models, explain: meldingVan });
      for (const regel of await meegenomen.report()) console.log(regel);
    } else console.log('Lopende casussen houden de versie waarmee ze begonnen (CASUSSEN_MEENEMEN=nee).');
  }
}

/** Wat er nu is, is straks in Modeler te kiezen. Lukt dat niet, dan is er wel uitgerold. */
function keuzelijsten(): string[] {
  try {
    werkKeuzelijstenBij();
    return [];
  } catch (error) {
    return [`De keuzelijsten voor Camunda Modeler zijn niet bijgewerkt: ${(error as Error).message} Kijk met npm run formulieren wat er aan de hand is.`];
  }
}
