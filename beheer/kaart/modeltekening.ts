import { readFile } from 'node:fs/promises';
import { leesModel, type Modelelement } from '../../domein/stappen/lees-model.ts';
import { perModel } from '../../domein/uitgerold/per-model.ts';
import { maakVastBestand, type VastBestand } from '../vast-bestand.ts';
import { rolTekst } from './rolnamen.ts';

/** De tekening van een proces, met de namen die in de cijfers niet staan. */
export interface Modeltekening extends VastBestand {
  /** Wie een element doet, zoals de tekening zegt; leeg als zij niemand noemt. */
  readonly rol: (element: string) => string;
  /** Het antwoord bij een pijl. */
  readonly antwoord: (pijl: string) => string;
}

const tekeningen = perModel(maak);

/** De tekening van een proces zoals zij nu is uitgerold. @returns niets als er geen model met deze naam is */
export const leesModeltekening = (proces: string): Promise<Modeltekening | undefined> => tekeningen().lees(proces);

async function maak(proces: string, dir: URL): Promise<Modeltekening | undefined> {
  const elementen = await leesModel(dir, proces);
  if (elementen.size === 0) return undefined;
  const xml = await readFile(new URL(`${proces}.bpmn`, dir));
  const eigenRol = (e: Modelelement): string => e.extensionElements?.values?.flatMap((w) => w.properties ?? []).find((p) => p.name === 'rol')?.value ?? '';
  // Een taak in een deelproces is van wie het deelproces is.
  const rol = (e: Modelelement | undefined): string => (e === undefined ? '' : eigenRol(e) || rol(e.$parent));
  return {
    ...maakVastBestand(xml, (merk) => `/kaart/${proces}/model-${merk}.bpmn`),
    rol: (id) => rolTekst(rol(elementen.get(id))), antwoord: (id) => elementen.get(id)?.name ?? '',
  };
}
