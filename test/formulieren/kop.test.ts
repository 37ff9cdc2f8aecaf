import { describe, expect, it } from 'vitest';
import { bijgewerkt } from '../../scripts/formulieren/bijgewerkt.ts';
import { metKop } from '../../scripts/formulieren/kop.ts';
import { achterstand, losVanStart } from '../../nakijken/formulieren/afspraken.ts';
import { formulier, NAMEN, STARTFORMULIEREN, VERBETERFORMULIEREN, type Formulier } from './helpers/forms.ts';

const anders = (naam: string, id: string, text: string): Formulier => {
  const schema = formulier(naam);
  return { ...schema, components: schema.components.map((o) => (o.id === id ? { ...o, text } : o)) };
};
const tekst = (schema: Formulier, id: string) => schema.components.find((o) => o.id === id)?.text;

it.each(NAMEN)('%s is bij', (naam) => {
  expect(bijgewerkt(formulier(naam))).toEqual(formulier(naam));
});

describe('de kop van alle formulieren komt uit één bron', () => {
  it('een blok dat in één formulier is veranderd, krijgt de tekst van alle formulieren terug', () => {
    expect(metKop(anders('gesprek-ouders', 'Field_casus', 'Iets anders'))).toEqual(formulier('gesprek-ouders'));
  });

  it('een blok dat ontbreekt, komt terug op zijn plaats', () => {
    const schema = formulier('gesprek-ouders');
    expect(metKop({ ...schema, components: schema.components.filter((o) => o.id !== 'Field_laden') })).toEqual(schema);
  });

  it('de eigen zinnen van een formulier blijven staan, het vervolg is van alle formulieren', () => {
    const eigen = '**Waarom deze taak.** Om een reden.\n\n**Wat hierna gebeurt.** Iets.';
    const vervolg = tekst(formulier('gesprek-ouders'), 'Field_taak')!.replace(/^.*?(?=\n\n\{\{if uiterlijkTekst)/s, '');
    expect(tekst(metKop(anders('gesprek-ouders', 'Field_taak', `${eigen}\n\n{{if uiterlijkTekst = 1 then "x" else ""}}`)), 'Field_taak')).toBe(eigen + vervolg);
    expect(tekst(metKop(anders('gesprek-ouders', 'Field_taak', eigen)), 'Field_taak')).toBe(eigen + vervolg);
  });

  it.each([...STARTFORMULIEREN, ...VERBETERFORMULIEREN])('%s houdt zijn eigen begin: er is nog geen casus om te tonen', (naam) => {
    expect(metKop(anders(naam, 'Field_inleiding', 'Iets anders'))).toEqual(anders(naam, 'Field_inleiding', 'Iets anders'));
  });

  it.each(VERBETERFORMULIEREN)('de lint noemt %s als het niet meer de velden van zijn startformulier heeft', (naam) => {
    const bij = (schema: Formulier) => losVanStart({ pad: `forms/${naam}.form`, naam, schema }, STARTFORMULIEREN.map((start) => ({ naam: start, schema: formulier(start) })));
    expect(bij(formulier(naam))).toEqual([]);
    const schema = JSON.parse(JSON.stringify(formulier(naam)).replace('"maxLength":120', '"maxLength":121')) as Formulier;
    expect(bij(schema).map((b) => b.plaats)).toEqual(['velden']);
  });

  it('de lint noemt een formulier dat niet bij is', () => {
    const pad = 'forms/gesprek-ouders.form';
    expect(achterstand({ pad, schema: formulier('gesprek-ouders') })).toEqual([]);
    expect(achterstand({ pad, schema: anders('gesprek-ouders', 'Field_laden', 'Even wachten') }).map((b) => b.plaats)).toEqual(['kop']);
  });
});
