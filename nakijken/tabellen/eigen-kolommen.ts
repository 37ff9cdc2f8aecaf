import { MANAGEMENT, ROLLEN, rolVanGroep } from '../../domein/casus/rollen.ts';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import type { Project } from '../project.ts';

/** Keurt wat in een cel staat. @returns wat er niet klopt; leeg als het goed is */
type Keur = (tekst: string, project: Project) => string[];

const teksten = (tekst: string): string[] => [...tekst.matchAll(/"([^"]*)"/g)].map(([, waarde]) => waarde as string);
/** Alleen een rijtje teksten noemt de waarden zelf; `starts with(?, "meldcode")` doet dat niet. */
const RIJTJE = /^(not\()?\s*"[^"]*"(\s*,\s*"[^"]*")*\s*\)?$/;
const elk = (keur: (waarde: string, project: Project) => string | undefined): Keur => (tekst, project) => (RIJTJE.test(tekst) ? teksten(tekst) : []).filter((waarde) => waarde !== '').flatMap((waarde) => keur(waarde, project) ?? []);
const getal = (keur: (waarde: number) => string | undefined): Keur => (tekst) => (/^-?[\d.]+$/.test(tekst) ? [keur(Number(tekst)) ?? []].flat() : []);

const uit = (rollen: readonly string[]): Keur => elk((waarde) => (rollen.includes(waarde) ? undefined : `De rol "${waarde}" bestaat niet.${bedoelde(waarde, rollen)} Kies uit ${rollen.join(', ')}`));
const MET_TAKEN = ROLLEN.map((r) => r.rol as string);
const rol = uit(MET_TAKEN);
/** Het management heeft geen taken en krijgt wel post. */
const ontvanger = uit([...MET_TAKEN, MANAGEMENT]);
const heelVanaf = (minst: number, wat: string): Keur => getal((n) => (Number.isInteger(n) && n >= minst ? undefined : `Hier hoort ${wat}: ${String(n).replace('.', ',')} kan niet`));

/** Streng genoeg voor een tikfout: één @, een punt in het deel erachter, en geen spatie of komma. */
const ADRES = /^[^\s@,;:"<>]+@[^\s@,;:"<>]+\.[A-Za-z]{2,}$/;

/** Wat een kolom zonder lijst waarden toch moet zijn, per tabel; de sleutel is de uitdrukking boven de kolom of de naam van de uitkomst. */
export const EIGEN_KOLOMMEN: Readonly<Record<string, Readonly<Record<string, Keur>>>> = {
  termijnen: {
    tijdstip: elk((waarde) => (/^([01]?\d|2[0-3]):[0-5]\d$/.test(waarde) ? undefined : `"${waarde}" is geen tijdstip: schrijf uren en minuten met een dubbele punt, zoals "17:00"`)),
    aantal: getal((n) => (Math.abs(n) <= 1000 ? undefined : `Hier hoort een aantal van hoogstens 1000: ${n} kan niet`)),
    stap: elk((waarde) => (/^[\w-]+$/.test(waarde) ? undefined : `"${waarde}" is geen stap: schrijf haar zoals "KT-08a"`)),
  },
  taakherinnering: { rol, boven: rol, voorafSchooldagen: heelVanaf(0, 'een heel aantal schooldagen'), herhaalDagen: heelVanaf(1, 'een heel aantal dagen vanaf 1') },
  taakprioriteit: {
    prioriteit: getal((n) => (Number.isInteger(n) && n >= 0 && n <= 100 ? undefined : `Hier hoort een heel getal van 0 tot en met 100: ${n} kan niet`)),
    formulier: elk((waarde, { formulieren }) => (formulieren.some(({ naam }) => naam === waarde) ? undefined : `Het formulier "${waarde}" bestaat niet.${bedoelde(waarde, formulieren.map(({ naam }) => naam)) || ' Kijk naar de spelling'}`)),
  },
  contactadressen: {
    rol: ontvanger,
    email: elk((waarde) => (ADRES.test(waarde) ? undefined : `"${waarde}" is geen e-mailadres`)),
    groep: elk((waarde) => (rolVanGroep(waarde) ? undefined : `De groep "${waarde}" hoort bij geen enkele rol: begin met de naam van de rol, zoals "leerplichtambtenaar-dordrecht"`)),
  },
  'av1-robots': { aantal: heelVanaf(0, 'een heel aantal robots') },
};
