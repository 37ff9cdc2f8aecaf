import { DemoFout, type Bediening } from './bediening.ts';
import type { Speler } from './speler.ts';

/** Kijkt of elk kind eindigde zoals zijn scenario zegt. @throws DemoFout bij het eerste dat afwijkt */
export async function controleerAfloop({ register }: Bediening, spelers: readonly Speler[]): Promise<void> {
  for (const speler of spelers) {
    const { kenmerk, scenario: { verwacht } } = speler.kind;
    const open = speler.openTaken().map((taak) => taak.elementId);
    const fout = (wat: string): DemoFout => new DemoFout(kenmerk, open[0] ?? 'geen open taak', wat);
    if ('afgerond' in verwacht) {
      if (speler.leeft) throw fout('de route had vandaag afgerond moeten zijn');
      const casus = await register.db.selectFrom('casus').select(['status', 'reden']).where('casusId', '=', speler.casusId ?? '').executeTakeFirst();
      if (casus?.status !== 'afgesloten') throw fout('de casus is in het register niet afgesloten');
      if (casus.reden !== verwacht.afgerond) throw fout(`afgesloten met ${casus.reden ?? 'geen reden'} in plaats van ${verwacht.afgerond}`);
    } else {
      if (!speler.leeft) throw fout('de route had nog open moeten staan');
      if (verwacht.open.length > 0 && !verwacht.open.some((stap) => open.includes(stap))) throw fout(`taak ${verwacht.open.join(' of ')} had open moeten staan; open zijn: ${open.join(', ') || 'geen'}`);
    }
  }
}
