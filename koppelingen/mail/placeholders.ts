import Handlebars from 'handlebars';
import type { Checks } from './checks.ts';

const HELPERS = new Set(['if', 'unless', 'als', 'datum', 'woorden', 'getal']);

/** Wat er aan een mailtekst niet klopt: op welke regel van het bestand, en wat er wordt verwacht. */
export interface Meldingfout {
  readonly plaats: string;
  readonly tekst: string;
}

/**
 * Loopt een tekst na op {{plaatshouders}}. Handlebars merkt een onbekende naam pas bij het maken van een bericht, en in
 * een `{{#if}}` soms nooit; hier valt hij bij het lezen.
 * @param vanaf de regel van het bestand waarop de tekst begint, vanaf 1
 * @returns alle fouten; leeg als de tekst klopt
 */
export function checkPlaceholders(text: string, toegestaan: ReadonlySet<string>, vanaf: number, { bedoelde }: Pick<Checks, 'bedoelde'>): Meldingfout[] {
  const gevonden: Meldingfout[] = [];
  const meld = (part: hbs.AST.Node, tekst: string): void => void gevonden.push({ plaats: `regel ${vanaf + part.loc.start.line - 1}`, tekst });
  const namen = [...toegestaan].sort().join(', ');
  const name = (part: hbs.AST.Node): void => {
    if (part.type !== 'PathExpression') return;
    const { original } = part as hbs.AST.PathExpression;
    if (!toegestaan.has(original)) meld(part, `De plaatshouder {{${original}}} bestaat niet.${bedoelde(String(original), toegestaan)} Kies uit ${namen}, of zet een nieuwe bij "gegevens" als de stap haar meegeeft`);
  };
  const bezoek = (programma: hbs.AST.Program | undefined): void => {
    for (const part of programma?.body ?? []) {
      if (part.type === 'ContentStatement' || part.type === 'CommentStatement') continue;
      if (part.type !== 'MustacheStatement' && part.type !== 'BlockStatement') {
        meld(part, 'Deze constructie mag hier niet: gebruik {{naam}}, {{#if naam}} of {{#als naam "CODE"}}');
        continue;
      }
      const { path, params } = part as hbs.AST.MustacheStatement;
      const hulp = (path as hbs.AST.PathExpression).original;
      if (params.length > 0 && !HELPERS.has(String(hulp))) meld(part, `De hulp {{${String(hulp)} …}} bestaat niet.${bedoelde(String(hulp), HELPERS)} Kies uit ${[...HELPERS].join(', ')}`);
      (params.length > 0 ? params : [path]).forEach(name);
      if (part.type === 'BlockStatement') {
        bezoek((part as hbs.AST.BlockStatement).program);
        bezoek((part as hbs.AST.BlockStatement).inverse);
      }
    }
  };
  try {
    bezoek(Handlebars.parse(text));
  } catch (error) {
    const regel = Number(/line (\d+)/.exec((error as Error).message)?.[1] ?? 1);
    gevonden.push({ plaats: `regel ${vanaf + regel - 1}`, tekst: 'Hier klopt een plaatshouder niet: schrijf {{naam}}, en sluit elke {{#if naam}} met {{/if}} en elke {{#als …}} met {{/als}}' });
  }
  return gevonden;
}

/** De plaatshouders die een tekst laat zien; wat alleen in een voorwaarde staat is niet te lezen. */
export function shownPlaceholders(text: string): string[] {
  const within = (programma: hbs.AST.Program | undefined): string[] => (programma?.body ?? []).flatMap((part) => {
    if (part.type === 'BlockStatement') return [...within((part as hbs.AST.BlockStatement).program), ...within((part as hbs.AST.BlockStatement).inverse)];
    if (part.type !== 'MustacheStatement') return [];
    const { path, params } = part as hbs.AST.MustacheStatement;
    return (params.length > 0 ? params : [path]).flatMap((name) => (name.type === 'PathExpression' ? [(name as hbs.AST.PathExpression).original] : []));
  });
  try {
    return within(Handlebars.parse(text));
  } catch {
    // Wat niet te lezen is, heeft checkPlaceholders al genoemd.
    return [];
  }
}
