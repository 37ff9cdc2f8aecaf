import { describe, expect, test } from 'vitest';
import type { Taakpersonen } from '../../registratie/taakpersonen-lezen.ts';
import { bepaalOverdracht } from '../../domein/taken/overdracht.ts';

const casus = (anders: Partial<Taakpersonen> = {}): Taakpersonen => ({
  casusId: 'c', groepen: { leerplichtambtenaar: 'leerplichtambtenaar-dordrecht', jeugdteam: 'jeugdteam-dordrecht' }, nu: [{ rol: 'ib-er', userId: 'nieuw' }], eerder: [{ rol: 'ib-er', userId: 'oud' }], ...anders,
});
const ibEr = (assignee: string | null) => ({ assignee, groepen: ['ib-er-10AB'] });

describe('iemand anders heeft de rol', () => {
  test('een taak van wie vertrok gaat naar wie de rol nu heeft', () => {
    expect(bepaalOverdracht(ibEr('oud'), casus())).toEqual({ assignee: 'nieuw' });
  });
  test('is de nieuwe persoon geen gebruiker, dan ziet de groep de taak weer', () => {
    expect(bepaalOverdracht(ibEr('oud'), casus({ nu: [{ rol: 'ib-er', userId: null }] }))).toEqual({ assignee: null });
  });
  test('een taak van niemand komt op naam van de nieuwe persoon', () => {
    expect(bepaalOverdracht(ibEr(null), casus())).toEqual({ assignee: 'nieuw' });
  });
  test('wie haar zelf oppakte, en wie haar al heeft, houdt haar', () => {
    expect(bepaalOverdracht(ibEr('collega'), casus())).toBeUndefined();
    expect(bepaalOverdracht(ibEr('nieuw'), casus())).toBeUndefined();
  });
  test('een taak van een andere rol blijft, ook bij dezelfde persoon', () => {
    expect(bepaalOverdracht({ assignee: 'oud', groepen: ['regisseur-swv'] }, casus())).toBeUndefined();
  });
  test('in een taak van twee rollen gaat alleen wie vertrok', () => {
    const taak = { assignee: 'r1', groepen: ['regisseur-swv', 'regisseur-schoolbestuur-10AB'] };
    const wissel = casus({ nu: [{ rol: 'regisseur-swv', userId: 'r2' }], eerder: [{ rol: 'regisseur-swv', userId: 'r1' }] });
    expect(bepaalOverdracht(taak, wissel)).toEqual({ assignee: 'r2' });
    expect(bepaalOverdracht({ ...taak, assignee: null }, wissel)).toBeUndefined();
  });
  test('wie terugkomt in de rol raakt zijn taak niet kwijt', () => {
    expect(bepaalOverdracht(ibEr('oud'), casus({ nu: [{ rol: 'ib-er', userId: 'oud' }] }))).toBeUndefined();
  });
});

describe('verhuizing', () => {
  test('een taak van de vorige gemeente gaat naar de groep van de nieuwe, en van naam af', () => {
    expect(bepaalOverdracht({ assignee: 'ambtenaar', groepen: ['leerplichtambtenaar-sliedrecht'] }, casus())).toEqual({ groepen: ['leerplichtambtenaar-dordrecht'], assignee: null });
    expect(bepaalOverdracht({ assignee: null, groepen: ['jeugdteam-sliedrecht'] }, casus())).toEqual({ groepen: ['jeugdteam-dordrecht'] });
  });
  test('zonder bekende groepen verandert er niets', () => {
    expect(bepaalOverdracht({ assignee: null, groepen: ['jeugdteam-sliedrecht'] }, casus({ groepen: null }))).toBeUndefined();
  });
});
