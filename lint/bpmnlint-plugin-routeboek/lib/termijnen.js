const { is } = require('bpmnlint-utils');
const { once, read } = require('./sources');
const { eigenschap, invoer, letterlijk, stappen } = require('./element');
const { readXml, find } = require('./xml');

/**
 * De rijen van `termijnen.dmn`.
 * @returns { { stap: string, soort: string, aantal: number, eenheid: string, tijdstip: string | null }[] } in de volgorde van de tabel
 */
function readTermijnen(xml) {
  const tabel = find(readXml(xml), 'decisionTable')[0];
  const kolommen = tabel.kinderen.filter(k => k.naam === 'output').map(k => k.attrs.name);
  return tabel.kinderen.filter(k => k.naam === 'rule').flatMap(regel => {
    const cellen = soort => regel.kinderen.filter(k => k.naam === soort).map(k => waarden(find(k, 'text')[0].tekst));
    const uit = Object.fromEntries(cellen('outputEntry').map((waarde, i) => [ kolommen[i], waarde[0] ?? null ]));
    // Eén regel mag voor meer stappen gelden: "KT-08a","GK-07a".
    return cellen('inputEntry')[0].map(stap => ({ ...uit, stap }));
  });
}

const termijnrijen = () => once('termijnen', () => readTermijnen(read('bpmn/termijnen.dmn')));

/** De waarden in een cel: teksten, getallen en ja of nee, door komma's gescheiden. Een lege cel en null zijn null. */
function waarden(cel) {
  try {
    return JSON.parse(`[${cel}]`);
  } catch {
    return [ cel.trim() ];
  }
}

/** Aan het einde van de middag is een taak uiterlijk klaar; een ander tijdstip staat erbij. */
const GEWOON_TIJDSTIP = '17:00';

/**
 * Een termijn in woorden, zoals zij in het model naast de taak staat.
 * @param { { aantal: number, eenheid: string, tijdstip?: string | null } } rij een rij van `termijnen.dmn`
 * @returns { string } bijvoorbeeld `5 schooldagen`, `1 schooldag`, `7 kalenderdagen 09:00` of `vandaag 17:00`
 */
function termijnTekst({ aantal, eenheid, tijdstip }) {
  if (aantal === 0) return [ 'vandaag', tijdstip ].filter(Boolean).join(' ');
  const naam = aantal === 1 ? ENKELVOUD[eenheid] ?? eenheid : eenheid;
  return [ String(aantal).replace('.', ','), naam, tijdstip === GEWOON_TIJDSTIP ? null : tijdstip ].filter(Boolean).join(' ');
}
const ENKELVOUD = {
  schooldagen: 'schooldag', schoolweken: 'schoolweek', kalenderdagen: 'kalenderdag', kalenderweken: 'kalenderweek', werkdagen: 'werkdag', schooljaren: 'schooljaar'
};
const TERMIJN = new RegExp(`^([A-Z]{1,4}(-[\\w-]+)?: )?(vandaag|\\d+(,\\d+)? (${Object.entries(ENKELVOUD).flat().join('|')}))\\b`);

/** Ziet deze tekst eruit als een termijn? Andere opmerkingen bij een taak blijven met rust. */
const isTermijn = tekst => TERMIJN.test(tekst);

/** De sleutels waarmee een taak of timer haar rij zoekt: de invoer `stap`, anders de eigenschap `termijn`, anders `stap`, anders het id. */
function termijnstappen(node) {
  const gegeven = letterlijk(invoer(node, 'stap')?.source);
  if (gegeven) return [ gegeven ];
  const genoemd = eigenschap(node, 'termijn');
  if (genoemd) return [ genoemd.split('.')[0] ];
  return stappen(node).length > 0 ? stappen(node) : [ node.id.replaceAll('_', '-') ];
}

/** De eerste einddatum van een taak die terugkomt: van het deelproces om haar heen, of in een eigen variabele bewaard. */
const BEWAARD = /\buiterlijk(_\w+)?\b/;

/** Geeft het model de einddatum altijd zelf mee? Dan komt zij niet uit de rij van de taak. */
function altijdGegeven(node) {
  const bron = invoer(node, 'uiterlijk')?.source ?? '=null';
  return !/\bnull\b/.test(bron) && !BEWAARD.test(bron);
}

/**
 * Wat er bij een taak hoort te staan. Komt de einddatum uit het proces, dan noemt de eigenschap `termijn` de rij: `vierweken.perspectiefDeadline`.
 * @returns { string | undefined } de termijn in woorden, per route als die verschilt; niets als de taak geen rij heeft
 */
function verwachteTermijn(node, rijen = termijnrijen()) {
  const genoemd = eigenschap(node, 'termijn');
  const sleutels = genoemd ? [ [ ...genoemd.split('.'), 'uiterlijk' ] ] : altijdGegeven(node) ? [] : termijnstappen(node).map(stap => [ stap, 'uiterlijk' ]);
  const teksten = sleutels.flatMap(([ stap, soort ]) =>
    rijen.filter(rij => rij.stap === stap && rij.soort === soort).map(rij => ({ stap, route: stap.split('-')[0], tekst: termijnTekst(rij) })));

  const verschillend = [ ...new Set(teksten.map(t => t.tekst)) ];
  if (verschillend.length < 2) return verschillend[0];
  // Eén route met twee termijnen: dan zegt alleen de stap welke het is.
  const naam = teksten.some(a => teksten.some(b => a.route === b.route && a.tekst !== b.tekst)) ? 'stap' : 'route';
  return [ ...new Set(teksten.map(t => `${t[naam]}: ${t.tekst}`)) ].join(', ');
}

/** De tekstvakken die met een element verbonden zijn. */
function tekstenBij(node) {
  const verbonden = (node.$parent?.artifacts ?? []).filter(a => is(a, 'bpmn:Association')).flatMap(({ sourceRef, targetRef }) =>
    sourceRef === node ? [ targetRef ] : targetRef === node ? [ sourceRef ] : []);
  return verbonden.filter(ander => ander && is(ander, 'bpmn:TextAnnotation'));
}

/** De tekstvakken waar de termijn van een taak mag staan: bij de taak, of bij het deelproces waar zij met haar controle in zit. */
function termijnteksten(node) {
  const bijTaak = tekstenBij(node).filter(t => isTermijn(t.text ?? ''));
  if (bijTaak.length > 0 || !is(node.$parent, 'bpmn:SubProcess')) return bijTaak;
  return tekstenBij(node.$parent).filter(t => isTermijn(t.text ?? ''));
}

module.exports = { readTermijnen, termijnrijen, termijnTekst, isTermijn, termijnstappen, altijdGegeven, verwachteTermijn, termijnteksten };
