import { describe, expect, it } from 'vitest';
import { leesTabellen, past, type Waarde } from './tabel.ts';

const tabel = (await leesTabellen()).find((t) => t.id === 'meldcode-afweging')!;
const besluit = (antwoorden: readonly Waarde[]): string =>
  JSON.parse(tabel.regels.find((r) => r.inputEntry.every((cel, i) => past(cel.text, antwoorden[i] ?? null)))?.outputEntry[0]?.text ?? 'null') as string;

const DRIE = ['ja', 'nee', 'nog-onbekend', null] as const;
const alle = DRIE.flatMap((vermoeden) => DRIE.flatMap((acuut) => DRIE.flatMap((hulp) => [...DRIE, 'niet-aangeboden'].flatMap((aanvaard) => DRIE.map((resultaat) => [vermoeden, acuut, hulp, aanvaard, resultaat] as const)))));
const waar = (eis: (rij: (typeof alle)[number]) => boolean): string[] => [...new Set(alle.filter(eis).map(besluit))];

describe('errata §1 F-70/72: de weging van de meldcode, over alle combinaties van antwoorden', () => {
  it('acuut of structureel onveilig is altijd melden en hulp, wat er verder ook is ingevuld', () => {
    expect(waar(([, acuut]) => acuut === 'ja')).toEqual(['MELDEN_EN_HULP']);
  });

  it('"nog onbekend" of niets ingevuld telt nooit als ja', () => {
    expect(waar(([, , , aanvaard]) => aanvaard !== 'ja')).not.toContain('HULP_HELPT');
    expect(waar(([, , , , resultaat]) => resultaat !== 'ja')).not.toContain('HULP_HELPT');
    expect(waar(([, , hulp]) => hulp !== 'ja')).not.toContain('HULP_ORGANISEREN');
  });

  it('en ook niet als nee: geen melding komt er alleen als het vermoeden weg is en het kind veilig', () => {
    expect(alle.filter((rij) => besluit(rij) === 'GEEN_MELDING').every(([vermoeden, acuut]) => vermoeden === 'nee' && acuut === 'nee')).toBe(true);
  });

  it('hulp die niet is aangeboden is niet geweigerd: dan volgt hulp, tenzij zij geen resultaat heeft', () => {
    expect(waar(([v, a, h, aanvaard, r]) => v === 'ja' && a === 'nee' && h === 'ja' && aanvaard === 'niet-aangeboden' && r !== 'nee')).toEqual(['HULP_ORGANISEREN']);
  });

  it('hulp geweigerd, geen hulp mogelijk of hulp zonder resultaat is melden', () => {
    expect(waar(([v, a, h, aanvaard]) => v === 'ja' && a === 'nee' && h === 'ja' && aanvaard === 'nee')).toEqual(['MELDEN']);
    expect(waar(([v, a, h]) => v === 'ja' && a === 'nee' && h === 'nee')).toEqual(['MELDEN']);
    expect(waar(([v, a, h, , r]) => v === 'ja' && a === 'nee' && h === 'ja' && r === 'nee')).toEqual(['MELDEN']);
  });
});
