import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeKalenders } from '../../../domein/kalender/schoolkalender.ts';
import { controleer } from '../../../domein/regels/controleer.ts';
import { formulier } from '../../formulieren/helpers/forms.ts';

const kalender = makeKalenders()();
const bij = (vandaag: string, naam: string, invoer: Record<string, unknown>) => controleer(naam, invoer, { vandaag, kalender });

/** Rijen van de errata §1 over wat een formulier mag vragen; elke titel noemt haar rij. */
describe('errata F-12: een aanbod heeft elke echte datum', () => {
  it.each([['vóór t0', '2025-08-25'], ['op t0', '2025-09-29'], ['een later tussenaanbod', '2025-11-17']])('%s', (_naam, startDatum) => {
    expect(bij('2025-09-29', 'onderwijsaanbod-4wk', { startDatum, termijnen: { t0: '2025-09-29' } })).toEqual([]);
  });
});

describe('errata F-00, F-04, F-23, CA-18', () => {
  it('F-04: over een oudere week kan nog worden geantwoord', () => {
    expect(bij('2025-11-28', 'verzuimweek', { week: '2025-09-15', peildatum: '2025-09-19', geenVerzuim: true, heleDagen: [], regels: [] })).toEqual([]);
    expect(bij('2025-11-28', 'verzuimstand', { peildatum: '2025-09-19', regels: [{ datum: '2025-09-18' }] })).toEqual([]);
  });

  it('F-23: besproken met het kernteam of de contactpersoon mag nee zijn (r. 201 "kan")', () => {
    const veld = formulier('brug-verkenning').components.find((c) => c.key === 'besprokenMetKernteamOfContactpersoon') as { type: string; validate?: { required?: boolean } };
    expect(veld).toMatchObject({ type: 'checkbox' });
    expect(veld.validate?.required ?? false).toBe(false);
  });

  it('CA-18: ook de directeur, het SWV, leerplicht en het jeugdteam kunnen een signaal doorgeven', () => {
    const starters = /name="starters" value="([^"]*)"/.exec(readFileSync(new URL('../../../bpmn/casus-signaal.bpmn', import.meta.url), 'utf8'))![1]!.split(' ');
    expect(starters).toEqual(expect.arrayContaining(['ib-er', 'directeur-school-van-herkomst', 'contactpersoon-swv', 'sectordirecteur-swv', 'leerplichtambtenaar', 'jeugdteam']));
  });
});
