import { dag, dagKort } from './dagen.ts';
import { elementsleutel, type Mailopname, type Opname, type Plek } from './opname.ts';
import { vergelijkTaken } from './vergelijk-taken.ts';
import type { Verschil } from './verschil.ts';

/** Alles wat er voor één kind anders wordt; leeg als er niets verandert. */
export function vergelijkOpnames(nu: Opname, straks: Opname): Verschil[] {
  const afloop: Verschil[] = nu.afloop === straks.afloop ? [] : [{ soort: 'afloop', zin: `nu: ${nu.afloop}; straks: ${straks.afloop}` }];
  return [...afloop, ...vergelijkTaken(nu, straks), ...vergelijkMails(nu.mails, straks.mails), ...vergelijkWeg(nu.pad, straks.pad)];
}

function vergelijkMails(nu: readonly Mailopname[], straks: readonly Mailopname[]): Verschil[] {
  const sleutel = ({ melding, aanRol }: Mailopname): string => `mail ${melding} aan ${aanRol || 'wie de taak heeft'}`;
  const dagen = (mails: readonly Mailopname[], naam: string): string[] => mails.filter((m) => sleutel(m) === naam).map(({ op }) => op);
  return [...new Set([...nu, ...straks].map(sleutel))].sort().flatMap((naam): Verschil[] => {
    const [was, wordt] = [dagen(nu, naam), dagen(straks, naam)];
    if (was.length === 0) return [{ soort: 'mail', zin: `${naam} gaat straks wel uit`, voorbeeld: dagKort(wordt[0]!) }];
    if (wordt.length === 0) return [{ soort: 'mail', zin: `${naam} gaat niet meer uit`, voorbeeld: `nu ${dagKort(was[0]!)}` }];
    if (was.length !== wordt.length) return [{ soort: 'mail', zin: `${naam} gaat ${wordt.length > was.length ? 'vaker' : 'minder vaak'} uit`, voorbeeld: `nu ${was.length} keer, straks ${wordt.length} keer` }];
    const i = was.findIndex((op, n) => dag(op) !== dag(wordt[n]!));
    return i < 0 ? [] : [{ soort: 'mail', zin: `${naam} gaat op een andere dag uit`, voorbeeld: `nu ${dagKort(was[i]!)}, straks ${dagKort(wordt[i]!)}` }];
  });
}

/** Een taak staat al bij de taken, en een deelproces eromheen heet net zo. */
function vergelijkWeg(nu: readonly Plek[], straks: readonly Plek[]): Verschil[] {
  const zonder = (plekken: readonly Plek[], ander: readonly Plek[]): Plek[] => {
    const daar = new Set(ander.map(elementsleutel));
    return plekken.filter((plek) => !/^USER_TASK$|SUB_PROCESS$/.test(plek.soort) && !daar.has(elementsleutel(plek)));
  };
  const noem = ({ naam, element, proces }: Plek): string => `"${naam || element}" (${proces})`;
  return [
    ...zonder(straks, nu).map((plek): Verschil => ({ soort: 'weg', zin: `komt straks ook langs ${noem(plek)}`, plek: { proces: plek.proces, element: plek.element, stand: 'erbij' } })),
    ...zonder(nu, straks).map((plek): Verschil => ({ soort: 'weg', zin: `komt niet meer langs ${noem(plek)}`, plek: { proces: plek.proces, element: plek.element, stand: 'weg' } })),
  ];
}
