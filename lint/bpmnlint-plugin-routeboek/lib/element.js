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

function luisteraar(node, moment, type) {
  const alle = extensie(node, 'zeebe:ExecutionListeners')?.listeners ?? [];
  return alle.find(l => l.eventType === moment && l.type === type);
}

/** Taakkoppen als object. */
function koppen(node) {
  return Object.fromEntries((extensie(node, 'zeebe:TaskHeaders')?.values ?? []).map(k => [ k.key, k.value ]));
}

/** De stap uit het routeboek: `KT_01a` is stap KT-01a. */
function stap(node) {
  return node.id.replaceAll('_', '-');
}

module.exports = { extensie, invoer, invoeren, uitvoer, luisteraar, koppen, stap };
