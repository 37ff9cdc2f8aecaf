import Handlebars from 'handlebars';

const HULPEN = new Set(['if', 'unless', 'datum', 'woorden', 'getal']);

/**
 * Loopt een tekst na op {{plaatshouders}}. Handlebars merkt een onbekende naam pas bij het maken van een bericht, en in
 * een `{{#if}}` soms nooit; hier valt hij bij het lezen.
 * @throws Error die het bestand en de plaatshouder noemt
 */
export function controleerPlaatshouders(tekst: string, toegestaan: ReadonlySet<string>, bestand: string): void {
  const fout = (wat: string): never => {
    throw new Error(`De melding ${bestand} gebruikt ${wat}. Toegestaan zijn: ${[...toegestaan].sort().join(', ')}.`);
  };
  const naam = (deel: hbs.AST.Node): void => {
    if (deel.type !== 'PathExpression') return;
    const { original } = deel as hbs.AST.PathExpression;
    if (!toegestaan.has(original)) fout(`de onbekende plaatshouder {{${original}}}`);
  };
  const bezoek = (programma: hbs.AST.Program | undefined): void => {
    for (const deel of programma?.body ?? []) {
      if (deel.type === 'ContentStatement' || deel.type === 'CommentStatement') continue;
      if (deel.type !== 'MustacheStatement' && deel.type !== 'BlockStatement') fout('een constructie die hier niet mag');
      const { path, params } = deel as hbs.AST.MustacheStatement;
      const hulp = (path as hbs.AST.PathExpression).original;
      if (params.length > 0 && !HULPEN.has(String(hulp))) fout(`de onbekende hulp {{${String(hulp)}}}`);
      (params.length > 0 ? params : [path]).forEach(naam);
      if (deel.type === 'BlockStatement') {
        bezoek((deel as hbs.AST.BlockStatement).program);
        bezoek((deel as hbs.AST.BlockStatement).inverse);
      }
    }
  };
  bezoek(Handlebars.parse(tekst));
}
