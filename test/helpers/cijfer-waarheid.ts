import type { Cijferdeps, Opname } from '../../domein/cijfers/bron.ts';
import { vanCasus, vanNu, vanThuiszitter, vanTijd, type Eenheid } from '../../domein/cijfers/eenheid.ts';
import { gebeurtenissenVan } from '../../domein/cijfers/gebeurtenissen.ts';
import type { Kenmerken } from '../../domein/cijfers/kinderen.ts';
import { leesKpigevallen } from '../../domein/cijfers/kpi/lees.ts';
import { leesKinderenNu, type Kindnu } from '../../domein/cijfers/nu.ts';
import { standOp } from '../../domein/cijfers/stand.ts';
import { vielTerug, ZONDER_AANBOD } from '../../domein/cijfers/terugval.ts';
import { thuiszittertijden } from '../../domein/cijfers/thuiszittertijden.ts';
import { begonnenMaanden, inSchooljaar, maandVan, meetdagVan } from '../../domein/kalender/maand.ts';
import type { Regel, Vraagstuk } from './aanval.ts';

/** Iets wat in een cijfer telt: over wie of wat, en met welk kenmerk het gekozen kan worden. */
interface Lid { readonly eenheid: Eenheid; readonly kenmerken: Kenmerken }
/** Van elk cijfer dat ergens kan staan wie erin telt, ook als het er niet staat. */
export type Waarheid = Map<string, Lid[]>;
/** Een cijfer zoals het ergens stond. */
export interface Gezien { readonly cijfer: string; readonly zicht: readonly [keyof Kenmerken, string] | null; readonly waarde: number | '<5' | null }

const NU: Record<string, (k: Kindnu) => boolean> = {
  open: (k) => k.stand.open, thuiszitter: (k) => k.stand.status === 'thuiszitter', drieMaanden: (k) => k.stand.langerDanDrieMaanden, thuis: (k) => k.groep !== null, dreigend: (k) => k.stand.status === 'dreigend',
  overTermijn: (k) => k.stand.open && k.overTermijn, passeertVier: (k) => k.passeertVierWeken, passeertDrie: (k) => k.passeertDrieMaanden,
  ...Object.fromEntries([0, 1, 2, 3].flatMap((nr) => [[`groep${nr}`, (k: Kindnu) => k.groep === nr], [`langer${nr}`, (k: Kindnu) => (k.groep ?? 0) >= nr]])),
};

/** Telt elk cijfer van deze schooljaren zelf: wie erin zit, niet of het getoond mag worden. */
export async function leesWaarheid(deps: Cijferdeps, opname: Opname, schooljaren: readonly string[]): Promise<Waarheid> {
  const { kinderen, peildatum, normen } = opname;
  const uit: Waarheid = new Map();
  const zet = (cijfer: string, lid: Lid): void => void (uit.get(cijfer) ?? uit.set(cijfer, []).get(cijfer)!).push({ eenheid: lid.eenheid, kenmerken: lid.kenmerken });
  for (const k of await leesKinderenNu(deps, opname)) {
    const lid = { eenheid: vanNu(k.leerlingId), kenmerken: k.kenmerken };
    const bij = [...Object.keys(NU).filter((naam) => NU[naam]!(k)), ...(k.stand.open ? [`route:${k.kenmerken.route}`] : []), ...(k.brug ? [`brug:${k.brug}`] : []), ...k.nummers, ...[...k.teLaatBij].map((nr) => `${nr}:laat`)];
    for (const naam of bij) zet(`nu ${naam}`, lid);
  }
  const kpis = await leesKpigevallen(deps, opname, [...schooljaren].sort().flatMap((jaar) => begonnenMaanden(jaar, peildatum).map((maand) => meetdagVan(maand, peildatum))));
  for (const jaar of schooljaren) {
    const maanden = begonnenMaanden(jaar, peildatum);
    for (const kind of kinderen) {
      const tijden = thuiszittertijden(kind.tijdlijn, peildatum);
      // Een kind telt in elk cijfer één keer: bij de eerste keer dat het gebeurde.
      const geteld = new Set<string>();
      const eenmaal = (cijfer: string, eenheid: Eenheid): void => { if (!geteld.has(cijfer)) { geteld.add(cijfer); zet(cijfer, { eenheid, kenmerken: kind.kenmerken }); } };
      for (const g of gebeurtenissenVan(kind, peildatum).filter(({ dag }) => inSchooljaar(dag, jaar))) {
        const eenheid = eenheidVan(g.dag, g.soort);
        for (const cijfer of [`${jaar} ${g.soort}`, `${maandVan(g.dag)} ${g.soort}`, ...(g.reden === null ? [] : [`${jaar} ${g.soort} door ${g.reden}`])]) eenmaal(cijfer, eenheid);
      }
      for (const maand of maanden) {
        const stand = standOp(kind, meetdagVan(maand, peildatum));
        if (stand.status === 'thuiszitter') eenmaal(`${maand} standThuiszitter`, vanThuiszitter(kind, meetdagVan(maand, peildatum), peildatum));
        if (stand.langerDanDrieMaanden) eenmaal(`${maand} standDrieMaanden`, vanThuiszitter(kind, meetdagVan(maand, peildatum), peildatum));
      }
      const einde = tijden.findLast((t) => t.tot !== null && inSchooljaar(t.tot, jaar) && !ZONDER_AANBOD.includes(t.redenUit));
      if (einde?.tot) {
        const dicht = normen.terugvalTot(einde.tot) < peildatum;
        for (const naam of ['eindigde', ...(dicht ? ['venster'] : []), ...(dicht && vielTerug(tijden, einde.tot, normen.terugvalTot) ? ['terug'] : [])]) eenmaal(`${jaar} ${naam}`, vanTijd(kind, einde));
      }

      function eenheidVan(dag: string, soort: string): Eenheid {
        const tijd = tijden.find((t) => (soort === 'thuiszitter' ? t.van : t.tot) === dag);
        if (soort === 'thuiszitter' || soort === 'geenThuiszitter') return vanTijd(kind, tijd!);
        const [casus, open] = kind.casussen.flatMap((c) => c.verloop.map((v, keer) => [c, v, keer] as const)).find(([, v, keer]) => (soort === 'gesloten' ? v.tot === dag : v.van === dag && (soort === 'aangemeld') === (keer === 0)))!;
        return vanCasus(kind, casus.casusId, open);
      }
    }
    for (const { kpi, gevallen } of kpis) {
      const laatste = maanden.length > 0 ? meetdagVan(maanden.at(-1)!, peildatum) : '';
      for (const [nr, g] of (gevallen ?? []).entries()) {
        const lid = { eenheid: g.eenheid ?? `${kpi.id} ${nr}`, kenmerken: g.kenmerken };
        const namen = g.uitslag === 'open' ? ['open'] : g.uitslag === 'buiten' ? [`buiten ${g.soort}`] : ['noemer', g.uitslag === 'goed' ? 'teller' : 'rest', ...(g.soort === undefined ? [] : [`soort ${g.soort}`])];
        if (kpi.stand ? g.dag === laatste : inSchooljaar(g.dag, jaar)) for (const naam of namen) zet(`${jaar} ${kpi.id} ${naam}`, lid);
        const maand = maanden.find((m) => (kpi.stand ? meetdagVan(m, peildatum) === g.dag : m === maandVan(g.dag)));
        if (maand) for (const naam of namen.filter((n) => ['noemer', 'teller', 'rest'].includes(n))) zet(`${maand} ${kpi.id} ${naam}`, lid);
      }
    }
  }
  return uit;
}

