const { variabelenIn } = require('./feel');
const { names, once, read } = require('./sources');
const { readXml, find } = require('./xml');

/** De variabelen die een beslistabel leest: de namen boven haar kolommen. */
function tabelInvoer(id) {
  return once(`invoer van ${id}`, () => {
    if (!names('bpmn', '.dmn').has(id)) return [];
    const uitdrukkingen = find(readXml(read(`bpmn/${id}.dmn`)), 'inputExpression').map(k => find(k, 'text')[0]?.tekst ?? '');
    return [ ...new Set(uitdrukkingen.flatMap(feel => variabelenIn(`=${feel}`).map(i => i.name))) ];
  });
}

module.exports = { tabelInvoer };
