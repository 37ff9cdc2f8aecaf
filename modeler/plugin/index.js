const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Camunda Modeler laadt dit bij elke start. De regels kijken ook naar formulieren, termijnen en mails, en die kan iemand intussen hebben
 * toegevoegd: daarom krijgt het script ze hier opnieuw mee, uit de map van Routeboek die `npm run modeler` opschreef.
 */
const MAPPEN = [ 'bpmn', 'forms', 'koppelingen/mail/meldingen' ];
const EINDEN = /\.(bpmn|dmn|form|json|md)$/;

try {
  const { project } = JSON.parse(readFileSync(join(__dirname, 'project.json'), 'utf8'));
  const bestanden = Object.fromEntries(MAPPEN.flatMap(map => readdirSync(join(project, map)).filter(naam => EINDEN.test(naam))
    .map(naam => [ `${map}/${naam}`, readFileSync(join(project, map, naam), 'utf8') ])));
  writeFileSync(join(__dirname, 'client.js'), `globalThis.ROUTEBOEK_BESTANDEN=${JSON.stringify(bestanden)};\n${readFileSync(join(__dirname, 'rules.js'), 'utf8')}`);
} catch (fout) {
  // De map van Routeboek is verplaatst, of hier mag niet geschreven worden: dan gelden de bestanden van de vorige keer.
  console.error(`Routeboek: de bestanden zijn niet opnieuw gelezen (${fout.message}). Draai npm run modeler nog eens.`);
}

module.exports = { name: 'Routeboek', script: './client.js' };
