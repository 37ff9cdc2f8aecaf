const { names, once, read } = require('./sources');
const { UIT_CODE } = require('./constants');
const { readXml, find } = require('./xml');

/**
 * Welke teksten een variabele kan hebben, en waar een uitdrukking mee vergelijkt. Een variabele heet naar haar laatste deel:
 * `perspectief.aanbodplek` is `aanbodplek`. Liever een waarde te veel dan te weinig: wat een tikfout is blijft toch onbekend.
 */

/** De vergelijkingen met een tekst in een uitdrukking: `a.b = "X"`, `a != "X"`, `a in ("X", "Y")` en `list contains(["X"], a)`. */
function vergelijkingen(feel) {
  const tekst = feel ?? '';
  const gelijk = [ ...tekst.matchAll(/([A-Za-z_][\w.]*)\s*!?=\s*"([^"]+)"/g) ].map(m => [ m[1], m[2] ]);
  const lijsten = [
    ...[ ...tekst.matchAll(/([A-Za-z_][\w.]*)\s+in\s+\(([^)]*)\)/g) ].map(m => [ m[1], m[2] ]),
    ...[ ...tekst.matchAll(/list contains\(\[([^\]]*)\],\s*([A-Za-z_][\w.]*)\)/g) ].map(m => [ m[2], m[1] ])
  ];
  // `for o in brugOpties return …`: o is een van de brugOpties. `item` hoort bij de lijst waar hij in staat en wordt overgeslagen.
  const lussen = new Map([ ...tekst.matchAll(/\b(?:for|some|every) (\w+) in ([\w.]+)/g) ].map(m => [ m[1], m[2] ]));
  return [ ...gelijk, ...lijsten.flatMap(([ pad, waarden ]) => teksten(waarden).map(w => [ pad, w ])) ]
    .filter(([ pad ]) => pad !== 'item')
    .map(([ pad, waarde ]) => ({ naam: laatste(lussen.get(pad) ?? pad), pad: inLijst(pad, lussen), waarde }));
}

/** Het hele pad, van een rij uit een lijst dat van die lijst: `g` en `g.rol` bij `for g in plan.genodigden`. */
const inLijst = (pad, lussen) => {
  const [ eerste, ...rest ] = pad.split('.');
  return [ lussen.get(eerste) ?? eerste, ...rest ].join('.');
};
const teksten = feel => [ ...(feel ?? '').matchAll(/"([^"]*)"/g) ].map(m => m[1]);
const laatste = pad => pad.split('.').at(-1);

/** Alle waarden van een variabele, of niets als nergens staat welke zij kan hebben. */
function waardenVan(naam) {
  return bekend().get(naam);
}

/** Kan deze variabele deze waarde hebben? */
const kanZijn = ({ naam, waarde }) => Boolean(waardenVan(naam)?.has(waarde)) || (UIT_CODE[naam] ?? []).includes(waarde);

function bekend() {
  return once('waarden', () => {
    const waarden = new Map();
    const vanAnder = [];
    const voegToe = (naam, lijst) => waarden.set(naam, new Set([ ...(waarden.get(naam) ?? []), ...lijst ]));

    for (const formulier of names('forms', '.form')) uitFormulier(JSON.parse(read(`forms/${formulier}.form`)).components, voegToe, vanAnder);
    const uitkomsten = new Map();
    for (const tabel of names('bpmn', '.dmn')) uitTabel(readXml(read(`bpmn/${tabel}.dmn`)), voegToe, uitkomsten);
    for (const model of names('bpmn', '.bpmn')) uitModel(readXml(read(`bpmn/${model}.bpmn`)), voegToe, vanAnder, uitkomsten);

    // Wat uit een andere variabele komt, heeft ook haar waarden; doorgeven tot er niets meer bij komt.
    for (let meer = true; meer;) {
      meer = false;
      for (const [ naam, bron ] of vanAnder) {
        const voor = waarden.get(naam)?.size ?? 0;
        if (waarden.has(bron)) voegToe(naam, waarden.get(bron));
        meer ||= (waarden.get(naam)?.size ?? 0) > voor;
      }
    }
    return waarden;
  });
}

