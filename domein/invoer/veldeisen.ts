import { GETYPT } from './getypt.ts';

/** Een onderdeel van een formulier, voor zover het iets eist van wat wordt ingevuld. */
export interface Eisveld {
  readonly type: string;
  readonly key?: string;
  readonly path?: string;
  readonly label?: string;
  readonly dateLabel?: string;
  readonly description?: string;
  readonly readonly?: boolean | string;
  readonly disabled?: boolean | string;
  readonly increment?: string;
  readonly conditional?: { readonly hide?: string };
  readonly validate?: {
    readonly required?: boolean; readonly min?: number; readonly max?: number; readonly minLength?: number; readonly maxLength?: number; readonly pattern?: string; readonly patternErrorMessage?: string; readonly validationType?: string;
  };
  readonly values?: readonly { readonly value: unknown }[];
  readonly components?: readonly Eisveld[];
}

/** Hoe de invuller het veld kent. */
export const veldnaam = (veld: Eisveld): string => (veld.dateLabel ?? veld.label ?? veld.key ?? '').trim().replace(/[?:]$/, '');

/** Wordt de waarde als tekst getypt, met de waarde zelf in een ander veld ernaast? */
export const isGetypt = ({ key }: Eisveld): boolean => key?.endsWith(GETYPT) ?? false;

/**
 * Wat een veld van de invuller vraagt, in één zin zonder de naam. Het formulier zegt dit terwijl er getypt wordt en de controle
 * erna, met dezelfde woorden.
 */
export function eiszin(veld: Eisveld): string {
  const { required, min, max, minLength, maxLength, pattern, patternErrorMessage } = veld.validate ?? {};
  if (isGetypt(veld)) return `geef ${alsVervolg(patternErrorMessage ?? '')}${required ? '' : ', of laat dit leeg'}.`;
  const zinnen = [
    required ? (VRAAG[veld.type] ?? 'vul dit in') : '',
    maxLength ? (minLength ? `${minLength} tot ${maxLength} tekens` : `hoogstens ${maxLength} tekens`) : '',
    min !== undefined && max !== undefined ? `een getal van ${getal(min)} tot en met ${getal(max)}` : '',
    veld.increment && veld.increment !== '1' ? `in stappen van ${getal(Number(veld.increment))}` : '',
    pattern ? alsVervolg(patternErrorMessage ?? veld.description ?? '') : '',
  ];
  return `${zinnen.filter((zin) => zin !== '').join(', ')}.`;
}

const VRAAG: Readonly<Record<string, string>> = {
  checkbox: 'zet hier een vinkje', checklist: 'kies minstens één antwoord', radio: 'kies een antwoord', select: 'kies een antwoord',
};
const getal = (waarde: number): string => String(waarde).replace('.', ',');
const alsVervolg = (zin: string): string => zin.trim().replace(/[.]$/, '').replace(/^./, (letter) => letter.toLowerCase());
