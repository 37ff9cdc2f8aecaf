import { KPIGROEPEN } from '../../domein/cijfers/kpi/kpi.ts';
import type { Kpiuitslag } from '../../domein/cijfers/kpi/lees.ts';
import type { Kpicijfer } from '../../domein/cijfers/kpi/tellen.ts';
import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import { maandTekst } from '../../domein/kalender/maand.ts';
import type { Kpibeeld } from '../cijfers/kpibeeld.ts';
import { bereik, doelTekst, soortnaam } from '../cijfers/kpitekst.ts';
import { getoond, TEKENS } from './onderdrukt.ts';
import type { Cel, Kolom, Tabel, Uitvoer } from './tabel.ts';

/** De cijfers als bestand, uit dezelfde uitslagen als de pagina en dus even onderdrukt. */
export function kpiUitvoer({ uitslagen, over }: Pick<Kpibeeld, 'uitslagen' | 'over'>): Uitvoer {
  const maanden = perMaand(uitslagen);
  return { titel: 'Cijfers van het samenwerkingsverband', over, tekens: TEKENS, tabellen: [cijfers(uitslagen), regels(uitslagen), ...(maanden.rijen.length === 0 ? [] : [maanden])] };
}

type Deel = Pick<Kpicijfer, 'aandeel' | 'tussen' | 'noemer'>;
/** In hele procenten, zoals de pagina: uit meer cijfers achter de komma volgt waarvan het een deel is. Van niets is er geen deel. */
function percentage({ vorm, zonderAantallen }: Kpiuitslag['kpi'], { aandeel, tussen, noemer }: Deel): Cel {
  if (vorm !== 'aandeel' || (noemer === 0 && !zonderAantallen)) return null;
  return aandeel !== null ? Math.round(100 * aandeel) / 100 : tussen ? bereik(tussen) : getoond(null);
}
const teller = ({ vorm, zonderAantallen }: Kpiuitslag['kpi'], n: Kpicijfer['teller']): Cel => (zonderAantallen || (vorm !== 'aandeel' && vorm !== 'aantal') ? null : getoond(n));
const geheel = ({ zonderAantallen }: Kpiuitslag['kpi'], n: Kpicijfer['noemer']): Cel => (zonderAantallen ? null : getoond(n));
/** Ook van een aandeel is soms een duur gemeten. */
const heeftDuur = ({ vorm }: Kpiuitslag['kpi'], cijfer: Kpicijfer): boolean => vorm === 'duur' || (vorm === 'aandeel' && cijfer.duur !== null);
/** Van niets is er geen duur; is er iets en staat er geen duur, dan mag zij er niet staan. */
const duur = (heeft: boolean, n: Kpicijfer['noemer'], waarde: number | null | undefined): Cel => (!heeft || n === 0 ? null : getoond(waarde ?? null));

function cijfers(uitslagen: readonly Kpiuitslag[]): Tabel {
  const kolommen: readonly (Kolom & { cel: (uitslag: Kpiuitslag) => Cel })[] = [
    { kop: 'Nummer', soort: 'tekst', uitleg: 'Het nummer op de pagina.', cel: ({ kpi }) => kpi.id },
    { kop: 'Cijfer', soort: 'tekst', uitleg: 'De naam.', cel: ({ kpi }) => kpi.naam },
    { kop: 'Groep', soort: 'tekst', uitleg: 'Waar het op de pagina onder staat.', cel: ({ kpi }) => KPIGROEPEN[kpi.groep] },
    { kop: 'Percentage', soort: 'aandeel', uitleg: 'Teller als deel van het geheel, in hele procenten. "4 tot 20%": daartussen, precies mag het er niet staan.', cel: ({ kpi, cijfer }) => cijfer && percentage(kpi, cijfer) },
    { kop: 'Teller', soort: 'aantal', uitleg: 'Wie of wat in de teller telt.', cel: ({ kpi, cijfer }) => cijfer && teller(kpi, cijfer.teller) },
    { kop: 'Geheel', soort: 'aantal', uitleg: 'Wie of wat er samen meetelt (n).', cel: ({ kpi, cijfer }) => cijfer && geheel(kpi, cijfer.noemer) },
    { kop: 'Mediaan', soort: 'dagen', uitleg: 'Bij een duur: de helft is hoogstens zoveel; de maat staat bij Eenheid.', cel: ({ kpi, cijfer }) => cijfer && duur(heeftDuur(kpi, cijfer), cijfer.noemer, cijfer.duur?.mediaan) },
    { kop: 'P90', soort: 'dagen', uitleg: 'Bij een duur: negen van de tien is hoogstens zoveel. Niet getoond onder tien.', cel: ({ kpi, cijfer }) => cijfer && duur(heeftDuur(kpi, cijfer), cijfer.noemer, cijfer.duur?.p90) },
    { kop: 'Eenheid', soort: 'tekst', uitleg: 'De maat van een duur.', cel: ({ kpi }) => kpi.eenheid ?? null },
    { kop: 'Doel', soort: 'tekst', uitleg: 'Uit de tabel "Doelen van de cijfers"; leeg: er is geen doel in getallen.', cel: ({ kpi, norm }) => doelTekst(kpi, norm) || null },
    { kop: 'Oordeel', soort: 'tekst', uitleg: 'Is het doel gehaald? Leeg: er is geen doel, of wat er mag staan zegt het niet.', cel: ({ gehaald }) => (gehaald === null ? null : gehaald ? 'gehaald' : 'niet gehaald') },
    { kop: 'Formule', soort: 'tekst', uitleg: 'Hoe het getal tot stand komt.', cel: ({ kpi }) => kpi.formule },
    { kop: 'Wie telt mee', soort: 'tekst', uitleg: 'Waarover het gaat.', cel: ({ kpi }) => kpi.populatie },
    { kop: 'Herkomst', soort: 'tekst', uitleg: 'Waar de gegevens vandaan komen.', cel: ({ kpi }) => kpi.herkomst },
    { kop: 'Bron', soort: 'tekst', uitleg: 'De regel van het routeboek of van de afspraken.', cel: ({ kpi }) => kpi.bron },
    { kop: 'Let op', soort: 'tekst', uitleg: 'Wat erbij te weten is, of waarom er geen getal is.', cel: ({ kpi }) => kpi.ontbreekt ?? kpi.opmerking ?? null },
  ];
  return { titel: 'Cijfers', kolommen: kolommen.map(({ kop, soort, uitleg }) => ({ kop, soort, uitleg })), rijen: uitslagen.map((uitslag) => kolommen.map(({ cel }) => cel(uitslag))) };
}

