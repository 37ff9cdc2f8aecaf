import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { destination } from 'pino';
import { maakApp } from './beheer/app.ts';
import { openToegang } from './beheer/password.ts';
import type { Configuratie } from './config.ts';
import { maakBegrenzer } from './engine/limiter.ts';
import type { Engine } from './engine/engine.ts';
import { startIngebed, type EngineInbreng } from './engine/embedded/embedded.ts';
import { controleerPoorten } from './engine/embedded/ports.ts';
import { kiesLezen } from './engine/reads/choose.ts';
import { neemCasussenMee } from './engine/migrate/carry-over.ts';
import type { Lezen, TakenLezen } from './engine/reads/reads.ts';
import { maakEngine } from './engine/commands.ts';
import { onthoudUitrol, vergelijkMetVorige } from './engine/deployed-snapshot.ts';
import { leesModellen, rolUit } from './engine/deploy.ts';
import { controleerEngine, maakVerbinding, type EngineAdres } from './engine/connection.ts';
import { maakSmtpBezorger } from './koppelingen/mail/smtp.ts';
import { maakVerzender } from './koppelingen/mail/sender.ts';
import { leesCasusnummers } from './registratie/casusnummers-lezen.ts';
import { systeemklok, type Klok } from './domein/klok.ts';
import { migreer } from './registratie/migrate.ts';
import { openRegister, type Register } from './registratie/register.ts';
import { maakPostbus } from './registratie/outbox-versturen.ts';
import { herhaalTot } from './engine/start-retry.ts';
import { alleWerkers } from './workers/all.ts';
import { maakLog, type Log } from './workers/runtime/log.ts';
import { startWerkers } from './workers/runtime/start-workers.ts';

/** Alles wat draait. */
export interface Toepassing {
  /** Wordt vervuld als een onderdeel onverwacht wegvalt; daarna hoort alles te stoppen. */
  readonly weggevallen: Promise<Error>;
  readonly adressen: { beheer: string; tasklist: string; operate: string };
  readonly nieuwWachtwoord: string | undefined;
  readonly delen: { readonly register: Register; readonly engine: Engine; readonly lezen: Lezen };
  /** Het technische log, zonder gegevens. */
  readonly log: Log;
  stop(): Promise<void>;
}

/** Wat een ander dan `npm start` inbrengt. Zonder inbreng is er geen klok die iemand kan verzetten. */
export interface Inbreng extends EngineInbreng {
  readonly klok?: Klok;
  /** Waar de werkers de open taken lezen. */
  readonly taken?: TakenLezen;
  /** De engine loopt, en er is nog niets uitgerold. */
  readonly voorUitrol?: () => Promise<void>;
}

