import { ROLLEN } from '../../domein/casus/rollen.ts';
import { eigenschap, extensies, invoeren, koppen, uitvoeren, type Extensie } from '../../nakijken/modellen/element.ts';
import { kort, wasWordt } from '../was-wordt.ts';
import { stapnaam, type Knoop } from './stapnaam.ts';

type Zin = (was: string | undefined, wordt: string | undefined, knoop: Knoop) => string;

/** Iets van een stap dat een proceseigenaar kan veranderen, met de zin die dat zegt. */
interface Kenmerk {
  readonly van: (knoop: Knoop) => string | undefined;
  readonly zin: Zin;
  /** Wat een casus die er nu staat ervan merkt; zonder merkt zij er niets van tot zij er weer komt. */
  readonly merkt?: string;
}

const eerste = (knoop: Knoop, type: string): Extensie & Readonly<Record<string, unknown>> => (extensies(knoop, type)[0] ?? { $type: type }) as Extensie & Readonly<Record<string, unknown>>;
const tekst = (waarde: unknown): string | undefined => (typeof waarde === 'string' ? waarde : undefined);
const kaal = (feel: string | undefined): string | undefined => feel?.replace(/^=\s*/, '').replace(/^"([^"]*)"$/, '$1');
const bij = (wat: string): Zin => (was, wordt, knoop) => `${wat} van ${stapnaam(knoop)}: ${wasWordt(kaal(was), kaal(wordt))}`;
const gewijzigd = (wat: string): Zin => (_was, _wordt, knoop) => `${wat} van ${stapnaam(knoop)} gewijzigd`;
const rolVan = (sleutel: string): string => ROLLEN.find((rol) => rol.sleutel === sleutel)?.rol ?? sleutel;

/** Wie de taak krijgt: de rollen bij `=[groepen.ibEr]`, en anders de uitdrukking zelf. */
function rollen(knoop: Knoop): string | undefined {
  const groepen = tekst(eerste(knoop, 'zeebe:AssignmentDefinition')['candidateGroups']);
  const sleutels = [...(groepen ?? '').matchAll(/groepen\.(\w+)/g)].map(([, sleutel]) => rolVan(sleutel as string));
  return sleutels.length > 0 ? [...new Set(sleutels)].join(' of ') : kaal(groepen);
}

function timer({ eventDefinitions = [] }: Knoop): string | undefined {
  const definitie = eventDefinitions.find(({ $type }) => $type === 'bpmn:TimerEventDefinition');
  return definitie && (definitie.timeDate?.body ?? definitie.timeDuration?.body ?? definitie.timeCycle?.body ?? '');
}

const lus = (knoop: Knoop): string | undefined => (knoop.loopCharacteristics ? `${knoop.loopCharacteristics.isSequential ? 'na elkaar' : 'naast elkaar'} ${tekst(eerste(knoop.loopCharacteristics, 'zeebe:LoopCharacteristics')['inputCollection']) ?? ''}` : undefined);
const parameters = (lijst: readonly { source: string; target: string }[], weg: readonly string[]): string => lijst.filter(({ target }) => !weg.includes(target)).map(({ source, target }) => `${target}=${source}`).sort().join('\n');
/** Deze invoer zegt hetzelfde als de rol en het formulier van de taak. */
const ZELFDE = ['rol', 'formulier', 'taskContextDisplayName'];

/** Waar de timer bij hoort: een randgebeurtenis bij haar stap, en wat in een deelproces staat bij de stap daarvan. */
export function waar(knoop: Knoop): string {
  if (knoop.attachedToRef) return stapnaam(knoop.attachedToRef);
  const eigen = stapnaam(knoop);
  const stap = omhullend(knoop);
  return stap === undefined || !eigen.startsWith('"') ? eigen : `${stap} (${eigen})`;
}

const omhullend = ({ $parent }: Knoop): string | undefined => {
  if (!$parent || $parent.$type === 'bpmn:Process') return undefined;
  const stap = stapnaam($parent);
  return stap.startsWith('"') ? omhullend($parent) : stap;
};

