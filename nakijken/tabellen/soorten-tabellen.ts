/** Tabellen die een lijst geven: wie haar vraagt leest alle regels die passen. */
export const LIJST: readonly string[] = ['belemmering', 'brugplaats-type', 'meldplicht-duo', 'problematisch-verzuim', 'termijnen', 'verzuimcategorie'];

/** Tabellen waar geen regel past een antwoord is. Hier staat waarom dat veilig is. */
export const MAG_LEEG: Readonly<Record<string, string>> = {
  belemmering: 'geen actie: de regisseurs maken het plan van aanpak zonder voorgestelde actie',
  'brugplaats-type': 'geen plek: de regisseurs kiezen een ander vervolg',
  contactadressen: 'geen adres: het bericht komt in de postbus als "geen adres bekend"',
  'meldplicht-duo': 'geen grond: er is niets te melden',
  'problematisch-verzuim': 'geen signaal',
  termijnen: 'onbekende stap: de werker meldt een incident dat zegt welke regel ontbreekt',
  verzuimcategorie: 'geen categorie',
};
