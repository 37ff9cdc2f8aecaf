import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { leesAanmelding } from '../registratie/aanmelding-lezen.ts';
import { openCasus, type NieuweCasus } from '../registratie/casus-openen.ts';
import { once } from '../registratie/once.ts';
import { CasusBestaat, isDuplicate } from '../registratie/errors.ts';
import { voegLogboekToe } from '../registratie/logboek-toevoegen.ts';
import { isLeerplichtig, kiesRoute } from '../domein/casus/beslissingen.ts';
import { bepaalGroepen } from '../domein/casus/groepen.ts';
import { aanduiding, legeVariabelen } from '../domein/casus/variabelen.ts';
import { keurStartVerzuimroute, STARTVELDEN, type StartVerzuimroute } from '../domein/aanmelding/start-verzuimroute.ts';
import { TIJDZONE, vandaag as vandaagVan } from '../domein/kalender/datum.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { BusinessError } from '../domein/errors.ts';
import type { Job, Worker } from './runtime/worker.ts';

const headers = z.object({ route: z.enum(['kernteam', 'geen-kernteam']) });

/**
 * Maakt van een aanmelding een casus (KT-00). Keurt het startformulier, kijkt of de route klopt, en brengt alle
 * persoonsgegevens in één transactie naar het register; de variabelen in de engine worden meteen geleegd (design §4).
 * Fouten in het formulier gaan allemaal tegelijk terug naar wie aanmeldde.
 */
export function makeCasusOpenen({ register, engine, klok }: WorkerDependencies): Worker<Record<string, unknown>, z.output<typeof headers>> {
  return {
    type: 'casus-openen',
    fetch: [...STARTVELDEN, 'aanmeldingId'],
    input: z.record(z.string(), z.unknown()),
    headers,
    async handle(variabelen, { route }, job) {
      const nu = klok.nu();
      const vandaag = vandaagVan(klok);
      const input = await keur(variabelen, vandaag);
      const school = { heeftKernteam: input.schoolHeeftKernteam, schooltype: input.schoolSchooltype };
      if ((await kiesRoute(engine, school)) !== route) {
        throw new BusinessError('VERKEERDE_ROUTE', `Deze school hoort niet in de route "${route}".`);
      }
      const leeftijd = Math.floor(DateTime.fromISO(vandaag).diff(DateTime.fromISO(input.leerlingGeboortedatum), 'years').years);
      const leerplichtig = await isLeerplichtig(engine, leeftijd);
      const groepen = await bepaalGroepen(engine, { brin: input.schoolBrin, gebied: input.schoolGebied, gemeente: input.leerlingWoongemeente });
      const casus = alsNieuweCasus(input, { route, nu, vandaag, job });

      try {
        return await register.transaction((tx) =>
          once(tx, `casus-openen:${job.elementInstanceKey}`, klok.nu(), async () => {
            const { casusId, casusnummer } = await openCasus(tx, casus);
            await voegLogboekToe(tx, {
              casusId, tijdstip: nu, stap: 'KT-00', actie: 'Casus geopend', actor: 'systeem', rol: 'systeem',
              uitkomst: `Casus ${casusnummer} is geopend.`, sleutel: `casus-openen:${casusId}`,
            });
            return { ...legeVariabelen(), casusId, casusnummer, route, leerlingStatus: { leeftijd, leerplichtig, ontheffing: false, registratieStatus: null }, groepen, ...zonderNamen(input) };
          }),
        );
      } catch (error) {
        if (error instanceof CasusBestaat) throw new BusinessError('CASUS_BESTAAT', error.message, { validatieFouten: [error.message] });
        // De databank hield de tweede van twee aanmeldingen tegelijk tegen.
        if (isDuplicate(error)) throw new BusinessError('CASUS_BESTAAT', 'Er loopt al een dossier voor deze leerling.', { validatieFouten: ['Er loopt al een dossier voor deze leerling.'] });
        throw error;
      }
    },
  };

  async function keur(variabelen: Record<string, unknown>, vandaag: string): Promise<StartVerzuimroute> {
    const { aanmeldingId, ...velden } = variabelen;
    const bron = typeof aanmeldingId === 'string' && aanmeldingId !== '' ? await leesAanmelding(register.db, aanmeldingId) : velden;
    const keuring = keurStartVerzuimroute(bron ?? {}, vandaag);
    if (keuring.goed) return keuring.waarde;
    const fouten = bron ? keuring.fouten : ['Deze aanmelding staat niet in het register.'];
    throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', { validatieFouten: fouten });
  }
}

