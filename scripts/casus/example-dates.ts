import { plusDagen, type Datum } from '../../domein/kalender/datum.ts';
import { vorigeSchooldag } from '../../domein/kalender/rekenen.ts';
import type { Schoolkalender } from '../../domein/kalender/schoolkalender.ts';

/**
 * Zet `{{vandaag-2}}` om in de datum van twee dagen geleden en `{{schooldag-2}}` in de op een na laatste schooldag, zodat de
 * voorbeelden in docs niet verouderen en op elke dag van het jaar goed zijn: verzuim kan alleen op een schooldag.
 */
export function withExampleDates(tekst: string, vandaag: Datum, kalender: Schoolkalender): string {
  return tekst
    .replace(/\{\{vandaag(?:-(\d{1,3}))?\}\}/g, (_alles, dagen?: string) => plusDagen(vandaag, -Number(dagen ?? 0)))
    .replace(/\{\{schooldag-(\d{1,2})\}\}/g, (_alles, aantal: string) => {
      let dag = vandaag;
      for (let n = 0; n < Number(aantal); n += 1) dag = vorigeSchooldag(kalender, dag);
      return dag;
    });
}
