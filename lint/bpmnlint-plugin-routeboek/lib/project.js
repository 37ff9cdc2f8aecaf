const { jobTypes, load, names, once, read } = require('./sources');
const { termijnrijen } = require('./termijnen');
const { readXml, find } = require('./xml');

const rollen = () => load('domein/casus/rollen.ts').ROLLEN;

/** Is er iets met deze naam? */
const bestaat = {
  jobtype: naam => jobTypes().has(naam),
  controle: naam => Object.hasOwn(load('domein/regels/controleer.ts').REGELS, naam),
  rol: naam => rollen().some(r => r.rol === naam),
  groep: naam => rollen().some(r => r.sleutel === naam),
  melding: naam => names('koppelingen/mail/meldingen', '.md').has(naam),
  formulier: naam => names('forms', '.form').has(naam),
  beslissing: naam => names('bpmn', '.dmn').has(naam),
  proces: naam => names('bpmn', '.bpmn').has(naam),
  termijn: stap => termijnrijen().some(rij => rij.stap === stap),
  bericht: naam => berichten().has(naam),
  moment: naam => [ 'begin', 'eind', ...load('domein/av1/momenten.ts').AV1_MOMENTEN ].includes(naam)
};

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

module.exports = { bestaat, rolVanSleutel, sleutels, vrijeTekst, rolkleuren };
