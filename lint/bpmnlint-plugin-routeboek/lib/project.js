const { eenKeer, jobtypen, laad, lees, namen } = require('./bron');
const { termijnrijen } = require('./termijnen');
const { leesXml, zoek } = require('./xml');

const rollen = () => laad('workers/casus/rollen.ts').ROLLEN;

/** Is er iets met deze naam? */
const bestaat = {
  jobtype: naam => jobtypen().has(naam),
  controle: naam => Object.hasOwn(laad('workers/regels/controleer.ts').REGELS, naam),
  rol: naam => rollen().some(r => r.rol === naam),
  groep: naam => rollen().some(r => r.sleutel === naam),
  melding: naam => namen('koppelingen/mail/meldingen', '.md').has(naam),
  formulier: naam => namen('forms', '.form').has(naam),
  beslissing: naam => namen('bpmn', '.dmn').has(naam),
  proces: naam => namen('bpmn', '.bpmn').has(naam),
  termijn: stap => termijnrijen().some(rij => rij.stap === stap),
  bericht: naam => berichten().has(naam),
  moment: naam => [ 'begin', 'eind' ].includes(naam)
};

/** De berichten waar een model op wacht. */
function berichten() {
  return eenKeer('berichten', () => new Set([ ...namen('bpmn', '.bpmn') ].flatMap(model =>
    zoek(leesXml(lees(`bpmn/${model}.bpmn`)), 'message').map(bericht => bericht.attrs.name))));
}

/** De sleutels van de velden voor lange vrije tekst in een formulier. */
function vrijeTekst(formulier) {
  return eenKeer('vrij:' + formulier, () => {
    if (!bestaat.formulier(formulier)) return new Set();
    const schema = JSON.parse(lees(`forms/${formulier}.form`));
    const plat = velden => velden.flatMap(veld => [ veld, ...plat(veld.components ?? []) ]);
    return new Set(plat(schema.components).filter(v => v.type === 'textarea').map(v => v.key));
  });
}

/**
 * De kleuren van de rollen, zoals `bpmn/rolkleuren.json` ze noemt.
 * @returns { { groepen: Record<string, { label: string, fill: string, stroke: string }>, rollen: Record<string, string> } | undefined }
 */
function rolkleuren() {
  return eenKeer('rolkleuren', () => namen('bpmn', '.json').has('rolkleuren') ? JSON.parse(lees('bpmn/rolkleuren.json')) : undefined);
}

module.exports = { bestaat, vrijeTekst, rolkleuren };
