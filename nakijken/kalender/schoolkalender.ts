import { BESTAND, keurVakanties } from '../../domein/kalender/schoolvakanties.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';

/** De schoolkalender: leesbaar, met bekende velden, en met datums die kunnen kloppen. */
export const schoolkalender: Nakijkregel = {
  naam: 'schoolkalender',
  kijk({ teksten, volledig }) {
    const tekst = teksten.get(BESTAND);
    // Een onleesbaar bestand is al genoemd.
    if (tekst === undefined) return volledig ? [fout('het geheel', 'De schoolkalender ontbreekt: zonder haar is geen enkele termijn te berekenen. Zet de vorige versie terug')] : [];
    const gekeurd = keurVakanties(Buffer.from(tekst));
    return 'fouten' in gekeurd ? gekeurd.fouten.map(({ regel, onderdeel, tekst: wat }) => fout(`regel ${regel}, ${onderdeel}`, wat.charAt(0).toUpperCase() + wat.slice(1))) : [];
  },
};

const fout = (plaats: string, tekst: string): Omschrijving => ({ bestand: BESTAND, plaats, tekst });
