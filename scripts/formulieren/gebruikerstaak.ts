import type { Keuze, Sjabloon, Eigenschap } from './sjablonen.ts';

/** Wat een taak van een mens in een model heeft staan, voor zover een sjabloon erover gaat. */
export interface Taakinvulling {
  readonly formulier: string;
  readonly rol: string;
  readonly groepen: string;
  /** De namen van de invoer die zij meekrijgt, in de volgorde van het model: een latere mag naar een eerdere verwijzen. */
  readonly invoer: readonly string[];
}

/** Hoe een rol heet die pas in een casus bekend is. Wat hier niet staat, heet in de lijst zoals het in het model staat. */
const BEREKEND: Readonly<Record<string, string>> = {
  '=rollen.regie.rol': 'Wie de regie heeft', '=rollen.regie.kandidaten': 'Wie de regie heeft', '=rollen.swv.rol': 'Wie van het SWV meedoet', '=rollen.swv.kandidaten': 'Wie van het SWV meedoet',
  '=rollen.gesprek.rol': 'Wie het escalatiegesprek voert', '=rollen.voortgang.rol': 'Wie de voortgang volgt', '=rollen.voortgang.kandidaten': 'Wie de voortgang volgt',
  '=if regisseursBekend = true then rollen.gesprek.kandidaten else rollen.gesprek.zolangOnbekend': 'Wie het escalatiegesprek voert',
  '=organisator.rol': 'Wie het gesprek organiseert', '=organisator.kandidaten': 'Wie het gesprek organiseert', '=aanvrager.rol': 'Wie de AV1 aanvraagt', '=aanvrager.kandidaten': 'Wie de AV1 aanvraagt',
  '=afsluiter.rol': 'Wie de casus afsluit', '=[afsluiter.groep]': 'Wie de casus afsluit', '=navraagRol': 'Wie navraag doet', '=navraagGroepen': 'Wie navraag doet',
  '=planGroepen': 'Wie het plan maakt', '=teamGroepen': 'Het team dat bespreekt', '=[groepen.ibEr, groepen.directeurSchoolVanHerkomst]': 'IB-er en directeur school van herkomst',
  '=[groepen.directeurSchoolVanHerkomst, groepen.ibEr]': 'Directeur school van herkomst en IB-er', '=[groepen.ibEr, groepen.schoolbestuur]': 'IB-er en schoolbestuur',
  '=[groepen.directeurSbo, rollen.swv.brugplaatsLid]': 'Directeur SBO en wie van het SWV meekijkt', '=if zonderKernteam = true then [groepen.contactpersoonSwv] else [groepen.kernteamOrthopedagoog]': 'Orthopedagoog van het kernteam, zonder kernteam de contactpersoon',
  '=if regisseursBekend = true then [groepen.regisseurSwv, groepen.regisseurSchoolbestuur] else [groepen.regisseurSwv, groepen.regisseurSchoolbestuur, groepen.contactpersoonSwv, groepen.kernteamOrthopedagoog, groepen.ibEr]': 'Beide regisseurs; zolang die onbekend zijn ook de anderen',
};

/** Deze invoer heeft het sjabloon zelf al. */
const VAST: readonly string[] = ['formulier', 'rol', 'uiterlijk', 'uiterlijkTekst', 'taskContextDisplayName'];

/** Invoer die bij elke taak kan staan. */
const ALGEMEEN: readonly Omit<Eigenschap, 'type' | 'binding'>[] = [
  { id: 'toon', label: 'Eerdere antwoorden erboven', description: 'De formulieren waarvan het laatste antwoord boven de taak staat, bijvoorbeeld =["opbouwplan"].', group: 'taak' },
  { id: 'toelichtingTaak', label: 'Extra toelichting erboven', description: 'Een zin die boven het formulier staat, bijvoorbeeld ="Het plan is teruggekomen.".', group: 'taak' },
  { id: 'validatieFouten', label: 'Wat er niet klopte', description: 'Volgt na de taak een controle, dan =validatieFouten: zo ziet de gebruiker waarom de taak terugkomt.', group: 'taak' },
  { id: 'vanaf', label: 'De termijn telt vanaf', description: 'Leeg: vanaf het moment dat de taak opengaat. Anders een datum uit het proces.', group: 'termijn' },
  { id: 'herinneringOp', label: 'Herinnering op', description: '=null als een timer bij deze taak wacht op de herinnering uit de tabel Termijnen.', group: 'termijn' },
  { id: 'escalatieOp', label: 'Opschalen op', description: '=null als een timer bij deze taak wacht op het opschalen uit de tabel Termijnen.', group: 'termijn' },
];
const veld = (naam: string, rest: Omit<Eigenschap, 'type' | 'binding'>): Eigenschap => ({ ...rest, type: 'String', feel: 'required', optional: true, binding: { type: 'zeebe:input', name: naam } });

