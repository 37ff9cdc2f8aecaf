import { GETYPT } from '../../domein/invoer/getypt.ts';

/** Een onderdeel van een formulier, voor zover de aanwijzingen ernaar kijken. */
export interface Onderdeel {
  readonly type: string;
  readonly id: string;
  readonly key?: string;
  readonly path?: string;
  readonly label?: string;
  readonly dateLabel?: string;
  readonly description?: string;
  readonly readonly?: boolean | string;
  readonly disabled?: boolean | string;
  readonly increment?: string;
  readonly subtype?: string;
  readonly layout?: unknown;
  readonly appearance?: unknown;
  /** Van een expressie: waar de waarde uit volgt, en wanneer. */
  readonly expression?: string;
  readonly computeOn?: string;
  readonly conditional?: { readonly hide?: string };
  readonly validate?: {
    readonly required?: boolean; readonly min?: number; readonly max?: number; readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string; readonly patternErrorMessage?: string; readonly validationType?: string;
  };
  readonly components?: readonly Onderdeel[];
}

export const ID = 'Field_nogInvullen';
const KOP = '**Nog in te vullen of te verbeteren**';

/**
 * De tekst die onder een formulier in het Nederlands bijhoudt welke velden nog niet goed zijn, en waarom. form-js zegt het
 * zelf in het Engels ("Field is required."), in 8.6 zonder enige mogelijkheid om dat te veranderen, en Tasklist verbergt dan
 * ook nog de toelichting bij het veld. Deze tekst is gewone FEEL in een tekstonderdeel en werkt op 8.6 en 8.9.
 */
export function nogInTeVullen(formulier: { readonly components: readonly Onderdeel[] }): Record<string, unknown> {
  const punten = formulier.components.flatMap((deel) => aanwijzingen(deel, []));
  const lijst = `[${punten.join(', ')}][item != null]`;
  return {
    // Met `loop`, en niet met regeleinden in FEEL: de FEEL van Tasklist 8.6 toont \n in een tekst letterlijk.
    text: `${KOP}\n\n{{#loop ${lijst}}}\n- {{this}}\n{{/loop}}`,
    type: 'text',
    layout: { row: 'Row_nogInvullen', columns: null },
    id: ID,
    conditional: { hide: `=count(${lijst}) = 0` },
  };
}

/** Zet de tekst in het formulier: vóór de bestede uren, die elk taakformulier afsluiten, en anders onderaan. */
export function metNogInTeVullen<F extends { readonly components: readonly Onderdeel[] }>(formulier: F): F {
  const components: unknown[] = formulier.components.filter((deel) => deel.id !== ID);
  const uren = components.findIndex((deel) => /^urenBesteed/.test((deel as Onderdeel).key ?? ''));
  const slot = uren === -1 ? 0 : components.length - uren;
  components.splice(components.length - slot, 0, nogInTeVullen({ ...formulier, components: formulier.components.filter((deel) => deel.id !== ID) }));
  return { ...formulier, components };
}

/** De FEEL-uitdrukkingen van een onderdeel: elk de zin voor de invuller, of null als het veld goed is. */
function aanwijzingen(deel: Onderdeel, verborgen: readonly string[]): string[] {
  const hide = deel.conditional?.hide?.replace(/^=/, '');
  const verbergers = hide ? [...verborgen, hide] : verborgen;
  if (deel.type === 'dynamiclist') return eis(verbergers, rijFouten(deel), `${naam(deel)}: vul elke rij helemaal en goed in, of haal de rij weg.`);
  if (deel.components) return deel.components.flatMap((kind) => aanwijzingen(kind, verbergers));
  if (!deel.key || deel.readonly === true || deel.disabled === true) return [];
  const { fouten, zin } = eisen(deel, deel.key);
  return eis(verbergers, fouten, `${naam(deel)}: ${zin}`);
}

const naam = (deel: Onderdeel): string => (deel.dateLabel ?? deel.label ?? deel.key ?? '').trim().replace(/[?:]$/, '');
const tekst = (waarde: string): string => JSON.stringify(waarde);
const getal = (waarde: number): string => String(waarde).replace('.', ',');

