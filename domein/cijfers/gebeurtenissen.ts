import { dagenTussen, type Datum } from '../kalender/datum.ts';
import { vanCasus, vanTijd, type Eenheid } from './eenheid.ts';
import type { Kenmerken, Kind } from './kinderen.ts';
import { thuiszittertijden } from './thuiszittertijden.ts';

export const SOORTEN = ['aangemeld', 'heropend', 'gesloten', 'thuiszitter', 'geenThuiszitter'] as const;

/** Iets wat een kind op één dag overkwam en dat in een stroom telt. */
export interface Gebeurtenis {
  readonly eenheid: Eenheid;
  readonly kenmerken: Kenmerken;
  /** `thuiszitter`: het kind werd het; `geenThuiszitter`: het is het niet meer. */
  readonly soort: (typeof SOORTEN)[number];
  readonly dag: Datum;
  /** Waardoor; leeg bij een aanmelding. */
  readonly reden: string | null;
  /** Hoeveel dagen het kind thuis was, als het geen thuiszitter meer is. */
  readonly dagenThuis: number | null;
}

/** Alles wat een kind tot en met de peildatum overkwam. */
export function gebeurtenissenVan(kind: Kind, peildatum: Datum): Gebeurtenis[] {
  const { casussen, tijdlijn, kenmerken } = kind;
  return [
    ...casussen.flatMap((casus) => casus.verloop.flatMap(({ van, tot, reden }, keer): Gebeurtenis[] => [
      { eenheid: vanCasus(kind, casus.casusId, { van, tot }), kenmerken: casus.kenmerken, soort: keer === 0 ? 'aangemeld' : 'heropend', dag: van, reden: null, dagenThuis: null },
      ...(tot === null ? [] : [{ eenheid: vanCasus(kind, casus.casusId, { van, tot }), kenmerken: casus.kenmerken, soort: 'gesloten' as const, dag: tot, reden, dagenThuis: null }]),
    ])),
    ...thuiszittertijden(tijdlijn, peildatum).flatMap((tijd): Gebeurtenis[] => [
      { eenheid: vanTijd(kind, tijd), kenmerken, soort: 'thuiszitter', dag: tijd.van, reden: tijd.redenIn, dagenThuis: null },
      ...(tijd.tot === null ? [] : [{ eenheid: vanTijd(kind, tijd), kenmerken, soort: 'geenThuiszitter' as const, dag: tijd.tot, reden: tijd.redenUit, dagenThuis: dagenTussen(tijd.thuisSinds, tijd.tot) }]),
    ]),
  ].filter(({ dag }) => dag <= peildatum);
}