/**
 * Geeft `gebruikerstaak` alles wat de taken in de modellen nu hebben: elke rol en groep als keuze, en elk veld dat een model vooraf invult,
 * bij de formulieren waar dat gebeurt. Wat hier ontbreekt zou Modeler weghalen zodra iemand in zo'n taak een ander formulier kiest.
 * @param opschrift hoe een veld in een formulier heet
 */
export function metTaakvelden(sjabloon: Sjabloon, taken: readonly Taakinvulling[], opschrift: (formulier: string, veld: string) => string | undefined): Sjabloon {
  const los = new Map<string, string[]>();
  for (const { formulier, invoer } of taken) for (const naam of invoer) if (!VAST.includes(naam) && !ALGEMEEN.some(({ id }) => id === naam)) los.set(naam, [...new Set([...(los.get(naam) ?? []), formulier])].sort());
  const vooraf = [...los].map(([naam, formulieren]) => veld(naam, {
    id: `vooraf-${naam}`, label: `Vooraf ingevuld: ${opschrift(formulieren[0]!, naam) ?? naam}`, group: 'vooraf', condition: { property: 'formulier', oneOf: formulieren },
  }));
  const algemeen = ALGEMEEN.map((rest) => veld(rest.id!, rest));
  const gemaakt = [...algemeen, ...vooraf];
  const eigen = sjabloon.properties.filter(({ id }) => !gemaakt.some((ander) => ander.id === id) && !id?.startsWith('vooraf-'));
  const keuzes = (wat: Eigenschap, gebruikt: readonly string[]): Eigenschap => ({ ...wat, choices: metGebruikte(wat.choices ?? [], gebruikt) });
  const metKeuzes = eigen.map((p) => (p.id === 'rol' ? keuzes(p, taken.map(({ rol }) => rol)) : p.id === 'groepen' ? keuzes(p, taken.map(({ groepen }) => groepen)) : p));
  // In deze volgorde schrijft Modeler de invoer van een taak, en een latere mag naar een eerdere verwijzen.
  const termijn = metKeuzes.findIndex(({ id }) => id === 'termijn');
  const vanTaak = ({ group }: Eigenschap): boolean => group === 'taak';
  return { ...sjabloon, properties: [...metKeuzes.slice(0, termijn), ...algemeen.filter(vanTaak), ...metKeuzes.slice(termijn), ...algemeen.filter((p) => !vanTaak(p)), ...vooraf] };
}

/** De vaste keuzes, en daarna wat in de modellen wordt uitgerekend. */
function metGebruikte(keuzes: readonly Keuze[], gebruikt: readonly string[]): Keuze[] {
  const vast = keuzes.filter(({ value }) => !(value in BEREKEND) && (/^=(\[groepen\.\w+(, groepen\.\w+)*\]|"[^"]+")$/.test(value) || gebruikt.includes(value)));
  const erbij = [...new Set(gebruikt)].filter((value) => !vast.some((keuze) => keuze.value === value)).map((value) => ({ name: BEREKEND[value] ?? value.replace(/^=/, ''), value }));
  return [...vast, ...erbij.sort((a, b) => a.name.localeCompare(b.name, 'nl'))];
}

/** Dezelfde taak, in het eigen logboek van de meldcode. */
export function voorMeldcode(sjabloon: Sjabloon): Sjabloon {
  const anders = ({ binding, ...rest }: Eigenschap): Eigenschap[] => {
    const luisteraar: Eigenschap = { ...rest, binding };
    if (rest.value === 'termijn-berekenen') return [luisteraar, { ...luisteraar, value: 'meldcode-lezen' }];
    return [rest.value === 'logboek-schrijven' ? { ...luisteraar, value: 'meldcode-vastleggen' } : luisteraar];
  };
  return {
    ...sjabloon, id: 'routeboek.gebruikerstaak-meldcode', name: 'Gebruikerstaak meldcode', description: 'Een taak voor een mens binnen de meldcode: als Gebruikerstaak routeboek, maar met een regel in het eigen logboek van de meldcode en niet in dat van de casus.',
    properties: sjabloon.properties.flatMap((p) => (p.binding.type === 'zeebe:executionListener' ? anders(p) : [p])),
  };
}
