import { DREMPEL, teKlein } from '../../kaart/onderdruk.ts';
import { plusDagen } from '../../kalender/datum.ts';
import { isErOp } from '../brugplaatsen.ts';
import { eersteDagVan, laatsteDagVan, type Maand } from '../../kalender/maand.ts';
import { aantalPlaatsen } from '../plaatsen.ts';
import { leesVerblijven } from './brugplaatsen.ts';
import type { Kpi, Kpibron } from './kpi.ts';
import { Samen, type Zicht } from '../samen.ts';
import { telKpi, type Kpicijfer, type Kpivraag } from './tellen.ts';

/** Hoeveel van de plaatsen bezet was, van 0 tot en met 1 (meer als er over de plaatsen heen is geplaatst); null als het over te weinig kinderen gaat. */
export interface Bezetting {
  readonly jaar: number | null;
  readonly maanden: readonly (number | null)[];
}

export const kpi08: Kpi = {
  id: 'KPI-08', naam: 'Bezetting van de brugplaats SBO', groep: 'brug', vorm: 'aandeel', wat: 'plaatsen op schooldagen', goed: 'bezet', zonderAantallen: true, reken: telBezetting,
  formule: 'de kinderen op de brugplaatsen van het SBO, opgeteld over de schooldagen, gedeeld door het aantal schooldagen maal het aantal plaatsen', populatie: 'alle schooldagen van de periode tot en met vandaag waarvan de vakanties bekend zijn', herkomst: 'begin en einde in het logboek, de schoolkalender, en de tabel "Plaatsen per brugplaats"', bron: 'routeboek r. 631',
  opmerking: 'Alleen te zien als het over ten minste vijf kinderen gaat, en niet per kenmerk: de plaatsen zijn van het hele samenwerkingsverband.',
};

async function telBezetting(kpi: Kpi, bron: Kpibron, vraag: Kpivraag, zicht: Zicht): Promise<Kpicijfer> {
  const leeg = telKpi(kpi, [], vraag, new Samen(zicht))();
  if (zicht !== null) return leeg;
  const { jaar, maanden } = await leesBezetting(bron, vraag.maanden);
  return { ...leeg, aandeel: jaar, maanden: leeg.maanden.map((m, i) => ({ ...m, aandeel: maanden[i] ?? null })) };
}

/** De bezetting van het SBO; een maand staat er alleen als geen enkele maand over te weinig kinderen gaat, want samen zijn zij het jaar. */
export async function leesBezetting(bron: Kpibron, maanden: readonly Maand[]): Promise<Bezetting> {
  const plaatsen = await aantalPlaatsen(bron.beslissen, 'sbo');
  const verblijven = (await leesVerblijven(bron)).filter(({ soort }) => soort === 'sbo');
  const kalender = bron.kalenders();
  const { peildatum } = bron.opname;
  const geteld = maanden.map((maand) => {
    let [dagen, bezet] = [0, 0];
    const kinderen = new Set<string>();
    for (let dag = eersteDagVan(maand); dag <= laatsteDagVan(maand) && dag <= peildatum; dag = plusDagen(dag, 1)) {
      if (!kalender.kent(dag) || !kalender.isSchooldag(dag)) continue;
      const hier = verblijven.filter((v) => isErOp(v, dag));
      dagen += 1;
      bezet += hier.length;
      for (const { casusId } of hier) kinderen.add(casusId);
    }
    return { dagen, bezet, kinderen };
  });
  const alle = new Set(geteld.flatMap(({ kinderen }) => [...kinderen]));
  const deel = (bezet: number, dagen: number): number | null => (plaatsen === null || plaatsen === 0 || dagen === 0 ? null : bezet / (dagen * plaatsen));
  const mag = alle.size === 0 || alle.size >= DREMPEL;
  const perMaand = mag && geteld.every(({ kinderen }) => !teKlein(kinderen.size));
  return { jaar: mag ? deel(geteld.reduce((n, g) => n + g.bezet, 0), geteld.reduce((n, g) => n + g.dagen, 0)) : null, maanden: geteld.map(({ bezet, dagen }) => (perMaand ? deel(bezet, dagen) : null)) };
}
