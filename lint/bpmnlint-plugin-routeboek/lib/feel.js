const { FeelAnalyzer } = require('@bpmn-io/feel-analyzer');
const { lintExpression } = require('@bpmn-io/feel-lint');
const { camundaBuiltins, camundaReservedNameBuiltins } = require('@camunda/feel-builtins');
const { extensie, invoeren, uitvoer } = require('./element');

/**
 * FEEL lezen met wat bpmn.io daarvoor zelf gebruikt: feel-analyzer zegt welke variabelen en functies een uitdrukking noemt, feel-lint
 * waar zij niet klopt. (`@bpmn-io/variable-resolver` is dezelfde analyzer binnen één geopend model in Modeler; dat kent geen werkers,
 * formulieren, tabellen en aangeroepen processen, en daar komen hier bijna alle variabelen vandaan.)
 */
const TAAL = { parserDialect: 'camunda', builtins: camundaBuiltins, reservedNameBuiltins: camundaReservedNameBuiltins };
const analyzers = { expression: new FeelAnalyzer({ ...TAAL, dialect: 'expression' }), unaryTests: new FeelAnalyzer({ ...TAAL, dialect: 'unaryTests' }) };

/** Dezelfde uitdrukking staat op tientallen plaatsen; haar lezen is het duurste van het nakijken. */
const gelezen = new Map();

/**
 * @param { string } feel een uitdrukking zonder =
 * @param { 'expression' | 'unaryTests' } [soort]
 * @returns { { valid: boolean, inputs?: { name: string, entries?: any[] }[], functions?: { name: string, type: 'builtin' | 'user' }[] } }
 */
function analyseer(feel, soort = 'expression') {
  const sleutel = soort + feel;
  if (!gelezen.has(sleutel)) gelezen.set(sleutel, analyzers[soort].analyzeExpression(feel));
  return gelezen.get(sleutel);
}

/** Onderdelen van datums en duren: FEEL kent ze zelf. */
const VAN_FEEL = new Set([ 'year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'years', 'months', 'days', 'hours', 'minutes', 'seconds', 'timezone', 'time offset' ]);

/**
 * De variabelen die een uitdrukking leest.
 *
 * @param { string } tekst zoals zij in het model staat, met =; een gewone tekst leest niets
 * @returns { { name: string, entries: any[] }[] } met de onderdelen die zij ervan leest
 */
function variabelenIn(tekst) {
  if (!tekst.startsWith('=')) return [];
  const kaal = inputs => inputs.filter(i => !VAN_FEEL.has(i.name)).map(({ name, entries = [] }) => ({ name, entries: kaal(entries) }));
  return kaal(analyseer(tekst.slice(1)).inputs ?? []);
}

/**
 * Wat er aan een uitdrukking niet klopt.
 * @returns { string | undefined } een Nederlandse zin zonder hoofdletter, of niets
 */
function feelFout(feel, soort = 'expression') {
  if (feel.trim() === '') return 'er staat niets achter de =';
  const { valid, functions = [] } = analyseer(feel, soort);
  if (!valid) {
    const [ eerste ] = lintExpression(feel, { dialect: soort, ...TAAL });
    const bij = eerste ? feel.slice(eerste.from, eerste.to).replace(/\s+/g, ' ').trim() : '';
    return /\w/.test(bij) && bij.length < 60 ? `dit is geen geldige FEEL; kijk bij "${bij}"` : 'dit is geen geldige FEEL; kijk naar haakjes, aanhalingstekens en woorden als then en else';
  }
  const vreemd = functions.find(f => f.type === 'user');
  return vreemd && `de functie ${vreemd.name}() bestaat niet; kijk naar de spelling`;
}

/**
 * De uitdrukkingen van een element, met de naam die zij in het eigenschappenpaneel hebben.
 * @returns { { waar: string, tekst: string, moetFeel: boolean }[] } de tekst zoals zij in het model staat, met =
 */
function uitdrukkingen(node) {
  const uit = [];
  const neem = (waar, tekst, moetFeel = false) => tekst !== undefined && uit.push({ waar, tekst, moetFeel });

  neem('de voorwaarde (Condition expression)', node.conditionExpression?.body, true);
  for (const d of node.eventDefinitions ?? []) {
    for (const [ veld, naam ] of [ [ 'timeDate', 'het tijdstip (Timer: Date)' ], [ 'timeDuration', 'de duur (Timer: Duration)' ], [ 'timeCycle', 'de herhaling (Timer: Cycle)' ] ]) neem(naam, d[veld]?.body);
  }
  for (const { source, target } of invoeren(node)) neem(`de invoer ${target}`, source, true);
  for (const { source, target } of uitvoer(node)) neem(`de uitvoer ${target}`, source, true);
  const van = (type, velden) => {
    const e = extensie(node, type);
    for (const [ veld, naam, moet ] of velden) neem(naam, e?.[veld], moet);
  };
  van('zeebe:AssignmentDefinition', [ [ 'candidateGroups', 'de groep (Candidate groups)' ], [ 'assignee', 'de persoon (Assignee)' ], [ 'candidateUsers', 'de personen (Candidate users)' ] ]);
  van('zeebe:TaskSchedule', [ [ 'dueDate', 'de einddatum (Due date)' ], [ 'followUpDate', 'de opvolgdatum (Follow up date)' ] ]);
  van('zeebe:PriorityDefinition', [ [ 'priority', 'de prioriteit (Priority)' ] ]);
  van('zeebe:CalledElement', [ [ 'processId', 'het proces (Called element: Process ID)' ] ]);
  van('zeebe:CalledDecision', [ [ 'decisionId', 'de beslistabel (Decision ID)' ] ]);
  van('zeebe:FormDefinition', [ [ 'formId', 'het formulier (Form ID)' ] ]);
  van('zeebe:TaskDefinition', [ [ 'type', 'het type (Task definition: Type)' ], [ 'retries', 'het aantal pogingen (Retries)' ] ]);
  van('zeebe:Script', [ [ 'expression', 'de uitdrukking (FEEL expression)', true ] ]);
  van('zeebe:Subscription', [ [ 'correlationKey', 'de sleutel van het bericht (Subscription correlation key)', true ] ]);
  const lus = node.loopCharacteristics && extensie(node.loopCharacteristics, 'zeebe:LoopCharacteristics');
  neem('de lijst (Input collection)', lus?.inputCollection, true);
  neem('de uitkomst per rij (Output element)', lus?.outputElement, true);
  neem('het einde van de herhaling (Completion condition)', node.loopCharacteristics?.completionCondition?.body, true);
  return uit;
}

module.exports = { analyseer, feelFout, uitdrukkingen, variabelenIn };
