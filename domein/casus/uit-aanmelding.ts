import { DateTime } from 'luxon';
import type { NieuweCasus } from '../../registratie/casus-openen.ts';
import { aanmeldSleutel } from '../aanmelding/sleutel.ts';
import type { StartVerzuimroute } from '../aanmelding/start-verzuimroute.ts';
import { TIJDZONE } from '../kalender/datum.ts';
import { schooljaarVan } from '../kalender/schoolkalender.ts';
import { personenVan } from './personen.ts';
import { aanduiding } from './variabelen.ts';

/** Wat de processen en formulieren wel mogen weten: geen naam, geboortedatum of adres. */
export function zonderNamen(i: StartVerzuimroute): Record<string, unknown> {
  return {
    leerling: {
      aanduiding: aanduiding(i.leerlingRoepnaam, i.leerlingAchternaam, i.leerlingGroep),
      groep: i.leerlingGroep,
      ingeschreven: i.leerlingIngeschreven,
      didactischeLeeftijdMaanden: i.leerlingDidactischeLeeftijdMaanden,
    },
    school: { naam: i.schoolNaam, brin: i.schoolBrin, schooltype: i.schoolSchooltype, heeftKernteam: i.schoolHeeftKernteam, gebied: i.schoolGebied },
    signaal: { datumSignaal: i.signaalDatumSignaal, complexeGedragsvraag: i.signaalComplexeGedragsvraag },
    personen: personenVan(contactenVan(i)),
  };
}

/** Wie de aanmelding al noemt. */
const contactenVan = (i: StartVerzuimroute): NieuweCasus['contacten'] => [
  { rol: 'ib-er', userId: i.ibErUserId, naam: i.ibErNaam, email: i.ibErEmail },
  { rol: 'directeur-school-van-herkomst', userId: i.directeurUserId, naam: i.directeurNaam, email: i.directeurEmail },
  { rol: 'schoolbestuur', userId: i.schoolbestuurContactUserId, naam: i.schoolbestuurNaam, email: i.schoolbestuurEmail },
];

/** De casus zoals het register haar opent. */
export function alsNieuweCasus(i: StartVerzuimroute, bij: { route: NieuweCasus['route']; nu: Date; vandaag: string; groepen: Record<string, string>; job: { readonly processInstanceKey: string } }): NieuweCasus {
  return {
    route: bij.route,
    geopendOp: bij.nu,
    vandaag: bij.vandaag,
    jaar: DateTime.fromISO(bij.vandaag, { zone: TIJDZONE }).year,
    groepen: bij.groepen,
    procesInstantieKey: bij.job.processInstanceKey,
    aanmeldSleutel: aanmeldSleutel(i),
    leerling: {
      leerlingnummer: i.leerlingLeerlingId,
      roepnaam: i.leerlingRoepnaam,
      achternaam: i.leerlingAchternaam,
      geboortedatum: i.leerlingGeboortedatum,
      groep: i.leerlingGroep,
      groepSchooljaar: schooljaarVan(bij.vandaag),
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
    contacten: contactenVan(i),
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
