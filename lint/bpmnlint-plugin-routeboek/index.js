const NAMEN = [
  'aanroep-gesloten',
  'eigen-fouten',
  'element-id',
  'geen-vrije-tekst',
  'gebruikerstaak-volledig',
  'jobtype-bekend',
  'label',
  'luisteraars',
  'samenkomst',
  'taakkoppen-bekend',
  'termijn-bestaat',
  'timer-uit-termijnen',
  'toelichting-met-bron',
  'verwijzing-bestaat'
];

module.exports = {
  rules: Object.fromEntries(NAMEN.map(naam => [ naam, `./rules/${naam}` ])),
  configs: {
    recommended: {
      rules: Object.fromEntries(NAMEN.map(naam => [ naam, 'error' ]))
    }
  }
};
