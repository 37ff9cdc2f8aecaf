const NAMEN = [
  'aanroep-gecontroleerd',
  'aanroep-gesloten',
  'berichtsleutel',
  'blad-leesbaar',
  'eerste-termijn',
  'eigen-fouten',
  'element-id',
  'feel-geldig',
  'gebruikerstaak-volledig',
  'geen-vrije-tekst',
  'groep-van-rol',
  'jobtype-bekend',
  'kleur-van-rol',
  'label',
  'luisteraars',
  'retries',
  'samenkomst',
  'standaardweg',
  'stap',
  'stap-in-label',
  'stap-overslaan',
  'taak-bewaakt',
  'taakkoppen-bekend',
  'termijn-bestaat',
  'termijn-bij-taak',
  'timer-uit-termijnen',
  'toelichting-met-bron',
  'variabele-bestaat',
  'variabele-op-weg',
  'verwijzing-bestaat',
  'waarde-bestaat'
];

/**
 * Deze regels zoeken in een ander bestand iets wat er moet zijn. Is een van de bestanden niet te lezen, dan zouden zij tientallen
 * dingen noemen die daar gewoon in staan.
 */
const ZOEKEN_ELDERS = [
  'gebruikerstaak-volledig',
  'kleur-van-rol',
  'taak-bewaakt',
  'taakkoppen-bekend',
  'termijn-bestaat',
  'termijn-bij-taak',
  'variabele-bestaat',
  'variabele-op-weg',
  'waarde-bestaat'
];

module.exports = {
  ZOEKEN_ELDERS,
  rules: Object.fromEntries(NAMEN.map(naam => [ naam, `./rules/${naam}` ])),
  configs: {
    recommended: {
      rules: Object.fromEntries(NAMEN.map(naam => [ naam, 'error' ]))
    }
  }
};