/** Wat de processen en formulieren wel mogen weten: geen naam, geboortedatum of adres. */
function zonderNamen(i: StartVerzuimroute): Record<string, unknown> {
  return {
    leerling: {
      aanduiding: aanduiding(i.leerlingRoepnaam, i.leerlingAchternaam, i.leerlingGroep),
      groep: i.leerlingGroep,
      ingeschreven: i.leerlingIngeschreven,
      didactischeLeeftijdMaanden: i.leerlingDidactischeLeeftijdMaanden,
    },
    school: { naam: i.schoolNaam, brin: i.schoolBrin, schooltype: i.schoolSchooltype, heeftKernteam: i.schoolHeeftKernteam, gebied: i.schoolGebied },
    signaal: { datumSignaal: i.signaalDatumSignaal, complexeGedragsvraag: i.signaalComplexeGedragsvraag },
    personen: {
      ibEr: i.ibErUserId ?? '',
      regisseurSwv: '',
      regisseurSchoolbestuur: '',
      schoolbestuur: i.schoolbestuurContactUserId ?? '',
      directeurSchoolVanHerkomst: i.directeurUserId ?? '',
    },
  };
}

function alsNieuweCasus(i: StartVerzuimroute, bij: { route: NieuweCasus['route']; nu: Date; vandaag: string; job: Job }): NieuweCasus {
  return {
    route: bij.route,
    geopendOp: bij.nu,
    jaar: DateTime.fromISO(bij.vandaag, { zone: TIJDZONE }).year,
    procesInstantieKey: bij.job.processInstanceKey,
    aanmeldSleutel: createHash('sha256').update(`${i.schoolBrin}|${i.leerlingLeerlingId}|${i.signaalDatumSignaal}`).digest('hex'),
    leerling: {
      leerlingnummer: i.leerlingLeerlingId,
      roepnaam: i.leerlingRoepnaam,
      achternaam: i.leerlingAchternaam,
      geboortedatum: i.leerlingGeboortedatum,
      groep: i.leerlingGroep,
      didactischeLeeftijdMaanden: i.leerlingDidactischeLeeftijdMaanden,
      woonplaats: i.leerlingWoonplaats,
      woongemeente: i.leerlingWoongemeente,
      ingeschreven: i.leerlingIngeschreven,
    },
    ouders: i.ouders,
    school: {
      brin: i.schoolBrin,
      naam: i.schoolNaam,
      schooltype: i.schoolSchooltype,
      plaats: i.schoolPlaats,
      email: i.schoolEmail,
      heeftKernteam: i.schoolHeeftKernteam,
      gebied: i.schoolGebied,
      schoolbestuur: i.schoolbestuurNaam,
    },
    contacten: [
      { rol: 'ib-er', userId: i.ibErUserId, naam: i.ibErNaam, email: i.ibErEmail },
      { rol: 'directeur-school-van-herkomst', userId: i.directeurUserId, naam: i.directeurNaam, email: i.directeurEmail },
      { rol: 'schoolbestuur', userId: i.schoolbestuurContactUserId, naam: i.schoolbestuurNaam, email: i.schoolbestuurEmail },
    ],
    signaal: {
      datumSignaal: i.signaalDatumSignaal,
      klachten: i.signaalKlachten,
      complexeGedragsvraag: i.signaalComplexeGedragsvraag,
      patroonVerzuim: i.signaalPatroonVerzuim,
      soortProblematischVerzuim: i.signaalSoortProblematischVerzuim,
    },
    verzuimRegels: i.verzuimRegels,
  };
}
