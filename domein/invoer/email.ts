const STUK = "[A-Za-z0-9_'+&-]+";
/**
 * Eén e-mailadres zoals een mailserver het niet anders kan lezen: geen komma, aanhalingsteken, haakje of spatie, geen `%` of `!`
 * (die sturen door), en alleen gewone letters, want een adres met een letter uit een ander schrift lijkt op dat van een ander.
 * Zonder backslash: ook de formulieren gebruiken dit patroon.
 */
export const EMAIL_PATROON = `^${STUK}(?:[.]${STUK})*@(?:(?!xn--)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?[.])+[A-Za-z]{2,24}$`;
export const EMAIL_UITLEG = 'één e-mailadres met gewone letters, bijvoorbeeld naam@school.nl';
const EMAIL = new RegExp(EMAIL_PATROON);
export const isEmail = (tekst: string): boolean => tekst.length <= 200 && EMAIL.test(tekst);