/** Wat er onder een cijfer staat: hoe het zich verdeelt, wat nog loopt en wat niet meetelt. */
function regels(uitslagen: readonly Kpiuitslag[]): Tabel {
  return {
    titel: 'Verdeling',
    kolommen: [
      { kop: 'Nummer', soort: 'tekst', uitleg: 'Het nummer van het cijfer.' }, { kop: 'Cijfer', soort: 'tekst', uitleg: 'De naam van het cijfer.' },
      { kop: 'Telt', soort: 'tekst', uitleg: 'Hoort het bij het geheel, staat het ernaast of telt het niet mee?' }, { kop: 'Wat', soort: 'tekst', uitleg: 'Waarin het valt.' },
      { kop: 'Aantal', soort: 'aantal', uitleg: 'Hoeveel.' }, { kop: 'Mediaan', soort: 'dagen', uitleg: 'De helft is hoogstens zoveel, in de eenheid van het cijfer.' }, { kop: 'P90', soort: 'dagen', uitleg: 'Negen van de tien is hoogstens zoveel. Niet getoond onder tien.' },
    ],
    rijen: uitslagen.flatMap(({ kpi, cijfer }) => {
      if (cijfer === null) return [];
      const rij = (telt: string, wat: string, n: Kpicijfer['noemer'], k: Kengetal | null, heeftDuur: boolean): Cel[] => [kpi.id, kpi.naam, telt, wat, getoond(n), duur(heeftDuur, n, k?.mediaan), duur(heeftDuur, n, k?.p90)];
      const meet = cijfer.soorten.some((s) => s.duur !== null);
      return [
        ...cijfer.soorten.map(({ soort, n, duur: k }) => rij('mee', soortnaam(kpi, soort), n, k, meet)),
        ...(kpi.open === undefined ? [] : [rij('ernaast', kpi.open, cijfer.open, cijfer.duurOpen, kpi.vorm === 'duur')]),
        ...cijfer.buiten.map(({ soort, n }) => rij('niet mee', soortnaam(kpi, soort), n, null, false)),
      ];
    }),
  };
}

function perMaand(uitslagen: readonly Kpiuitslag[]): Tabel {
  return {
    titel: 'Per maand',
    kolommen: [
      { kop: 'Nummer', soort: 'tekst', uitleg: 'Het nummer van het cijfer.' }, { kop: 'Cijfer', soort: 'tekst', uitleg: 'De naam van het cijfer.' }, { kop: 'Maand', soort: 'tekst', uitleg: 'De kalendermaand; de lopende tot en met de dag van meten.' },
      { kop: 'Percentage', soort: 'aandeel', uitleg: 'Teller als deel van het geheel, in hele procenten.' }, { kop: 'Teller', soort: 'aantal', uitleg: 'Wie of wat in de teller telt.' }, { kop: 'Geheel', soort: 'aantal', uitleg: 'Wie of wat er samen meetelt (n).' },
      { kop: 'Mediaan', soort: 'dagen', uitleg: 'Bij een duur: de helft is hoogstens zoveel.' },
    ],
    rijen: uitslagen.flatMap(({ kpi, cijfer }) => (cijfer?.maanden ?? []).map((m): Cel[] => [kpi.id, kpi.naam, maandTekst(m.maand), percentage(kpi, m), teller(kpi, m.teller), geheel(kpi, m.noemer), duur(kpi.vorm === 'duur', m.noemer, m.mediaan)])),
  };
}
