/** De variabelen van de route; een veld met dezelfde naam zou hun waarde ongevraagd tonen en overschrijven. */
export const PROCESVARIABELEN = [
  'casusId', 'casusnummer', 'route', 'leerling', 'leerlingStatus', 'school', 'signaal', 'groepen', 'personen', 'gesprekOuders', 'teambespreking', 'otBespreking',
  'verzuim', 'regie', 'logboek', 'escalatieSignaal', 'escalatie', 'termijnen', 'aanbod4wk', 'belemmering', 'plan', 'evaluatie', 'monitoring', 'cce', 'maatwerk',
  'perspectief', 'aot', 'brugVerkenning', 'brug', 'overstap', 'dzm', 'jgz', 'leerplichtAdvies', 'afronding', 'validatieFouten', 'vierwekenUitkomst', 'gronden',
  'sectoradvies', 'week', 'meldcode', 'vrijstelling', 'aanvraag', 'formulier', 'rol', 'uiterlijk', 'uiterlijkTekst', 'escalatieOp', 'herinneringOp', 'toelichtingTaak', 'klok', 'prioriteit',
];

/** Hier is de gelijke naam bedoeld: het model geeft de waarde mee, of er is nog geen casus. */
export const VAN_HET_MODEL: Record<string, string[]> = {
  'duo-verzuimmelding': ['gronden'],
  'casus-signaal': ['casusnummer'],
  'signaal-verbeteren': ['casusnummer'],
};