/** Kenmerken die elkaar bepalen. Wie van elke school weet welke kinderen uit welke gemeente komen, weet alles al: tussen de verdelingen valt niet te rekenen. */
export const VERDELINGEN = [['route', 'bestuur', 'school'], ['gemeente'], ['groep']] as const satisfies readonly (readonly (keyof Kenmerken)[])[];

/**
 * Alles wat op alle pagina's samen te zien is, met één verdeling naar kenmerk erbij, als stelsel. Een onbekende is een groep die in elk cijfer
 * gelijk telt en daarin dezelfde kenmerken heeft.
 * @param staat wat een cijfer laat zien; zonder is het wat er gezien is
 */
export function cijferPuzzel(waarheid: Waarheid, gezien: readonly Gezien[], verdeling: readonly (keyof Kenmerken)[] = [], staat: (g: Gezien, n: number) => boolean = ({ waarde }) => typeof waarde === 'number'): Vraagstuk {
  const eenheden = new Map<string, Map<string, Kenmerken>>();
  for (const [cijfer, leden] of waarheid) {
    for (const { eenheid, kenmerken } of leden) {
      let naam = eenheid;
      while (eenheden.get(naam)?.has(cijfer)) naam += '+';
      (eenheden.get(naam) ?? eenheden.set(naam, new Map()).get(naam)!).set(cijfer, kenmerken);
    }
  }
  const onbekenden: { naam: string; aantal: number; soort: string }[] = [];
  const nummers = new Map<string, number>();
  const nummer = (naam: string): number => {
    const nr = nummers.get(naam) ?? onbekenden.push({ naam, aantal: 0, soort: '' }) - 1;
    nummers.set(naam, nr);
    onbekenden[nr]!.aantal++;
    return nr;
  };
  const cellen = new Map<string, Map<number, number>>();
  const zet = (cel: string, nr: number): void => void (cellen.get(cel) ?? cellen.set(cel, new Map()).get(cel)!).set(nr, 1);
  for (const bij of eenheden.values()) {
    const allen = [...bij.keys()].sort();
    const nr = nummer(allen.map((cijfer) => `${cijfer} ${verdeling.map((k) => bij.get(cijfer)![k]).join('/')}`).join(' & '));
    for (const cijfer of allen) for (const cel of [cijfer, ...verdeling.map((k) => `${cijfer} ${k}=${bij.get(cijfer)![k]}`)]) zet(cel, nr);
  }
  const [getoond, klein, doelen]: [Regel[], Regel[], { naam: string; regel: Regel }[]] = [[], [], []];
  const ongeveer: { regel: Regel; van: number; tot: number }[] = [];
  for (const g of gezien.filter(({ zicht }) => zicht === null || verdeling.includes(zicht[0]))) {
    const naam = g.zicht ? `${g.cijfer} ${g.zicht.join('=')}` : g.cijfer;
    const regel = cellen.get(naam) ?? new Map<number, number>();
    const n = [...regel.keys()].reduce((som, nr) => som + onbekenden[nr]!.aantal, 0);
    if (typeof g.waarde === 'number' && g.waarde !== (g.zicht ? 5 * Math.round(n / 5) : n)) throw new Error(`${naam}: er staat ${g.waarde}, het is ${n}`);
    // Een afgerond getal is er één van vijf; een weggelaten getal is er minder dan tien.
    if (g.zicht) ongeveer.push(typeof g.waarde === 'number' ? { regel, van: g.waarde - 2, tot: g.waarde + 2 } : { regel, van: 0, tot: 9 });
    if (!g.zicht && staat(g, n)) getoond.push(regel);
    else doelen.push({ naam, regel });
    if (g.waarde === '<5') klein.push(regel);
  }
  return { onbekenden, gelijk: [], getoond, klein, ongeveer, doelen };
}