function uitFormulier(velden, voegToe, vanAnder) {
  for (const veld of velden) {
    if (veld.key && veld.values) voegToe(veld.key, veld.values.map(v => String(v.value)));
    if (veld.key && veld.valuesExpression) voegToe(veld.key, [ ...veld.valuesExpression.matchAll(/value:\s*"([^"]*)"/g) ].map(m => m[1]));
    if (veld.key && /^=\w+$/.test(veld.valuesExpression ?? '')) vanAnder.push([ veld.key, veld.valuesExpression.slice(1) ]);
    uitFormulier(veld.components ?? [], voegToe, vanAnder);
  }
}

function uitTabel(xml, voegToe, uitkomsten) {
  for (const beslissing of find(xml, 'decision')) {
    for (const tabel of beslissing.kinderen.filter(k => k.naam === 'decisionTable')) {
      const kolommen = tabel.kinderen.filter(k => k.naam === 'output').map(k => k.attrs.name);
      for (const regel of tabel.kinderen.filter(k => k.naam === 'rule')) {
        regel.kinderen.filter(k => k.naam === 'outputEntry').forEach((cel, i) => {
          const gevonden = teksten(find(cel, 'text')[0]?.tekst);
          voegToe(kolommen[i], gevonden);
          uitkomsten.set(beslissing.attrs.id, [ ...(uitkomsten.get(beslissing.attrs.id) ?? []), ...gevonden ]);
        });
      }
      // Een lijstbeslissing heeft de naam van het bestand en haalt haar regels uit de tabel ernaast.
      for (const lijst of find(xml, 'decision')) if (!find(lijst, 'decisionTable').length) uitkomsten.set(lijst.attrs.id, uitkomsten.get(beslissing.attrs.id) ?? []);
    }
  }
}

function uitModel(xml, voegToe, vanAnder, uitkomsten) {
  for (const { attrs } of find(xml, 'calledDecision')) voegToe(attrs.resultVariable, uitkomsten.get(attrs.decisionId) ?? []);
  for (const { attrs } of [ ...find(xml, 'input'), ...find(xml, 'output') ]) if (attrs.source) toekenning(attrs.target, attrs.source.replace(/^=/, ''), voegToe, vanAnder);
}

/** Een toekenning: van een context iedere sleutel, anders de teksten die er als waarde in staan en de variabelen waar zij uit komen. */
function toekenning(naam, feel, voegToe, vanAnder) {
  for (const [ , sleutel, waarde ] of feel.matchAll(/([A-Za-z_]\w*):\s*((?:"[^"]*"|[^,{}"])*)/g)) toekenning(sleutel, waarde, voegToe, vanAnder);
  // Een keuzelijst die het model meegeeft: `{value: "geen", label: "Geen van deze"}`.
  for (const [ , waarde ] of feel.matchAll(/\bvalue:\s*"([^"]*)"/g)) voegToe(naam, [ waarde ]);
  for (const [ , lijst ] of feel.matchAll(/\bfor \w+ in ([\w.]+) return/g)) vanAnder.push([ naam, laatste(lijst) ]);
  for (const [ , sleutel, waarde ] of feel.matchAll(/context put\([^,]*,\s*"(\w+)",\s*((?:"[^"]*"|[^,{}"])*)/g)) toekenning(sleutel, waarde, voegToe, vanAnder);
  const kaal = feel.replace(/\{[^{}]*\}/g, ' ').replace(/[A-Za-z_][\w.]*\s*!?=\s*"[^"]*"/g, ' ');
  voegToe(naam, teksten(kaal));
  if (!waardeloos(kaal)) for (const [ pad ] of kaal.replace(/"[^"]*"/g, ' ').matchAll(/[A-Za-z_][\w.]*/g)) vanAnder.push([ naam, laatste(pad) ]);
}
const waardeloos = feel => /^\s*(null|true|false|[\d.]+)\s*$/.test(feel);

/** De waarden die deze variabele wel kan hebben. */
const waardenLijst = naam => [ ...(waardenVan(naam) ?? []), ...(UIT_CODE[naam] ?? []) ];

module.exports = { vergelijkingen, kanZijn, waardenLijst };
