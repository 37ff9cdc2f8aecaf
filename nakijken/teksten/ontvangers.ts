import { ROLLEN } from '../../domein/casus/rollen.ts';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import type { Recipients } from '../../koppelingen/mail/checks.ts';
import { MANAGEMENT, NIEUWE_PLEK } from '../../koppelingen/mail/parse-template.ts';
import type { Meldingfout } from '../../koppelingen/mail/placeholders.ts';

const KERNROLLEN = ROLLEN.map(({ rol }) => rol as string);
/** Wie een melding kan krijgen; `vorige-` is wie de rol hiervoor had, en `gegevens.rol` kiest de stap. */
const GEADRESSEERDEN = [...KERNROLLEN, ...KERNROLLEN.map((rol) => `vorige-${rol}`), 'ouders', NIEUWE_PLEK, MANAGEMENT, 'gegevens.rol', 'gegevens.rollen'];
const ROUTENAMEN = ROUTES.map(({ proces }) => proces as string);

/** Alleen een rol die bestaat krijgt post; een tikfout zou de melding bij niemand laten aankomen. */
export function ontvangersBestaan(aan: Recipients): Meldingfout[] {
  const perRoute: Readonly<Record<string, readonly string[]>> = Array.isArray(aan) ? {} : (aan as Readonly<Record<string, readonly string[]>>);
  const rollen = Array.isArray(aan) ? (aan as readonly string[]) : Object.values(perRoute).flat();
  return [
    ...Object.keys(perRoute).filter((route) => !ROUTENAMEN.includes(route)).map((route) => ({ plaats: 'kop, aan', tekst: `De route "${route}" bestaat niet.${bedoelde(route, ROUTENAMEN)} Kies uit ${ROUTENAMEN.join(' en ')}` })),
    ...[...new Set(rollen)].filter((rol) => !GEADRESSEERDEN.includes(rol)).map((rol) => ({ plaats: 'kop, aan', tekst: `De rol "${rol}" bestaat niet.${bedoelde(rol, GEADRESSEERDEN)} Kies uit ouders, ${MANAGEMENT}, ${KERNROLLEN.join(', ')}` })),
  ];
}
