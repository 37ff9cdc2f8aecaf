import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { ContractError } from '../errors.ts';
import type { Formulierlezer } from '../logboek/formulier.ts';
import { alsRegels, kiesVelden } from '../logboek/regels.ts';
import type { Taakgegevens } from '../logboek/taakregel.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import type { Modelstappen } from '../stappen/modelstappen.ts';
import { MELDCODE } from './eigen-log.ts';

interface Stap {
  readonly bpmnProcessId: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
}

interface Deps extends Dependencies {
  readonly lees: Formulierlezer;
  readonly stappen: Modelstappen;
  readonly options: MeldingOpties;
}

/**
 * Schrijft in het eigen log van de meldcode wat een taak of stap vastlegt, met alles wat op het formulier is getypt. Het logboek van
 * de casus blijft onaangeroerd: er komt geen regel, geen nummer en geen uur bij. Een melding gaat wel in de postbus, zonder inhoud.
 * @throws ContractError als een ander proces dan de meldcode dit vraagt, of als er niets is om op te schrijven
 */
export async function legMeldcodeVast(deps: Deps, casusId: string, gegevens: Taakgegevens, meldingen: readonly string[], stap: Stap): Promise<Schrijven<void>> {
  const { register, engine, klok, lees, stappen, options } = deps;
  if (stap.bpmnProcessId !== MELDCODE) throw new ContractError('Alleen het proces meldcode schrijft in het log van de meldcode.');
  const casus = await haalCasus(register.db, casusId);
  const { naam, stappen: [id] } = await stappen(stap.bpmnProcessId, stap.elementId);
  const vast = { casusId, traject: stap.processInstanceKey, tijdstip: klok.nu(), stap: id ?? stap.elementId, sleutel: `meldcode-vastleggen:${stap.elementInstanceKey}` };
  const regel = gegevens.formulier ? { ...vast, ...(await vanFormulier(lees, gegevens.formulier, gegevens)), actie: naam } : { ...vast, ...vanStap(gegevens) };
  const berichten: NieuwBericht[] = [];
  for (const melding of meldingen) berichten.push(...(await makeBerichten(register, engine, options, casus, { melding, gebeurtenis: stap.elementInstanceKey, gegevens: {}, op: klok.nu() })));
  return async (tx) => {
    await voegMeldcodeToe(tx, regel);
    await zetKlaar(tx, berichten);
  };
}

async function vanFormulier(lees: Formulierlezer, formulier: string, gegevens: Taakgegevens) {
  const velden = await lees(formulier);
  const waarden = kiesVelden(velden, gegevens);
  return { formulier, rol: gegevens.rol ?? 'onbekend', uitkomst: alsRegels(velden, waarden) || 'Afgerond zonder gegevens.', velden: waarden };
}

function vanStap({ logregel }: Taakgegevens) {
  if (!logregel) throw new ContractError('Deze stap geeft geen "formulier" en geen "logregel" mee; er is niets om op te schrijven.');
  return { actie: logregel.actie, rol: 'systeem', uitkomst: String(logregel.uitkomst ?? '') };
}
