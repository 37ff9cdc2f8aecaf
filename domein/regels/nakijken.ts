import { z } from 'zod';
import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import { leesLaatsteMeldcodeRegel } from '../../registratie/meldcode-lezen.ts';
import { vandaag } from '../kalender/datum.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { isVanMeldcode, NIET_IN_LOGBOEK } from '../meldcode/eigen-log.ts';
import { uitBeslistabellen, uitRegister } from './context.ts';
import { controleer } from './controleer.ts';
import { formulierfouten } from './formuliereisen.ts';
import type { Invoer } from './helpers.ts';
import { makeUitgerold, type Uitgerold } from './uitgerold.ts';

/** Procesvariabelen waar een regel naar mag kijken; wat in `invoer` zelf staat gaat voor. */
const OMGEVING = ['signaal', 'termijnen', 'leerlingStatus', 'dzm'] as const;
const object = z.record(z.string(), z.unknown());

/** De velden van `OMGEVING` voor het schema van een werker die formulieren nakijkt. */
export const omgevingVelden = Object.fromEntries(OMGEVING.map((naam) => [naam, object.nullish()])) as Record<(typeof OMGEVING)[number], z.ZodOptional<z.ZodNullable<typeof object>>>;

/** Waar het formulier bij hoort: een casus die op een oudere versie van haar proces bleef heeft nog de oude formulieren. */
export interface Plek {
  readonly bpmnProcessId: string;
  readonly processVersion: number;
  readonly processInstanceKey: string;
}

/**
 * Kijkt een ingevuld formulier na: wat het formulier zelf eist, de regels van spec §5 en wat register, beslistabellen en casus
 * ervan weten.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`, waarmee het model teruggaat naar de taak
 */
export async function kijkNa(
  deps: Dependencies & { readonly uitgerold?: Uitgerold },
  formulier: string,
  casusId: string,
  ingevuld: Invoer,
  omgeving: Invoer,
  plek: Plek,
): Promise<void> {
  const { register, engine, klok } = deps;
  const normen = await uitBeslistabellen(engine, formulier, ingevuld);
  const { feiten, kalender } = await uitRegister(register.db, casusId);
  const alles = { ...feiten, ...omgeving, ...ingevuld, ...normen };
  const regels = controleer(formulier, alles, { vandaag: vandaag(klok), kalender });
  const eisen = await vanFormulier(deps, formulier, casusId, ingevuld, alles, plek);
  // Zegt een regel al iets over een veld, dan is dat de betere zin.
  const validatieFouten = [...eisen.filter((zin) => !regels.some((regel) => veldVan(regel) === veldVan(zin))), ...regels];
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', `Het formulier ${formulier} moet worden verbeterd.`, { validatieFouten });
}

const veldVan = (zin: string): string => zin.slice(0, zin.indexOf(':'));

/** De antwoorden komen uit het logboek, die van de meldcode uit haar eigen log: vrije tekst gaat niet als variabele het proces door, en het model geeft maar een deel mee. */
async function vanFormulier({ register, uitgerold = makeUitgerold() }: Dependencies & { readonly uitgerold?: Uitgerold }, formulier: string, casusId: string, ingevuld: Invoer, alles: Invoer, plek: Plek): Promise<string[]> {
  const onderdelen = (await uitgerold.isNieuwste(plek.bpmnProcessId, plek.processVersion)) ? await uitgerold.formulier(formulier) : undefined;
  if (!onderdelen) return [];
  const antwoorden = isVanMeldcode(formulier)
    ? (await leesLaatsteMeldcodeRegel(register.db, plek.processInstanceKey, formulier))?.velden ?? {}
    : await leesLaatsteVelden(register.db, casusId, formulier);
  const nagekeken = onderdelen.filter(({ key }) => !NIET_IN_LOGBOEK.includes(key ?? ''));
  return isDezelfde(antwoorden, ingevuld) ? formulierfouten(nagekeken, antwoorden, alles) : [];
}

/** Hoort de laatste regel in het logboek bij wat nu wordt nagekeken? Twee taken met hetzelfde formulier kunnen naast elkaar lopen. */
function isDezelfde(antwoorden: Invoer, ingevuld: Invoer): boolean {
  if (Object.keys(antwoorden).length === 0) return false;
  return Object.entries(ingevuld).every(([naam, waarde]) => !(naam in antwoorden) || !['string', 'number'].includes(typeof waarde) || String(waarde) === String(antwoorden[naam]));
}
