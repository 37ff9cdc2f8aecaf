import { z } from 'zod';
import { CASUS_COLUMNS, LEERLING_COLUMNS, THUISZITTER_COLUMNS, werkCasusBij } from '../registratie/casus-bijwerken.ts';
import { vervangContact } from '../registratie/contact-opslaan.ts';
import { once } from '../registratie/once.ts';
import { openThuiszittersregistratie } from '../registratie/thuiszitter-openen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { kijkNa, OMGEVING, omgevingVelden } from '../domein/regels/nakijken.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { ContractError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const tekst = z.string().trim().max(2000);
const leegbaar = tekst.nullish().transform((t) => t || null);
const datum = z.iso.date();

/** Wat er in een kolom mag; een kolom die hier niet genoemd is bestaat voor een model niet. */
const BIJZONDER: Record<string, z.ZodType> = {
  dagenThuisWeek: z.number().min(0).max(5),
  cyclus: z.int().min(1),
  groep: z.int().min(1).max(8),
  didactischeLeeftijdMaanden: z.int().min(0).max(100),
  ...Object.fromEntries(['escalatieDatum', 'duoMeldingOp', 'aotGemeldOp', 'brugStart', 'brugEind'].map((k) => [k, datum])),
  ...Object.fromEntries(['leerplichtBetrokken', 'jeugdteamBetrokken', 'cceGeraadpleegd', 'ingeschreven'].map((k) => [k, z.boolean()])),
};
/** Deze kolommen zijn nooit leeg: null betekent dan "niet veranderen". */
const NOOIT_LEEG = new Set(['registratieStatus', 'leerplichtBetrokken', 'jeugdteamBetrokken', 'cceGeraadpleegd', 'ingeschreven', 'groep', 'woonplaats', 'woongemeente']);
const KOLOMMEN: readonly string[] = [...CASUS_COLUMNS, ...THUISZITTER_COLUMNS, ...LEERLING_COLUMNS];

const object = z.record(z.string(), z.unknown());
const input = z.object({
  casusId: z.guid(),
  velden: object.nullish(),
  contacten: z.array(z.object({ rol: tekst.min(1), userId: leegbaar, naam: leegbaar, email: leegbaar })).nullish(),
  invoer: object.nullish(),
  ...omgevingVelden,
});
const headers = z.object({ controle: z.string().optional() });

/**
 * Zet genoemde kolommen van een casus en vervangt vaste personen (KT-03, KT-05, KT-06, CA-…). Met de kop `controle`
 * wordt `invoer` eerst nagekeken met de regels van dat formulier; bij een fout verandert er niets.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`
 */
export function makeCasusBijwerken(deps: WorkerDependencies): Worker<z.output<typeof input>, z.output<typeof headers>> {
  const { register, klok } = deps;
  return {
    type: 'casus-bijwerken',
    fetch: ['casusId', 'velden', 'contacten', 'invoer', ...OMGEVING],
    input,
    headers,
    async handle({ casusId, velden, contacten, invoer: ingevuld, ...omgeving }, { controle }, job) {
      const casus = await haalCasus(register.db, casusId);
      if (controle) await kijkNa(deps, controle, casusId, ingevuld ?? {}, omgeving);
      const goed = keurVelden(velden ?? {});
      await register.transaction((tx) =>
        once(tx, `casus-bijwerken:${job.elementInstanceKey}`, klok.nu(), async () => {
          const nu = klok.nu();
          for (const contact of contacten ?? []) await vervangContact(tx, casusId, contact, nu);
          // Wordt een kind tijdens de route leerplichtig, dan hoort het vanaf nu in de registratie.
          const ontbreekt = casus.registratieStatus === null && casus.logboekGestartOp !== null;
          if (ontbreekt && typeof goed.registratieStatus === 'string') await openThuiszittersregistratie(tx, casusId, goed.registratieStatus, vandaag(klok));
          await werkCasusBij(tx, casusId, goed);
          const wat = [...Object.keys(goed), ...(contacten ?? []).map((c) => `contact ${c.rol}`)];
          await schrijfSysteemregel(tx, job, { casusId, op: nu, actie: 'Casus bijgewerkt', uitkomst: `Bijgewerkt: ${wat.join(', ') || 'niets'}`, velden: { bijgewerkt: wat } });
          return null;
        }),
      );
    },
  };
}

function keurVelden(velden: Record<string, unknown>): Record<string, unknown> {
  const paren = Object.entries(velden).filter(([naam, waarde]) => !(NOOIT_LEEG.has(naam) && (waarde === null || waarde === undefined)));
  return Object.fromEntries(
    paren.map(([naam, waarde]) => {
      if (!KOLOMMEN.includes(naam)) throw new ContractError(`Het veld "velden.${naam}" bestaat niet in het register of mag niet door een model worden gewijzigd.`);
      const uitkomst = (BIJZONDER[naam] ?? tekst).nullish().safeParse(waarde);
      if (!uitkomst.success) throw new ContractError(`Het veld "velden.${naam}" heeft niet de juiste vorm.`);
      return [naam, uitkomst.data ?? null];
    }),
  );
}
