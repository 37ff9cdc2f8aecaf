import { dag, getal, isJa, isNee, volgorde, waarde, type Regel } from './helpers.ts';
import { schooljaarVan } from '../kalender/schoolkalender.ts';

/** F-28 deel 1, CA-03-1: de beslistabel aot-categorie zegt welke stukken ontbreken; verder is er niets na te kijken. */
export const aot: Regel = () => [];

/** F-28 deel 2, CA-03-4: de aanvraag (routeboek r. 1061–1084). */
export const aotAanvraag: Regel = (invoer, nu) => {
  const [van, tot] = [dag(invoer, 'vanDatum'), dag(invoer, 'totDatum')];
  return [
    ...aotMelding(invoer, nu),
    van !== undefined && tot !== undefined && van <= tot && schooljaarVan(van) !== schooljaarVan(tot)
      ? 'Tot en met: een aanvraag geldt binnen één schooljaar (1 augustus tot en met 31 juli). Kies een eerdere einddatum.'
      : null,
    isNee(invoer, 'oppOpgesteld') ? 'Er is een ontwikkelingsperspectief: zonder ontwikkelingsperspectief neemt de inspectie de aanvraag niet in behandeling.' : null,
    isJa(invoer, 'eerderVerzocht') && waarde(invoer, 'evaluatieIngevuld') !== true
      ? 'Evaluatie van eerdere steun: schrijf minstens 10 tekens; bij een nieuwe aanvraag wil de inspectie weten wat de eerdere steun opleverde.'
      : null,
    isJa(invoer, 'eerderVerzocht') && waarde(invoer, 'ingroeiIngevuld') !== true
      ? 'Maatregelen om in te groeien: schrijf minstens 10 tekens; bij een nieuwe aanvraag hoort wat u doet zodat de leerling alsnog ingroeit.'
      : null,
  ];
};

/** F-28 deel 3, CA-03-6: de melding (routeboek r. 95–97). */
export const aotMelding: Regel = (invoer) => {
  const [van, tot, uren] = [dag(invoer, 'vanDatum'), dag(invoer, 'totDatum'), getal(invoer, 'urenPerWeek')];
  return [
    van === undefined ? 'Van: vul de eerste dag van de aangepaste onderwijstijd in.' : null,
    tot === undefined ? 'Tot en met: vul de laatste dag van de aangepaste onderwijstijd in.' : null,
    uren === undefined || uren < 0 ? 'Uren afwijking per week: vul het aantal uren onderwijs per week in.' : null,
    volgorde('Tot en met', van, tot),
  ];
};
