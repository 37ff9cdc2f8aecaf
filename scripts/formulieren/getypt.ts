import { EMAIL_PATROON, EMAIL_UITLEG } from '../../domein/invoer/email.ts';
import { getyptVeld } from '../../domein/invoer/getypt.ts';
import type { Onderdeel } from './nog-in-te-vullen.ts';
import { DATUM, DATUM_EN_TIJD, getalPatroon } from './patronen.ts';

/**
 * Maakt van elk datum- en getalveld dat in Modeler is getekend een tekstveld met een patroon, en een expressie die er de
 * waarde van maakt. Wie een verkeerde datum of een verkeerd getal typt, ziet zijn eigen tekst met de uitleg ernaast, in welke
 * taal de browser ook staat; de processen krijgen dezelfde sleutel en dezelfde vorm als van het gewone veld. De waarde ontstaat
 * pas bij het insturen (`presubmit`): elke keer tussendoor tekent form-js het formulier opnieuw en wist het wat er in het
 * volgende veld net getypt is.
 * Een e-mailveld krijgt het patroon dat ook de controle gebruikt.
 * @returns het formulier, met de twee onderdelen op de plaats van het ene
 */
export const metGetypteVelden = <F extends { readonly components: readonly Onderdeel[] }>(formulier: F): F => ({ ...formulier, components: zet(formulier.components) });

/** @param rij staat ervoor in een lijst: daar leest een expressie haar eigen rij met `this`. */
function zet(onderdelen: readonly Onderdeel[], rij = ''): Onderdeel[] {
  const sleutels = new Set(onderdelen.map(({ key }) => key));
  return onderdelen.flatMap((deel) => {
    // Een waarde die naast haar getypte tekst al in het formulier staat, ook van vóór een wijziging hier.
    if (deel.type === 'expression' && sleutels.has(getyptVeld(deel.key ?? ''))) return [{ ...deel, computeOn: WANNEER }];
    if (deel.components) return [{ ...deel, components: zet(deel.components, deel.type === 'dynamiclist' ? 'this.' : rij) }];
    if (deel.validate?.validationType === 'email') return [metEmailpatroon(deel)];
    if (!moetAnders(deel)) return [deel];
    return deel.type === 'number' ? getal(deel, rij) : datum(deel, rij);
  });
}

/** Pas bij het insturen: zie hierboven. */
const WANNEER = 'presubmit';

/** Dezelfde eis als de controle: form-js laat ook adressen door die een mailserver anders leest. */
const metEmailpatroon = (deel: Onderdeel): Onderdeel => ({ ...deel, validate: { ...deel.validate, validationType: 'custom', pattern: EMAIL_PATROON, patternErrorMessage: EMAIL_UITLEG } });

/** Een veld dat altijd alleen te lezen is, wordt niet getypt. */
export const moetAnders = ({ type, readonly, disabled }: Onderdeel): boolean => ['datetime', 'number'].includes(type) && readonly !== true && disabled !== true;

const JAAR_VOOROP = 'replace(replace(X, "^([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})", "$3-0$2-0$1"), "-0([0-9]{2})", "-$1")';
const ZIN = { datum: 'Een bestaande datum als dag-maand-jaar, bijvoorbeeld 05-09-2025', moment: 'Een bestaande datum en een tijd, bijvoorbeeld 05-09-2025 14:30' };

function datum(deel: Onderdeel, rij: string): Onderdeel[] {
  const metTijd = deel.subtype === 'datetime';
  const veld = rij + getyptVeld(deel.key as string);
  const waarde = JAAR_VOOROP.replace('X', veld);
  // Met een tijd erachter: een T ertussen, en een 0 voor een uur van één cijfer.
  const feel = metTijd ? `replace(replace(${waarde}, " ([0-9]):", " 0$1:"), " ", "T")` : waarde;
  const uitleg = metTijd ? 'Dag-maand-jaar en tijd, bijvoorbeeld 05-09-2025 14:30.' : 'Dag-maand-jaar, bijvoorbeeld 05-09-2025.';
  return paar(deel, rij, deel.dateLabel, metTijd ? DATUM_EN_TIJD : DATUM, metTijd ? ZIN.moment : ZIN.datum, feel, deel.description ? `${deel.description} ${uitleg}` : uitleg);
}

function getal(deel: Onderdeel, rij: string): Onderdeel[] {
  const { min = 0, max = 1000 } = deel.validate ?? {};
  const stap = Number(deel.increment ?? 1);
  const stappen = stap === 1 ? 'heel getal' : 'getal';
  const zin = `Een ${stappen} van ${min} tot en met ${max}${stap === 1 ? '' : `, in stappen van ${String(stap).replace('.', ',')}`}`;
  return paar(deel, rij, deel.label, getalPatroon({ min, max, stap }), zin, `number(replace(${rij}${getyptVeld(deel.key as string)}, ",", "."))`, deel.description ?? `${zin}.`);
}

function paar(deel: Onderdeel, rij: string, label: string | undefined, pattern: string, patternErrorMessage: string, feel: string, description: string): Onderdeel[] {
  const { id, key, layout, conditional, readonly, validate, appearance } = deel;
  const veld = getyptVeld(key as string);
  const samen = conditional ? { conditional } : {};
  return [
    {
      label: label ?? '', type: 'textfield', layout, id, key: veld, description, ...samen, ...(readonly === undefined ? {} : { readonly }), ...(appearance ? { appearance } : {}),
      validate: { ...(validate?.required ? { required: true } : {}), validationType: 'custom', pattern, patternErrorMessage },
    },
    {
      type: 'expression', layout: { row: `Row_${id}_waarde`, columns: null }, id: `${id}_waarde`, key: key as string, computeOn: WANNEER, ...samen,
      expression: `=if ${rij}${veld} = null or ${rij}${veld} = "" or replace(${rij}${veld}, ${JSON.stringify(pattern)}, "") != "" then null else ${feel}`,
    },
  ];
}
