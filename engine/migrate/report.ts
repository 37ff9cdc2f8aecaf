import type { Uitkomst } from './migrate-running.ts';

/**
 * Zegt in het Nederlands wat er met de lopende casussen gebeurde.
 * @param namen casusnummers bij procesinstanties; wie er niet in staat wordt genoemd met de sleutel die Operate toont.
 * @returns de regels om te tonen; leeg als er geen casus op een oude versie liep.
 */
export function verslag(uitkomsten: readonly Uitkomst[], namen?: ReadonlyMap<string, string>): string[] {
  if (uitkomsten.length === 0) return [];
  const mee = uitkomsten.filter((u) => u.wat === 'mee').length;
  const rest = uitkomsten.filter((u) => u.wat !== 'mee');
  const regels = [
    ...(mee > 0 ? [`${aantal(mee, 'gaat', 'gaan')} verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.`] : []),
    ...(rest.length > 0 ? [`${aantal(rest.length, 'blijft', 'blijven')} op de oude versie en ${rest.length === 1 ? 'loopt' : 'lopen'} daar gewoon door:`] : []),
  ];
  return [...regels, ...rest.map((u) => `- ${namen?.get(u.casus) ?? `casus met procesinstantie ${u.casus}`}${u.wat === 'deels' ? ' (de route zelf ging wel mee, een deelproces niet)' : ''}: ${u.redenen.join('; ')}`)];
}

const aantal = (n: number, een: string, meer: string): string => `${n} lopende ${n === 1 ? `casus ${een}` : `casussen ${meer}`}`;
