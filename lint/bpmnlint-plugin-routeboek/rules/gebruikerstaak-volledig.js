const { is } = require('bpmnlint-utils');
const { TAAKNAAM } = require('../lib/constants');
const { eigenschap, extensie, invoer, rollen, uitvoer } = require('../lib/element');
const { bedoeld, bestaat, sleutels } = require('../lib/project');

const LIJST = '\\[groepen\\.\\w+(, groepen\\.\\w+)*\\]';

/** Kiest het aanroepende proces de rol (eigenschap rol), dan komt ook de groep als variabele mee. */
const GROEP = { casus: new RegExp(`^=(${LIJST}|if \\w+ = true then ${LIJST} else ${LIJST})$`), gekozen: /^=(\w+(\.\w+)*|\[\w+(\.\w+)*(, \w+(\.\w+)*)*\]|if \w+ = true then \w+(\.\w+)* else \w+(\.\w+)*)$/, voor: /^=./ };

/**
 * Zonder rol ziet niemand de taak, zonder formulier kan niemand haar doen, zonder termijn raakt een kind kwijt.
 *
 * @param { { voorDeCasus?: string[] } } opties taken die er zijn voordat de casus (en dus `groepen`) bestaat
 */
module.exports = function({ voorDeCasus = [] } = {}) {

  function check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) return;
    const meld = tekst => reporter.report(node.id, tekst);

    const formulier = extensie(node, 'zeebe:FormDefinition')?.formId;
    if (!extensie(node, 'zeebe:UserTask')) meld('Kies het type Camunda user task');
    if (!formulier) meld('Koppel een formulier');
    const soorten = voorDeCasus.includes(node.id) ? [ 'voor' ] : eigenschap(node, 'rol') ? [ 'casus', 'gekozen' ] : [ 'casus' ];
    if (!soorten.some(soort => GROEP[soort].test(extensie(node, 'zeebe:AssignmentDefinition')?.candidateGroups ?? ''))) {
      meld('Noem de groep: =[groepen.<rol>]');
    }
    if (extensie(node, 'zeebe:TaskSchedule')?.dueDate !== '=uiterlijk') meld('Zet de einddatum op =uiterlijk');
    if (extensie(node, 'zeebe:PriorityDefinition')?.priority !== '=prioriteit') meld('Zet de prioriteit op =prioriteit');
    if (invoer(node, 'formulier')?.source !== `="${formulier}"`) meld('Geef formulier mee, gelijk aan het gekoppelde formulier');
    if (!invoer(node, 'rol') || rollen(node).length === 0 || !rollen(node).every(bestaat.rol)) meld(`Geef een bestaande rol mee, bijvoorbeeld ="ib-er"${bedoeld('rol', rollen(node).find(rol => !bestaat.rol(rol)) ?? '')}`);
    if (!invoer(node, 'uiterlijk')) meld('Geef uiterlijk mee, meestal =null');
    if (!voorDeCasus.includes(node.id) && !(invoer(node, 'taskContextDisplayName')?.source ?? '').startsWith(TAAKNAAM)) {
      meld(`Geef taskContextDisplayName mee, zodat de takenlijst zegt om welk kind het gaat: ${TAAKNAAM}`);
    }
    // Verbetert men het startformulier, dan stonden die velden al in het proces: een eigen afschrift in de taak is niet meer te wissen.
    if (uitvoer(node).length === 0 && !verbetertStart(node, formulier)) meld('Laat minstens één uitkomst door, anders gaan alle velden mee naar boven');
  }

  return { check };
};

/** Heeft dit formulier alle velden van het startformulier van zijn proces? */
function verbetertStart(node, formulier) {
  const start = (node.$parent?.flowElements ?? []).map(element => is(element, 'bpmn:StartEvent') && extensie(element, 'zeebe:FormDefinition')?.formId).find(Boolean);
  const gevraagd = start ? [ ...sleutels(start) ] : [];
  return gevraagd.length > 0 && gevraagd.every(sleutel => sleutels(formulier).has(sleutel));
}