const begrensd = (werk: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([werk.catch(() => undefined), new Promise((klaar) => setTimeout(klaar, ms).unref())]);

/**
 * Start alle onderdelen: engine (tenzij er elders een is), register, uitrol, werkers, postverzender en beheer.
 * Wat gestart is wordt in omgekeerde volgorde gestopt, ook als een later onderdeel niet wil starten.
 */
export async function startToepassing(config: Configuratie, meld: (regel: string) => void, signaal: AbortSignal, inbreng: Inbreng = {}): Promise<Toepassing> {
  const stoppers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopper of stoppers.splice(0).reverse()) await stopper().catch(() => undefined);
  };
  const meet = async <T>(deel: string, werk: () => Promise<T>): Promise<T> => {
    signaal.throwIfAborted();
    const begin = performance.now();
    const uitkomst = await werk();
    gestart(deel, (performance.now() - begin) / 1000);
    return uitkomst;
  };
  const gestart = (deel: string, seconden: number): void => meld(`  ${deel}: gestart in ${seconden.toFixed(1).replace('.', ',')} s`);

  try {
    await controleerPoorten({ PORT: config.PORT });
    mkdirSync(join(config.gegevensMap, 'logs'), { recursive: true });
    // In een container leest iemand de uitvoer; op een eigen machine staat het technische log in een bestand.
    const log = maakLog({ niveau: config.LOG_NIVEAU, ...(config.ingebed ? { doel: destination({ dest: join(config.gegevensMap, 'logs', 'toepassing.log'), sync: true }) } : {}) });
    const klok = inbreng.klok ?? systeemklok;
    let weg: (fout: Error) => void = () => undefined;
    const weggevallen = new Promise<Error>((klaar) => { weg = klaar; });

    const register = await meet('Register', async () => {
      const geopend = openRegister({ databaseUrl: config.DATABASE_URL, map: join(config.gegevensMap, 'register') });
      stoppers.push(() => begrensd(geopend.sluit(), 3000));
      await (config.DATABASE_URL ? herhaalTot(60_000, signaal, () => migreer(geopend)) : migreer(geopend));
      return geopend;
    });

    const ingebed = config.ingebed
      ? await startIngebed({ ...inbreng, map: config.gegevensMap, gestart, meld, signaal, poorten: {
          grpc: config.ENGINE_GRPC_POORT, rest: config.ENGINE_REST_POORT, beheer: config.ENGINE_BEHEER_POORT, command: config.ENGINE_COMMAND_POORT,
          internal: config.ENGINE_INTERNAL_POORT, opensearch: config.ENGINE_OPENSEARCH_POORT, opensearchTransport: config.ENGINE_OPENSEARCH_TRANSPORT_POORT,
          web: config.ENGINE_WEB_POORT, webBeheer: config.ENGINE_WEB_BEHEER_POORT, webInternal: config.ENGINE_WEB_INTERNAL_POORT,
        } })
      : undefined;
    if (ingebed) {
      stoppers.push(() => ingebed.stop());
      void ingebed.gestorven.then(weg);
    }

    const adres: EngineAdres = ingebed ?? {
      grpcAdres: config.ZEEBE_GRPC_ADDRESS as string, restAdres: config.ZEEBE_REST_ADDRESS as string,
      aanmelding: config.CAMUNDA_AUTH_STRATEGY === 'BASIC' ? { gebruiker: config.CAMUNDA_BASIC_AUTH_USERNAME as string, wachtwoord: config.CAMUNDA_BASIC_AUTH_PASSWORD as string } : undefined,
    };
    const zeebe = maakVerbinding(adres);
    stoppers.push(() => begrensd(zeebe.close(), 2000));

    await inbreng.voorUitrol?.();
    const uitrol = await meet('Modellen', async () => {
      const bestanden = await leesModellen();
      const geheugen = join(config.gegevensMap, 'uitgerold');
      const regels = await vergelijkMetVorige(geheugen, bestanden);
      const uitgerold = await herhaalTot(ingebed ? 120_000 : 300_000, signaal, () => rolUit(zeebe, bestanden));
      await ingebed?.wachtTotIngelezen(uitgerold);
      await onthoudUitrol(geheugen, bestanden);
      if (regels.length > 0) meld(['  Veranderd sinds de vorige start:', ...regels.map((regel) => `    - ${regel}`)].join('\n'));
      return { bestanden, uitgerold };
    });

    const begrenzer = maakBegrenzer();
    const engine = maakEngine(zeebe, begrenzer);
    const aanmelding = { gebruiker: config.TASKLIST_GEBRUIKER, wachtwoord: config.TASKLIST_WACHTWOORD };
    const webAdres = ingebed?.webAdres ?? adres.restAdres.replace(/\/$/, '');
    const lezen = kiesLezen({ versie: config.camundaVersie, adres, webAdres, aanmelding });

    // Vóór de werkers: dan staat elke casus stil.
    const meegenomen = config.CASUSSEN_MEENEMEN === 'ja' && !inbreng.alleenBroker ? await neemCasussenMee({ zeebe, lezen, ...uitrol, namen: (instanties) => leesCasusnummers(register.db, instanties) }) : [];
    for (const regel of meegenomen) meld(`  ${regel}`);

    const werkers = await meet('Werkers', async () => startWerkers({
      zeebe, klok, log, opties: { begrenzer }, werkers: alleWerkers({ register, engine, klok, takenLezen: inbreng.taken ?? lezen, takenlijst: config.taakUrl }),
    }));
    stoppers.push(() => begrensd(werkers.stop(5000), 6000));

    const verzender = maakVerzender({
      klok, postbus: maakPostbus(register), bezorger: config.SMTP_URL ? maakSmtpBezorger({ url: config.SMTP_URL, van: config.MAIL_AFZENDER }) : undefined,
      meld: (boodschap, velden) => log.warn(velden, boodschap),
    });
    verzender.start();
    stoppers.push(() => begrensd(verzender.stop(), 3000));

    const webNaam = webAdres.replace('127.0.0.1', 'localhost');
    const adressen = { beheer: `http://localhost:${config.PORT}`, tasklist: `${webNaam}/tasklist`, operate: `${webNaam}/operate` };
    const toegang = openToegang(config.gegevensMap, config.BEHEER_WACHTWOORD);
    const server = await meet('Beheer', () => luister(maakApp({
      register, engine: () => controleerEngine(zeebe), werkers: () => werkers.gezondheid(), opdrachten: engine, klok, toegang, log, adressen, mailserver: config.SMTP_URL !== undefined,
    }), config));
    stoppers.push(async () => {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
    });
    return { weggevallen, adressen, nieuwWachtwoord: toegang.nieuwWachtwoord, delen: { register, engine, lezen }, log, stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

/** Zet de webtoepassing op haar poort. */
function luister(app: Parameters<typeof createServer>[1], config: Configuratie): Promise<ReturnType<typeof createServer>> {
  return new Promise((klaar, mislukt) => {
    const server = createServer(app as never);
    server.once('error', mislukt);
    server.listen(config.PORT, config.BEHEER_ADRES, () => klaar(server));
  });
}
