import { createHash } from 'node:crypto';
import { z } from 'zod';
import { leesCasusplek, type Casusplek } from '../registratie/casusplek-lezen.ts';
import { bewaarSignaal, zoekSignaal } from '../registratie/signaal.ts';
import { verbeterGroepVanSignaal } from '../domein/berichten/casus.ts';
import { biedAan } from '../domein/berichten/aanbieden.ts';
import { gebeurtenisVelden, keurSignaal, kiesBericht, splitsVerzuim, type Gebeurtenis } from '../domein/berichten/kiezen.ts';
import { berichtNaam, berichtTekst, IEMAND_WACHT_MISSCHIEN } from '../domein/berichten/soorten.ts';
import { BusinessError, ContractError, PermanentError } from '../domein/errors.ts';
import { verwerkNaSluiten } from '../domein/verzuim/na-sluiten.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Job, Worker } from './runtime/worker.ts';

const input = z.object(gebeurtenisVelden);
/** Zo lang kan iemand die op een bekendmaking wacht, er net nog bij zijn. */
const EEN_UUR_MS = 3_600_000;
const headers = z.object({ bericht: z.string().optional() });

/**
 * Geeft een gebeurtenis aan de casus waar ze bij hoort (spec §1.4.3, §1.7). De kop `bericht` noemt het bericht; zonder
 * kop komt het signaaltype van het formulier casus-signaal, en dan wordt dat formulier ook nagekeken.
 *
 * Wat de casus nu of later kan opvangen, wordt bewaard tot zij dat doet; `signaal-gevangen` vinkt het dan af. Kan zij er niets
 * mee, dan hoort de melder waar de casus staat; een stap van de route zelf gaat verder en het logboek zegt het.
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`; bij een signaal ook welke groep het verbetert
 */
export function makeBerichtPubliceren(deps: WorkerDependencies): Worker {
  const { register, engine, klok } = deps;
  return defineWorker(deps, {
    type: 'bericht-publiceren',
    input,
    headers,
    handle: (gegeven, kop, job) => geefDoor(gegeven, kop, job).catch(async (error: unknown) => {
      if (kop.bericht !== undefined || !(error instanceof BusinessError)) throw error;
      throw new BusinessError(error.code, error.message, { ...error.variables, verbeterGroep: await verbeterGroepVanSignaal(register.db, gegeven.casusnummer) });
    }),
  });

  async function geefDoor(gegeven: Gebeurtenis, kop: z.output<typeof headers>, job: Job) {
    const soort = kop.bericht ?? gegeven.signaalType;
    if (!soort) throw new ContractError('Deze stap heeft geen kop "bericht" en geen signaaltype.');
    const naam = berichtNaam(soort);
    const isSignaal = kop.bericht === undefined;
    const casus = await leesCasusplek(register.db, gegeven);
    if (!casus) throw onbekend(isSignaal);
    const { casusId } = casus;
    const regel = (actie: string, uitkomst: string) =>
      writeOnce(async (tx) => {
        await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie, uitkomst, velden: { bericht: naam } });
        return { casusId };
      });

    if (naam === 'verzuimstand' && casus.status === 'afgesloten') {
      if (isSignaal) await keurSignaal(deps, casusId, gegeven);
      return writeOnce(await verwerkNaSluiten(deps, defaultMailOptions(deps.takenlijst), casusId, gegeven.inhoud, job));
    }
    if (IEMAND_WACHT_MISSCHIEN.includes(naam)) {
      await engine.publish({ name: naam, correlationKey: casusId, messageId: `${casusId}:${naam}:${job.elementInstanceKey}`, ttlMs: EEN_UUR_MS, content: gegeven.inhoud });
      return regel(berichtTekst(naam), 'Bekendgemaakt aan wie erop wacht.');
    }
    const sleutel = isSignaal ? sleutelVan(casus, gegeven) : `stap:${job.elementInstanceKey}`;
    let signaal = await zoekSignaal(register.db, sleutel);
    if (!signaal) {
      const keuze = await kiesBericht(deps, soort, gegeven, casus, isSignaal);
      if ('bezwaar' in keuze) {
        const { veld, zin } = keuze.bezwaar;
        if (isSignaal) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De casus kan dit signaal niet gebruiken.', { validatieFouten: [`${veld}: ${zin.charAt(0).toLowerCase()}${zin.slice(1)}`] });
        return regel(berichtTekst(keuze.bericht), `Niet doorgegeven. ${zin}`);
      }
      const { verzuim, inhoud } = splitsVerzuim(keuze);
      // Wat er nog aan verzuim bij zit gaat voor: het telt mee voordat de route stopt.
      if (verzuim) await biedAan(deps, await bewaarSignaal(register.db, { casusId, bericht: 'verzuimstand', sleutel: `${sleutel}:verzuim`, inhoud: verzuim, ontvangenIn: job.elementInstanceKey, op: klok.nu() }));
      signaal = await bewaarSignaal(register.db, { casusId, bericht: keuze.bericht, sleutel, inhoud, ontvangenIn: job.elementInstanceKey, op: klok.nu() });
    }
    if (signaal.stand === 'ONTVANGEN') await biedAan(deps, signaal);
    return regel(
      berichtTekst(berichtNaam(signaal.bericht)),
      signaal.ontvangenIn === job.elementInstanceKey ? 'Ontvangen. Het logboek zegt het zodra de casus dit oppakt.' : 'Hetzelfde signaal was er al; het telt één keer.',
    );
  }
}

function onbekend(isSignaal: boolean): Error {
  if (!isSignaal) return new PermanentError('De stap noemt een casus die niet in het register staat. Kijk welke casusId het model meegeeft.');
  return new BusinessError('CASUS_ONBEKEND', 'Er is geen casus met dit nummer.', { validatieFouten: ['Casusnummer: er is geen casus met dit nummer. Controleer het nummer.'] });
}

/** Twee signalen zijn hetzelfde als alles wat erin staat hetzelfde is; de toelichting telt mee, maar staat niet in het kenmerk. */
function sleutelVan({ casusId }: Casusplek, { signaalType, inhoud, toelichting }: Gebeurtenis): string {
  return `signaal:${createHash('sha256').update(JSON.stringify(opVolgorde([casusId, signaalType, inhoud, toelichting ?? null]))).digest('hex')}`;
}

const opVolgorde = (waarde: unknown): unknown => {
  if (Array.isArray(waarde)) return waarde.map(opVolgorde);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).sort(([a], [b]) => (a < b ? -1 : 1)).map(([naam, deel]) => [naam, opVolgorde(deel)]));
};
