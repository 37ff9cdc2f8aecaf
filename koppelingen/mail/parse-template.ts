import { parseDocument } from 'yaml';
import { z } from 'zod';
import { NO_CHECKS, type Checks } from './checks.ts';
import { checkPlaceholders, shownPlaceholders, type Meldingfout } from './placeholders.ts';

/** Wat elke melding mag noemen. `casusnummer` is het enige kenmerk van het kind; in het onderwerp staat nooit een naam. */
export const ALTIJD = ['casusnummer', 'schoolNaam', 'contactNaam', 'contactEmail', 'takenlijst', 'leerplichtig', 'metKernteam', 'geoorloofd', 'waarom'] as const;

const VERWACHT: Readonly<Record<string, string>> = {
  onderwerp: 'een regel tekst van minstens vijf tekens', aan: 'een lijst rollen, zoals [ib-er], of per route een lijst rollen', waarom: 'een zin die achter "omdat" past',
  gegevens: 'een lijst namen, zoals [reden, datum]', bron: 'waar de tekst vandaan komt, zoals "routeboek r. 30-33" of "voorstel"',
};
const rollen = z.array(z.string().min(1)).min(1);
const kop = z.strictObject({
  onderwerp: z.string().min(5),
  /** Rollen, of een lijst rollen per route. */
  aan: z.union([rollen, z.record(z.string(), rollen)]),
  waarom: z.string().min(5),
  gegevens: z.array(z.string()).default([]),
  bron: z.string().min(5),
});

/** De kop en de tekst van één melding, gekeurd. */
export interface ParsedTemplate {
  readonly kop: z.output<typeof kop>;
  readonly ontvangers: readonly string[];
  readonly voorOuders: boolean;
  /** De tekst met haar voet. */
  readonly inhoud: string;
}

/** De teksten die onder elke melding staan. */
export interface Footers {
  readonly ouders: string;
  readonly buiten: string;
  readonly management: string;
  readonly professional: string;
}

/** Wie op de nieuwe plek het contact is, heeft hier geen taken. */
export const NIEUWE_PLEK = 'nieuwe-plek';
/** Het management krijgt cijfers: die gaan over geen casus, en zo'n tekst kent dus ook geen casusnummer of school. */
export const MANAGEMENT = 'swv-management';
/** Het onderwerp staat in elke postbus, ook in een melding op een vergrendelde telefoon. */
const IN_ONDERWERP: Readonly<Record<'casus' | 'cijfers', readonly string[]>> = { casus: ['casusnummer'], cijfers: ['maand'] };

/** De kop (YAML) en de tekst van een melding; niets als er geen kop staat. */
export function splitTemplate(ruw: string): { readonly kop: string; readonly tekst: string } | undefined {
  const [, kop, tekst] = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*\n([\s\S]*)$/.exec(ruw) ?? [];
  return kop === undefined || tekst === undefined ? undefined : { kop, tekst };
}

/**
 * Leest en keurt één melding.
 * @param checks wat wie de teksten nakijkt erbij weet
 * @returns de melding, of alles wat er niet aan klopt in één keer
 */
