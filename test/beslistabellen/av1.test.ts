import { describe, expect, it } from 'vitest';
import { combinaties, leesTabellen, past, type Waarde } from './tabel.ts';

const tabellen = await leesTabellen();
const tabel = (id: string) => tabellen.find((t) => t.id === id)!;
const uitkomst = (id: string, invoer: readonly Waarde[]): unknown =>
  JSON.parse(tabel(id).regels.find((r) => r.inputEntry.every((cel, i) => past(cel.text, invoer[i] ?? null)))?.outputEntry[0]?.text ?? 'null');
const alle = (id: string) => [...combinaties(tabel(id))].map(({ invoer }) => ({ invoer, uit: uitkomst(id, invoer) }));

describe('av1-toelaatbaar: de tabel adviseert, zij wijst niets af (r. 557-587)', () => {
  it('zonder het gesprek van drie komt het gesprek terug, wat er verder ook is ingevuld (r. 586-587)', () => {
    expect(new Set(alle('av1-toelaatbaar').filter(({ invoer: [volledig] }) => volledig !== true).map(({ uit }) => uit))).toEqual(new Set(['GESPREK_ONVOLLEDIG']));
  });

  it('zonder plan dat toewerkt naar school kan er niet besloten worden (r. 579-580)', () => {
    expect(new Set(alle('av1-toelaatbaar').filter(({ invoer: [volledig, plan] }) => volledig === true && plan !== 'ja').map(({ uit }) => uit))).toEqual(new Set(['GEEN_PLAN']));
  });

  it('toelaatbaar is alleen wie niet volledig naar school kan; bij een ander is het een advies en geen afwijzing', () => {
    for (const { invoer: [volledig, plan, niet], uit } of alle('av1-toelaatbaar')) expect(uit === 'TOELAATBAAR', String([volledig, plan, niet])).toBe(volledig === true && plan === 'ja' && niet === 'ja');
    expect(new Set(alle('av1-toelaatbaar').map(({ uit }) => uit))).toEqual(new Set(['GESPREK_ONVOLLEDIG', 'GEEN_PLAN', 'VOLLEDIG_AANWEZIG', 'TOELAATBAAR']));
  });
});

describe('av1-middel: een robot of KlasseContact (r. 572-576)', () => {
  it('wie een voorkeur heeft krijgt die als advies, hoeveel robots er ook vrij zijn', () => {
    for (const { invoer: [voorkeur], uit } of alle('av1-middel')) if (voorkeur === 'AV1' || voorkeur === 'KLASSECONTACT') expect(uit).toBe(voorkeur);
  });

  it('zonder voorkeur is het een robot als er een vrij is, en anders KlasseContact: niemand hoeft te wachten', () => {
    for (const { invoer: [voorkeur, vrij], uit } of alle('av1-middel')) if (voorkeur !== 'AV1' && voorkeur !== 'KLASSECONTACT') expect(uit, String(vrij)).toBe(typeof vrij === 'number' && vrij > 0 ? 'AV1' : 'KLASSECONTACT');
  });
});

it('av1-robots: het aantal robots is een rij van de proceseigenaar, en KlasseContact heeft er geen nodig', () => {
  expect(uitkomst('av1-robots', ['AV1'])).toBeGreaterThanOrEqual(1);
  expect(uitkomst('av1-robots', ['KLASSECONTACT'])).toBe(0);
});
