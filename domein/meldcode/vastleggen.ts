import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import { haalCasus } from '../casus/bestaat.ts';
import type { Dependencies } from '../dependencies.ts';
import { ContractError } from '../errors.ts';
import type { Formulierlezer } from '../logboek/formulier.ts';
import { maakInhoud, type Taakgegevens } from '../logboek/inhoud.ts';
import { makeBerichtenVan, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
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
export async function legMeldcodeVast(deps: Deps, casusId: string, gegevens: Taakgegevens, meldingen: string | undefined, stap: Stap): Promise<Schrijven<void>> {
  const { register, engine, klok, lees, stappen, options } = deps;
  if (stap.bpmnProcessId !== MELDCODE) throw new ContractError('Alleen het proces meldcode schrijft in het log van de meldcode.');
  const casus = await haalCasus(register.db, casusId);
  const { stappen: [id] } = await stappen(stap.bpmnProcessId, stap.elementId);
  const vast = { casusId, traject: stap.processInstanceKey, tijdstip: klok.nu(), stap: id ?? stap.elementId, sleutel: `meldcode-vastleggen:${stap.elementInstanceKey}` };
  const regel = { ...vast, ...(await maakInhoud({ lees, stappen }, gegevens, stap)) };
  const berichten = await makeBerichtenVan(register, engine, options, casus, meldingen, { gebeurtenis: stap.elementInstanceKey, gegevens: {}, op: klok.nu() });
  return async (tx) => {
    await voegMeldcodeToe(tx, regel);
    await zetKlaar(tx, berichten);
  };
}
