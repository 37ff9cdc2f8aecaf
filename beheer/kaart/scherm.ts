import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Keuzes } from '../../registratie/kaart/keuzes.ts';
import { aantalTekst } from '../getal.ts';
import { maakActies, type Acties } from './acties.ts';
import { adresVan, type Stand } from './adres.ts';
import { BEELDEN, DAGEN, type Beeld, type Dagen } from './beelden.ts';
import { filterInWoorden } from './filterkeuze.ts';
import { GRENZEN, isPlek, maakMerken, maakPijlmerken } from './hitte.ts';
import type { Modeltekening } from './modeltekening.ts';
import { keuzeVan } from './overzicht.ts';
import { vergelijkVanaf } from '../vergelijk/vanaf.ts';
import { gekozenKolom, maakTabel, sorteerkoppen, type Kolom, type Rij } from './tabel.ts';
import { BEDEKT } from './tekst.ts';
import type { Tekengegevens } from './tekengegevens.ts';

export interface Koppeling { readonly href: string; readonly label: string; readonly current: boolean }
/** Alles wat de pagina van één kaart toont. */
export interface Scherm {
  readonly acties: Acties;
  readonly beelden: readonly Koppeling[];
  /** Schooldagen of kalenderdagen; leeg waar geen duur staat. */
  readonly dagkeuze: readonly Koppeling[];
  readonly chips: readonly { label: string; weg: string; wegLabel: string }[];
  readonly kinderenNu: string;
  readonly kinderenWoord: string;
  readonly versheid: string;
  readonly actueel: boolean;
  readonly leeg: boolean;
  readonly gefilterd: boolean;
  readonly zonderFilter: string;
  readonly geenTermijnen: boolean;
  readonly uitleg: string;
  /** Wat er door dit filter niet staat en waarom. */
  readonly toelichting: readonly string[];
  readonly tekens: readonly { teken: string; uitleg: string }[];
  readonly opvallend: readonly { id: string; href: string; naam: string; getal: string }[];
  readonly opvallendKop: string;
  readonly tabelkop: string;
  readonly kolommen: readonly (Kolom & { richting: string; volgende: string })[];
  readonly rijen: readonly Schermrij[];
  /** Voor de tekening, als tekst in een attribuut. */
  readonly gegevens: string;
  readonly sorteervelden: readonly { naam: string; waarde: string }[];
  /** Deze kaart naast een andere. */
  readonly vergelijk: string;
}
export interface Schermrij extends Omit<Rij, 'element'> { readonly href: string; readonly meer: readonly Koppeling[]; readonly inTekening: boolean }

export interface SchermDelen { readonly kaart: Kaart; readonly stand: Stand; readonly tekening: Modeltekening; readonly keuzes: Keuzes }

/** Zet de cijfers van een kaart om in wat de pagina toont; de tekening en de tabel komen uit dezelfde getallen. */
export async function maakScherm({ kaart, stand, tekening, keuzes }: SchermDelen): Promise<Scherm> {
  const { beeld, dagen } = stand;
  const naar = (anders: Partial<Stand>): string => adresVan(kaart.proces, stand, anders);
  const erin = (proces: string): string => adresVan(proces, stand, { via: [...stand.via, kaart.proces], blad: '', sorteer: '' });
  const tabel = maakTabel(kaart, beeld, dagen, tekening, stand.sorteer);
  const [kolom, dalend] = gekozenKolom(tabel.kolommen, BEELDEN[beeld].hoofd, stand.sorteer);
  const rijen = await Promise.all(tabel.rijen.map((rij) => schermrij(rij, kaart.proces, erin)));
  const gekozen = await filterInWoorden(kaart.filter, keuzes);
  const merken = maakMerken(kaart, beeld, dagen);
  const gegevens: Tekengegevens = {
    proces: kaart.proces, model: tekening.adres, beeld, blad: stand.blad,
    merken, pijlen: beeld === 'paden' ? maakPijlmerken(kaart.paden) : [],
    naar: Object.fromEntries(kaart.elementen.filter((e) => e.roept !== null).map((e) => [e.id, erin(e.roept!)])),
    klassen: klassen(beeld, dagen),
  };
  const termijnen = kaart.elementen.some((e) => e.termijnen.length > 0);
  const uitleg = UITLEG[beeld](DAGEN[dagen].label);
  return {
    acties: maakActies(kaart, beeld, gekozen, { klassen: gegevens.klassen, tekens: BEDEKT, uitleg }),
    beelden: (Object.keys(BEELDEN) as Beeld[]).map((b) => ({ href: naar({ beeld: b, sorteer: '' }), label: BEELDEN[b].titel, current: b === beeld })),
    dagkeuze: beeld === 'nu' || beeld === 'duur' ? (Object.keys(DAGEN) as Dagen[]).map((d) => ({ href: naar({ dagen: d }), label: DAGEN[d].label, current: d === dagen })) : [],
    chips: gekozen.map(({ label, velden }) => ({ label, weg: velden.some((v) => v in stand.filter) ? naar({ filter: Object.fromEntries(Object.entries(stand.filter).filter(([veld]) => !velden.includes(veld))) }) : '', wegLabel: `Zonder ${label}` })),
    kinderenNu: aantalTekst(kaart.kinderenNu), kinderenWoord: kaart.kinderenNu === 1 ? 'kind is' : 'kinderen zijn', versheid: kaart.versheid.tekst, actueel: kaart.versheid.actueel,
    leeg: kaart.kinderenNu === 0 && kaart.elementen.filter(isPlek).every((e) => e.nu.kinderen === 0 && e.geeindigd.kinderen === 0), gefilterd: gekozen.length > 0, zonderFilter: naar({ filter: {} }),
    geenTermijnen: beeld === 'termijn' && !termijnen && kaart.elementen.some((e) => e.stappen.length > 0 && e.soort === 'userTask'),
    toelichting: kaart.toelichting, uitleg, tekens: BEDEKT,
    opvallend: opvallend(tabel.rijen, rijen, tabel.kolommen, beeld), opvallendKop: OPVALLEND[beeld],
    tabelkop: `${BEELDEN[beeld].titel}, in getallen`,
    kolommen: sorteerkoppen(tabel.kolommen, kolom, dalend),
    rijen, gegevens: JSON.stringify(gegevens), vergelijk: vergelijkVanaf(kaart, stand),
    sorteervelden: Object.entries({ beeld, dagen, ...stand.filter, via: stand.via.join(','), blad: stand.blad }).filter(([, waarde]) => waarde !== '').map(([naam, waarde]) => ({ naam, waarde })),
  };
}

