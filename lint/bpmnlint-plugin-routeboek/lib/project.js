const { jobTypes, load, names, once, read } = require('./sources');
const { bedoelde } = require('./nabij');
const { termijnrijen } = require('./termijnen');
const { readXml, find } = require('./xml');

const rollen = () => load('domein/casus/rollen.ts').ROLLEN;

/** Alles wat er van elke soort is. */
const namen = {
  jobtype: () => jobTypes(),
  controle: () => Object.keys(load('domein/regels/controleer.ts').REGELS),
  rol: () => rollen().map(r => r.rol),
  groep: () => rollen().map(r => r.sleutel),
  melding: () => names('koppelingen/mail/meldingen', '.md'),
  formulier: () => names('forms', '.form'),
  beslissing: () => names('bpmn', '.dmn'),
  proces: () => names('bpmn', '.bpmn'),
  termijn: () => termijnrijen().map(rij => rij.stap),
  bericht: () => berichten(),
  moment: () => [ 'begin', 'eind', ...load('domein/av1/momenten.ts').AV1_MOMENTEN ]
};

/** Is er iets met deze naam? */
const bestaat = Object.fromEntries(Object.entries(namen).map(([ soort, alle ]) => [ soort, naam => [ ...alle() ].includes(naam) ]));

/** De vraag achter een zin zonder punt, met wat er van deze soort is: `. Bedoelde u casus-lezen?`. Leeg als niets erop lijkt. */
const bedoeld = (soort, naam) => achter(bedoelde(naam, namen[soort]()));
const achter = vraag => vraag && `.${vraag}`;

/** De rol bij een sleutel van `groepen`: `ibEr` is `ib-er`. */
const rolVanSleutel = sleutel => rollen().find(r => r.sleutel === sleutel)?.rol;

/** De berichten waar een model op wacht. */
function berichten() {
  return once('berichten', () => new Set([ ...names('bpmn', '.bpmn') ].flatMap(model =>
    find(readXml(read(`bpmn/${model}.bpmn`)), 'message').map(bericht => bericht.attrs.name))));
}

/** De velden van een formulier, ook die in groepen en lijsten. */
function velden(formulier) {
  return once('velden:' + formulier, () => {
    if (!bestaat.formulier(formulier)) return [];
    const plat = delen => delen.flatMap(deel => [ deel, ...plat(deel.components ?? []) ]);
    return plat(JSON.parse(read(`forms/${formulier}.form`)).components);
  });
}

/** De sleutels van de velden voor lange vrije tekst in een formulier. */
const vrijeTekst = formulier => new Set(velden(formulier).filter(v => v.type === 'textarea').map(v => v.key));

/** De sleutels van alles wat een formulier vraagt. */
const sleutels = formulier => new Set(velden(formulier).map(v => v.key ?? v.path).filter(Boolean));

/**
 * De kleuren van de rollen, zoals `bpmn/rolkleuren.json` ze noemt.
 * @returns { { groepen: Record<string, { label: string, fill: string, stroke: string }>, rollen: Record<string, string> } | undefined }
 */
function rolkleuren() {
  return once('rolkleuren', () => names('bpmn', '.json').has('rolkleuren') ? JSON.parse(read('bpmn/rolkleuren.json')) : undefined);
}

module.exports = { bedoeld, bestaat, rolVanSleutel, sleutels, vrijeTekst, rolkleuren };
