import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { Casusverloop } from './casusverloop.ts';
import { Proef } from './proef.ts';
import { rollenVan } from './rollen.ts';
import { startForm } from './start-form.ts';

const MEE = ['casusId', 'casusnummer', 'route', 'leerling', 'leerlingStatus', 'school', 'groepen', 'personen', 'signaal'];

/** Een proces dat een ander aanroept, los gestart bij een casus die echt in het register staat; elke test krijgt een nieuwe casus. */
export function useCalledProcess() {
  const called = {
    proef: undefined as unknown as Proef,
    casus: undefined as unknown as Casusverloop,
    /** Start het proces met wat het frame of een fase meegeeft. */
    async roepAan(proces: string, extra: Record<string, unknown> = {}): Promise<Casusverloop> {
      const { proef, casus } = called;
      const mee = Object.fromEntries(MEE.map((naam) => [naam, casus.variabele(naam)]));
      const rollen = rollenVan(String(extra.route ?? mee.route), mee.groepen);
      const instantie = await proef.start(proces, { ...mee, rollen, ...extra });
      await proef.quiesce();
      return new Casusverloop(proef, instantie);
    },
  };
  beforeAll(async () => void (called.proef = await Proef.start()));
  beforeEach(async () => {
    await called.proef.zetKlok('2025-09-08T09:00');
    called.casus = await called.proef.meldAan(startForm());
  });
  afterEach(() => called.proef.cleanUp());
  afterAll(() => called.proef.stop());
  return called;
}
