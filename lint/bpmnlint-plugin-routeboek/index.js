const NAMEN = [
  'aanroep-gesloten',
  'blad-leesbaar',
  'eerste-termijn',
  'eigen-fouten',
  'element-id',
  'gebruikerstaak-volledig',
  'geen-vrije-tekst',
  'jobtype-bekend',
  'kleur-van-rol',
  'label',
  'luisteraars',
  'retries',
  'samenkomst',
  'stap',
  'stap-in-label',
  'taak-bewaakt',
  'taakkoppen-bekend',
  'termijn-bestaat',
  'termijn-bij-taak',
  'timer-uit-termijnen',
  'toelichting-met-bron',
  'verwijzing-bestaat',
  'waarde-bestaat'
];

module.exports = {
  rules: Object.fromEntries(NAMEN.map(naam => [ naam, `./rules/${naam}` ])),
  configs: {
    recommended: {
      rules: Object.fromEntries(NAMEN.map(naam => [ naam, 'error' ]))
    }
  }
};
