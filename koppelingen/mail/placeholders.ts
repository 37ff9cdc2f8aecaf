import Handlebars from 'handlebars';

const HELPERS = new Set(['if', 'unless', 'als', 'datum', 'woorden', 'getal']);

/**
 * Loopt een tekst na op {{plaatshouders}}. Handlebars merkt een onbekende naam pas bij het maken van een bericht, en in
 * een `{{#if}}` soms nooit; hier valt hij bij het lezen.
 * @throws Error die het bestand en de plaatshouder noemt
 */
export function checkPlaceholders(text: string, toegestaan: ReadonlySet<string>, file: string): void {
  const error = (wat: string): never => {
    throw new Error(`De melding ${file} gebruikt ${wat}. Toegestaan zijn: ${[...toegestaan].sort().join(', ')}.`);
  };
  const name = (part: hbs.AST.Node): void => {
    if (part.type !== 'PathExpression') return;
    const { original } = part as hbs.AST.PathExpression;
    if (!toegestaan.has(original)) error(`de onbekende plaatshouder {{${original}}}`);
  };
  const bezoek = (programma: hbs.AST.Program | undefined): void => {
    for (const part of programma?.body ?? []) {
      if (part.type === 'ContentStatement' || part.type === 'CommentStatement') continue;
      if (part.type !== 'MustacheStatement' && part.type !== 'BlockStatement') error('een constructie die hier niet mag');
      const { path, params } = part as hbs.AST.MustacheStatement;
      const hulp = (path as hbs.AST.PathExpression).original;
      if (params.length > 0 && !HELPERS.has(String(hulp))) error(`de onbekende hulp {{${String(hulp)}}}`);
      (params.length > 0 ? params : [path]).forEach(name);
      if (part.type === 'BlockStatement') {
        bezoek((part as hbs.AST.BlockStatement).program);
        bezoek((part as hbs.AST.BlockStatement).inverse);
      }
    }
  };
  bezoek(Handlebars.parse(text));
}
