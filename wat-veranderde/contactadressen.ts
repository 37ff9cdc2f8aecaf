import type { Regel, Tabel } from '../nakijken/tabellen/lezen.ts';
import { wasWordt } from './was-wordt.ts';

/** @returns wat er in de contactadressen veranderde: bij elke rol, en waar zij geldt */
export function contactVeranderingen(was: Tabel, wordt: Tabel): string[] {
  const eerder = new Map(was.rule.map((regel) => [regel.id, regel]));
  const nu = new Map(wordt.rule.map((regel) => [regel.id, regel]));
  return [
    ...wordt.rule.flatMap((regel) => {
      const voor = eerder.get(regel.id);
      return voor ? veranderd(was, voor, wordt, regel) : [`contactadres ${wie(wordt, regel)} toegevoegd: ${uit(wordt, regel, 'email') || 'zonder adres'}`];
    }),
    ...was.rule.filter(({ id }) => !nu.has(id)).map((regel) => `contactadres ${wie(was, regel)} verwijderd (was ${uit(was, regel, 'email') || 'zonder adres'})`),
  ];
}

function veranderd(oudeTabel: Tabel, was: Regel, tabel: Tabel, wordt: Regel): string[] {
  const [oudWie, nuWie] = [wie(oudeTabel, was), wie(tabel, wordt)];
  return [
    ...(oudWie === nuWie ? [] : [`contactadres ${oudWie} geldt nu voor ${nuWie}`]),
    ...tabel.output.flatMap(({ name = '', label }) => {
      const [a, b] = [uit(oudeTabel, was, name), uit(tabel, wordt, name)];
      return a === b ? [] : [`contactadres ${nuWie}: ${name === 'email' ? '' : `${label ?? name} `}${wasWordt(a, b)}`];
    }),
  ];
}

const schoon = (tekst = ''): string => tekst.trim().replace(/^(null|-)$/, '').replaceAll('"', '');
/** De rol, met de plaats waar dit adres voor geldt: `leerplichtambtenaar (Dordrecht)`. */
function wie({ input }: Tabel, { inputEntry }: Regel): string {
  const delen = inputEntry.map(({ text }, n) => ({ kolom: input[n]?.inputExpression?.text, tekst: schoon(text) }));
  const waar = delen.filter(({ kolom, tekst }) => kolom !== 'rol' && tekst !== '').map(({ tekst }) => tekst);
  return `${delen.find(({ kolom }) => kolom === 'rol')?.tekst ?? ''}${waar.length > 0 ? ` (${waar.join(', ')})` : ''}`;
}
const uit = ({ output }: Tabel, { outputEntry }: Regel, kolom: string): string => schoon(outputEntry[output.findIndex(({ name }) => name === kolom)]?.text);
