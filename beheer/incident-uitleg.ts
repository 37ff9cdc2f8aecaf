import type { Incident } from '../engine/reads/reads.ts';

/** Wat er misging en wat een beheerder eraan doet. */
export interface Uitleg {
  readonly melding: string;
  readonly doen: string;
}

const OPNIEUW = 'Open daarna de casus in Operate en kies bij dit incident Retry (het pijltje in een cirkel): de stap gaat dan verder waar zij was.';
/** Operate 8.6 geeft een luisteraar zijn pogingen niet terug, dus daar mislukt Retry; een uitrol doet dat wel. */
const MET_UITROL = 'Draai daarna npm run uitrollen: dat probeert elke stap die stilstaat opnieuw en zegt hoe het afliep.';
const VAN_EEN_WERKER = new Set(['JOB_NO_RETRIES', 'EXECUTION_LISTENER_NO_RETRIES']);
const ONVERWACHT = 'Geef de casus, de stap en de regels bij dit opdrachtnummer uit het technische log door aan wie de programmatuur onderhoudt.';
const UITROLLEN = 'Geef de casus en de stap door aan de proceseigenaar. Die verbetert het model en rolt alles samen uit (npm run uitrollen, of Routeboek opnieuw starten); de casus gaat dan vanzelf verder op de verbeterde stap.';
const PROCESEIGENAAR = `Geef de casus, de stap en het tijdstip door aan de proceseigenaar; in Operate staat bij het incident welk gegeven het is. Ligt het aan het model of een tabel, dan verbetert die het en rolt uit (npm run uitrollen): de casus gaat dan vanzelf verder op de verbeterde stap. Ligt het aan een gegeven van deze casus, zet het dan in Operate goed. ${OPNIEUW}`;

/** Fouten van de engine zelf. Haar eigen tekst is Engels en kan waarden uit de casus citeren; die staat alleen in Operate. */
const VAN_DE_ENGINE: Record<string, Uitleg> = {
  CALLED_ELEMENT_ERROR: { melding: 'Het proces dat deze stap aanroept is niet uitgerold.', doen: UITROLLEN },
  FORM_NOT_FOUND: { melding: 'Het formulier van deze taak is niet uitgerold.', doen: UITROLLEN },
  CALLED_DECISION_ERROR: { melding: 'De beslistabel van deze stap is niet uitgerold of gaf geen uitkomst.', doen: PROCESEIGENAAR },
  DECISION_EVALUATION_ERROR: { melding: 'De beslistabel van deze stap gaf geen uitkomst.', doen: PROCESEIGENAAR },
  EXTRACT_VALUE_ERROR: { melding: 'Het model rekent hier met een gegeven dat ontbreekt of niet klopt.', doen: PROCESEIGENAAR },
  CONDITION_ERROR: { melding: 'Een keuze in het model kon niet worden gemaakt, omdat een gegeven ontbreekt of niet klopt.', doen: PROCESEIGENAAR },
  IO_MAPPING_ERROR: { melding: 'Het model geeft hier een gegeven door dat ontbreekt of niet klopt.', doen: PROCESEIGENAAR },
  UNHANDLED_ERROR_EVENT: { melding: 'Een werker meldde een fout waar het model op deze plaats geen weg voor heeft.', doen: PROCESEIGENAAR },
  MESSAGE_SIZE_EXCEEDED: { melding: 'De casus draagt meer gegevens mee dan de engine aankan.', doen: PROCESEIGENAAR },
};

/** Legt een incident uit, zonder gegevens van een kind. */
export function legUit({ kind, message }: Pick<Incident, 'kind' | 'message'>): Uitleg {
  if (VAN_EEN_WERKER.has(kind)) return { melding: message, doen: `${message.startsWith('Onverwachte fout') ? ONVERWACHT : 'Neem de oorzaak weg die in de melding staat.'} ${kind === 'JOB_NO_RETRIES' ? OPNIEUW : MET_UITROL}` };
  return VAN_DE_ENGINE[kind] ?? { melding: `De engine kon hier niet verder (${kind}).`, doen: PROCESEIGENAAR };
}

/** Wat er misging, in één zin. */
export const meldingVan = (incident: Incident): string => legUit(incident).melding;
