import { leesWachtendeSignalen, merkAangeboden, type Signaal } from '../../registratie/signaal.ts';
import type { Register } from '../../registratie/register.ts';
import type { Klok } from '../klok.ts';
import { ALLEEN_WIE_NU_WACHT, berichtNaam } from './soorten.ts';
import { wachtNog } from './vasthouden.ts';

/** Wat het domein van de engine nodig heeft om een bericht te geven (`engine/engine.ts` past hierop). */
export interface Publiceren {
  publish(message: { name: string; correlationKey: string; messageId: string; ttlMs: number; content: Record<string, unknown> }): Promise<void>;
}
interface Deps {
  readonly register: Register;
  readonly engine: Publiceren;
  readonly klok: Klok;
}

/** Zo lang bewaart de engine een bericht waar nog niemand op wacht. Kort, want van een gesloten casus mag er niets blijven liggen. */
const GELDIG_MS = 3_600_000;
/** Pas daarna nog eens: zolang het eerste er nog ligt, zou een tweede tweemaal opgepakt kunnen worden. */
const OPNIEUW_NA_MS = GELDIG_MS + 60_000;

/** Geeft een signaal aan de engine. Binnen het uur is herhalen onschadelijk, want het kenmerk is hetzelfde. */
export async function biedAan({ register, engine, klok }: Deps, { signaalId, casusId, bericht, inhoud }: Signaal): Promise<void> {
  await merkAangeboden(register.db, signaalId, klok.nu());
  await engine.publish({ name: bericht, correlationKey: casusId, messageId: signaalId, ttlMs: GELDIG_MS, content: { ...inhoud, signaalId } });
}

/** Vertelt het aan wie er nu op wacht; wacht er niemand, dan hoeft het ook niet. @param bron wat het bericht één maakt */
export async function maakBekend({ engine }: Pick<Deps, 'engine'>, { casusId, bericht, inhoud }: Pick<Signaal, 'casusId' | 'bericht' | 'inhoud'>, bron: string): Promise<void> {
  const ttlMs = ALLEEN_WIE_NU_WACHT.includes(berichtNaam(bericht)) ? 0 : GELDIG_MS;
  await engine.publish({ name: bericht, correlationKey: casusId, messageId: `${casusId}:${bericht}:${bron}`, ttlMs, content: inhoud });
}

/**
 * Biedt elk signaal dat de route nog niet oppakte opnieuw aan: een CCE-consult wacht op de vier weken, een inschrijving op de
 * overstap. Het register onthoudt ze, niet de engine, zodat een signaal met de casus ophoudt.
 * @returns hoeveel er zijn aangeboden
 */
export async function biedWachtendeAan(deps: Deps): Promise<number> {
  const signalen = await leesWachtendeSignalen(deps.register.db, new Date(deps.klok.nu().getTime() - OPNIEUW_NA_MS));
  let aantal = 0;
  for (const signaal of signalen) {
    if (await wachtNog(deps.register.db, signaal.casusId, berichtNaam(signaal.bericht))) continue;
    await biedAan(deps, signaal);
    aantal += 1;
  }
  return aantal;
}
