import type { RequestHandler, Response } from 'express';
import { leesStoringen, type IncidentParts, type Storing } from './incidenten.ts';
import { leesLosseProcessen, type LosProces } from './losgeraakt.ts';
import { leesVersheid } from '../domein/geschiedenis/versheid.ts';
import { momentTekst } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import { raakRegisterAan } from '../registratie/bereikbaar.ts';
import { telOutbox } from '../registratie/outbox-lezen.ts';
import type { Register } from '../registratie/register.ts';
import { page, type Stand } from './page.ts';
import type { Accounts } from './access/accounts.ts';
import { isProgram, wantsPage } from './access/guards.ts';
import { markGood } from './access/sign-in-limit.ts';
import { scopesOf, findPermission, type Actor, type Permission } from './access/permissions.ts';

/** Hoe het met één werker gaat. */
export interface WorkerHealth {
  readonly type: string;
  /** Wanneer hij voor het laatst met succes om werk vroeg. */
  readonly lastPoll: Date | null;
  readonly ok: boolean;
}

export interface HealthParts extends IncidentParts {
  readonly klok: Klok;
  /** Gooit als de engine niet antwoordt. */
  readonly engine: () => Promise<unknown>;
  readonly workers: () => readonly WorkerHealth[];
  /** De laatste uitrol die niet doorging, als er een is; zolang draait de vorige. */
  readonly refusedRollOut?: () => Promise<{ readonly op: string; readonly regels: readonly string[] } | undefined>;
}

const binnen = <T>(belofte: Promise<T>, ms: number): Promise<T> =>
  Promise.race([belofte, new Promise<never>((_, failed) => setTimeout(() => failed(new Error('geen antwoord')), ms).unref())]);
const lastGood = async (probe: () => Promise<unknown>): Promise<boolean> => {
  try {
    await binnen(probe(), 3000);
    return true;
  } catch {
    return false;
  }
};

/** Wat er met de post is waar een mens naar moet kijken; dat maakt het systeem niet ongezond. */
async function mailState(register: Register): Promise<string> {
  const { onzeker, dood } = await binnen(telOutbox(register.db), 3000);
  const open = [onzeker > 0 ? `${onzeker} onzeker verzonden` : '', dood > 0 ? `${dood} niet te bezorgen` : ''].filter(Boolean);
  return open.length === 0 ? 'goed' : `kijk op /post: ${open.join(', ')}`;
}

/** Hoe het gaat, zoals een bewaker en de pagina het te zien krijgen. */
export interface HealthReport {
  readonly status: 'gezond' | 'start nog' | 'niet gezond';
  readonly engine: string;
  readonly register: string;
  readonly post: string;
  readonly incidenten: string | readonly Omit<Storing, 'instantie'>[];
  /** Casussen en processen ernaast die in de engine zijn beëindigd zonder dat zij klaar waren. */
  readonly losgeraakt: string | readonly LosProces[];
  /** Hoe vers de geschiedenis is waar de cijfers op rusten. */
  readonly geschiedenis: string;
  readonly werkers: string;
  /** Alleen als de laatste uitrol is geweigerd: sinds wanneer, en hoeveel er niet klopt. */
  readonly uitrol?: string;
}

/** Wat is blijven steken. Dat maakt het systeem niet ongezond: een herstart helpt niet, een mens wel. */
async function incidentState(parts: IncidentParts, named: boolean): Promise<HealthReport['incidenten']> {
  if (!named) {
    const { length } = await binnen(parts.reads.incidents(), 3000);
    return length === 0 ? 'geen' : `kijk op /incidenten: ${length}`;
  }
  const { storingen } = await binnen(leesStoringen(parts), 10_000);
  return storingen.length === 0 ? 'geen' : storingen.map(({ casusnummer, stap, melding, doen, sinds }) => ({ casusnummer, stap, melding, doen, sinds }));
}

/** Wat losraakte: van de engine is niets nodig, dus dit is er ook als die zwijgt. */
async function looseState(parts: IncidentParts, named: boolean): Promise<HealthReport['losgeraakt']> {
  const los = await binnen(leesLosseProcessen(parts), 3000);
  if (los.length === 0) return 'geen';
  return named ? los.map(({ casusnummer, wat, doen, sinds }) => ({ casusnummer, wat, doen, sinds })) : `kijk op /incidenten: ${los.length}`;
}

