import { leesTabel, type Kolom, type Regel, type Tabel } from '../nakijken/tabellen/lezen.ts';
import { contactVeranderingen } from './contactadressen.ts';
import { termijnVeranderingen } from './termijnen.ts';
import { andereVolgorde, kort, verschil, wasWordt } from './was-wordt.ts';

/** Tabellen waarvan een regel een eigen naam heeft: een termijn of een adres. */
const EIGEN: Readonly<Record<string, (was: Tabel, wordt: Tabel) => string[]>> = { termijnen: termijnVeranderingen, contactadressen: contactVeranderingen };

/** @returns wat er in een beslistabel veranderde, in zinnen */
export async function tabelVeranderingen(pad: string, oud: string, nieuw: string): Promise<string[]> {
  const naam = pad.replace(/^.*\/|\.dmn$/g, '');
  const [was, wordt] = await Promise.all([leesTabel(pad, oud), leesTabel(pad, nieuw)]);
  if (!('tabel' in was) || !('tabel' in wordt)) return [`beslistabel ${naam} gewijzigd`];
  const eerder = new Map(was.tabel.tabellen.map((tabel) => [tabel.id, tabel]));
  const zinnen = wordt.tabel.tabellen.flatMap((tabel) => {
    const voor = eerder.get(tabel.id);
    return voor ? [...vorm(naam, voor, tabel), ...(EIGEN[naam] ?? ((a: Tabel, b: Tabel) => regels(naam, a, b)))(voor, tabel)] : [`tabel toegevoegd aan ${naam}`];
  });
  return zinnen.length > 0 ? zinnen : [`beslistabel ${naam}: alleen toelichting of opmaak gewijzigd`];
}

/** Wat aan de hele tabel veranderde: haar soort en haar kolommen. */
function vorm(naam: string, was: Tabel, wordt: Tabel): string[] {
  const kolommen = ({ input, output }: Tabel): Map<string, Kolom> => new Map([...input, ...output].map((kolom) => [kolom.id, kolom]));
  const [eerder, nu] = [kolommen(was), kolommen(wordt)];
  const { erbij, weg } = verschil([...eerder.keys()], [...nu.keys()]);
  const titel = (kolom: Kolom): string => `"${kolom.label ?? kolom.name ?? kolom.inputExpression?.text ?? kolom.id}"`;
  const invoer = (kolom: Kolom): string | undefined => kolom.inputExpression?.text ?? kolom.name;
  return [
    ...((was.hitPolicy ?? 'UNIQUE') === (wordt.hitPolicy ?? 'UNIQUE') ? [] : [`soort tabel van ${naam}: ${was.hitPolicy ?? 'UNIQUE'} → ${wordt.hitPolicy ?? 'UNIQUE'}`]),
    ...erbij.map((id) => `kolom toegevoegd aan ${naam}: ${titel(nu.get(id)!)}`),
    ...weg.map((id) => `kolom verwijderd uit ${naam}: ${titel(eerder.get(id)!)}`),
    ...[...nu].filter(([id]) => eerder.has(id)).flatMap(([id, kolom]) => {
      const voor = eerder.get(id)!;
      return [
        ...(titel(voor) === titel(kolom) ? [] : [`opschrift van een kolom in ${naam}: ${titel(voor)} → ${titel(kolom)}`]),
        ...(invoer(voor) === invoer(kolom) ? [] : [`kolom ${titel(kolom)} van ${naam} leest iets anders: ${wasWordt(invoer(voor), invoer(kolom))}`]),
      ];
    }),
  ];
}

function regels(naam: string, was: Tabel, wordt: Tabel): string[] {
  const { erbij, weg } = verschil(was.rule.map(({ id }) => id), wordt.rule.map(({ id }) => id));
  const nummer = (tabel: Tabel, id: string): number => tabel.rule.findIndex((regel) => regel.id === id) + 1;
  return [
    ...erbij.map((id) => `regel ${nummer(wordt, id)} van ${naam} toegevoegd: ${inhoud(wordt, id)}`),
    ...weg.map((id) => `regel ${nummer(was, id)} van ${naam} verwijderd: ${inhoud(was, id)}`),
    ...wordt.rule.flatMap((regel) => {
      const voor = was.rule.find(({ id }) => id === regel.id);
      return voor ? cellen(was, voor, wordt, regel).map((zin) => `regel ${nummer(wordt, regel.id)} van ${naam}: ${zin}`) : [];
    }),
    ...(andereVolgorde(was.rule.map(({ id }) => id), wordt.rule.map(({ id }) => id)) ? [`volgorde van de regels van ${naam} gewijzigd`] : []),
  ];
}

/** Wat er in de cellen van een regel veranderde, kolom voor kolom. */
function cellen(oudeTabel: Tabel, was: Regel, tabel: Tabel, wordt: Regel): string[] {
  const [eerder, nu] = [perKolom(oudeTabel, was), perKolom(tabel, wordt)];
  const zinnen = [...nu].filter(([kolom, tekst]) => eerder.has(kolom) && eerder.get(kolom) !== tekst).map(([kolom, tekst]) => `${titelVan(tabel, kolom)} ${wasWordt(cel(eerder.get(kolom)), cel(tekst))}`);
  if (zinnen.length === 0 && (was.description ?? '') !== (wordt.description ?? '')) return ['toelichting gewijzigd'];
  return zinnen;
}

/** De cellen van een regel bij het id van hun kolom. */
export function perKolom({ input, output }: Tabel, { inputEntry, outputEntry }: Regel): Map<string, string> {
  return new Map([...input, ...output].map((kolom, n) => [kolom.id, ([...inputEntry, ...outputEntry][n]?.text ?? '').trim()]));
}
const titelVan = ({ input, output }: Tabel, id: string): string => {
  const kolom = [...input, ...output].find((k) => k.id === id);
  return `"${kolom?.label ?? kolom?.name ?? id}"`;
};
/** Een lege invoer betekent dat alles past. */
const cel = (tekst: string | undefined): string => (tekst === undefined || tekst === '' || tekst === '-' ? 'maakt niet uit' : tekst);

function inhoud(tabel: Tabel, id: string): string {
  const regel = tabel.rule.find((r) => r.id === id);
  const alle = regel ? [...perKolom(tabel, regel)] : [];
  const deel = (kolommen: readonly Kolom[]): string[] => alle.filter(([kolom, tekst]) => kolommen.some((k) => k.id === kolom) && !['', '-'].includes(tekst)).map(([kolom, tekst]) => `${titelVan(tabel, kolom)} ${tekst}`);
  return `${kort(deel(tabel.input).join(', ') || 'altijd')}, uitkomst ${kort(deel(tabel.output).join(', '))}`;
}
