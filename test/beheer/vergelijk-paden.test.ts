import { beforeAll, describe, expect, test } from 'vitest';
import { leesGeschiedenis } from '../../domein/geschiedenis/ronde.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { kalenders, NepGeschiedenis, TERMIJNEN } from '../helpers/geschiedenis.ts';
import { KLOK, useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';
import { bladenVan, haalBestand, regelsVan } from './helpers/bestand.ts';

const beheer = useBeheer(() => ({ engineCommands: TERMIJNEN }), 'pglite', { leeg: false });
let management: Browser | undefined;
const browser = async (): Promise<Browser> => (management ??= await beheer.als('swv-management'));
const JAREN = 'proces=kernteam&beeld=paden&a.schooljaar=2024-2025&b.schooljaar=2025-2026';
const bekijk = async (vraag: string): Promise<string> => {
  const { text, status } = await (await browser()).get(`/vergelijk?${vraag}`).set(VAN_HIER);
  expect(status, vraag).toBe(200);
  return text;
};

/** Is het verzuim gestopt? Vorig jaar bij tien van de twintig, dit jaar bij vijf van de twintig. */
beforeAll(async () => {
  const bron = new NepGeschiedenis(1_000);
  const kinderen = [['2024-09-02', 10], ['2025-09-01', 5]] as const;
  for (const [dag, gestopt] of kinderen) {
    for (let i = 0; i < 20; i++) {
      const op = `${dag}T08:00:00Z`;
      const frame = bron.start('kernteam', op);
      const basis = nieuweCasus({ procesInstantieKey: frame.key, aanmeldSleutel: frame.key, geopendOp: new Date(op) }, `L-${dag}-${i}`);
      await open(beheer.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${i}`, geboortedatum: `20${dag.slice(2, 4) === '24' ? 17 : 18}-03-${10 + i}` }, school: { ...basis.school, brin: '10AB', schoolbestuur: 'De Brug' } });
      const klaar = `${dag}T09:00:00Z`;
      bron.bezoek(frame, 'KT_01', 'CALL_ACTIVITY', op, klaar);
      bron.bezoek(frame, 'gw_KT_01', 'EXCLUSIVE_GATEWAY', klaar, klaar);
      if (i < gestopt) bron.bezoek(frame, 'te_KT_01', 'END_EVENT', klaar, klaar);
      else bron.bezoek(frame, 'KT_02', 'CALL_ACTIVITY', klaar, `${dag}T10:00:00Z`);
    }
  }
  await leesGeschiedenis({ register: beheer.register, bron, engine: TERMIJNEN, klok: KLOK, kalenders });
});

const [JA, NEE] = ['flow_gw_KT_01_te_KT_01', 'flow_gw_KT_01_KT_02'] as const;
const rijVan = (html: string, id: string): string[] => [...(new RegExp(`id="rij-${id}"[\\s\\S]*?</tr>`).exec(html)?.[0] ?? '').matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((m) => m[1]!);
interface Tekening { beeld: string; klassen: string[]; eerst: string[]; merken: unknown[]; pijlen: { id: string; getal: string; niveau: number | string; deel: number }[] }
const tekeningen = (html: string): Tekening[] => [...html.matchAll(/data-gegevens="([^"]+)"/g)].map((m) => JSON.parse(m[1]!.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')) as Tekening);

describe('welke paden, vergeleken', () => {
  test('van elke pijl welk deel en hoe vaak, bij A, bij B en het verschil, met waar zij begint, haar antwoord en waar zij eindigt', async () => {
    const html = await bekijk(JAREN);
    expect(rijVan(html, JA)).toEqual(['Ja', 'Verzuim gestopt', '50%', '25%', '−25 pp', '10', '5', '−5']);
    expect(rijVan(html, NEE)).toEqual(['Nee', '2 Verzuim vastleggen', '50%', '75%', '+25 pp', '10', '15', '+5']);
    expect(rijVan(html, 'flow_KT_01_gw_KT_01'), 'zonder keuze geen deel').toEqual(['–', 'Is het verzuim gestopt?', '–', '–', '–', '20', '20', '0']);
    expect(html).toMatch(/<td colspan="3"><\/td><th scope="colgroup" colspan="3" class="kolomgroep">Deel<\/th><th scope="colgroup" colspan="3" class="kolomgroep">Keer<\/th>/);
    expect(html).not.toMatch(/Kind\d|Milan|Buikpijn/);
  });

  test('in de tekening: bij A en B hoe vaak, op dezelfde schaal, en in het verschil alleen waar iets te kiezen was', async () => {
    const [a, b, verschil] = tekeningen(await bekijk(JAREN)) as [Tekening, Tekening, Tekening];
    const pijl = ({ pijlen }: Tekening, id: string) => pijlen.find((p) => p.id === id);
    expect([a.beeld, b.beeld, verschil.beeld, a.merken, verschil.merken]).toEqual(['paden', 'paden', 'verschil', [], []]);
    expect([pijl(a, JA), pijl(b, JA)]).toEqual([{ id: JA, niveau: 3, getal: '10', deel: 0.5 }, { id: JA, niveau: 2, getal: '5', deel: 0.25 }]);
    expect([pijl(verschil, JA), pijl(verschil, NEE)]).toEqual([{ id: JA, niveau: -3, getal: '−25 pp', deel: 0.25 }, { id: NEE, niveau: 3, getal: '+25 pp', deel: 0.25 }]);
    expect(pijl(verschil, 'flow_KT_01_gw_KT_01')).toBeUndefined();
    expect(verschil.klassen.at(-1)).toBe('25 of meer procentpunt vaker');
    expect(verschil.eerst.slice(0, 2).sort()).toEqual([NEE, JA].sort());
  });

  test('het grootste verschil noemt het punt en het antwoord, en van elke keuze één', async () => {
    const html = await bekijk(JAREN);
    expect([...html.matchAll(/data-kies="[^"]+"><strong>([^<]+)<\/strong> ([^<]+)</g)].map((m) => m.slice(1))).toEqual([['+25 pp', 'Is het verzuim gestopt? Nee']]);
  });

  test('de kolommen zijn te sorteren', async () => {
    const plaats = (html: string): boolean => html.indexOf(`id="rij-${JA}"`) < html.indexOf(`id="rij-${NEE}"`);
    expect([plaats(await bekijk(`${JAREN}&sorteer=deelVerschil`)), plaats(await bekijk(`${JAREN}&sorteer=-deelVerschil`)), plaats(await bekijk(`${JAREN}&sorteer=antwoord`))]).toEqual([true, false, true]);
  });

  test('tweemaal dezelfde periode: alles gelijk, en de pagina zegt dat', async () => {
    const html = await bekijk('proces=kernteam&beeld=paden&a.schooljaar=2025-2026&b.schooljaar=2025-2026');
    expect(rijVan(html, JA).slice(2)).toEqual(['25%', '25%', '0 pp', '5', '5', '0']);
    expect(html).toContain('Bij geen keuze is een verschil te laten zien');
  });

  test('een proces waar niemand kwam heeft geen rijen, en de pagina werkt', async () => {
    const html = await bekijk('proces=goal&beeld=paden&a.schooljaar=2024-2025&b.schooljaar=2025-2026');
    expect(html).toContain('Bij geen keuze is een verschil te laten zien');
  });

  test.each([
    ['b.bestuur=De+Brug', 'met een filter op bestuur, zoals bij B, staat er niet hoe vaak een pijl is genomen.'],
    ['a.groep=3&b.school=10AB', 'met een filter op groep of school, zoals bij A en B, staat er niet hoe vaak een pijl is genomen.'],
  ])('met een kenmerk (%s) staan er geen paden, en de pagina zegt waarom', async (kenmerk, zin) => {
    const html = await bekijk(`${JAREN}&${kenmerk}`);
    expect(html).toContain(`Er is geen verschil in paden te laten zien: ${zin}`);
    expect(html).not.toContain('Bij geen keuze is een verschil');
    expect(rijVan(html, JA).slice(3)).toEqual(['•', '•', expect.any(String), '•', '•']);
    expect(tekeningen(html)[2]!.pijlen.filter((p) => p.niveau !== 'verborgen')).toEqual([]);
    expect(await bekijk(JAREN)).not.toContain('Er is geen verschil in paden');
  });
});

describe('de paden in een bestand', () => {
  const KOPPEN = ['Van', 'Antwoord', 'Naar', 'Deel: A', 'Deel: B', 'Deel: verschil', 'Keer: A', 'Keer: B', 'Keer: verschil'];

  test('als XLSX staan zij op een eigen blad; wie de paden vergelijkt krijgt dat vooraan', async () => {
    const bladen = await bladenVan(await haalBestand(await browser(), `/vergelijk/tabel.xlsx?${JAREN}`));
    expect([...bladen.keys()]).toEqual(['Paden', 'Vergelijking', 'Over dit bestand']);
    expect([...(await bladenVan(await haalBestand(await browser(), `/vergelijk/tabel.xlsx?${JAREN.replace('beeld=paden&', '')}`))).keys()]).toEqual(['Vergelijking', 'Paden', 'Over dit bestand']);
    const [kop, ...rijen] = bladen.get('Paden')!;
    expect(kop).toEqual(KOPPEN);
    expect(rijen.find((rij) => rij[1] === 'Ja' && rij[0] === 'Is het verzuim gestopt?')).toEqual(['Is het verzuim gestopt?', 'Ja', 'Verzuim gestopt', 0.5, 0.25, -0.25, 10, 5, -5]);
  });

  test('als CSV heeft wie de paden vergelijkt de paden', async () => {
    const rijen = regelsVan(await haalBestand(await browser(), `/vergelijk/tabel.csv?${JAREN}`));
    expect(rijen).toContainEqual(KOPPEN);
    expect(rijen).toContainEqual(['Is het verzuim gestopt?', 'Nee', '2 Verzuim vastleggen', '50%', '75%', '25%', '10', '15', '5']);
  });

  test('wat aan een kant niet getoond wordt heeft geen verschil', async () => {
    const rijen = regelsVan(await haalBestand(await browser(), `/vergelijk/tabel.csv?${JAREN}&b.bestuur=De+Brug`));
    expect(rijen.find((rij) => rij[1] === 'Ja' && rij[0] === 'Is het verzuim gestopt?')!.slice(3)).toEqual(['50%', 'niet getoond', 'niet getoond', '10', 'niet getoond', 'niet getoond']);
  });
});
