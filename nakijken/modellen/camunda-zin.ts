/** Wat een regel van Camunda meegeeft; welke velden er zijn hangt af van `type`. */
export interface Camundagegevens {
  readonly type: string;
  readonly property?: string;
  readonly requiredProperty?: string | readonly string[];
  readonly requiredValue?: unknown;
  readonly dependentRequiredProperty?: string;
  readonly duplicatedPropertyValue?: string;
  readonly allowedVersion?: string | null;
  readonly node?: { readonly $type?: string };
}

/** De namen uit de modeltaal zoals zij in het eigenschappenpaneel van Camunda Modeler staan. */
const EIGENSCHAP: Readonly<Record<string, string>> = {
  type: 'het type (Task definition: Type)', retries: 'het aantal pogingen (Retries)', formId: 'het formulier (Form ID)', processId: 'het proces (Called element: Process ID)',
  decisionId: 'de beslistabel (Called decision: Decision ID)', resultVariable: 'de naam van de uitkomst (Result variable)', errorRef: 'de fout (Error)', errorCode: 'de code van de fout (Error code)',
  messageRef: 'het bericht (Message)', signalRef: 'het signaal (Signal)', escalationRef: 'de escalatie (Escalation)', name: 'de naam (Name)', correlationKey: 'de sleutel van het bericht (Subscription correlation key)',
  subscription: 'de sleutel van het bericht (Subscription correlation key)', timeDate: 'het tijdstip (Timer: Date)', timeDuration: 'de duur (Timer: Duration)', timeCycle: 'de herhaling (Timer: Cycle)',
  timerEventDefinition: 'het tijdstip (Timer)', candidateGroups: 'de groep (Candidate groups)', assignee: 'de persoon (Assignee)', dueDate: 'de einddatum (Due date)', followUpDate: 'de opvolgdatum (Follow up date)',
  priority: 'de prioriteit (Priority)', conditionExpression: 'de voorwaarde (Condition expression)', inputCollection: 'de lijst (Input collection)', inputElement: 'de naam per rij (Input element)',
  outputCollection: 'de lijst met uitkomsten (Output collection)', outputElement: 'de uitkomst per rij (Output element)', loopCharacteristics: 'de herhaling (Multi-instance)', eventType: 'het moment (Event type)',
  source: 'de waarde (Variable assignment value)', target: 'de naam (Process/Local variable name)', key: 'de sleutel (Key)', value: 'de waarde (Value)', isExecutable: 'het vinkje Executable', expression: 'de uitdrukking (FEEL expression)',
};
const eigenschap = (naam: string | undefined): string => (naam === undefined ? 'deze instelling' : (EIGENSCHAP[naam] ?? `de instelling ${naam}`));
const eigenschappen = (namen: string | readonly string[] | undefined): string => (Array.isArray(namen) ? (namen as readonly string[]).map(eigenschap).join(' of ') : eigenschap(namen as string | undefined));

/** Per reden een zin; de redenen zijn die van bpmnlint-plugin-camunda-compat. */
const ZIN: Readonly<Record<string, (g: Camundagegevens) => string>> = {
  propertyRequired: ({ requiredProperty }) => `Vul ${eigenschappen(requiredProperty)} in`,
  propertyDependentRequired: ({ property, dependentRequiredProperty }) => `Vul ook ${eigenschap(dependentRequiredProperty)} in: dat hoort bij ${eigenschap(property)}`,
  propertyValueRequired: ({ property, requiredValue }) => `Zet ${eigenschap(property)} op ${String(requiredValue)}`,
  propertyNotAllowed: ({ property }) => `Haal ${eigenschap(property)} weg: Camunda 8.6 kent dat hier niet`,
  propertyTypeNotAllowed: ({ property }) => `Kies bij ${eigenschap(property)} een andere soort: deze kent Camunda 8.6 niet`,
  propertyValueNotAllowed: ({ property }) => `Kies bij ${eigenschap(property)} een andere waarde: deze kent Camunda 8.6 hier niet`,
  propertyValueDuplicated: ({ duplicatedPropertyValue }) => `"${duplicatedPropertyValue ?? ''}" staat er twee keer: laat er één staan`,
  propertiesValuesDuplicated: () => 'Dezelfde luisteraar staat er twee keer: laat er één staan',
  elementPropertyValueDuplicated: () => 'Deze naam is er al: geef dit onderdeel een andere',
  propertyDeprecated: ({ property }) => `Vervang ${eigenschap(property)}: Camunda haalt dit weg`,
  extensionElementRequired: ({ node }) => (node?.$type === 'bpmn:CallActivity' ? 'Kies het proces dat wordt aangeroepen' : 'Vul in hoe dit wordt uitgevoerd: kies een sjabloon, een formulier of een beslistabel'),
  extensionElementNotAllowed: () => 'Haal deze instelling weg: Camunda 8.6 kent haar hier niet',
  childElementOfTypeRequired: () => 'Zet er minstens één stap in',
  childElementTypeNotAllowed: () => 'Dit onderdeel mag hier niet in staan: Camunda 8.6 kent dat niet',
  elementTypeNotAllowed: () => 'Gebruik een ander soort onderdeel: dit kent Camunda 8.6 niet',
  elementCollapsedNotAllowed: () => 'Klap dit deelproces uit',
  elementMultipleNotAllowed: () => 'Laat er één staan: meer dan één kan hier niet',
  eventBasedGatewayTargetNotAllowed: () => 'Achter deze gateway hoort een gebeurtenis die wacht, geen ontvangsttaak',
  expressionRequired: ({ property }) => `Begin ${eigenschap(property)} met = : het is een uitdrukking en geen tekst`,
  expressionNotAllowed: () => 'Een voorwaarde kan alleen op een pijl achter een gateway: zet er een gateway voor',
  expressionValueNotAllowed: ({ property }) => `Kies bij ${eigenschap(property)} een uitdrukking die Camunda 8.6 kent`,
  feelExpressionInvalid: ({ property }) => `In ${eigenschap(property)} staat een tikfout: dit is geen geldige FEEL`,
  feelExpressionUnsupportedFunction: ({ property }) => `In ${eigenschap(property)} staat een functie die Camunda 8.6 niet kent`,
  loopNotAllowed: () => 'Dit is een kringetje zonder taak of wachttijd: een casus zou er eeuwig in ronddraaien',
  attachedToRefElementTypeNotAllowed: () => 'Aan dit onderdeel kan deze gebeurtenis niet vastzitten: hang haar aan een deelproces of aanroep',
  'connectors.propertyValueNotAllowed': () => 'Deze connector kent Camunda 8.6 niet',
};

/** Waarom Camunda dit onderdeel niet aanvaardt, met wat er wordt verwacht. */
export function camundaZin(regel: string, gegevens: Camundagegevens | undefined): string {
  const zin = gegevens && ZIN[gegevens.type.replace(/^camunda\./, '')];
  return zin ? zin(gegevens) : `Camunda aanvaardt dit onderdeel zo niet (${regel}): kijk in het eigenschappenpaneel van Camunda Modeler of alles is ingevuld`;
}
