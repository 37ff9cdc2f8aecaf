import type { Kpi } from '../../domein/cijfers/kpi/kpi.ts';
import type { Kpinorm } from '../../domein/cijfers/kpi/normen.ts';
import type { Kpicijfer } from '../../domein/cijfers/kpi/tellen.ts';
import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import { aantalTekst, inWoorden, procentTekst, VERBORGEN } from '../getal.ts';

const kengetal = (k: Kengetal | null, eenheid: string): string => (k === null ? VERBORGEN : `${k.mediaan} ${eenheid}`);

/** Het getal van het cijfer, met daaronder waar het een deel van is. */
export function hoofdwaarde(kpi: Kpi, cijfer: Kpicijfer): { waarde: string; onder: string } {
  const { vorm, goed = '', wat, eenheid = '', zonderAantallen = false } = kpi;
  const { aandeel, tussen, teller, noemer, duur } = cijfer;
  const niets = noemer === 0 && !zonderAantallen;
  switch (vorm) {
    case 'aandeel': return { waarde: niets ? 'geen' : aandeel !== null ? procentTekst(aandeel) : tussen ? bereik(tussen) : VERBORGEN, onder: niets ? `geen ${wat} in deze periode` : zonderAantallen ? `van de ${wat} ${goed}` : deelTekst(kpi, cijfer) };
    case 'aantal': return { waarde: aantalTekst(teller), onder: `van ${inWoorden(noemer)} ${wat}: ${goed}` };
    case 'duur': return { waarde: niets ? 'geen' : kengetal(duur, eenheid), onder: niets ? `geen ${wat} in deze periode` : `mediaan van ${inWoorden(noemer)} ${wat}${duur?.p90 != null ? `; bij negen van de tien hoogstens ${duur.p90} ${eenheid}` : ''}` };
    case 'verdeling': return { waarde: aantalTekst(noemer), onder: wat };
  }
}

/** Waar een deel tussen ligt, als percentage. */
export const bereik = ([laag, hoog]: readonly [number, number]): string => `${Math.floor(100 * laag)} tot ${Math.ceil(100 * hoog)}%`;

/** "8 van 17 thuiszitters: met een aanbod"; bij bijna alle: van hoeveel het er minder dan vijf niet zijn. */
function deelTekst({ goed = '', wat }: Kpi, { aandeel, tussen, teller, noemer }: Kpicijfer): string {
  if (aandeel === null && typeof teller !== 'number' && tussen && tussen[0] > 0.5) return `${inWoorden(noemer)} ${wat}, op minder dan vijf na: ${goed}`;
  return `${inWoorden(teller)} van ${inWoorden(noemer)} ${wat}: ${goed}`;
}

export function doelTekst({ vorm, eenheid }: Kpi, { doelVanaf, doelTot }: Kpinorm): string {
  const maat = vorm === 'aandeel' ? '%' : eenheid ? ` ${eenheid}` : '';
  if (doelVanaf !== null && doelTot !== null) return `${doelVanaf} tot ${doelTot}${maat}`;
  if (doelVanaf !== null) return doelVanaf === 100 ? `100${maat}` : `ten minste ${doelVanaf}${maat}`;
  if (doelTot !== null) return doelTot === 0 ? '0' : `hoogstens ${doelTot}${maat}`;
  return '';
}

/** Hoe een soort op een pagina heet. */
export const soortnaam = ({ soorten = {} }: Pick<Kpi, 'soorten'>, soort: string): string => soorten[soort] ?? soort.toLowerCase().replaceAll('_', ' ');
