import { getyptVeld, waardeVeld } from '../domein/invoer/getypt.ts';
import { leesFormulier, onderdelen, type Formulierbestand } from '../nakijken/formulieren/lezen.ts';
import { KOP } from '../scripts/formulieren/kop.ts';
import { ID as GEMAAKT } from '../scripts/formulieren/nog-in-te-vullen.ts';
import { andereVolgorde, kort, verschil, wasWordt } from './was-wordt.ts';

type Veld = Omit<ReturnType<typeof onderdelen>[number], 'values' | 'validate'> & {
  readonly values?: readonly { readonly value: unknown; readonly label?: string }[];
  readonly content?: string; readonly readonly?: unknown; readonly defaultValue?: unknown; readonly valuesExpression?: string; readonly expression?: string;
  readonly conditional?: { readonly hide?: string }; readonly dateLabel?: string;
  readonly validate?: Readonly<Record<string, unknown>>;
};

const EIGEN_TEKST = 'Field_taak';
const KOPIDS = new Set(KOP.map(({ id }) => id).filter((id) => id !== EIGEN_TEKST));

/** @returns wat er in een formulier veranderde, in zinnen */
export function formulierVeranderingen(pad: string, oud: string, nieuw: string): string[] {
  const [was, wordt] = [leesFormulier(pad, oud), leesFormulier(pad, nieuw)];
  const naam = pad.replace(/^.*\/|\.form$/g, '');
  if (!('formulier' in was) || !('formulier' in wordt)) return [`formulier ${naam} gewijzigd`];
  const [eerder, nu] = [velden(was.formulier), velden(wordt.formulier)];
  const ids = verschil([...eerder.keys()], [...nu.keys()]);
  const zinnen = [
    ...ids.erbij.map((id) => `${soort(nu.get(id)!)} toegevoegd aan ${naam}: ${titel(nu.get(id)!)}${verplicht(nu.get(id)!) ? ' (verplicht)' : ''}`),
    ...ids.weg.map((id) => `${soort(eerder.get(id)!)} verwijderd uit ${naam}: ${titel(eerder.get(id)!)}`),
    ...[...nu].flatMap(([id, veld]) => (eerder.has(id) ? veldVeranderingen(naam, eerder.get(id)!, veld) : [])),
    ...(andereVolgorde([...eerder.keys()], [...nu.keys()]) ? [`volgorde van de vragen in ${naam} gewijzigd`] : []),
    ...(kopVan(was.formulier) === kopVan(wordt.formulier) ? [] : ['kop boven de formulieren gewijzigd']),
  ];
  return zinnen.length > 0 ? zinnen : [`formulier ${naam}: alleen opmaak gewijzigd`];
}

/** De vragen en teksten van een formulier zelf, per id. */
function velden(formulier: Formulierbestand): ReadonlyMap<string, Veld> {
  const alle = onderdelen(formulier) as Veld[];
  const sleutels = new Set(alle.map(({ key }) => key));
  // De berekening achter een getypte datum of getal maakt `npm run formulieren` bij het veld.
  return new Map(alle.filter(({ id, key, type }) => id !== GEMAAKT && !KOPIDS.has(id) && !(type === 'expression' && sleutels.has(getyptVeld(key ?? '')))).map((veld) => [veld.id, veld]));
}
const kopVan = (formulier: Formulierbestand): string => JSON.stringify(onderdelen(formulier).filter(({ id }) => KOPIDS.has(id)));

const isTekst = ({ type }: Veld): boolean => ['text', 'html', 'separator', 'spacer', 'image'].includes(type);
const soort = (veld: Veld): string => (isTekst(veld) ? 'tekst' : veld.type === 'group' ? 'groep' : 'veld');
const sleutel = ({ key, path }: Veld): string | undefined => waardeVeld(key ?? path ?? '') || undefined;
const titel = (veld: Veld): string => {
  const opschrift = veld.label ?? veld.dateLabel;
  return opschrift ? `"${kort(opschrift)}"` : isTekst(veld) ? `"${kort((veld.text ?? veld.content ?? '').replace(/<[^>]*>/g, ' '))}"` : (sleutel(veld) ?? veld.id);
};
const verplicht = (veld: Veld): boolean => veld.validate?.['required'] === true;

function veldVeranderingen(naam: string, was: Veld, wordt: Veld): string[] {
  const bij = `${titel(wordt)} in ${naam}`;
  const anders = (van: (veld: Veld) => unknown): boolean => JSON.stringify(van(was)) !== JSON.stringify(van(wordt));
  const grenzen = ({ validate = {} }: Veld): unknown => ({ ...validate, required: undefined });
  return [
    ...(anders(verplicht) ? [verplicht(wordt) ? `vraag verplicht gemaakt: ${bij}` : `vraag niet meer verplicht: ${bij}`] : []),
    ...(anders((v) => v.label ?? v.dateLabel) ? [`opschrift in ${naam}: ${titel(was)} → ${titel(wordt)}`] : []),
    ...(anders(sleutel) ? [`sleutel van ${bij}: ${wasWordt(sleutel(was), sleutel(wordt))}`] : []),
    ...(anders((v) => v.type) ? [`soort van ${bij}: ${wasWordt(was.type, wordt.type)}`] : []),
    ...(anders((v) => v.description) ? [`toelichting bij ${bij} gewijzigd`] : []),
    ...keuzes(bij, was, wordt),
    ...(anders((v) => v.valuesExpression) ? [`keuzes van ${bij} worden anders berekend`] : []),
    ...(anders((v) => v.conditional?.hide) ? [`voorwaarde van ${bij} gewijzigd: verborgen ${hide(wordt)} (was ${hide(was)})`] : []),
    ...(anders((v) => v.readonly) ? [wordt.readonly ? `${bij} is nu alleen te lezen` : `${bij} is nu in te vullen`] : []),
    ...(anders(grenzen) ? [`eisen aan ${bij} gewijzigd`] : []),
    ...(anders((v) => v.defaultValue) ? [`beginwaarde van ${bij} gewijzigd`] : []),
    ...(anders((v) => v.expression) ? [`berekening van ${bij} gewijzigd`] : []),
    ...(isTekst(wordt) && anders((v) => v.text ?? v.content) ? [`tekst in ${naam} gewijzigd: ${titel(wordt)}`] : []),
  ];
}

const hide = ({ conditional }: Veld): string => (conditional?.hide ? `als ${kort(conditional.hide.replace(/^=/, ''))}` : 'nooit');

function keuzes(bij: string, { values: was = [] }: Veld, { values: wordt = [] }: Veld): string[] {
  const naam = (lijst: typeof was, waarde: string): string => `"${lijst.find((k) => String(k.value) === waarde)?.label ?? waarde}"`;
  const waarden = (lijst: typeof was): string[] => lijst.map(({ value }) => String(value));
  const { erbij, weg } = verschil(waarden(was), waarden(wordt));
  return [
    ...erbij.map((w) => `keuze toegevoegd bij ${bij}: ${naam(wordt, w)}`),
    ...weg.map((w) => `keuze verwijderd bij ${bij}: ${naam(was, w)}`),
    ...waarden(wordt).filter((w) => waarden(was).includes(w) && naam(was, w) !== naam(wordt, w)).map((w) => `keuze bij ${bij}: ${naam(was, w)} → ${naam(wordt, w)}`),
    ...(andereVolgorde(waarden(was), waarden(wordt)) ? [`volgorde van de keuzes bij ${bij} gewijzigd`] : []),
  ];
}
