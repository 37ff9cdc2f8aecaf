import { dag, nietInToekomst, rijen, waarde, type Regel } from './helpers.ts';
import { uitgepakt, verzuimstand } from './verzuimstand.ts';

/** F-29, CA-18: wat bij het soort signaal ingevuld moet zijn (routeboek r. 444–449, r. 618–619, r. 69, r. 73). */
export const casusSignaal: Regel = (gegeven, nu) => {
  const invoer = uitgepakt(gegeven);
  const soort = invoer.signaalType;
  const terug = dag(invoer, 'datumVolledigTerug');
  const mist = (path: string): boolean => waarde(invoer, path) === undefined;
  return [
    nietInToekomst('Datum', dag(invoer, 'datum', 'signaalDatum'), nu),
    // Wie zegt dat het verzuim is gestopt mag er het laatste verzuim bij opgeven; dat wordt eerst verwerkt.
    ...(soort === 'verzuimstand' || (soort === 'verzuim-gestopt' && rijen(invoer, 'regels').length + rijen(invoer, 'teLaat').length > 0) ? verzuimstand(gegeven, nu) : []),
    soort === 'verzuim-gestopt' && terug === undefined ? 'Volledig terug sinds: vul in vanaf welke dag de leerling weer volledig op school is.' : null,
    nietInToekomst('Volledig terug sinds', terug, nu),
    // Zonder bevestigde inschrijving (school en datum) houdt de school de zorgplicht en blijft de casus open (r. 618–619).
    soort === 'leerling-uitgeschreven' && mist('nieuweSchool') && !mist('ingeschrevenOp') ? 'Nieuwe school: vul de naam van de nieuwe school in, of laat ook de datum van inschrijving leeg.' : null,
    nietInToekomst('Ingeschreven op', soort === 'leerling-uitgeschreven' ? dag(invoer, 'ingeschrevenOp') : undefined, nu),
    soort === 'woongemeente-gewijzigd' && mist('nieuweGemeente') ? 'Nieuwe gemeente: vul in waar de leerling nu woont.' : null,
    soort === 'ouders-werken-niet-mee' && mist('oudersSituatie.signaalType') ? 'Wat speelt er met de ouders: kies wat er aan de hand is.' : null,
    soort === 'toestemming-ingetrokken' && mist('toestemmingVoor') ? 'Waarvoor trekken de ouders hun toestemming in: kies een antwoord.' : null,
  ];
};
