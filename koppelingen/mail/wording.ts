/**
 * Codes uit de processen in gewone woorden, voor in een mail. Een code die hier ontbreekt wordt leesbaar gemaakt door
 * kleine letters en spaties; zo valt een nieuwe uitkomst van een beslistabel nooit om.
 */
const WORDS: Readonly<Record<string, string>> = {
  ZESTIEN_UUR_4WK: '16 uur of meer gemist in vier lesweken',
  NEGEN_KEER_TE_LAAT: 'negen keer of vaker te laat',
  LANGDURIG_RELATIEF: 'vier weken of langer aaneen niet op school',
  GEEN_GEHOOR_JEUGDARTS: 'ook na een tweede oproep geen bezoek aan de jeugdarts',
  ESCALATIE_THUIS: 'meer dan drie dagen per week thuis',
  LUXE_VERZUIM: 'vrij genomen buiten de schoolvakanties',
  ABSOLUUT: 'niet ingeschreven op een school',
  ONDERWIJS: 'onderwijs',
  ZORG: 'zorg',
  ONDERWIJS_ZORG: 'onderwijs en zorg samen',
  OVERSTAP: 'een overstap naar een andere plek',
  BRUG: 'een brugplaats',
  TUSSENAANBOD: 'een tijdelijk aanbod tot er een plek is',
  NIEUWE_CYCLUS: 'nog een periode van vier weken',
  OT_BESPREKING: 'een bespreking in het ondersteuningsteam',
  SECTORDIRECTEUR: 'een gesprek met de sectordirecteur',
  DOORZETTINGSMACHT: 'de doorzettingsmacht van het samenwerkingsverband',
  ONDUIDELIJK: 'dat is nog niet duidelijk',
  VERZUIM_GESTOPT: 'het verzuim is gestopt',
  PASSEND_AANBOD_GEREALISEERD: 'er is een passende plek gevonden',
  UITGESCHREVEN_VERHUISD: 'de leerling is uitgeschreven of verhuisd',
  ONTHEFFING_VRIJSTELLING: 'er is een ontheffing of vrijstelling',
  DOORZETTINGSBESLUIT_UITGEVOERD: 'het doorzettingsbesluit is uitgevoerd',
  ADMINISTRATIEF: 'de melding bleek administratief',
  WEER_OP_SCHOOL: 'weer volledig op school',
  ARRANGEMENT_EIGEN_SCHOOL: 'extra hulp op de eigen school',
  SBO: 'het speciaal basisonderwijs (SBO)',
  SBO_PLUS: 'het speciaal basisonderwijs met extra hulp (SBO+)',
  SO: 'het speciaal onderwijs (SO)',
  SO_PLUS: 'het speciaal onderwijs met extra hulp (SO+)',
  VO: 'het voortgezet onderwijs',
  JEUGDHULP: 'jeugdhulp',
  ONTHEFFING: 'ontheffing van de leerplicht',
  VERKLARING_ONTBREEKT: 'een verklaring van een arts',
  ARTS_IS_BEHANDELAAR: 'een verklaring van een onafhankelijke arts, niet van de eigen behandelaar, huisarts, psycholoog of pedagoog',
  VERKLARING_TE_OUD: 'een verklaring van een arts die niet ouder is dan drie maanden',
  VOORSCHRIFTEN: 'een of meer wettelijke voorschriften',
  UITGESCHREVEN: 'uitgeschreven',
  DOORZETTINGSBESLUIT: 'een plek door een doorzettingsbesluit',
  VRIJSTELLING: 'een mogelijke vrijstelling van de leerplicht',
  TOEGEKEND: 'toegekend',
  AFGEWEZEN: 'afgewezen',
  GEWEIGERD: 'geweigerd',
  INGEWILLIGD: 'ingewilligd',
  INGESTEMD: 'ingewilligd',
  BELEMMERING: 'wat de schoolgang belemmert en wat dat kan opvangen',
  EXTRA_MAATWERK: 'tijdelijk extra maatwerk na vier weken',
  PERSPECTIEF: 'het perspectief na vier weken',
  CYCLI_OP: 'na drie perioden van vier weken is er geen uitweg',
  GEEN_PLEK: 'er is geen passende plek gevonden',
  IMPASSE: 'de betrokkenen komen er samen niet uit',
  DOORGAAN: 'doorgaan zoals nu',
  MAATWERK_SWV: 'maatwerk van het samenwerkingsverband',
  OZA: 'een onderwijs-zorgarrangement',
  ANDERE_ROUTE: 'een andere route',
  OPSCHALEN_DOORZETTINGSMACHT: 'opschalen naar de doorzettingsmacht',
  SWV: 'het samenwerkingsverband',
  SCHOOLBESTUUR: 'het schoolbestuur',
  GEMEENTE: 'de gemeente',
};

/** Eén code of een lijst codes als tekst. */
export function inWords(waarde: unknown): string {
  const lijst = Array.isArray(waarde) ? waarde : [waarde];
  const delen = lijst.filter((code) => code !== null && code !== undefined && code !== '').map((code) => WORDS[String(code)] ?? lowerCase(String(code)));
  if (delen.length === 0) return 'niet opgegeven';
  return delen.length === 1 ? (delen[0] ?? '') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1)}`;
}

/** Alleen een echte CODE_MET_HOOFDLETTERS wordt aangepast; een naam van een school blijft zoals hij is. */
const lowerCase = (code: string): string => (/^[A-Z][A-Z0-9_]*$/.test(code) ? code.toLowerCase().replaceAll('_', ' ') : code);
