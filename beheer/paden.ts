import { Router } from 'express';
import type { Klok } from '../domein/klok.ts';
import { jaarVoor, leesVastgelegdePaden } from '../registratie/geschiedenis/paden.ts';
import type { Register } from '../registratie/register.ts';

/** `GET /paden`: welke wegen de casussen van het afgelopen jaar gingen, voor `npm run proef`. Er staat niets in van een kind, een school of een dag. */
export function padenApi({ register, klok }: { register: Register; klok: Klok }): Router {
  const router = Router();
  router.get('/paden', async (_vraag, antwoord) => {
    antwoord.json({ paden: await leesVastgelegdePaden(register.db, jaarVoor(klok.nu())) });
  });
  return router;
}
