import { describe, expect, it } from 'vitest';
import { formulier, NAMEN, example } from './helpers/forms.ts';
import { submit, VIEWERS } from './helpers/viewers.ts';
import { CONTEXT, EXTRA } from './helpers/prefilled.ts';
import { isTerugTeGeven } from '../../domein/logboek/eerdere-antwoorden.ts';
import { makeFormulierlezer } from '../../domein/logboek/formulier.ts';

const lees = makeFormulierlezer();

describe.each(Object.entries(VIEWERS))('%s: een taak die terugkomt', (_versie, viewer) => {
  it.each(NAMEN)('%s toont wat er al was ingevuld, en stuurt ook in wat daarvan is leeggemaakt', async (naam) => {
    const invoer = example(naam);
    const velden = (await lees(naam)).filter((veld) => isTerugTeGeven(veld) && veld.sleutel in invoer);
    const terug = Object.fromEntries(velden.map(({ sleutel }) => [sleutel, invoer[sleutel]]));
    const basis = { ...CONTEXT, ...EXTRA[naam], validatieFouten: ['Er klopt iets niet.'] };
    const { data, waarschuwingen } = await submit(viewer, formulier(naam), { ...basis, ...terug });
    expect(waarschuwingen).toEqual([]);
    expect(Object.keys(data)).toEqual(expect.arrayContaining(velden.map((v) => v.teller ?? v.sleutel)));

    // Een veld dat de invuller leegmaakt moet leeg worden ingestuurd: anders bleef de teruggegeven waarde in de taak staan.
    const leeg = Object.fromEntries(velden.map(({ sleutel }) => [sleutel, Array.isArray(invoer[sleutel]) ? [] : null]));
    const gewist = await submit(viewer, formulier(naam), { ...basis, ...leeg });
    // Van een leeggemaakte lijst komt alleen het aantal rijen mee: nul.
    expect(Object.keys(gewist.data)).toEqual(expect.arrayContaining(velden.map((v) => v.teller ?? v.sleutel)));
    for (const { teller } of velden) if (teller !== undefined) expect(gewist.data[teller]).toBe(0);
  });
});