/** @param named ook elk incident bij casusnummer, voor wie daar volgens de rechtentabel bij mag */
async function readHealth(parts: HealthParts, named: boolean): Promise<HealthReport> {
  const { register, engine, workers, klok } = parts;
  const [engineGoed, registerGoed] = await Promise.all([lastGood(engine), lastGood(() => raakRegisterAan(register.db))]);
  const silent = workers().filter((w) => !w.ok);
  // Net gestart wacht de eerste vraag om werk nog op antwoord: dat is niet bewezen goed, maar ook niet stuk.
  const geweigerd = await parts.refusedRollOut?.().catch(() => undefined);
  const startNog = engineGoed && registerGoed && silent.every((w) => w.lastPoll === null);
  const types = silent.map((w) => w.type).join(', ');
  return {
    status: engineGoed && registerGoed && silent.length === 0 ? 'gezond' : startNog ? 'start nog' : 'niet gezond',
    engine: engineGoed ? 'goed' : 'geen antwoord',
    register: registerGoed ? 'goed' : 'geen antwoord',
    post: registerGoed ? await mailState(register).catch(() => 'onbekend') : 'onbekend',
    incidenten: engineGoed ? await incidentState(parts, named).catch(() => 'onbekend') : 'onbekend',
    losgeraakt: registerGoed ? await looseState(parts, named).catch(() => 'onbekend') : 'onbekend',
    // Verouderde cijfers maken het systeem niet ongezond: geen kind wacht erop.
    geschiedenis: registerGoed ? await binnen(leesVersheid(register.db, klok), 3000).then((v) => v.tekst, () => 'onbekend') : 'onbekend',
    werkers: silent.length === 0 ? 'goed' : startNog ? `wachten op het antwoord op hun eerste vraag om werk: ${types}` : `zonder werk te kunnen vragen: ${types}`,
    // Wat draait gaat door op de vorige uitrol; wie iets wilde veranderen moet het wel weten.
    ...(geweigerd ? { uitrol: `geweigerd op ${momentTekst(geweigerd.op)}: ${geweigerd.regels.length === 1 ? 'er klopt één ding' : `er kloppen ${geweigerd.regels.length} dingen`} niet; npm run lint zegt wat` } : {}),
  };
}

const send = (response: Response, { status }: HealthReport): Response => response.status(status === 'gezond' ? 200 : 503);
const maySeeCases = (deelnemers: readonly Actor[]): boolean => scopesOf(findPermission('GET', '/gezondheid') as Permission, deelnemers).length > 0;

/**
 * `GET /gezondheid` voor een bewaker: 200 alleen als engine, register en elke werker het doen; anders 503 met wat er niet goed is, of
 * dat het net start. Zonder aanmelden staat er alleen hoeveel incidenten er zijn. Wie het sleutelbestand (Bearer) of een account met
 * rol applicatiebeheer (Basic) meegeeft, ziet elk incident bij casusnummer. Een browser gaat door naar de pagina.
 */
export function healthForMachines(parts: HealthParts, { accounts, limiet }: { accounts: Pick<Accounts, 'controleer'> | undefined; limiet: RequestHandler }): RequestHandler {
  return async (request, response, next) => {
    const kop = request.headers.authorization;
    if (kop === undefined && wantsPage(request)) return next();
    if (kop === undefined || isProgram(response)) {
      const report = await readHealth(parts, isProgram(response));
      return void send(response, report).json(report);
    }
    return limiet(request, response, (fout?: unknown) => (fout ? next(fout) : void metWachtwoord(kop, response).catch(next)));
  };

  async function metWachtwoord(kop: string, response: Response): Promise<void> {
    const [naam = '', ...rest] = kop.startsWith('Basic ') ? Buffer.from(kop.slice('Basic '.length), 'base64').toString('utf8').split(':') : [];
    const wie = await accounts?.controleer(naam, rest.join(':'));
    if (!wie) return void response.status(401).set('WWW-Authenticate', 'Basic realm="Routeboek beheer", charset="UTF-8"').json({ melding: 'Deze naam en dit wachtwoord horen niet bij elkaar.' });
    markGood(response);
    const report = await readHealth(parts, maySeeCases(wie.rollen));
    send(response, report).json(report);
  }
}

/** Een regel van de pagina: wat goed is blijft stil, wat een mens vraagt wijst waarheen. */
function alsStand(naam: string, tekst: string): Stand {
  const [, href = null, wat = tekst] = /^kijk op (\/\w+): (.*)$/.exec(tekst) ?? [];
  return { naam, href, stand: naam === 'Losgeraakt' && href !== null ? `${wat} zonder lopend proces` : href === '/incidenten' ? `${wat} blijven steken` : wat, soort: href !== null ? 'kijk' : ['goed', 'geen'].includes(tekst) || /^(bijgewerkt om [^;]*|nog niet gelezen)$/.test(tekst) ? 'stil' : 'mis' };
}

/** `GET /gezondheid` in een browser: hetzelfde als pagina, zonder casusnummers; die staan op Incidenten. */
export function healthPage(parts: HealthParts): RequestHandler {
  return async (_request, response) => {
    const report = await readHealth(parts, false);
    const { engine, register, werkers, post, incidenten, losgeraakt, geschiedenis, uitrol } = report;
    const regels = [alsStand('Engine', engine), alsStand('Register', register), alsStand('Werkers', werkers), alsStand('Post', post), alsStand('Incidenten', String(incidenten)), alsStand('Losgeraakt', String(losgeraakt)), alsStand('Geschiedenis', geschiedenis), ...(uitrol === undefined ? [] : [alsStand('Uitrol', uitrol)])];
    send(response, report).send(page(response, 'gezondheid', 'Gezondheid', { goed: report.status === 'gezond', startNog: report.status === 'start nog', wacht: regels.some(({ soort }) => soort === 'kijk'), regels }));
  };
}
