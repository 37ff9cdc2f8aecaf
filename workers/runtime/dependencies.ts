import type { Engine } from '../../engine/engine.ts';
import type { Gebruikers } from '../../domein/gebruikers.ts';
import type { Klok } from '../../domein/klok.ts';
import type { Uitgerold } from '../../domein/regels/uitgerold.ts';
import type { Takenbord } from '../../domein/taken/rechtzetten.ts';
import type { Log } from './log.ts';
import type { Register } from '../../registratie/register.ts';

/**
 * Wat een werker van buiten krijgt. Elke `make<Jobtype>(deps)` neemt dit type aan, ook als hij er maar één van
 * gebruikt: zo is een werker in een test te maken met drie nagemaakte dingen en zonder engine.
 */
export interface WorkerDependencies {
  readonly register: Register;
  readonly engine: Engine;
  readonly klok: Klok;
  /** De open taken, om ze bij een ander te zetten. */
  readonly takenbord: Takenbord;
  /** Wie zich in Tasklist kan aanmelden. */
  readonly gebruikers: Gebruikers;
  /** Wat er op de engine staat; zonder gelden de formulieren van dit project. */
  readonly uitgerold?: Uitgerold;
  /** Het technische log, voor wat een beheerder moet weten en geen fout is. */
  readonly log?: Pick<Log, 'warn'>;
  /** Adres van de takenlijst, voor de link in een mail (`taskUrl` van config.ts). */
  readonly takenlijst?: string;
  /** Adres van Beheer, voor de link naar de cijfers in de maandmail (`beheerUrl` van config.ts). */
  readonly beheer?: string;
}
