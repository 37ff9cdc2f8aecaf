import type { Server } from 'node:http';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { vergelijkadres } from '../../beheer/vergelijk/adres.ts';
import { kaartadres } from '../../beheer/kaartfilter.ts';
import { leesTekeningen } from '../../domein/kaart/besluiten.ts';
import { volgendeMaand } from '../../domein/kalender/maand.ts';
import type { Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Keuzes } from '../../registratie/kaart/keuzes.ts';
import { klemKleine, zoekKleine, type Vraagstuk } from '../helpers/aanval.ts';
import { TERMIJNEN } from '../helpers/geschiedenis.ts';
import { zaaiKaartregister } from '../helpers/kaart-register.ts';
import { eindPuzzel, kinderenPer, leesBezoeken, nuPuzzel, type Antwoord, type Cijfers } from '../helpers/kaart-waarheid.ts';
import { getalIn, leesVergelijktabel, overPijl, uitVergelijking, type Vergelijkrij } from '../helpers/vergelijking.ts';
import { useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';

const NU = new Date('2025-12-10T09:00:00+01:00');
const PROCESSEN = ['casus', 'kernteam', 'geen-kernteam', 'leerling-bespreken', 'verzuim-vastleggen', 'logboek-starten', 'maatwerk-herwegen'];
const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN, klok: { nu: () => NU } }), 'pglite', { leeg: false });

/** Elk filter dat de API toelaat en waar iets achter kan zitten. */
function filters(keuzes: Keuzes, eerste: string, laatste: string): Kaartfilter[] {
  const maanden: string[] = [];
  for (let maand = eerste; maand <= laatste; maand = volgendeMaand(maand)) maanden.push(maand);
  const tijd: Kaartfilter[] = [{}, ...keuzes.schooljaren.map((schooljaar) => ({ schooljaar })), ...maanden.flatMap((van) => maanden.filter((tot) => tot >= van).map((tot) => ({ van, tot })))];
  const kenmerken: Kaartfilter[] = [
    {}, ...keuzes.gemeenten.map((gemeente) => ({ gemeente })), ...keuzes.besturen.map((bestuur) => ({ bestuur })), ...keuzes.scholen.map(({ brin }) => ({ school: brin })), ...keuzes.groepen.map((groep) => ({ groep })),
    ...keuzes.redenen.map((reden) => ({ reden })), ...[...new Set(Object.values(keuzes.versies).flat())].map((versie) => ({ versie })),
  ];
  const smal = keuzes.schooljaren.flatMap((schooljaar) => kenmerken.flatMap((k) => [undefined, 'kernteam', 'geen-kernteam'].map((route): Kaartfilter => ({ schooljaar, ...k, ...(route ? { route } : {}) }))));
  return [...tijd, ...smal.filter((f) => Object.keys(f).length > 1)];
}

/** Genoeg paren om elk filter aan beide kanten te hebben: elk met zijn buur, en met een dat ver weg staat. */
const paren = <T>(alle: readonly T[]): [T, T][] => alle.flatMap((een, i): [T, T][] => [[een, alle[(i + 1) % alle.length]!], [alle[(7 * i + 3) % alle.length]!, een]]).filter(([a, b]) => a !== b);

/** Met optellen en aftrekken, en met grenzen. */
const val = (vraagstuk: Vraagstuk): string[] => [...zoekKleine(vraagstuk), ...klemKleine(vraagstuk)];

