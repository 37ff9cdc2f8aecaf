import { camundaZin, type Camundagegevens } from './camunda-zin.ts';

/** Wat een regel van bpmnlint, van Camunda of van Routeboek meldt. */
export interface Melding {
  readonly regel: string;
  readonly id: string;
  readonly message: string;
  /** Waarom Camunda het niet aanvaardt; alleen bij haar eigen regels. */
  readonly data?: Camundagegevens;
  /** De regel zelf liep vast. */
  readonly kapot?: boolean;
}

/** De zinnen van bpmnlint. Een regel van Routeboek is al Nederlands en staat hier niet. */
const BPMNLINT: readonly [RegExp, string][] = [
  [/^A <Start Event> is not allowed in <Ad Hoc/, 'Haal de startgebeurtenis uit dit ad-hoc-deelproces'],
  [/^An <End Event> is not allowed in <Ad Hoc/, 'Haal de eindgebeurtenis uit dit ad-hoc-deelproces'],
  [/^Conditional event is missing a condition/, 'Geef deze gebeurtenis een voorwaarde'],
  [/^Sequence flow is missing condition/, 'Geef deze pijl een voorwaarde (Condition expression), of maak haar de standaardweg (Default flow): nu staat niet vast wanneer een casus haar neemt'],
  [/is missing end event$/, 'Eindig met een eindgebeurtenis: nu is niet te zien waar dit klaar is'],
  [/is missing start event$/, 'Begin met een startgebeurtenis: nu kan hier geen casus beginnen'],
  [/^An <Event-based Gateway> must have at least 2/, 'Geef deze gateway minstens twee uitgaande pijlen: zij wacht op wat het eerst komt'],
  [/outgoing from an <Event-based Gateway> must not be conditional/, 'Haal de voorwaarde van deze pijl: achter deze gateway beslist wat het eerst gebeurt'],
  [/^Start event is missing event definition/, 'Kies waarop dit gebeurtenis-deelproces begint (bericht, tijd of fout): nu begint het nooit'],
  [/^Incoming flows do not join/, 'Laat de wegen eerst samenkomen in een gateway'],
  [/^Element is missing name/, 'Geef dit bericht, deze fout of dit signaal een naam'],
  [/^Element is unused/, 'Dit bericht, deze fout of dit signaal wordt nergens gebruikt: haal het weg of kies het bij een gebeurtenis'],
  [/^Element name is not unique/, 'Deze naam bestaat al: laat er één staan en gebruik die overal'],
  [/^Element type <.*> is discouraged/, 'Gebruik dit soort onderdeel niet'],
  [/^Element is missing label\/name/, 'Geef dit onderdeel een naam'],
  [/^Link event is missing link name/, 'Geef deze verbinding een naam'],
  [/^(Link (catch|throw) event|Duplicate link catch event)/, 'Bij elke verbinding hoort precies één begin en één eind met dezelfde naam: teken het andere stuk of haal het dubbele weg'],
  [/^Element is missing bpmndi/, 'Dit onderdeel staat in het model en niet op de tekening: haal het weg of teken het opnieuw in Camunda Modeler'],
  [/^Element is not connected/, 'Dit onderdeel zit nergens aan vast: verbind het met pijlen of haal het weg'],
  [/^SequenceFlow is a duplicate/, 'Deze pijl staat er twee keer: haal er één weg'],
  [/^Duplicate (outgoing|incoming) sequence flows/, 'Tussen deze twee onderdelen lopen twee pijlen: haal er één weg'],
  [/^Gateway forks and joins/, 'Splits dit in twee gateways: één waar wegen samenkomen en één waar zij uiteengaan'],
  [/^Element is an implicit end/, 'Hier houdt de weg zomaar op: teken een pijl naar de volgende stap, of een eindgebeurtenis als het hier klaar is'],
  [/^Flow splits implicitly/, 'Hier gaan twee pijlen uit zonder gateway, en dan gebeurt allebei: zet er een gateway tussen'],
  [/^Element is an implicit start/, 'Naar dit onderdeel loopt geen pijl, dus komt er nooit een casus: teken de pijl van de stap ervoor'],
  [/^Element overlaps with other/, 'Dit onderdeel ligt over een ander heen: schuif ze uit elkaar'],
  [/^Element is outside of parent/, 'Dit onderdeel ligt buiten het deelproces waar het in hoort: schuif het erin'],
  [/has multiple blank start events$/, 'Er zijn twee gewone startgebeurtenissen: laat er één staan'],
  [/^Event has multiple event definitions/, 'Deze gebeurtenis wacht op twee dingen tegelijk: kies er één'],
  [/^Start event must be blank/, 'Gebruik in een gewoon deelproces een startgebeurtenis zonder bericht of tijd'],
  [/^Gateway is superfluous/, 'Deze gateway heeft één weg erin en één eruit: haal haar weg'],
  [/^Sequence flow has superfluous label/, 'Haal het opschrift van deze pijl: er is hier niets te kiezen'],
  [/^Termination is superfluous/, 'Gebruik een gewone eindgebeurtenis: er loopt niets anders dat beëindigd moet worden'],
  [/is missing a? ?label/, 'Geef dit onderdeel een naam'],
];

/** Regels zonder eigen zin: verboden onderdelen, herkend aan de naam van de regel. */
const PER_REGEL: Readonly<Record<string, string>> = {
  'no-complex-gateway': 'Gebruik een exclusieve of parallelle gateway: deze soort kent Camunda niet',
  'no-inclusive-gateway': 'Gebruik een exclusieve of parallelle gateway: bij deze soort is niet te zien welke wegen een casus neemt',
};

/**
 * De melding in het Nederlands, met wat er wordt verwacht.
 * @returns altijd een Nederlandse zin, ook als een nieuwe versie van een lint iets zegt wat hier nog niet staat
 */
export function inNederlands({ regel, message, data, kapot }: Melding): string {
  if (kapot) return `Dit onderdeel kon niet worden nagekeken (${message}). Kijk of het compleet is ingevuld; geef het anders door aan de beheerder`;
  if (regel.startsWith('routeboek/')) return message;
  const vast = PER_REGEL[regel];
  if (vast) return vast;
  for (const [patroon, zin] of BPMNLINT) if (patroon.test(message)) return zin;
  return camundaZin(regel, data);
}
