/**
 * De SDK ontleedt de variabelen van een job vóórdat wij ze zien, en gooit dan bij een geheel getal boven 2^53: zij schrijft
 * alle variabelen naar de console en meldt de job zelf mislukt, in het Engels (camunda-facts §3.3.4). Wie haar een eigen klasse
 * voor de variabelen geeft (`inputVariableDto`, deel van haar publieke API) bepaalt wat er met een waarde gebeurt. Deze klasse
 * maakt er meteen weer JSON-tekst van, zodat er voor de SDK geen getal overblijft; wij ontleden in `parse.ts`.
 */
export class RawJson {
  readonly [name: string]: unknown;
  constructor() {
    return new Proxy(this, {
      set(target, name, value) {
        Object.defineProperty(target, name, { value: toJson(value), enumerable: true, writable: true, configurable: true });
        return true;
      },
    });
  }
}

/** De JSON-tekst zoals de engine hem stuurde, op witruimte na. */
export const rawText = (raw: object): string =>
  `{${Object.entries(raw).map(([name, text]) => `${JSON.stringify(name)}:${String(text)}`).join(',')}}`;

/** De SDK leest een getal als een object dat zijn cijfers als tekst bewaart (lossless-json). */
function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ((value as { isLosslessNumber?: unknown }).isLosslessNumber === true) return (value as { toString(): string }).toString();
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  return `{${Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}:${toJson(part)}`).join(',')}}`;
}
