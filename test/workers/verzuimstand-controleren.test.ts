import { describe, expect, it } from 'vitest';
import { makeVerzuimstandControleren } from '../../workers/verzuimstand-controleren.ts';
import { setupVerzuim, vermoedelijk } from '../helpers/verzuim.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = (geboortedatum?: string) => setupVerzuim(bank, geboortedatum);

describe('verzuimstand-controleren', () => {
  it('een week is beantwoord als de school tot en met haar laatste schooldag iets zei; daarna is de volgende aan de beurt', async () => {
    const { deps, stand, klok, casusId } = await setup();
    const controleer = async (nu: string) => {
      klok.zet(nu);
      const { week, standRecent } = await runWorker(makeVerzuimstandControleren(deps), { casusId });
      return [(week as { maandag: string }).maandag, standRecent];
    };
    // De casus begon op maandag 8 september; die week is voorbij, en een stand zonder regels zegt er niets over.
    expect(await controleer('2025-09-23T09:00:00+02:00')).toEqual(['2025-09-08', false]);
    await stand('2025-09-19');
    expect(await controleer('2025-09-23T09:00:00+02:00')).toEqual(['2025-09-08', false]);
    await stand('2025-09-11', { regels: [vermoedelijk('2025-09-11', 5, 2)] });
    expect(await controleer('2025-09-23T09:00:00+02:00')).toEqual(['2025-09-08', false]);
    await stand('2025-09-12', { geenVerzuim: true });
    expect(await controleer('2025-09-23T09:00:00+02:00')).toEqual(['2025-09-15', false]);
    await stand('2025-09-19', { regels: [vermoedelijk('2025-09-16', 5, 2)] });
    // De week van 22 september loopt nog: er valt niets te vragen.
    expect(await controleer('2025-09-23T09:00:00+02:00')).toEqual(['2025-09-22', true]);
    expect(await controleer('2025-09-29T09:00:00+02:00')).toEqual(['2025-09-22', false]);
  });

  it('na een heropening wordt niet gevraagd naar de weken waarin de casus gesloten was', async () => {
    const { deps, klok, casusId, db } = await setup();
    await db.updateTable('casus').set({ heropendOp: new Date('2025-11-10T09:00:00+01:00') }).where('casusId', '=', casusId).execute();
    klok.zet('2025-11-18T09:00:00+01:00');
    const { week, standRecent } = await runWorker(makeVerzuimstandControleren(deps), { casusId });
    expect([(week as { maandag: string }).maandag, standRecent]).toEqual(['2025-11-10', false]);
  });

  it('na de herfstvakantie wordt naar de week erna gevraagd', async () => {
    const { deps, klok, casusId } = await setup();
    klok.zet('2025-10-28T09:00:00+01:00');
    const { week } = await runWorker(makeVerzuimstandControleren(deps), { casusId, weekNa: '2025-10-13' });
    expect((week as { maandag: string }).maandag).toBe('2025-10-27');
  });
});
