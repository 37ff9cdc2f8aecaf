import { describe, expect, it } from 'vitest';
import { ID, metNogInTeVullen } from '../../scripts/formulieren/nog-in-te-vullen.ts';
import { formulier, NAMEN, opschrift, plat, example } from './helpers/forms.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';
import { CONTEXT, EXTRA, leeg as leegFormulier } from './helpers/prefilled.ts';

const KOP = 'Nog in te vullen of te verbeteren';

/** De regels onder de kop, in de woorden van de invuller. */
const genoemd = (tekst: string): string => tekst.slice(tekst.indexOf(KOP));
const kaal = (label: string): string => label.trim().replace(/[?:]$/, '');

it.each(NAMEN)('%s heeft de tekst die bij zijn velden past', (naam) => {
  expect(formulier(naam)).toEqual(metNogInTeVullen(formulier(naam)));
});

// De FEEL in de bundel van Tasklist 8.6.0 is ouder dan die van het pakket waarmee deze tests draaien.
it.each(NAMEN)('%s gebruikt in die tekst niets wat Tasklist 8.6.0 niet kan', (naam) => {
  const onderdeel = formulier(naam).components.find((o) => o.id === ID);
  for (const feel of [onderdeel?.text, onderdeel?.conditional?.hide]) expect(feel).not.toMatch(/matches\(|\\n/);
  for (const veld of plat(formulier(naam).components)) if (veld.validate?.pattern) expect(veld.validate.pattern, veld.id).toMatch(/^\^.*\$$/);
});

it('merkt een veld op dat er in Modeler bij kwam', () => {
  const { components, ...rest } = formulier('gesprek-ouders');
  const erbij = { ...rest, components: [...components.slice(0, -1), { type: 'textfield', id: 'Field_nieuw', key: 'nieuw', label: 'Nieuw veld', validate: { required: true } }, ...components.slice(-1)] };
  expect(metNogInTeVullen(erbij)).not.toEqual(erbij);
});

describe.each(Object.entries(VIEWERS))('%s', (_versie, viewer) => {
  it.each(NAMEN)('%s: elk veld dat form-js afkeurt, wordt in het Nederlands genoemd, en geen ander', async (naam) => {
    const schema = formulier(naam);
    const leeg = await submit(viewer, schema, leegFormulier(naam));
    const error = Object.keys(leeg.fouten);
    expect(error.length).toBeGreaterThan(0);
    const lijst = plat(schema.components).filter((o) => o.type === 'dynamiclist');
    for (const veld of plat(schema.components).filter((o) => error.includes(o.id))) {
      // Een veld in een rij heeft geen eigen regel, maar de lijst wel.
      const drager = lijst.find((l) => l.components?.includes(veld)) ?? veld;
      expect(genoemd(leeg.tekst), veld.id).toContain(`${kaal(opschrift(drager))}: `);
    }
    const goed = await submit(viewer, schema, { ...CONTEXT, ...EXTRA[naam], ...example(naam) });
    expect(goed.fouten).toEqual({});
    expect(goed.tekst).not.toContain(KOP);
  });

  const vul = (naam: string, anders: Record<string, unknown>) => submit(viewer, formulier(naam), { ...CONTEXT, ...EXTRA[naam], ...example(naam), ...anders });

  it.each([
    ['te korte tekst', 'gesprek-ouders', { oorzaken: 'kort' }, 'Mogelijke oorzaken: vul dit in, 20 tot 2000 tekens.'],
    ['te lange tekst', 'gesprek-ouders', { afspraken: 'a'.repeat(2001) }, 'Afspraken: vul dit in, 10 tot 2000 tekens.'],
    ['een getal buiten de grenzen', 'gesprek-ouders', { urenBesteed: 25 }, 'Bestede uren: geef een getal van 0 tot en met 24'],
    ['een getal tussen de stappen', 'gesprek-ouders', { urenBesteed: 1.1 }, 'Bestede uren: geef een getal van 0 tot en met 24, in stappen van 0,25, of laat dit leeg.'],
    ['een keuze die een veld laat verschijnen', 'gesprek-ouders', { verzuimGestopt: 'ja', datumVolledigTerug: null }, 'Volledig terug sinds: geef een bestaande datum als dag-maand-jaar'],
    ['een verkeerd patroon', 'start-verzuimroute', { schoolBrin: '10ab' }, 'BRIN-nummer: vul dit in, twee cijfers en twee hoofdletters, bijvoorbeeld 10AB.'],
    ['een verkeerd e-mailadres', 'start-verzuimroute', { ibErEmail: 'niemand' }, 'E-mail IB-er: vul dit in, één e-mailadres met gewone letters, bijvoorbeeld naam@school.nl.'],
    ['een halve rij', 'start-verzuimroute', { ouders: [{ naam: 'A. Koster' }] }, 'Ouders of verzorgers: vul elke rij helemaal en goed in, of haal de rij weg.'],
  ])('zegt bij %s wat er wordt verwacht', async (_wat, naam, anders, zin) => {
    const { fouten, tekst } = await vul(naam, anders);
    expect(fouten).not.toEqual({});
    expect(genoemd(tekst)).toContain(zin);
  });
});
