import { parse } from 'yaml';
import { splitTemplate } from '../koppelingen/mail/parse-template.ts';
import { kort, wasWordt } from './was-wordt.ts';

/** Hoe een eigenaar de vaste teksten onder een mail noemt. */
const VOETEN: Readonly<Record<string, string>> = {
  'voet-ouders.md': 'voet onder mails aan ouders', 'voet-buiten.md': 'voet onder mails naar buiten', 'voet-management.md': 'voet onder de maandmail', 'voet.md': 'voet onder de andere mails',
};

interface Mail { readonly kop: Readonly<Record<string, unknown>>; readonly tekst: string }

/** Wat een kop kent, met hoe dat in een zin heet. */
const KOP: Readonly<Record<string, string>> = { onderwerp: 'onderwerp gewijzigd', waarom: 'de reden (waarom) gewijzigd', gegevens: 'de gegevens gewijzigd', bron: 'de bron gewijzigd' };

/** @returns wat er in een mailtekst veranderde, in zinnen */
export function mailVeranderingen(bestand: string, oud: string, nieuw: string): string[] {
  const naam = mailnaam(bestand);
  const [was, wordt] = [lees(oud), lees(nieuw)];
  if (!was || !wordt) return [`${naam}: tekst gewijzigd`];
  const zinnen = Object.entries(KOP).filter(([veld]) => JSON.stringify(was.kop[veld]) !== JSON.stringify(wordt.kop[veld]))
    .map(([veld, zin]) => `${naam}: ${zin}: ${wasWordt(alsTekst(was.kop[veld]), alsTekst(wordt.kop[veld]))}`);
  if (JSON.stringify(was.kop['aan']) !== JSON.stringify(wordt.kop['aan'])) zinnen.push(`${naam}: gaat nu naar ${kort(alsTekst(wordt.kop['aan']))} (was ${kort(alsTekst(was.kop['aan']))})`);
  if (was.tekst.trim() !== wordt.tekst.trim()) zinnen.push(`${naam}: tekst gewijzigd`);
  return zinnen.length > 0 ? zinnen : [`${naam}: alleen opmaak gewijzigd`];
}

/** `N-18-ouders.md` is de mail N-18 aan ouders, `voet.md` staat onder elke mail. */
export function mailnaam(bestand: string): string {
  const [, code, ouders] = /^(N-\d+[a-z]?)(-ouders)?\.md$/.exec(bestand) ?? [];
  if (code) return `mail ${code}${ouders ? ' aan ouders' : ''}`;
  return VOETEN[bestand] ?? bestand;
}

function lees(ruw: string): Mail | undefined {
  const delen = splitTemplate(ruw.replace(/\r\n?/g, '\n'));
  if (!delen) return ruw.startsWith('---') ? undefined : { kop: {}, tekst: ruw };
  try {
    return { kop: (parse(delen.kop) ?? {}) as Mail['kop'], tekst: delen.tekst };
  } catch {
    return undefined;
  }
}

/** Rollen kunnen per route verschillen. */
function alsTekst(waarde: unknown): string {
  if (Array.isArray(waarde)) return waarde.join(', ');
  if (waarde !== null && typeof waarde === 'object') return Object.entries(waarde).map(([route, rollen]) => `${route}: ${alsTekst(rollen)}`).join('; ');
  return typeof waarde === 'string' ? waarde : '';
}
