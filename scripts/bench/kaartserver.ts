import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import express from 'express';
import { kaartApi } from '../../beheer/kaart-api.ts';
import type { Beslissen } from '../../domein/beslissen.ts';
import { makeNormen } from '../../domein/kaart/normen.ts';
import type { Klok } from '../../domein/klok.ts';
import type { Register } from '../../registratie/register.ts';

/** `/api/kaart` over HTTP, zonder aanmelden. */
export async function startKaartserver(register: Register, engine: Beslissen, klok: Klok) {
  const server = express().use(kaartApi({ register, klok, normen: makeNormen(engine, klok) })).listen(0, '127.0.0.1');
  await new Promise((klaar) => server.once('listening', klaar));
  const adres = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/kaart`;
  const haal = async (proces: string, filter = ''): Promise<unknown> => {
    const antwoord = await fetch(`${adres}/${proces}?${filter}`);
    if (!antwoord.ok) throw new Error(`${proces}?${filter}: ${antwoord.status} ${await antwoord.text()}`);
    return antwoord.json();
  };
  return {
    haal,
    /** Hoe lang het duurt, in ms, tot het antwoord gelezen is. */
    async duur(proces: string, filter = ''): Promise<number> {
      const begin = performance.now();
      await haal(proces, filter);
      return performance.now() - begin;
    },
    stop: (): Promise<void> => new Promise((klaar) => { server.closeAllConnections(); server.close(() => klaar()); }),
  };
}
