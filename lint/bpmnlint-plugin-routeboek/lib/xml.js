const { Parser } = require('saxen');

/**
 * Leest XML als boom. De regels van bpmnlint lopen zonder te wachten, en de lezers van bpmn.io kunnen dat niet.
 *
 * @param { string } xml
 * @returns { { naam: string, attrs: Record<string, string>, tekst: string, kinderen: any[] } } namen zonder voorvoegsel: `bpmn:message` is `message`
 */
function readXml(xml) {
  const wortel = { naam: '', attrs: {}, tekst: '', kinderen: [] };
  const open = [ wortel ];
  const parser = new Parser();

  parser.on('openTag', (naam, attrs, decode) => {
    const gelezen = Object.entries(attrs()).map(([ sleutel, waarde ]) => [ sleutel, decode(waarde) ]);
    const element = { naam: naam.replace(/^.*:/, ''), attrs: Object.fromEntries(gelezen), tekst: '', kinderen: [] };
    open.at(-1).kinderen.push(element);
    open.push(element);
  });
  parser.on('closeTag', () => void open.pop());
  parser.on('text', (tekst, decode) => void (open.at(-1).tekst += decode(tekst)));
  parser.on('cdata', tekst => void (open.at(-1).tekst += tekst));
  parser.on('error', fout => {
    throw fout;
  });
  parser.parse(xml);
  return wortel;
}

/** Alle elementen met deze naam, hoe diep ook. */
function find(element, naam) {
  return element.kinderen.flatMap(kind => [ ...(kind.naam === naam ? [ kind ] : []), ...find(kind, naam) ]);
}

module.exports = { readXml, find };
