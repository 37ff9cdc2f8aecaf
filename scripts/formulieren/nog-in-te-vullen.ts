import { eiszin, isGetypt, veldnaam, type Eisveld } from '../../domein/invoer/veldeisen.ts';

/** Een onderdeel van een formulier, voor zover deze stempels ernaar kijken. */
export interface Onderdeel extends Eisveld {
  readonly id: string;
  readonly subtype?: string;
  readonly layout?: unknown;
  readonly appearance?: unknown;
  /** Van een expressie: waar de waarde uit volgt, en wanneer. */
  readonly expression?: string;
  readonly computeOn?: string;
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
  if (deel.type === 'dynamiclist') return eis(verbergers, rijFouten(deel), `${veldnaam(deel)}: vul elke rij helemaal en goed in, of haal de rij weg.`);
  if (deel.components) return deel.components.flatMap((kind) => aanwijzingen(kind, verbergers));
  if (!deel.key || deel.readonly === true || deel.disabled === true) return [];
  return eis(verbergers, foutenVan(deel, deel.key), `${veldnaam(deel)}: ${eiszin(deel)}`);
}

const tekst = (waarde: string): string => JSON.stringify(waarde);

function eis(verbergers: readonly string[], fouten: readonly string[], zin: string): string[] {
  if (fouten.length === 0) return [];
  const fout = fouten.join(' or ');
  return [`if ${verbergers.length > 0 ? `${verbergers.map((hide) => `not(${hide})`).join(' and ')} and (${fout})` : fout} then ${tekst(zin)} else null`];
}

/** De FEEL-voorwaarden waaronder een veld niet goed is. Van een getypte datum of getal telt de tekst: de waarde ontstaat pas bij het insturen. */
function foutenVan(deel: Onderdeel, veld: string): string[] {
  const { required, min, max, minLength, maxLength, pattern } = deel.validate ?? {};
  if (isGetypt(deel)) {
    const fout = wijktAf(veld, pattern ?? '');
    return [required ? `${veld} = null or ${veld} = "" or ${fout}` : `${veld} != "" and ${fout}`];
  }
  return [
    ...(required ? [deel.type === 'checklist' ? `count(${veld}) = 0 or ${veld} = null` : `${veld} = null or ${veld} = ${deel.type === 'checkbox' ? 'false' : '""'}`] : []),
    ...(minLength ? [`${veld} != "" and string length(${veld}) < ${minLength}`] : []),
    ...(maxLength ? [`string length(${veld}) > ${maxLength}`] : []),
    ...(min !== undefined && max !== undefined ? [`${veld} < ${min} or ${veld} > ${max}`] : []),
    ...(deel.increment && deel.increment !== '1' ? [`${veld} != null and modulo(${veld}, ${deel.increment}) != 0`] : []),
    ...(pattern ? [wijktAf(veld, pattern)] : []),
  ];
}

/** Past de tekst niet bij het patroon? Met `replace`, want `matches` geeft in Tasklist 8.6.0 een fout zodra er iets is ingevuld. */
const wijktAf = (veld: string, patroon: string): string => `${veld} != null and replace(${veld}, ${tekst(patroon)}, "") != ""`;

/** Wanneer een lijst een rij heeft die niet goed is. Een rij heeft geen eigen zin: de invuller ziet welk veld rood is. */
function rijFouten(lijst: Onderdeel): string[] {
  const fouten = (lijst.components ?? []).flatMap((deel) => (deel.key ? foutenVan(deel, `rij.${deel.key}`) : []));
  return fouten.length > 0 && lijst.path ? [`some rij in ${lijst.path} satisfies ${fouten.map((fout) => `(${fout})`).join(' or ')}`] : [];
}