const UITLEG: Record<Beeld, (dagen: string) => string> = {
  nu: () => 'Het getal is hoeveel kinderen er nu bij een stap zijn. Een kind kan bij meer stappen tegelijk zijn. Een stap met een dikke rand telt alles wat erin zit.',
  duur: (dagen) => `Het getal is hoeveel ${dagen} (d) een stap duurt: de helft van de keren was zij binnen zoveel klaar (mediaan), negen van de tien keer binnen p90. Wat nog loopt telt mee met zijn leeftijd: "nu al" staat erbij als kinderen er nu langer wachten dan gewoon.`,
  termijn: () => 'Het getal is welk deel te laat klaar was. "Duurt 5, mag 3 sd": de helft duurde vijf dagen, de tabel Termijnen geeft er drie (sd schooldagen, kd kalenderdagen, wd werkdagen). "Nu te laat" is wat nu openstaat en al over de termijn is. De kleur volgt het hoogste van die twee.',
  paden: () => 'Hoe dikker de band, hoe vaker een kind daarlangs ging; het getal is hoe vaak. Een gestippelde pijl is niet te tellen of niet te tonen.',
};
const OPVALLEND: Record<Beeld, string> = { nu: 'Meeste kinderen', duur: 'Duurt het langst', termijn: 'Meest te laat', paden: 'Meest gelopen' };

/** De klassen van de legenda: vanaf welk getal een kleur begint. */
export function klassen(beeld: Beeld, dagen: Dagen): string[] {
  if (beeld === 'paden') return [];
  const grenzen: readonly number[] = beeld === 'nu' ? GRENZEN.nu : beeld === 'duur' ? GRENZEN[dagen] : GRENZEN.termijn.map((g) => Math.round(100 * g));
  const eenheid = beeld === 'duur' ? ` ${DAGEN[dagen].label}` : beeld === 'nu' ? ' kinderen' : '%';
  return grenzen.map((g, i) => {
    const tot = grenzen[i + 1];
    const bereik = tot === undefined ? `${g}` : tot - 1 > g ? `${g}–${tot - 1}` : `${g}`;
    return `${bereik}${eenheid}${tot === undefined ? ' of meer' : ''}`;
  });
}

/** Een rij met waar zij heen leidt. @param naar het adres van een proces dat hier begint */
export async function schermrij({ element, ...rij }: Rij, proces: string, naar: (proces: string) => string): Promise<Schermrij> {
  const meer = element?.soort === 'callActivity' && element.roept === null ? await keuzeVan(proces, element.id) : [];
  return {
    ...rij, inTekening: rij.inModel, href: element?.roept ? naar(element.roept) : '',
    meer: meer.map((m) => ({ href: naar(m.proces), label: m.naam, current: false })),
  };
}

/** De hoogste drie plekken; een deelproces niet, want dat is de som van wat erin zit. */
function opvallend(ruw: readonly Rij[], rijen: readonly Schermrij[], kolommen: readonly Kolom[], beeld: Beeld): Scherm['opvallend'] {
  const plek = kolommen.findIndex((k) => k.sleutel === BEELDEN[beeld].hoofd) - 1;
  // Van de paden alleen waar iets te kiezen was: de rest volgt daaruit.
  const los = ({ element: e, cellen }: Rij): boolean => (e === null ? cellen[0]!.waarde !== '' : e.soort === 'userTask' || e.soort === 'callActivity');
  return ruw.flatMap((r, i) => ({ r, rij: rijen[i]!, cel: r.cellen[plek]! }))
    .filter(({ r, cel }) => los(r) && r.inModel && typeof cel.waarde === 'number' && /\d/.test(cel.tekst) && cel.tekst !== '<5' && cel.waarde > 0)
    .sort((a, b) => (b.cel.waarde as number) - (a.cel.waarde as number)).slice(0, 3)
    .map(({ r, rij, cel }) => ({ id: r.id, href: `#rij-${rij.id}`, naam: beeld === 'paden' ? `${r.naam} ${r.cellen[0]!.tekst}` : r.naam, getal: `${cel.tekst}${beeld !== 'duur' ? '' : cel.waarde === 1 ? ' dag' : ' dagen'}` }));
}
