import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));

/** Een bestand van de programmatuur: ook die leest antwoorden, stuurt berichten en kiest meldingen. */
export interface Bronbestand {
  readonly pad: string;
  readonly tekst: string;
}

const MAPPEN = ['domein', 'workers', 'registratie', 'beheer', 'koppelingen'];
let gelezen: readonly Bronbestand[] | undefined;

/** De tekst van alle programmatuur die met de bestanden van de proceseigenaar werkt; één keer gelezen. */
export function leesCode(): readonly Bronbestand[] {
  gelezen ??= MAPPEN.flatMap((map) => readdirSync(join(WORTEL, map), { recursive: true, encoding: 'utf8' })
    .filter((naam) => /[.](ts|hbs)$/.test(naam))
    .map((naam) => ({ pad: `${map}/${naam.replaceAll('\\', '/')}`, tekst: readFileSync(join(WORTEL, map, naam), 'utf8') })));
  return gelezen;
}
