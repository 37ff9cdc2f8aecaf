/** Afspraken die voor ieder model gelden en die de proceseigenaar niet verandert. */

/**
 * Zo vaak mag een werker een opdracht proberen voordat er een storing in beeld komt. De werker zelf laat de wachttijd
 * tussen twee pogingen groeien; met dit aantal overleeft een opdracht uren zonder register, engine of mailserver.
 */
const RETRIES = 24;

/** Wat Tasklist onder de naam van een taak toont: om welk kind het gaat, zonder naam. */
const TAAKNAAM = '=casusnummer + " · " + leerling.aanduiding';

/** Zo groot mag een model zijn om nog te kunnen lezen: knopen per model, knopen per blad, deelprocessen in elkaar. */
const OMVANG = { model: 120, blad: 40, diepte: 2 };

/** Waarden die een werker of een bericht zet, en die dus in geen formulier of tabel staan. */
const UIT_CODE = {
  aanmelduitkomst: [ 'GEOPEND', 'HEROPEND', 'LOOPT_AL', 'AL_BEKEND' ],
  aard: [ 'ZIEKTE', 'ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'LUXE', 'GEMENGD', 'GEOORLOOFD_OVERIG' ],
  besluit: [ 'GEWEIGERD', 'INGEWILLIGD' ]
};

/** Wat een luisteraar bij het begin van een taak klaarzet voor de taak zelf, naast wat het model al als invoer noemt. */
const LUISTERAAR_GEEFT = {
  'casus-lezen': [ 'regisseursBekend' ],
  'termijn-berekenen': [ 'prioriteit' ]
};

module.exports = { LUISTERAAR_GEEFT, UIT_CODE, RETRIES, TAAKNAAM, OMVANG };
