/**
 * Hoeveel pogingen elke taak en listener in de modellen krijgt (`retries`; lint houdt ze gelijk). Met de wachttijden van
 * `BACKOFF.job` is dat bijna drie uur: een register, engine of mailserver die twee uur weg is laat geen incident achter.
 */
export const RETRIES = 24;

/** Na zoveel pogingen wordt een fout die niemand voorzag een incident; herhalen helpt dan zelden. */
export const UNEXPECTED_ATTEMPTS = 5;

/**
 * De hoeveelste poging dit is, vanaf 1. Een job van een oudere versie van het model begon met minder pogingen en lijkt dan
 * op een job die er al veel gehad heeft: hij wacht meteen de langste tijd (met drie pogingen: twee keer tien minuten) en
 * wordt bij een onvoorziene fout meteen een incident. Ook na "Retry" in Operate is dat zo: daar krijgt hij één poging.
 */
export const attemptNumber = (attemptsLeft: number): number => Math.max(1, RETRIES - attemptsLeft + 1);