export const KENMERKEN: readonly Kenmerk[] = [
  { van: ({ name }) => name?.replace(/\s+/g, ' ').trim(), zin: (was, wordt, knoop) => (knoop.$type === 'bpmn:SequenceFlow' ? `opschrift van een pijl: "${kort(was)}" → "${kort(wordt)}"` : `${stapnaam({ ...knoop, name: '' } as Knoop) === knoop.id ? 'naam' : `naam van ${stapnaam(knoop)}`}: "${kort(was)}" → "${kort(wordt)}"`) },
  { van: rollen, zin: bij('rol'), merkt: 'hun open taak blijft bij de rol die zij had' },
  { van: (k) => tekst(eerste(k, 'zeebe:AssignmentDefinition')['assignee']), zin: bij('persoon'), merkt: 'hun open taak blijft bij wie haar heeft' },
  { van: (k) => extensies(k, 'zeebe:FormDefinition')[0]?.formId, zin: bij('formulier'), merkt: 'hun open taak houdt haar formulier' },
  { van: (k) => tekst(eerste(k, 'zeebe:TaskSchedule')['dueDate']), zin: bij('einddatum'), merkt: 'hun open taak houdt haar einddatum' },
  { van: (k) => tekst(eerste(k, 'zeebe:PriorityDefinition')['priority']), zin: bij('prioriteit') },
  { van: timer, zin: (was, wordt, knoop) => `timer van ${waar(knoop)} gewijzigd: was ${kort(kaal(was))}, wordt ${kort(kaal(wordt))}`, merkt: 'een wachttijd die al loopt houdt haar einde' },
  { van: ({ eventDefinitions = [] }) => eventDefinitions[0]?.messageRef?.name, zin: (was, wordt, knoop) => `bericht waarop ${waar(knoop)} wacht: ${wasWordt(was, wordt)}` },
  { van: (k) => tekst(eerste(k, 'zeebe:CalledElement')['processId']), zin: bij('aangeroepen proces') },
  { van: (k) => tekst(eerste(k, 'zeebe:CalledDecision')['decisionId']), zin: bij('beslistabel') },
  { van: (k) => tekst(eerste(k, 'zeebe:TaskDefinition')['type']), zin: bij('soort opdracht') },
  { van: (k) => koppen(k)['meldingen'], zin: bij('meldingen') },
  { van: (k) => { const { meldingen: _weg, ...rest } = koppen(k); return JSON.stringify(rest); }, zin: gewijzigd('de koppen') },
  { van: (k) => eigenschap(k, 'stap'), zin: (was, wordt, knoop) => `stap van "${kort(knoop.name ?? knoop.id)}": ${wasWordt(was, wordt)}` },
  { van: (k) => eigenschap(k, 'termijn'), zin: bij('termijn (eigenschap)') },
  { van: (k) => k.conditionExpression?.body, zin: (was, wordt, knoop) => `voorwaarde van de pijl ${knoop.name ? `"${kort(knoop.name)}" ` : ''}bij ${stapnaam(knoop.sourceRef ?? knoop)}: ${wasWordt(kaal(was), kaal(wordt))}` },
  { van: (k) => (k.$type === 'bpmn:SequenceFlow' && k.sourceRef && k.targetRef ? `${k.sourceRef.id} ${k.targetRef.id}` : undefined), zin: (_was, _wordt, knoop) => `pijl verlegd: loopt nu van ${stapnaam(knoop.sourceRef ?? knoop)} naar ${stapnaam(knoop.targetRef ?? knoop)}` },
  { van: (k) => k.default?.id, zin: gewijzigd('de standaardweg') },
  { van: lus, zin: (was, wordt, knoop) => `herhaling van ${stapnaam(knoop)}: ${wasWordt(was ?? 'één keer', wordt ?? 'één keer')}` },
  { van: (k) => parameters(invoeren(k), ZELFDE), zin: gewijzigd('wat meegaat (invoer)'), merkt: 'het geldt pas als zij deze stap opnieuw beginnen' },
  { van: (k) => parameters(uitvoeren(k), []), zin: gewijzigd('wat eruit komt (uitvoer)'), merkt: 'het geldt als zij deze stap afronden' },
  { van: (k) => JSON.stringify(extensies(k, 'zeebe:ExecutionListeners').flatMap(({ listeners = [] }) => listeners.map(({ eventType, type }) => `${eventType} ${type}`))), zin: gewijzigd('de luisteraars') },
  { van: (k) => k.documentation?.map(({ text }) => text).join(), zin: gewijzigd('de toelichting') },
];
