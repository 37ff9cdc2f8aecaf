import { describe, expect, it } from 'vitest';
import { formulier, NAMEN, opschrift, plat, sleutel, STARTFORMULIEREN, TAAKFORMULIEREN, velden, VERBETERFORMULIEREN } from './helpers/forms.ts';
import { PROCESVARIABELEN, VAN_HET_MODEL } from './helpers/process-variables.ts';

/** Wat Tasklist 8.6 kan tonen; filepicker en documentPreview horen daar niet bij. */
const TOEGESTAAN = [
  'textfield', 'textarea', 'number', 'checkbox', 'checklist', 'datetime', 'radio', 'select', 'taglist', 'expression', 'text', 'html', 'table', 'group',
  'dynamiclist', 'spacer', 'separator',
];

describe.each(NAMEN)('%s', (naam) => {
  const schema = formulier(naam);
  const alles = plat(schema.components);

  it('is opgeslagen zoals Camunda Modeler dat doet', () => {
    expect(schema).toMatchObject({
      id: naam,
      type: 'default',
      executionPlatform: 'Camunda Cloud',
      executionPlatformVersion: '8.6.0',
      schemaVersion: 16,
      exporter: { name: 'Camunda Modeler' },
    });
  });

  it('gebruikt alleen onderdelen die beide versies van Tasklist kennen', () => {
    expect(alles.filter((o) => !TOEGESTAAN.includes(o.type))).toEqual([]);
  });

  it('noemt ieder onderdeel en ieder veld één keer', () => {
    const ids = alles.map((o) => o.id);
    expect(ids).toEqual([...new Set(ids)]);
    const sleutels = velden(schema.components).map(sleutel);
    expect(sleutels).toEqual([...new Set(sleutels)]);
    for (const lijst of alles.filter((o) => o.type === 'dynamiclist')) {
      const inRij = (lijst.components ?? []).map(sleutel);
      expect(inRij).toEqual([...new Set(inRij)]);
    }
  });

  it('heeft platte sleutels die geen procesvariabele raken', () => {
    const sleutels = velden(schema.components).map(sleutel);
    for (const s of sleutels) expect(s).toMatch(/^[a-z][A-Za-z0-9]*$/);
    // Anders toont het veld ongevraagd de waarde van die variabele.
    expect(sleutels.filter((s) => PROCESVARIABELEN.includes(s) && !(VAN_HET_MODEL[naam] ?? []).includes(s))).toEqual([]);
  });

  it('geeft ieder veld en iedere keuze een opschrift', () => {
    for (const veld of alles.filter((o) => !['text', 'html', 'separator', 'spacer', 'expression'].includes(o.type))) {
      expect(opschrift(veld).trim(), veld.id).not.toBe('');
      for (const keuze of veld.values ?? []) expect(keuze.label.trim(), `${veld.id}: ${String(keuze.value)}`).not.toBe('');
      if (['radio', 'select', 'checklist'].includes(veld.type)) expect((veld.values?.length ?? 0) > 0 || veld.valuesExpression !== undefined, veld.id).toBe(true);
    }
  });

  it('zegt vooraf wat een veld eist, want de foutmelding zelf is Engels', () => {
    for (const veld of alles) {
      if (veld.validate?.pattern !== undefined) expect(veld.description, veld.id).toBeTruthy();
      if (veld.validate?.minLength !== undefined && veld.validate.minLength > 1) expect(veld.description, veld.id).toContain(`${veld.validate.minLength} tekens`);
    }
  });
});

describe.each(TAAKFORMULIEREN)('taakformulier %s', (naam) => {
  const { components } = formulier(naam);

  it('begint met dezelfde kop als alle andere', () => {
    const kop = components.slice(0, 7);
    expect(kop.map((o) => o.id)).toEqual(['Field_fouten', 'Field_laden', 'Field_casus', 'Field_verzuim', 'Field_taak', 'Field_eerder', 'Field_streep']);
    const voorbeeld = formulier('gesprek-ouders').components;
    for (const plek of [0, 1, 2, 3, 5, 6]) expect(kop[plek]).toEqual(voorbeeld[plek]);
  });

  it('zegt waarom de taak er is, wat er daarna gebeurt en wanneer zij af moet zijn', () => {
    const tekst = components[4]?.text ?? '';
    expect(tekst).toMatch(/^\*\*Waarom deze taak\.\*\* \S.{30,}/);
    expect(tekst).toMatch(/\*\*Wat hierna gebeurt\.\*\* \S.{20,}/);
    expect(tekst).toContain('uiterlijkTekst');
  });

  it('eindigt met de bestede uren', () => {
    expect(components.at(-1)).toMatchObject({ key: 'urenBesteed', type: 'expression' });
    expect(components.at(-2)).toMatchObject({ key: 'urenBesteedGetypt', type: 'textfield', label: 'Bestede uren' });
    expect(components.at(-2)?.validate?.required).toBeUndefined();
  });
});

it.each(VERBETERFORMULIEREN)('%s toont teruggekomen fouten, zegt wat er nu te doen is en is in te trekken', (naam) => {
  const { components } = formulier(naam);
  expect(components[0]).toEqual(formulier('gesprek-ouders').components[0]);
  expect(components[2]?.text).toMatch(/\*\*Waarom deze taak\.\*\* \S.{30,}\*\*Wat hierna gebeurt\.\*\* \S.{20,}uiterlijkTekst/s);
  expect(components[3]).toMatchObject({ type: 'checkbox' });
  expect(components[3]?.conditional).toBeUndefined();
});

it.each(STARTFORMULIEREN)('%s komt zelf niet terug: het toont geen fouten en is niet in te trekken', (naam) => {
  const { components } = formulier(naam);
  expect(components[0]).toMatchObject({ id: 'Field_inleiding' });
  expect(JSON.stringify(components)).not.toMatch(/validatieFouten|aanmeldingVervalt|intrekken/);
});
