import { leesCasus } from '../../registratie/casus-lezen.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { haalOpenTakenWeg, leesOpenTaken, type OpenTaak } from '../../registratie/open-taak.ts';
import type { Dependencies } from '../dependencies.ts';
import { isoMoment, leesMoment, momentTekst } from '../kalender/datum.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';

/** Zo lang kan de takenlijst van de engine achterlopen; een taak die net openging is dan nog niet te zien. */
const ACHTERSTAND_MS = 3_600_000;

/**
 * Noemt wat is afgebroken zonder dat het gedaan was: een regel in het logboek per taak en één bericht per casus aan de regisseurs
 * (N-11c). Waardoor zij eindigde maakt niet uit (een periode, een besluit, het einde van de casus): wat in het register openstaat
 * en bij de engine niet meer, is afgebroken.
 * @param open de sleutels van de taken die bij de engine openstaan
 */
export async function noemVervallenTaken(
  { register, engine, klok, options }: Dependencies & { readonly options: MeldingOpties },
  leesOpen: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const nu = klok.nu();
  // Eerst het register en dan de engine: wat daartussen opengaat kan zo niet voor afgebroken worden aangezien.
  const bekend = await leesOpenTaken(register.db, new Date(nu.getTime() - ACHTERSTAND_MS));
  const open = await leesOpen();
  const weg = bekend.filter(({ elementInstanceKey }) => !open.has(elementInstanceKey));
  for (const [casusId, taken] of perCasus(weg)) {
    const casus = await leesCasus(register.db, casusId);
    if (!casus) continue;
    const berichten = await makeBerichten(register, engine, options, casus, {
      melding: 'N-11c', gebeurtenis: taken.map((t) => t.elementInstanceKey).join(','), op: nu, gegevens: { taken: taken.map(inWoorden).join('\n') },
    });
    await register.transaction(async (tx) => {
      const echtWeg = await haalOpenTakenWeg(tx, taken.map((t) => t.elementInstanceKey));
      for (const taak of echtWeg) {
        await voegLogboekToe(tx, {
          casusId, tijdstip: nu, stap: taak.stap, actie: taak.naam, actor: 'systeem', rol: 'systeem', sleutel: `vervallen:${taak.elementInstanceKey}`,
          uitkomst: `Niet gedaan en vervallen. Moest klaar zijn op ${tekst(taak.uiterlijk)}.`,
        });
      }
      if (echtWeg.length > 0) await zetKlaar(tx, berichten);
    });
  }
}

const tekst = (moment: Date): string => {
  const gelezen = leesMoment(moment.toISOString());
  return gelezen ? momentTekst(isoMoment(gelezen)) : '';
};

const inWoorden = (taak: OpenTaak): string => `- ${taak.naam} (${taak.stap}), moest klaar zijn op ${tekst(taak.uiterlijk)}`;

function perCasus(taken: readonly OpenTaak[]): Map<string, OpenTaak[]> {
  const uit = new Map<string, OpenTaak[]>();
  for (const taak of taken) uit.set(taak.casusId, [...(uit.get(taak.casusId) ?? []), taak]);
  return uit;
}
