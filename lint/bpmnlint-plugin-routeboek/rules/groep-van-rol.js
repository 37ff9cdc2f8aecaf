const { is } = require('bpmnlint-utils');
const { extensie, groepen, rollen } = require('../lib/element');
const { uitdrukkingen } = require('../lib/feel');
const { bedoeld, bestaat, rolVanSleutel } = require('../lib/project');

/** Wie de taak krijgt, is wie er in het logboek staat. Een groep die niet bestaat geeft een taak die niemand ziet. */
module.exports = function() {

  function check(node, reporter) {
    if (!is(node, 'bpmn:FlowNode')) return;
    const meld = tekst => reporter.report(node.id, tekst);

    const alles = uitdrukkingen(node).map(u => u.tekst);
    for (const [ soort, sleutel ] of genoemd(alles.join('\n'))) {
      if (!bestaat.groep(sleutel)) meld(`${soort}.${sleutel} bestaat niet: kies een rol uit de lijst van het sjabloon Gebruikerstaak routeboek${bedoeld('groep', sleutel)}`);
    }
    for (const [ rol, sleutels ] of alles.flatMap(metKandidaten)) {
      if (!bestaat.rol(rol)) meld(`De rol ${rol} bestaat niet${bedoeld('rol', rol)}`);
      else if (!sleutels.some(s => rolVanSleutel(s) === rol)) meld(`De rol ${rol} hoort bij haar kandidaten: zet er groepen.${sleutelVan(rol)} bij, of kies de rol van die groep`);
    }
    if (is(node, 'bpmn:UserTask')) taak(node, meld);
  }

  return { check };
};

function taak(node, meld) {
  const sleutels = groepen(node);
  // Kiest het aanroepende proces de groep, dan staat zij daar; een groep die niet bestaat is al genoemd.
  if (sleutels.length === 0 || !sleutels.every(bestaat.groep)) return;
  const [ rol ] = rollen(node);
  if (rol && bestaat.rol(rol) && !sleutels.some(s => rolVanSleutel(s) === rol)) {
    meld(`De taak gaat naar ${sleutels.map(s => `groepen.${s}`).join(' en ')} en de invoer rol zegt "${rol}": maak ze gelijk, bijvoorbeeld =[groepen.${sleutelVan(rol)}]`);
  }
  const persoon = /^=personen\.(\w+)$/.exec(extensie(node, 'zeebe:AssignmentDefinition')?.assignee ?? '')?.[1];
  if (persoon && !sleutels.includes(persoon)) meld(`De persoon personen.${persoon} hoort niet bij ${sleutels.map(s => `groepen.${s}`).join(' en ')}: kies de persoon van die groep, of laat het veld leeg`);
}

/** Elke `groepen.x` en `personen.x`. */
const genoemd = tekst => [ ...new Map([ ...tekst.matchAll(/\b(groepen|personen)\.(\w+)/g) ].map(([ heel, soort, sleutel ]) => [ heel, [ soort, sleutel ] ])).values() ];

/** Elke rol met haar kandidaten: `{rol: "regisseur-swv", kandidaten: [groepen.regisseurSwv], …}`. */
const metKandidaten = tekst => [ ...tekst.matchAll(/\{rol: "([^"]+)", kandidaten: \[([^\]]*)\]/g) ].map(([ , rol, lijst ]) => [ rol, [ ...lijst.matchAll(/groepen\.(\w+)/g) ].map(m => m[1]) ]);

/** `ib-er` is in een uitdrukking `ibEr`. */
const sleutelVan = rol => rol.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
