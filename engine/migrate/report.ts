import type { MigrateOutcome } from './migrate-running.ts';

/**
 * Zegt in het Nederlands wat er met de lopende casussen gebeurde.
 * @param names casusnummers bij procesinstanties; wie er niet in staat wordt genoemd met de sleutel die Operate toont.
 * @returns de regels om te tonen; leeg als er geen casus op een oude versie liep.
 */
export function report(outcomes: readonly MigrateOutcome[], names?: ReadonlyMap<string, string>): string[] {
  if (outcomes.length === 0) return [];
  const mee = outcomes.filter((u) => u.wat === 'mee').length;
  const rest = outcomes.filter((u) => u.wat !== 'mee');
  const lines = [
    ...(mee > 0 ? [`${count(mee, 'gaat', 'gaan')} verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.`] : []),
    ...(rest.length > 0 ? [`${count(rest.length, 'blijft', 'blijven')} op de oude versie en ${rest.length === 1 ? 'loopt' : 'lopen'} daar gewoon door:`] : []),
  ];
  return [...lines, ...rest.map((u) => `- ${names?.get(u.casus) ?? `casus met procesinstantie ${u.casus}`}${u.wat === 'deels' ? ' (de route zelf ging wel mee, een deelproces niet)' : ''}: ${u.reasons.join('; ')}`)];
}

const count = (n: number, een: string, meer: string): string => `${n} lopende ${n === 1 ? `casus ${een}` : `casussen ${meer}`}`;
