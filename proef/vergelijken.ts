import { dag, dagKort } from './dagen.ts';
import { andereWoorden } from './mailtekst.ts';
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
  return [...new Set([...nu, ...straks].map(sleutel))].sort().flatMap((naam): Verschil[] => {
    const [was, wordt] = [nu, straks].map((mails) => mails.filter((mail) => sleutel(mail) === naam)) as [Mailopname[], Mailopname[]];
    return [...wanneer(naam, was.map(({ op }) => op), wordt.map(({ op }) => op)), ...woorden(naam, was, wordt)];
  });
}

function wanneer(naam: string, was: readonly string[], wordt: readonly string[]): Verschil[] {
  if (was.length === 0) return [{ soort: 'mail', zin: `${naam} gaat straks wel uit`, voorbeeld: dagKort(wordt[0]!) }];
  if (wordt.length === 0) return [{ soort: 'mail', zin: `${naam} gaat niet meer uit`, voorbeeld: `nu ${dagKort(was[0]!)}` }];
  if (was.length !== wordt.length) return [{ soort: 'mail', zin: `${naam} gaat ${wordt.length > was.length ? 'vaker' : 'minder vaak'} uit`, voorbeeld: `nu ${was.length} keer, straks ${wordt.length} keer` }];
  const i = was.findIndex((op, n) => dag(op) !== dag(wordt[n]!));
  return i < 0 ? [] : [{ soort: 'mail', zin: `${naam} gaat op een andere dag uit`, voorbeeld: `nu ${dagKort(was[i]!)}, straks ${dagKort(wordt[i]!)}` }];
}

/** Gaat een mail vaker of minder vaak uit, dan is niet te zeggen welke bij welke hoort: dan telt alleen een tekst die er nu geen enkele keer staat. */
function woorden(naam: string, was: readonly Mailopname[], wordt: readonly Mailopname[]): Verschil[] {
  const paren = was.length === wordt.length ? wordt.map((mail, n) => [was[n]!, mail] as const) : wordt.flatMap((mail) => (was.some(({ tekst }) => andereWoorden(tekst, mail.tekst) === undefined) ? [] : was.slice(0, 1).map((eerst) => [eerst, mail] as const)));
  for (const [nu, straks] of paren) {
    const voorbeeld = andereWoorden(nu.tekst, straks.tekst);
    if (voorbeeld !== undefined) return [{ soort: 'mail', zin: `${naam} krijgt een andere tekst`, voorbeeld }];
  }
  return [];
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