export function parseTemplate(ruw: string, voeten: Footers, checks: Checks = NO_CHECKS): ParsedTemplate | { readonly fouten: readonly Meldingfout[] } {
  const delen = splitTemplate(ruw);
  if (!delen) return { fouten: [{ plaats: 'regel 1', tekst: 'De kop ontbreekt: begin met een regel ---, dan onderwerp, aan, waarom en bron, en dan weer een regel ---' }] };
  const { kop: kopTekst, tekst } = delen;
  const gelezen = leesKop(kopTekst);
  if ('fouten' in gelezen) return gelezen;
  const ontvangers = Array.isArray(gelezen.aan) ? gelezen.aan : Object.values(gelezen.aan).flat();
  const voorOuders = ontvangers.includes('ouders');
  const voorBuiten = ontvangers.includes(NIEUWE_PLEK);
  const voorManagement = ontvangers.includes(MANAGEMENT);
  const fouten: Meldingfout[] = voorOuders && ontvangers.some((rol) => rol !== 'ouders')
    ? [{ plaats: 'kop, aan', tekst: 'Deze melding mengt ouders met anderen: maak voor de ouders een eigen bestand, met -ouders achter de naam' }] : [];
  if (voorManagement && ontvangers.some((rol) => rol !== MANAGEMENT)) fouten.push({ plaats: 'kop, aan', tekst: `Deze melding mengt ${MANAGEMENT} met anderen: cijfers gaan alleen naar het management, en het management krijgt geen berichten over een casus` });

  fouten.push(...checks.recipients(gelezen.aan));

  const toegestaan = new Set<string>([...(voorManagement ? ['waarom'] : ALTIJD), ...gelezen.gegevens]);
  if (voorOuders || voorBuiten) toegestaan.delete('takenlijst');
  const voet = voorOuders ? voeten.ouders : voorBuiten ? voeten.buiten : voorManagement ? voeten.management : voeten.professional;
  const eersteRegel = kopTekst.split('\n').length + 3;
  fouten.push(...checkSubject(gelezen.onderwerp, toegestaan, IN_ONDERWERP[voorManagement ? 'cijfers' : 'casus'], checks), ...checkPlaceholders(tekst, toegestaan, eersteRegel, checks));
  if (tekst.trim() === '') fouten.push({ plaats: `regel ${eersteRegel}`, tekst: 'De tekst ontbreekt: schrijf onder de kop wat de ontvanger te lezen krijgt' });
  if (fouten.length > 0) return { fouten };
  return { kop: gelezen, ontvangers, voorOuders, inhoud: `${tekst.trim()}\n\n${voet.trim()}\n` };
}

/** In een voorwaarde mag het onderwerp alles gebruiken, en het toont alleen het casusnummer; van cijfers alleen de maand. */
function checkSubject(onderwerp: string, toegestaan: ReadonlySet<string>, magErIn: readonly string[], checks: Checks): Meldingfout[] {
  const getoond = shownPlaceholders(onderwerp).filter((naam) => !magErIn.includes(naam));
  return [
    ...checkPlaceholders(onderwerp, new Set([...toegestaan, ...getoond]), 1, checks).map((fout) => ({ ...fout, plaats: 'kop, onderwerp' })),
    ...getoond.map((naam) => ({ plaats: 'kop, onderwerp', tekst: `In het onderwerp mag alleen {{${magErIn.join('}}, {{')}}} staan, en niet {{${naam}}}: iedereen die de postbus ziet, leest het.${checks.bedoelde(naam, magErIn) || ' Zet het in de tekst'}` })),
  ];
}

/** De voeten staan onder elke melding en kennen alleen wat elke melding kent. */
export function checkFooter(tekst: string, soort: keyof Footers, checks: Checks = NO_CHECKS): Meldingfout[] {
  const toegestaan = new Set<string>(soort === 'management' ? ['waarom'] : ALTIJD);
  if (soort !== 'professional') toegestaan.delete('takenlijst');
  return checkPlaceholders(tekst, toegestaan, 1, checks);
}

function leesKop(tekst: string): z.output<typeof kop> | { readonly fouten: readonly Meldingfout[] } {
  const document = parseDocument(tekst);
  if (document.errors.length > 0) {
    return { fouten: document.errors.map(({ linePos }) => ({ plaats: `regel ${(linePos?.[0].line ?? 1) + 1}`, tekst: 'De kop is hier niet te lezen: zet een tekst met een dubbele punt of accolade tussen aanhalingstekens, en sluit elk aanhalingsteken en elke haak' })) };
  }
  const gelezen = kop.safeParse(document.toJS());
  if (gelezen.success) return gelezen.data;
  return { fouten: gelezen.error.issues.flatMap((issue): Meldingfout[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((naam) => ({ plaats: 'kop', tekst: `"${naam}" kent een melding niet: kies uit ${Object.keys(VERWACHT).join(', ')}` }));
    const naam = String(issue.path[0] ?? '');
    return [{ plaats: naam ? `kop, ${naam}` : 'kop', tekst: naam ? `Vul in: ${VERWACHT[naam] ?? 'de goede waarde'}` : 'Vul in: onderwerp, aan, waarom en bron' }];
  }) };
}
