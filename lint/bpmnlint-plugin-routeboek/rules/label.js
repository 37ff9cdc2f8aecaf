const { is, isAny } = require('bpmnlint-utils');

/** Vage werkwoorden zeggen niet wat iemand doet. Woorden die het routeboek zelf gebruikt, mogen. */
const VAAG = [ 'afhandelen', 'behandelen', 'managen', 'processen', 'faciliteren', 'uitvoeren' ];
/** Eigennamen die ook midden in een label een hoofdletter hebben. */
const NAMEN = /^(BREN|Camunda|Jeugdteam|Modeler|Onderwijs-Zorgarrangement|Tasklist|Veilig|Thuis)$/;

module.exports = function() {

  function check(node, reporter) {
    if (!isAny(node, [ 'bpmn:FlowNode', 'bpmn:Process' ])) return;
    const label = zonderNummer((node.name ?? '').trim());
    const meld = tekst => reporter.report(node.id, tekst, [ 'name' ]);

    if (!label) return is(node, 'bpmn:SubProcess') || is(node, 'bpmn:Process') ? meld('Geef een label') : undefined;

    if (!/^[A-ZÀ-Ý0-9]/.test(label)) meld('Begin het label met een hoofdletter');
    if (label.split(' ').slice(1).some(titel)) meld('Schrijf alleen het eerste woord en namen met een hoofdletter');
    if (is(node, 'bpmn:Activity') && VAAG.some(w => label.toLowerCase().split(' ').includes(w))) meld('Gebruik een werkwoord dat zegt wat er gebeurt');
    if (isAny(node, [ 'bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway' ])) vraag(node, label, meld);
    else if (label.endsWith('?')) meld('Stel alleen bij een gateway een vraag');
  }

  return { check };
};

function vraag(node, label, meld) {
  const splitst = (node.outgoing ?? []).length > 1;
  if (splitst && !label.endsWith('?')) meld('Maak van het label een vraag');
  if (splitst && node.outgoing.some(f => !(f.name ?? '').trim())) meld('Geef iedere uitgaande pijl een antwoord');
}

/** In een route staat het nummer van de stap voorop: `7 Escalatie bespreken`. */
function zonderNummer(label) {
  return label.replace(/^\d+(–\d+)? (?=[A-ZÀ-Ý])/, '');
}

/** Een hoofdletter gevolgd door kleine letters, geen afkorting als OT-breed. */
function titel(woord) {
  return /^[A-Z][a-z]/.test(woord) && !NAMEN.test(woord.replace(/[?,.]/g, ''));
}
