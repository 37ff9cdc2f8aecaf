import { beforeEach, describe, expect, test } from 'vitest';
import { makeCijferdeps, maakOpname } from '../../domein/cijfers/bron.ts';
import { KPIS } from '../../domein/cijfers/kpi/index.ts';
import { LAAG, Samen } from '../../domein/cijfers/samen.ts';
import type { Kenmerken } from '../../domein/cijfers/kinderen.ts';
import { maakMaandmail } from '../../domein/cijfers/maandmail.ts';
import { begonnenMaanden } from '../../domein/kalender/maand.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import { defaultMailOptions } from '../../workers/runtime/mail-options.ts';
import { klemKleine, zoekKleine, type Vraagstuk } from '../helpers/aanval.ts';
import { cijferPuzzel, leesWaarheid, VERDELINGEN, type Gezien, type Waarheid } from '../helpers/cijfer-waarheid.ts';
import { leesKlok, leesKpis, leesMail, leesStart } from '../helpers/cijfers-lezen.ts';
import { zaaiCijfers } from '../helpers/cijferregister.ts';
import { zaaiStappen } from '../helpers/cijferstappen.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';
import { bladenVan, haalBestand } from './helpers/bestand.ts';

const VANDAAG = '2026-03-16';
const KLOK = { nu: () => new Date(`${VANDAAG}T10:15:00+01:00`) };
const JAREN = ['2025-2026', '2024-2025'];
const beheer = useBeheer(() => ({ klok: KLOK }), 'pglite', { leeg: false });
const val = (vraagstuk: Vraagstuk): string[] => [...zoekKleine(vraagstuk), ...klemKleine(vraagstuk)];

describe('uit alles wat een manager over cijfers kan ophalen volgt geen aantal van één tot en met vier', () => {
  let waarheid: Waarheid;
  const gezien: Gezien[] = [];
  // Waar de pagina's op draaien is er pas bij een test; ophalen gebeurt één keer.
  beforeEach(async () => {
    if (gezien.length > 0) return;
    await zaaiCijfers(beheer.register, 130, VANDAAG);
    await zaaiStappen(beheer.register, VANDAAG);
    const deps = makeCijferdeps({ db: beheer.register.db, engine: fakeEngine(), klok: KLOK }, schoolkalenders());
    const opname = await maakOpname(deps);
    waarheid = await leesWaarheid(deps, opname, JAREN);
    const browser = await beheer.als('swv-management');
    const maanden = JAREN.flatMap((jaar) => begonnenMaanden(jaar, VANDAAG));
    for (const zicht of await zichten(browser)) {
      for (const jaar of JAREN) {
        const vraag = `?${new URLSearchParams([['schooljaar', jaar], ...(zicht ? [zicht] : [])] as string[][]).toString()}`;
        const bladen = async (pad: string) => { const antwoord = await haalBestand(browser, pad); if (antwoord.status !== 200) throw new Error(`${pad}: ${antwoord.status}`); return bladenVan(antwoord); };
        gezien.push(...leesKlok(await bladen(`/cijfers/klok/tabel.xlsx${vraag}`), jaar, zicht, maanden, waarheid), ...leesKpis(await bladen(`/cijfers/tabel.xlsx${vraag}`), jaar, zicht, maanden, waarheid));
      }
    }
    gezien.push(...leesStart((await browser.get('/').set(VAN_HIER)).text, ['2026-03', '2026-02']));
    const [mail] = await maakMaandmail(deps, { sjablonen: defaultMailOptions().sjablonen, beheer: '' }, VANDAAG);
    gezien.push(...leesMail(mail!.tekst, ['2026-02', '2026-01'], ROUTES.map(({ proces }) => proces)));
  }, 300_000);

  /** Elk filter dat de pagina aanbiedt, en geen. */
  async function zichten(browser: Browser): Promise<Gezien['zicht'][]> {
    const html = (await browser.get('/cijfers').set(VAN_HIER)).text;
    return [null, ...[...html.matchAll(/<option value="(route|gemeente|bestuur|school|groep):([^"]+)"/g)].map(([, soort, waarde]) => [soort as keyof Kenmerken, waarde!] as const)];
  }

  test('er is genoeg opgehaald, en er staat genoeg om mee te rekenen', () => {
    const getallen = gezien.filter(({ waarde }) => typeof waarde === 'number' && waarde > 0);
    console.log(`${gezien.length} cellen, ${getallen.length} getallen, ${gezien.filter(({ waarde }) => waarde === '<5').length} keer <5`);
    // Elk cijfer dat er kan zijn is er ook, zodat elk verband ertussen is geprobeerd.
    const met = new Set(gezien.filter(({ waarde }) => waarde === '<5' || Number(waarde) > 0).flatMap(({ cijfer }) => /KPI-\w+|(?<=^nu )\S+/.exec(cijfer)?.[0] ?? []));
    expect(KPIS.filter(({ id, ontbreekt, zonderAantallen }) => ontbreekt === undefined && !zonderAantallen && !met.has(id)).map(({ id }) => id)).toEqual([]);
    expect([...met]).toEqual(expect.arrayContaining(['open', 'overTermijn', 'brug:sbo', 'brug:kdc-asvz', 'kernteam:1', 'geen-kernteam:1:laat', 'route:geen-kernteam']));
    for (const soort of ['route', 'gemeente', 'bestuur', 'school', 'groep']) expect([soort, getallen.some(({ zicht }) => zicht?.[0] === soort)]).toEqual([soort, true]);
  });

  test.each(VERDELINGEN.map((verdeling) => [verdeling.join(', '), verdeling] as const))('met optellen, aftrekken en grenzen over alle pagina’s, schooljaren en de mail samen, met elk filter op %s', (_naam, verdeling) => {
    expect(val(cijferPuzzel(waarheid, gezien, verdeling))).toEqual([]);
  }, 300_000);

  test('deze aanvaller vindt er wel als alleen de kleine getallen zelf worden weggelaten', () => {
    expect(zoekKleine(cijferPuzzel(waarheid, gezien, [], (_g, n) => n >= 5)).length).toBeGreaterThan(10);
  }, 300_000);

  test('en als elk cijfer apart bepaalt wat het toont, zonder te zien wat een ander cijfer over dezelfde kinderen zegt', () => {
    const apart = new Map<string, Samen>();
    const samenVan = (cijfer: string): Samen => {
      const naam = /KPI-\w+|^nu|eindigde|venster|terug/.exec(cijfer)?.[0] ?? cijfer.split(' ')[1]!;
      return apart.get(naam) ?? apart.set(naam, new Samen()).get(naam)!;
    };
    for (const [cijfer, leden] of waarheid) {
      samenVan(cijfer).noem(cijfer, LAAG.jaar);
      for (const { eenheid } of leden) samenVan(cijfer).tel(cijfer, eenheid);
    }
    const gevonden = zoekKleine(cijferPuzzel(waarheid, gezien, [], ({ cijfer, zicht }) => zicht === null && samenVan(cijfer).staat(cijfer)));
    expect(gevonden.length).toBeGreaterThan(5);
  }, 300_000);

  test('en als er één weggelaten getal toch staat', () => {
    const weg = gezien.filter(({ zicht, waarde, cijfer }) => zicht === null && waarde === null && (waarheid.get(cijfer)?.length ?? 0) >= 5).slice(0, 10);
    const vond = weg.filter((lek) => zoekKleine(cijferPuzzel(waarheid, gezien, [], (g) => typeof g.waarde === 'number' || g === lek)).length > 0);
    expect([weg.length, vond.length > 0]).toEqual([10, true]);
  }, 300_000);
});
