import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Wat axe aan deze pagina heeft aan te merken, als leesbare regels. */
export async function aanmerkingen(pagina: Page): Promise<string[]> {
  await pagina.evaluate(axe.source);
  const { violations } = await pagina.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`));
}
