const { is } = require('bpmnlint-utils');

/** Kleine vragen aan een element; iedere regel stelt er een paar. */

/** @returns { any | undefined } het eerste extensie-element van dit type, bijvoorbeeld `zeebe:TaskDefinition` */
function extensie(node, type) {
  return (node.extensionElements?.values ?? []).find(v => v.$type === type);
}

function invoer(node, doel) {
  return extensie(node, 'zeebe:IoMapping')?.inputParameters?.find(p => p.target === doel);
}

function uitvoer(node) {
  return extensie(node, 'zeebe:IoMapping')?.outputParameters ?? [];
}

function invoeren(node) {
  return extensie(node, 'zeebe:IoMapping')?.inputParameters ?? [];
}

function luisteraars(node) {
  return extensie(node, 'zeebe:ExecutionListeners')?.listeners ?? [];
}

function luisteraar(node, moment, type) {
  return luisteraars(node).find(l => l.eventType === moment && l.type === type);
}

/** Taakkoppen als object. */
function koppen(node) {
  return Object.fromEntries((extensie(node, 'zeebe:TaskHeaders')?.values ?? []).map(k => [ k.key, k.value ]));
}

/** De waarde van een eigenschap (Extension properties in Modeler). */
function eigenschap(node, naam) {
  return extensie(node, 'zeebe:Properties')?.properties?.find(p => p.name === naam)?.value;
}

const woorden = tekst => (tekst ?? '').split(/\s+/).filter(Boolean);

/** De stappen van de routes waar een element voor dient: `KT-08a GK-07a`. */
function stappen(node) {
  return woorden(eigenschap(node, 'stap'));
}

/** @returns { string | undefined } de tekst in `="tekst"`; niets als de uitdrukking iets anders is */
function letterlijk(feel) {
  return /^="([^"]*)"$/.exec(feel ?? '')?.[1];
}

/** De rollen van een taak: letterlijk in de invoer `rol`, of, als het aanroepende proces de rol kiest, in de eigenschap `rol`. */
function rollen(node) {
  const rol = letterlijk(invoer(node, 'rol')?.source);
  return rol === undefined ? woorden(eigenschap(node, 'rol')) : [ rol ];
}

/** De sleutels van `groepen` waar een taak naartoe gaat. */
function groepen(node) {
  const kandidaten = extensie(node, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '';
  return [ ...kandidaten.matchAll(/\bgroepen\.(\w+)/g) ].map(m => m[1]);
}

/** Het dichtstbijzijnde element van dit type waar `node` in staat. */
function binnen(node, type) {
  for (let nu = node; nu; nu = nu.$parent) if (is(nu, type)) return nu;
  return undefined;
}

/** Het model waar een element in staat: het id van het proces, gelijk aan de naam van het bestand. */
function modelVan(node) {
  return binnen(node, 'bpmn:Process')?.id;
}

module.exports = { extensie, invoer, invoeren, uitvoer, luisteraar, luisteraars, koppen, eigenschap, stappen, letterlijk, rollen, groepen, binnen, modelVan };
