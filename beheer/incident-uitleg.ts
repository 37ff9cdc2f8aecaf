import type { Incident } from '../engine/reads/reads.ts';

/** Wat er misging en wat een beheerder eraan doet. */
export interface Uitleg {
  readonly melding: string;
  readonly doen: string;
}

const OPNIEUW = 'Open daarna de casus in Operate en kies bij dit incident Retry (het pijltje in een cirkel): de stap gaat dan verder waar zij was.';
const VAN_EEN_WERKER = new Set(['JOB_NO_RETRIES', 'EXECUTION_LISTENER_NO_RETRIES']);
const ONVERWACHT = 'Geef de casus, de stap en de regels bij dit opdrachtnummer uit het technische log door aan wie de programmatuur onderhoudt.';
const UITROLLEN = `Rol alle modellen samen uit (npm run uitrollen, of start Routeboek opnieuw). ${OPNIEUW}`;
const PROCESEIGENAAR = `Geef de casus, de stap en het tijdstip door aan de proceseigenaar; in Operate staat bij het incident welk gegeven het is. Zet het daar goed, of verbeter het model en rol uit. ${OPNIEUW}`;

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
  if (VAN_EEN_WERKER.has(kind)) return { melding: message, doen: `${message.startsWith('Onverwachte fout') ? ONVERWACHT : 'Neem de oorzaak weg die in de melding staat.'} ${OPNIEUW}` };
  return VAN_DE_ENGINE[kind] ?? { melding: `De engine kon hier niet verder (${kind}).`, doen: PROCESEIGENAAR };
}
