import { alsGetypt, waardeVeld } from '../invoer/getypt.ts';
import { eiszin, isGetypt, veldnaam, type Eisveld } from '../invoer/veldeisen.ts';
import { isVerborgen, type Waarden } from '../invoer/voorwaarde.ts';

/**
 * Wat een formulier eist, eist de controle ook: een taak is ook af te ronden zonder het formulier. Wat hier niet te zeggen is
 * (een onbekende voorwaarde, keuzes die het model aanlevert) telt als goed: geen kind wacht op een te strenge controle.
 * @param antwoorden de ingevulde velden zoals het logboek ze bewaart; een leeg veld ontbreekt
 * @param omgeving wat van de casus bekend is, voor een voorwaarde die naar meer kijkt dan dit formulier
 * @returns zinnen met de naam van het veld en wat er wordt verwacht
 */
export function formulierfouten(onderdelen: readonly Eisveld[], antwoorden: Waarden, omgeving: Waarden): string[] {
  const leeg = Object.fromEntries(gevraagd(onderdelen).map((sleutel) => [sleutel, null]));
  const bekend = Object.fromEntries(Object.entries(omgeving).filter(([, waarde]) => waarde !== undefined));
  return fouten(onderdelen, { ...bekend, ...leeg, ...antwoorden }, '');
}

function fouten(onderdelen: readonly Eisveld[], waarden: Waarden, waar: string): string[] {
  return onderdelen.flatMap((deel) => {
    if (isVerborgen(deel.conditional?.hide, waarden) !== false || !teWijzigen(deel)) return [];
    if (deel.type === 'dynamiclist') return rijen(deel, waarden).flatMap(([rij, nummer]) => fouten(deel.components ?? [], { ...waarden, ...leegVan(deel), ...rij }, `${veldnaam(deel)}, rij ${nummer}, `));
    if (deel.components) return fouten(deel.components, waarden, waar);
    const { key } = deel;
    if (!key || deel.type === 'expression') return [];
    return isGoed(deel, waarden[waardeVeld(key)]) ? [] : [`${waar}${veldnaam(deel)}: ${eiszin(deel)}`];
  });
}

/** Soms te wijzigen (een voorwaarde) telt niet: of de invuller er iets aan kon doen is hier niet te zeggen. */
const teWijzigen = ({ readonly: alleenLezen, disabled }: Eisveld): boolean => !alleenLezen && !disabled;

/** De sleutels die de invuller vult. Een veld dat alleen te lezen is komt niet in het logboek en blijft dus onbekend. */
const gevraagd = (onderdelen: readonly Eisveld[]): string[] =>
  onderdelen.flatMap((deel) => {
    if (!teWijzigen(deel)) return [];
    if (deel.type === 'dynamiclist') return deel.path ? [deel.path] : [];
    return deel.components ? gevraagd(deel.components) : deel.key ? [waardeVeld(deel.key)] : [];
  });

const leegVan = (lijst: Eisveld): Waarden => Object.fromEntries(gevraagd(lijst.components ?? []).map((sleutel) => [sleutel, null]));

function rijen({ path }: Eisveld, waarden: Waarden): [rij: Waarden, nummer: number][] {
  const gegeven = path ? waarden[path] : undefined;
  if (!Array.isArray(gegeven)) return [];
  const genummerd = gegeven.map((rij: unknown, plek): [unknown, number] => [rij, plek + 1]);
  return genummerd.filter((paar): paar is [Waarden, number] => typeof paar[0] === 'object' && paar[0] !== null && !Array.isArray(paar[0]));
}

function isGoed(veld: Eisveld, waarde: unknown): boolean {
  const { required, min, max, minLength, maxLength, pattern } = veld.validate ?? {};
  if (veld.type === 'checkbox') return !required || waarde === true;
  if (waarde === undefined || waarde === null || waarde === '' || (Array.isArray(waarde) && waarde.length === 0)) return !required;
  if (isGetypt(veld)) return pastGetypt(waarde, pattern);
  if (Array.isArray(waarde)) return waarde.every((keuze) => isKeuze(veld, keuze));
  if (typeof waarde === 'number') return isKeuze(veld, waarde) && (min === undefined || waarde >= min) && (max === undefined || waarde <= max);
  if (typeof waarde !== 'string') return true;
  // Tekens telt het formulier soms per code, soms per letter: de ruimste telling geldt.
  return isKeuze(veld, waarde) && (!minLength || waarde.length >= minLength) && (!maxLength || [...waarde].length <= maxLength) && past(waarde, pattern);
}

/** Keuzes die het model aanlevert staan niet in het formulier; dan is elke keuze goed. */
const isKeuze = ({ values }: Eisveld, waarde: unknown): boolean => !values || values.length === 0 || values.some((keuze) => String(keuze.value) === String(waarde));

/** Een datum mag ook met een tijd erbij komen: die typt niemand, maar het is dezelfde dag. */
function pastGetypt(waarde: unknown, pattern: string | undefined): boolean {
  if (typeof waarde !== 'string' && typeof waarde !== 'number') return false;
  const vormen = [alsGetypt(waarde), typeof waarde === 'string' ? alsGetypt(waarde.slice(0, 'jjjj-mm-dd'.length)) : null];
  return vormen.some((tekst) => tekst !== null && past(tekst, pattern));
}

function past(tekst: string, pattern: string | undefined): boolean {
  if (!pattern) return true;
  try {
    return new RegExp(pattern).test(tekst);
  } catch {
    return true;
  }
}
