import type { Role } from '../../beheer/access/roles.ts';
import type { SampleApp } from './sample-app.ts';

/** Eén afbeelding: wie kijkt waar. Een nieuwe pagina komt er hier bij; test/browser/paginas.test.ts vraagt erom. */
export interface Screen {
  readonly naam: string;
  readonly pad: string;
  /** Zonder rol is niemand aangemeld. */
  readonly rol?: Role;
  /** Wat er anders is dan gewoon. */
  readonly klaar?: (voorbeeld: SampleApp) => void;
  /** Wat er moet staan voordat de pagina af is, als een script nog iets tekent. */
  readonly wacht?: string;
}

/** De tekening van een heatmap is er. */
const GETEKEND = '#kaart[data-klaar]';
const VERGELEKEN = '#kaart-verschil[data-klaar]';
const weg = async (): Promise<never> => { throw new Error('geen antwoord'); };

export const SCREENS: readonly Screen[] = [
  { naam: 'aanmelden', pad: '/aanmelden' },
  { naam: 'start', pad: '/', rol: 'swv-management' },
  { naam: 'start-beheerder', pad: '/', rol: 'applicatiebeheer' },
  { naam: 'kaart-lijst', pad: '/kaart', rol: 'swv-management' },
  { naam: 'kaart-nu', pad: '/kaart/kernteam?schooljaar=2025-2026', rol: 'swv-management', wacht: GETEKEND },
  { naam: 'kaart-duur', pad: '/kaart/kernteam?schooljaar=2025-2026&beeld=duur', rol: 'swv-management', wacht: GETEKEND },
  { naam: 'kaart-termijn', pad: '/kaart/kernteam?schooljaar=2025-2026&beeld=termijn', rol: 'swv-management', wacht: GETEKEND },
  { naam: 'kaart-paden', pad: '/kaart/kernteam?schooljaar=2025-2026&beeld=paden', rol: 'swv-management', wacht: GETEKEND },
  { naam: 'klok', pad: '/cijfers/klok', rol: 'swv-management' },
  { naam: 'klok-afdruk', pad: '/cijfers/klok/afdruk', rol: 'swv-management' },
  { naam: 'cijfers', pad: '/cijfers', rol: 'swv-management' },
  { naam: 'cijfers-afdruk', pad: '/cijfers/afdruk', rol: 'swv-management' },
  { naam: 'vergelijk', pad: '/vergelijk', rol: 'swv-management', wacht: VERGELEKEN },
  { naam: 'vergelijk-bestuur', pad: '/vergelijk?proces=kernteam&beeld=termijn&a.schooljaar=2025-2026&b.schooljaar=2025-2026&b.bestuur=Stichting+Wijzer', rol: 'swv-management', wacht: VERGELEKEN },
  { naam: 'vergelijk-paden', pad: '/vergelijk?proces=leerling-bespreken&beeld=paden&a.schooljaar=2024-2025&b.schooljaar=2025-2026', rol: 'swv-management', wacht: VERGELEKEN },
  { naam: 'post', pad: '/post', rol: 'applicatiebeheer' },
  { naam: 'post-leeg', pad: '/post?status=onzeker', rol: 'applicatiebeheer' },
  { naam: 'scholen', pad: '/scholen', rol: 'applicatiebeheer' },
  { naam: 'incidenten', pad: '/incidenten', rol: 'applicatiebeheer' },
  { naam: 'incidenten-geen', pad: '/incidenten', rol: 'applicatiebeheer', klaar: (v) => v.anders({ reads: { ...v.delen.reads, incidents: async () => [] } }) },
  { naam: 'incidenten-onbekend', pad: '/incidenten', rol: 'applicatiebeheer', klaar: (v) => v.anders({ reads: { ...v.delen.reads, incidents: weg }, engine: weg }) },
  { naam: 'gezondheid', pad: '/gezondheid', rol: 'applicatiebeheer' },
  { naam: 'gezondheid-mis', pad: '/gezondheid', rol: 'applicatiebeheer', klaar: (v) => v.anders({ reads: { ...v.delen.reads, incidents: weg }, engine: weg }) },
  { naam: 'meldcode', pad: '/meldcode', rol: 'meldcode' },
  { naam: 'meldcode-casus', pad: '/meldcode/2026-0001', rol: 'meldcode' },
  { naam: 'geen-toegang', pad: '/post', rol: 'ib-er' },
  { naam: 'niet-gevonden', pad: '/bestaat-niet', rol: 'swv-management' },
];

/** De vier manieren waarop elke pagina wordt bekeken. */
export const VIEWS = [
  { achter: '', breed: 1280, hoog: 800, kleur: 'light' },
  { achter: '--donker', breed: 1280, hoog: 800, kleur: 'dark' },
  { achter: '--smal', breed: 390, hoog: 844, kleur: 'light' },
  { achter: '--smal-donker', breed: 390, hoog: 844, kleur: 'dark' },
] as const;
