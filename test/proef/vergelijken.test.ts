import { describe, expect, test } from 'vitest';
import { vatSamen } from '../../proef/samenvatten.ts';
import { vergelijkOpnames } from '../../proef/vergelijken.ts';
import { opname, taak } from './opnames.ts';

const zinnen = (...args: Parameters<typeof vergelijkOpnames>): string[] => vergelijkOpnames(...args).map(({ zin, voorbeeld }) => (voorbeeld ? `${zin} (${voorbeeld})` : zin));

describe('wat er voor een kind anders wordt', () => {
  test('twee gelijke opnames geven niets', () => {
    expect(zinnen(opname(), opname())).toEqual([]);
  });

  test('een langere termijn, met de datums van nu en straks', () => {
    expect(zinnen(opname(), opname({ taken: [taak({ uiterlijk: '2026-09-14T15:00:00.000Z' })] }))).toEqual(['KT-05 "Regisseur aanwijzen": 2 schooldagen meer tijd (nu uiterlijk donderdag 10 september, straks maandag 14 september)']);
  });

  test('wie alleen later begint houdt evenveel tijd: dat schuift, en is geen andere termijn', () => {
    expect(zinnen(opname(), opname({ taken: [taak({ op: '2026-09-09T09:00:00.000Z', uiterlijk: '2026-09-14T15:00:00.000Z' })] }))).toEqual(['KT-05 "Regisseur aanwijzen" begint later (nu maandag 7 september, straks woensdag 9 september)']);
  });

  test('een taak erbij, een weg, een vaker, en een voor iemand anders', () => {
    const nieuw = taak({ element: 'KT_05b', stap: 'KT-05b', naam: 'Bellen', rollen: ['ib-er'] });
    expect(zinnen(opname(), opname({ taken: [taak(), nieuw] }))).toEqual(['nieuwe taak KT-05b "Bellen" voor ib-er (uiterlijk donderdag 10 september)']);
    expect(zinnen(opname({ taken: [taak(), nieuw] }), opname())).toEqual(['taak KT-05b "Bellen" voor ib-er komt er niet meer']);
    expect(zinnen(opname(), opname({ taken: [taak(), taak()] }))).toEqual(['taak KT-05 "Regisseur aanwijzen" komt vaker (nu 1 keer, straks 2 keer)']);
    expect(zinnen(opname(), opname({ taken: [taak({ rollen: ['ib-er'] })] }))).toEqual(['KT-05 "Regisseur aanwijzen" is nu voor schoolbestuur, straks voor ib-er']);
  });

  test('een mail die niet meer uitgaat, erbij komt, vaker gaat of op een andere dag', () => {
    const mail = { melding: 'N-12', aanRol: 'ouder', op: '2026-09-08T09:00:00.000Z', tekst: 'Casus 2026-0001\nUw kind is thuis.' };
    expect(zinnen(opname(), opname({ mails: [] }))).toEqual(['mail N-12 aan ouder gaat niet meer uit (nu dinsdag 8 september)']);
    expect(zinnen(opname({ mails: [] }), opname())).toEqual(['mail N-12 aan ouder gaat straks wel uit (dinsdag 8 september)']);
    expect(zinnen(opname(), opname({ mails: [mail, mail] }))).toEqual(['mail N-12 aan ouder gaat vaker uit (nu 1 keer, straks 2 keer)']);
    expect(zinnen(opname(), opname({ mails: [{ ...mail, op: '2026-09-10T09:00:00.000Z' }] }))).toEqual(['mail N-12 aan ouder gaat op een andere dag uit (nu dinsdag 8 september, straks donderdag 10 september)']);
    expect(zinnen(opname(), opname({ mails: [{ ...mail, op: '2026-09-08T10:00:00.000Z' }] })), 'een uur later dezelfde dag').toEqual([]);
  });

  test('een mail met andere woorden; een dag, een tijd en een casusnummer zijn geen woorden', () => {
    const mail = (tekst: string) => ({ melding: 'N-12', aanRol: 'ouder', op: '2026-09-08T09:00:00.000Z', tekst });
    const nu = mail('Stand, casus 2026-0001\nHet gesprek is op dinsdag 8 september 2026 om 09:00 uur.\nBel de school.');
    expect(zinnen(opname({ mails: [nu] }), opname({ mails: [mail('Stand, casus 2026-0007\nHet gesprek is op maandag 14 september 2026 om 10.30 uur.\nBel de school.')] }))).toEqual([]);
    const taken = (nummer: string) => opname({ mails: [mail(`Uw taken: https://taken.example/tasklist/${nummer}`)] });
    expect(zinnen(taken('2251799813686498'), taken('2251799813690259')), 'elke taak heeft een eigen nummer').toEqual([]);
    expect(zinnen(opname({ mails: [nu] }), opname({ mails: [mail(nu.tekst.replace('Bel de school.', 'Mail de school.'))] }))).toEqual(['mail N-12 aan ouder krijgt een andere tekst (nu "Bel de school.", straks "Mail de school.")']);
    expect(zinnen(opname({ mails: [nu] }), opname({ mails: [mail(`${nu.tekst}\nNeem iemand mee.`)] }))).toEqual(['mail N-12 aan ouder krijgt een andere tekst (straks "Neem iemand mee.")']);
    expect(zinnen(opname({ mails: [nu] }), opname({ mails: [nu, mail('Nog iets.')] })), 'vaker, en met woorden die er nu nooit staan').toEqual(['mail N-12 aan ouder gaat vaker uit (nu 1 keer, straks 2 keer)', 'mail N-12 aan ouder krijgt een andere tekst (nu "Stand, casus (casusnummer)", straks "Nog iets.")']);
    const lang = `Begin ${'van een lange regel '.repeat(12)}`;
    expect(zinnen(opname({ mails: [mail(`${lang}met het oude eind.`)] }), opname({ mails: [mail(`${lang}met het nieuwe eind.`)] }))[0]).toMatch(/nu "…[^"]*het oude eind[.]", straks "…[^"]*het nieuwe eind[.]"/);
  });

  test('een andere weg en een andere afloop', () => {
    expect(zinnen(opname(), opname({ pad: [], afloop: 'loopt vast: stap KT-05: incident' }))).toEqual(['nu: loopt nog; straks: loopt vast: stap KT-05: incident', 'komt niet meer langs "Ouders inlichten" (kernteam)']);
  });
});

test('hetzelfde verschil bij meer kinderen is één regel, met de verlopen en of het voorbeeld overal zo is', () => {
  const langer = (naam: string, uiterlijk: string) => ({ nu: opname({ naam }), straks: opname({ naam, taken: [taak({ uiterlijk })] }) });
  const paren = [langer('een', '2026-09-14T15:00:00.000Z'), langer('twee', '2026-09-14T15:00:00.000Z'), { nu: opname({ naam: 'drie' }), straks: opname({ naam: 'drie' }) }];
  expect(vatSamen(paren)).toMatchObject([{ soort: 'termijn', verlopen: ['een', 'twee'], overalZo: true, plek: { proces: 'kernteam', element: 'KT_05', stand: 'anders' } }]);
  const later = { nu: opname({ naam: 'vier', taken: [taak({ op: '2026-09-14T09:00:00.000Z', uiterlijk: '2026-09-17T15:00:00.000Z' })] }), straks: opname({ naam: 'vier', taken: [taak({ op: '2026-09-14T09:00:00.000Z', uiterlijk: '2026-09-21T15:00:00.000Z' })] }) };
  expect(vatSamen([...paren, later])).toMatchObject([{ verlopen: ['een', 'twee', 'vier'], overalZo: false }]);
});
