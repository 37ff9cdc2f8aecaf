import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { isFree } from '../engine/embedded/ports.ts';
import { leesVastgelegdePaden, type VastgelegdPad } from '../registratie/geschiedenis/paden.ts';
import { openRegister } from '../registratie/register.ts';
import { connectRunningApp } from '../scripts/running-app.ts';

const antwoord = z.object({ paden: z.array(z.object({ route: z.string(), taken: z.array(z.string()), aantal: z.number() })) });
const ONBEREIKBAAR = 'Het register is nu niet te bereiken, dus de casussen van het afgelopen jaar doen niet mee; alleen de scenario\'s zijn gespeeld. Start Routeboek, en draai npm run proef dan nog eens.';

/**
 * De paden van de casussen van het afgelopen jaar. Draait Routeboek, dan wordt het haar gevraagd, want de ingebouwde databank heeft één gebruiker.
 * @returns een zin als zij er niet zijn
 */
export async function vraagPaden(config: Config, sinds: Date): Promise<readonly VastgelegdPad[] | string> {
  const vraag = await connectRunningApp(config)?.('/paden');
  if (vraag?.ok) {
    const gelezen = antwoord.safeParse(await vraag.json().catch(() => undefined));
    return gelezen.success ? gelezen.data.paden : ONBEREIKBAAR;
  }
  const dir = join(config.dataDir, 'register');
  // Luistert er iets op een van de poorten, dan kan het Routeboek zijn: dan is de map van haar.
  const vrij = (await isFree(config.PORT)) && (await isFree(config.ENGINE_REST_POORT));
  if (config.DATABASE_URL === undefined && (!vrij || !existsSync(dir))) return ONBEREIKBAAR;
  const register = openRegister({ databaseUrl: config.DATABASE_URL, dir });
  try {
    return await leesVastgelegdePaden(register.db, sinds);
  } catch {
    return ONBEREIKBAAR;
  } finally {
    await register.close().catch(() => undefined);
  }
}
