import { losslessParse } from '@camunda8/sdk/dist/lib/index.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RawJson, rawText } from '../../../workers/runtime/raw-json.ts';

/** Zoals de SDK een job ontleedt als zij deze klasse krijgt. */
const throughSdk = (json: string): string => rawText(losslessParse(json, RawJson) as object);

it('elke JSON komt gelijk door de SDK heen', () => {
  const name = fc.string().filter((key) => key !== '__proto__');
  fc.assert(fc.property(fc.dictionary(name, fc.jsonValue({ noUnicodeString: false } as never)), (value) => {
    const json = JSON.stringify(value);
    if (json.includes('__proto__')) return;
    expect(JSON.parse(throughSdk(json))).toEqual(JSON.parse(json));
  }));
});

it('een te groot getal komt er ongeschonden uit, ook diep, en de SDK gooit niet', () => {
  const json = '{"sleutel":9007199254740993,"diep":{"lijst":[1,{"n":12345678901234567890}]},"leeg":null,"half":0.12345678901234567}';
  expect(throughSdk(json)).toBe(json);
});
