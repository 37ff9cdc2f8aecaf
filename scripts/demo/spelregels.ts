import type { ViewedTask } from '../../engine/records/engine-view.ts';
import type { Datum } from '../../domein/kalender/datum.ts';
import type { DemoKind } from './kind.ts';
import type { Stap } from './models.ts';
import type { Player } from './player.ts';

/** Wat iemand anders dan de demo anders wil: proefdraaien speelt ook modellen die nog niet kloppen, en kijkt mee. */
export interface Spelregels {
  /** De taken van de modellen die gespeeld worden; zonder die van het project. */
  readonly stappen?: ReadonlyMap<string, Stap>;
  /** Ziet elke taak die opengaat, voordat iemand haar inplant. */
  readonly bijTaak?: (speler: Player, taak: ViewedTask) => void;
  /** Zonder stopt een afwijking het hele spel; hiermee alleen dat kind. */
  readonly bijFout?: (kind: DemoKind, fout: Error) => void;
  /** Wat er op een formulier komt dat de demo niet kent, of in een veld dat er nog niet was. */
  readonly vulAan?: (formulier: string, vandaag: Datum) => Record<string, unknown> | undefined;
  /** Houdt op zodra er met geen enkel kind meer iets gebeurt. */
  readonly totAllesKlaar?: boolean;
}
