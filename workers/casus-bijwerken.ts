import { z } from 'zod';
import { werkCasusBij, zetGroep } from '../registratie/casus-bijwerken.ts';
import { vervangContact } from '../registratie/contact-opslaan.ts';
import { openThuiszittersregistratie } from '../registratie/thuiszitter-openen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { keurVelden, veldtekst } from '../domein/casus/velden.ts';
import { groepOp } from '../domein/casus/groep.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { schooljaarVan } from '../domein/kalender/schoolkalender.ts';
import { BusinessError } from '../domein/errors.ts';
import { gebruikerBezwaar, type Gebruikers } from '../domein/gebruikers.ts';
import { kijkNa, omgevingVelden } from '../domein/regels/nakijken.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const leegbaar = veldtekst.nullish().transform((t) => t || null);

const object = z.record(z.string(), z.unknown());
const input = z.object({
  casusId: z.guid(),
  velden: object.nullish(),
  contacten: z.array(z.object({ rol: veldtekst.refine((rol) => rol !== ''), userId: leegbaar, naam: leegbaar, email: leegbaar })).nullish(),
  invoer: object.nullish(),
  ...omgevingVelden,
});
const headers = z.object({ controle: z.string().optional() });

/**
 * Zet genoemde kolommen van een casus en vervangt vaste personen (KT-03, KT-05, KT-06, CA-…). Met de kop `controle`
 * wordt `invoer` eerst nagekeken met de regels van dat formulier; bij een fout verandert er niets.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`
 */
export function makeCasusBijwerken(deps: WorkerDependencies): Worker {
  const { register, klok } = deps;
  return defineWorker(deps, {
    type: 'casus-bijwerken',
    input,
    headers,
    async handle({ casusId, velden, contacten, invoer: ingevuld, ...omgeving }, { controle }, job) {
      const casus = await haalCasus(register.db, casusId);
      if (controle) await kijkNa(deps, controle, casusId, ingevuld ?? {}, omgeving, job);
      await keurGebruikers(deps.gebruikers, contacten ?? []);
      const goed = keurVelden(velden ?? {});
      return writeOnce(async (tx) => {
        const nu = klok.nu();
        const dag = vandaag(klok);
        for (const contact of contacten ?? []) await vervangContact(tx, casusId, contact, nu);
        // Wordt een kind tijdens de route leerplichtig, dan hoort het vanaf nu in de registratie.
        const ontbreekt = casus.registratieStatus === null && casus.logboekGestartOp !== null;
        if (ontbreekt && typeof goed.registratieStatus === 'string') await openThuiszittersregistratie(tx, casusId, goed.registratieStatus, dag, groepOp(casus, dag).groep, casus.verzuimstatus);
        await werkCasusBij(tx, casusId, goed);
        if (typeof goed.groep === 'number') await zetGroep(tx, casusId, { ...groepOp(casus, dag), groep: goed.groep, groepSchooljaar: schooljaarVan(dag) });
        const wat = [...Object.keys(goed), ...(contacten ?? []).map((c) => `contact ${c.rol}`)];
        await schrijfSysteemregel(tx, job, { casusId, op: nu, actie: 'Casus bijgewerkt', uitkomst: `Bijgewerkt: ${wat.join(', ') || 'niets'}`, velden: { bijgewerkt: wat } });
      });
    },
  });
}

/** Niemand wordt vaste persoon onder een naam waarmee niemand zich kan aanmelden. */
async function keurGebruikers(gebruikers: Gebruikers, contacten: readonly { userId: string | null }[]): Promise<void> {
  const validatieFouten = (await Promise.all(contacten.map(({ userId }) => gebruikerBezwaar(gebruikers, 'Gebruikersnaam', userId)))).flat();
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Een gebruikersnaam bestaat niet.', { validatieFouten });
}