function eis(verbergers: readonly string[], fouten: readonly string[], zin: string): string[] {
  if (fouten.length === 0) return [];
  const fout = fouten.join(' or ');
  return [`if ${verbergers.length > 0 ? `${verbergers.map((hide) => `not(${hide})`).join(' and ')} and (${fout})` : fout} then ${tekst(zin)} else null`];
}

/** Wat een veld eist: de FEEL-voorwaarden waaronder het niet goed is, en wat de invuller dan moet doen. */
function eisen(deel: Onderdeel, veld: string): { fouten: string[]; zin: string } {
  if (veld.endsWith(GETYPT)) return getypteEisen(deel, veld);
  const { required, min, max, minLength, maxLength, pattern } = deel.validate ?? {};
  const fouten: string[] = [];
  const zinnen: string[] = [];
  if (required) {
    fouten.push(deel.type === 'checklist' ? `count(${veld}) = 0 or ${veld} = null` : `${veld} = null or ${veld} = ${deel.type === 'checkbox' ? 'false' : '""'}`);
    zinnen.push(VRAAG[deel.type] ?? 'vul dit in');
  }
  if (minLength) fouten.push(`${veld} != "" and string length(${veld}) < ${minLength}`);
  if (maxLength) fouten.push(`string length(${veld}) > ${maxLength}`);
  if (maxLength) zinnen.push(minLength ? `${minLength} tot ${maxLength} tekens` : `hoogstens ${maxLength} tekens`);
  if (min !== undefined && max !== undefined) {
    fouten.push(`${veld} < ${min} or ${veld} > ${max}`);
    zinnen.push(`een getal van ${getal(min)} tot en met ${getal(max)}`);
  }
  if (deel.increment && deel.increment !== '1') {
    fouten.push(`${veld} != null and modulo(${veld}, ${deel.increment}) != 0`);
    zinnen.push(`in stappen van ${getal(Number(deel.increment))}`);
  }
  if (pattern) {
    fouten.push(wijktAf(veld, pattern));
    zinnen.push(alsVervolg(deel.validate?.patternErrorMessage ?? deel.description ?? ''));
  }
  return { fouten, zin: `${zinnen.join(', ')}.` };
}

/** Een datum of getal dat als tekst is getypt; de waarde ernaast ontstaat pas bij het insturen, dus telt hier de tekst. */
function getypteEisen(deel: Onderdeel, veld: string): { fouten: string[]; zin: string } {
  const zin = `geef ${alsVervolg(deel.validate?.patternErrorMessage ?? '')}${deel.validate?.required ? '' : ', of laat dit leeg'}.`;
  const fout = wijktAf(veld, deel.validate?.pattern ?? '');
  return { fouten: [deel.validate?.required ? `${veld} = null or ${veld} = "" or ${fout}` : `${veld} != "" and ${fout}`], zin };
}

const alsVervolg = (zin: string): string => zin.trim().replace(/[.]$/, '').replace(/^./, (letter) => letter.toLowerCase());

/** Past de tekst niet bij het patroon? Met `replace`, want `matches` geeft in Tasklist 8.6.0 een fout zodra er iets is ingevuld. */
const wijktAf = (veld: string, patroon: string): string => `${veld} != null and replace(${veld}, ${tekst(patroon)}, "") != ""`;

const VRAAG: Readonly<Record<string, string>> = {
  checkbox: 'zet hier een vinkje', checklist: 'kies minstens één antwoord', radio: 'kies een antwoord', select: 'kies een antwoord',
};

/** Wanneer een lijst een rij heeft die niet goed is. Een rij heeft geen eigen zin: de invuller ziet welk veld rood is. */
function rijFouten(lijst: Onderdeel): string[] {
  const fouten = (lijst.components ?? []).flatMap((deel) => (deel.key ? eisen(deel, `rij.${deel.key}`).fouten : []));
  return fouten.length > 0 && lijst.path ? [`some rij in ${lijst.path} satisfies ${fouten.map((fout) => `(${fout})`).join(' or ')}`] : [];
}
