import { leesModel, type Modelbestand } from '../../nakijken/modellen/lezen.ts';
import { vergelijk } from '../../wat-veranderde/model.ts';
import type { Bestanden } from '../bestanden.ts';
import type { Groep } from '../samenvatten.ts';
import { inVerlopen, voorbeeldTekst } from '../verslag.ts';

/** Hoe een onderdeel in de tekening gekleurd is. */
export type Stand = 'erbij' | 'weg' | 'anders';

/** Iets in een tekening wat anders is, met wat erover te zeggen is: dezelfde feiten als de kleur. */
export interface Merk {
  readonly id: string;
  readonly stand: Stand;
  readonly naam: string;
  readonly zinnen: readonly string[];
}

/** Eén proces, zoals het nu is en straks wordt; een kant zonder model heeft geen tekening. */
export interface Procesblad {
  readonly proces: string;
  readonly nu: string | undefined;
  readonly straks: string | undefined;
  readonly merken: readonly Merk[];
}

/**
 * Wat er gekleurd wordt: wat in het model veranderde, en wat bij het spelen anders ging terwijl het model gelijk bleef (een termijn, een mail).
 * Wat alleen meeschuift krijgt geen kleur, anders is alles geel.
 */
export async function maakBladen(nu: Bestanden, straks: Bestanden, groepen: readonly Groep[], totaal: number): Promise<Procesblad[]> {
  const bladen: Procesblad[] = [];
  for (const pad of [...new Set([...nu.keys(), ...straks.keys()])].filter((p) => p.endsWith('.bpmn')).sort()) {
    const proces = pad.replace(/^.*\/|[.]bpmn$/g, '');
    const [was, wordt] = [nu.get(pad), straks.get(pad)];
    const hier = groepen.filter(({ soort, plek }) => soort !== 'schuift' && plek?.proces === proces);
    if (was === wordt && hier.length === 0) continue;
    const merken = merkenVan(await model(pad, was), await model(pad, wordt), hier, totaal);
    if (merken.length > 0) bladen.push({ proces, nu: was, straks: wordt, merken });
  }
  return bladen;
}

async function model(pad: string, xml: string | undefined): Promise<Modelbestand | undefined> {
  const gelezen = xml === undefined ? undefined : await leesModel(pad, xml);
  return gelezen && 'model' in gelezen ? gelezen.model : undefined;
}

function merkenVan(was: Modelbestand | undefined, wordt: Modelbestand | undefined, groepen: readonly Groep[], totaal: number): Merk[] {
  const merken = new Map<string, { stand: Stand; zinnen: string[] }>();
  const zet = (id: string, stand: Stand, zin: string): void => {
    const merk = merken.get(id);
    if (merk) merk.zinnen.push(zin);
    else merken.set(id, { stand, zinnen: [zin] });
  };
  if (was && wordt) for (const { id, soort, zin } of vergelijk(was, wordt)) zet(id, soort, zin);
  for (const groep of groepen) zet(groep.plek!.element, 'anders', [groep.zin, voorbeeldTekst(groep) && `(${voorbeeldTekst(groep)})`, inVerlopen(groep, totaal)].filter(Boolean).join(' '));
  const naam = (id: string): string => (wordt?.opId[id]?.name ?? was?.opId[id]?.name ?? id).replace(/\s+/g, ' ').trim();
  return [...merken].map(([id, { stand, zinnen }]) => ({ id, stand, naam: naam(id), zinnen: [...new Set(zinnen)] }));
}
