const { once, read } = require('./sources');
const { readXml, find } = require('./xml');

/** De rollen met een eigen regel in taakherinnering.dmn: van hen staat vast wie erboven staat. */
const opschalingsrollen = () => once('opschaling', () => new Set(
  find(readXml(read('bpmn/taakherinnering.dmn')), 'rule').flatMap(regel =>
    regel.kinderen.filter(k => k.naam === 'inputEntry').flatMap(k => [ ...find(k, 'text')[0].tekst.matchAll(/"([^"]+)"/g) ].map(m => m[1])))));

module.exports = { opschalingsrollen };