describe('uit alles wat een manager kan ophalen volgt geen aantal van één tot en met vier kinderen', () => {
  let server: Server;
  const antwoorden: Antwoord[] = [];
  let bezoeken: Awaited<ReturnType<typeof leesBezoeken>>;
  let plekken: [string, string][];
  let browser: Browser;
  // Waar de pagina's op draaien is er pas bij een test; ophalen gebeurt één keer.
  beforeEach(async () => {
    if (antwoorden.length > 0) return;
    await zaaiKaartregister(beheer.register, 420, NU);
    bezoeken = await leesBezoeken(beheer.register);
    server = makeApp(beheer.delen).listen(0);
    browser = await beheer.als('swv-management', server as never);
    const haal = async <T>(pad: string): Promise<T> => {
      const { status, body } = await browser.get(pad);
      if (status !== 200) throw new Error(`${pad}: ${status}`);
      return body as T;
    };
    const maanden = bezoeken.flatMap((b) => b.maand ?? []).sort();
    const vragen = filters(await haal<Keuzes>('/api/kaart'), maanden[0]!, maanden.at(-1)!);
    for (const proces of PROCESSEN) for (const filter of vragen) antwoorden.push({ proces, filter, body: await haal<Cijfers>(`/api/kaart/${proces}?${kaartadres(filter)}`) });
    plekken = [...new Set(bezoeken.filter((b) => !b.element.startsWith('gw')).map((b) => `${b.proces}|${b.element}`))].sort().map((p) => p.split('|') as [string, string]);
  }, 600_000);
  afterAll(() => server?.close());

  test('er is genoeg opgehaald, en er staat genoeg om mee te rekenen', () => {
    const getoond = antwoorden.flatMap((a) => a.body.elementen.flatMap((e) => [e.nu.kinderen, e.geeindigd.kinderen])).filter((n) => typeof n === 'number' && n > 0);
    console.log(`${antwoorden.length} antwoorden, ${getoond.length} getallen over kinderen`);
    expect(antwoorden.length).toBeGreaterThan(2_000);
    expect(getoond.length).toBeGreaterThan(3_000);
    for (const soort of ['school', 'bestuur', 'gemeente', 'groep', 'reden', 'versie', 'route', 'van'] as const) expect([soort, antwoorden.some((a) => a.filter[soort] !== undefined && a.body.elementen.some((e) => typeof e.geeindigd.kinderen === 'number' && e.geeindigd.kinderen > 0))]).toEqual([soort, true]);
    expect(antwoorden.some((a) => a.filter.school !== undefined && typeof a.body.kinderenNu === 'number'), 'nu, van één school').toBe(true);
  });

  test('wat eindigde: per maand, schooljaar, route en kenmerk, met te laat en op tijd', () => {
    expect(plekken.flatMap(([proces, element]) => val(eindPuzzel(bezoeken, proces, element, antwoorden)))).toEqual([]);
  }, 300_000);

  test('waar kinderen nu zijn, over alle processen heen', () => {
    expect(val(nuPuzzel(bezoeken, NU, antwoorden))).toEqual([]);
  }, 300_000);

  test('wat in de tekening samenhangt: de eerste taak van een fase is de som van wie haar aanroept', async () => {
    expect(await langsDeTekening(false)).toEqual([]);
  });

  describe('de vergelijkpagina erbij', () => {
    interface Vergelijking { readonly proces: string; readonly a: Kaartfilter; readonly b: Kaartfilter; readonly rijen: ReadonlyMap<string, Vergelijkrij>; readonly tekening: readonly string[] }
    const vergelijkingen: Vergelijking[] = [];
    const gegeven = new Map<string, Cijfers>();
    const adresfilter = (f: Kaartfilter): Record<string, string> => Object.fromEntries(new URLSearchParams(kaartadres(f)));
    beforeEach(async () => {
      if (vergelijkingen.length > 0) return;
      for (const { proces, filter, body } of antwoorden) gegeven.set(`${proces} ${kaartadres(filter)}`, body);
      for (const [nr, proces] of PROCESSEN.entries()) {
        // Zonder filter aan beide kanten kiest de pagina er zelf twee, en elk proces neemt andere paren.
        const filters = antwoorden.filter((a) => a.proces === proces && Object.keys(a.filter).length > 0).map((a) => a.filter).filter((_f, i) => (i + nr) % 13 === 0);
        for (const [a, b] of paren(filters)) {
          for (const beeld of ['nu', 'klaar', 'termijn', 'paden'] as const) {
            const { status, text } = await browser.get(vergelijkadres({ proces, beeld, dagen: 'schooldagen', via: [], blad: '', sorteer: '', a: adresfilter(a), b: adresfilter(b) })).set(VAN_HIER);
            if (status !== 200) throw new Error(`${proces} ${kaartadres(a)} ${kaartadres(b)}: ${status}`);
            const tekening = [...text.slice(text.indexOf('id="kaart-verschil"')).matchAll(/&quot;getal&quot;:&quot;([^&]*)&quot;,&quot;(?:onder&quot;:&quot;([^&]*)&quot;|deel&quot;)/g)].map(([, getal, onder = '']) => `${getal!} ${onder}`.trim());
            vergelijkingen.push({ proces, a, b, rijen: leesVergelijktabel(text), tekening });
          }
        }
      }
    }, 600_000);

    test('elk getal is er een dat de heatmap ook geeft, en een verschil staat alleen tussen twee die er staan', () => {
      const geteld = { verschillen: 0, keer: 0, deel: 0 };
      for (const { proces, a, b, rijen, tekening } of vergelijkingen) {
        const antwoord = [a, b].map((f) => gegeven.get(`${proces} ${kaartadres(f)}`)!);
        const kaarten = antwoord.map(({ elementen }) => new Map(elementen.map((e) => [e.id, e])));
        for (const [id, rij] of rijen) {
          for (const [maat, drie] of Object.entries(rij)) {
            const [vanA, vanB, verschil] = drie.map(getalIn);
            if (verschil !== undefined) geteld.verschillen++;
            const wat = `${proces} ${kaartadres(a)} tegenover ${kaartadres(b)}: ${id} ${maat} ${drie.join(' | ')}`;
            // Een deel staat er in hele procenten, dus van het verschil van twee zit de afronding eraan vast.
            if (verschil !== undefined) expect(vanA !== undefined && vanB !== undefined && Math.abs(vanB - vanA - verschil) <= (drie[2].endsWith('pp') ? 1 : 0), wat).toBe(true);
            if (maat === 'nu' || maat === 'kinderen') {
              const [inA, inB] = kaarten.map((kaart) => (maat === 'nu' ? kaart.get(id)?.nu.kinderen : kaart.get(id)?.geeindigd.kinderen));
              expect([vanA ?? null, vanB ?? null], wat).toEqual([inA, inB].map((n) => (typeof n === 'number' ? n : null)));
            }
            if ('deel' in rij && (maat === 'keer' || maat === 'deel')) {
              const bekend = antwoord.map(({ paden }) => overPijl(paden, id)[maat]);
              for (const [kant, er] of [vanA, vanB].entries()) if (maat === 'keer' || er !== undefined) expect(er, wat).toBe(bekend[kant]);
              if (verschil !== undefined) geteld[maat]++;
            }
          }
        }
        const inTabel = new Set([...rijen.values()].flatMap((rij) => Object.values(rij)).flatMap(([x, y, v]) => [v, `${v} ${x} → ${y}`]));
        expect(tekening.filter((merk) => !inTabel.has(merk)), 'de tekening zegt niets wat de tabel niet zegt').toEqual([]);
      }
      console.log(`${vergelijkingen.length} vergelijkingen, ${geteld.verschillen} verschillen, van pijlen ${geteld.keer} in hoe vaak en ${geteld.deel} in welk deel`);
      expect([geteld.verschillen > 2_000, geteld.keer > 30, geteld.deel > 10]).toEqual([true, true, true]);
    }, 120_000);

    test('wie er alles uit haalt wat eruit volgt, vindt samen met de rest geen klein getal', () => {
      const samen = [...antwoorden, ...uitgerekend((rijen) => rijen)];
      expect(plekken.flatMap(([proces, element]) => val(eindPuzzel(bezoeken, proces, element, samen)))).toEqual([]);
      expect(val(nuPuzzel(bezoeken, NU, samen))).toEqual([]);
    }, 600_000);

    test('deze aanvaller vindt er wel als een verschil ook staat waar maar een van de twee er staat', () => {
      const waarheid = kinderenPer(bezoeken);
      const samen = [...antwoorden, ...uitgerekend((rijen, { proces, a, b }) => new Map([...rijen].map(([id, rij]) => {
        const { kinderen } = rij;
        const verschil = waarheid(b)(`${proces}|${id}`) - waarheid(a)(`${proces}|${id}`);
        return [id, kinderen && (getalIn(kinderen[0]) === undefined) !== (getalIn(kinderen[1]) === undefined) ? { ...rij, kinderen: [kinderen[0], kinderen[1], String(verschil)] as const } : rij];
      })))];
      expect(plekken.slice(0, 6).flatMap(([proces, element]) => zoekKleine(eindPuzzel(bezoeken, proces, element, samen))).length).toBeGreaterThan(0);
    }, 300_000);

    /** Wat er uit elke vergelijking over A en over B volgt, als antwoorden over die filters. */
    function uitgerekend(anders: (rijen: ReadonlyMap<string, Vergelijkrij>, v: Vergelijking) => ReadonlyMap<string, Vergelijkrij>): Antwoord[] {
      return vergelijkingen.flatMap((v) => {
        const kaart = gegeven.get(`${v.proces} ${kaartadres(v.a)}`)!;
        const metInhoud = new Set(kaart.elementen.filter((e) => (e as { inhoud?: unknown }).inhoud !== null).map((e) => e.id));
        const [a, b] = uitVergelijking(anders(v.rijen, v), metInhoud);
        return [{ proces: v.proces, filter: v.a, body: a }, { proces: v.proces, filter: v.b, body: b }];
      });
    }
  });

  test('deze aanvaller vindt er wel als alleen de kleine getallen zelf worden weggelaten', async () => {
    expect(plekken.flatMap(([proces, element]) => zoekKleine(eindPuzzel(bezoeken, proces, element, antwoorden, true))).length).toBeGreaterThan(10);
    expect(zoekKleine(nuPuzzel(bezoeken, NU, antwoorden, true)).length).toBeGreaterThan(0);
    expect((await langsDeTekening(true)).length).toBeGreaterThan(0);
  }, 300_000);

  /** Vult in elk antwoord de verbanden van de tekening in: alles op één deel na bekend, en wat ontbreekt is een klein getal. */
  async function langsDeTekening(alleenKlein: boolean): Promise<string[]> {
    const { verbanden } = await leesTekeningen();
    const waarheid = kinderenPer(bezoeken);
    const perFilter = new Map<string, { filter: Kaartfilter; gezien: Map<string, number> }>();
    for (const { proces, filter, body } of antwoorden) {
      const bij = perFilter.get(kaartadres(filter)) ?? { filter, gezien: new Map<string, number>() };
      perFilter.set(kaartadres(filter), bij);
      for (const { id, geeindigd } of body.elementen) if (typeof geeindigd.kinderen === 'number') bij.gezien.set(`${proces}|${id}`, geeindigd.kinderen);
    }
    const gevonden = new Set<string>();
    for (const [adres, { filter, gezien }] of perFilter) {
      const tel = waarheid(filter);
      // Dat ergens niemand was weet de aanvaller ook zo: op de ene route komt niemand langs de stappen van de andere.
      const bekend = (plek: string): number | undefined => (tel(plek) === 0 ? 0 : alleenKlein ? (tel(plek) >= 5 ? tel(plek) : undefined) : gezien.get(plek));
      for (const { delen } of verbanden) {
        for (const [i, doel] of delen.entries()) {
          let sommen = [0];
          for (const [j, { factor, leden }] of delen.entries()) if (j !== i) sommen = sommen.flatMap((som) => [...new Set(leden.flatMap((lid) => bekend(lid) ?? []))].map((n) => som + factor * n));
          for (const lid of doel.leden) {
            const n = tel(lid);
            if (n >= 1 && n <= 4 && bekend(lid) === undefined && sommen.includes(-doel.factor * n)) gevonden.add(`${adres}: ${lid} = ${n}`);
          }
        }
      }
    }
    return [...gevonden];
  }
});
