import type { Datum } from '../../kalender/datum.ts';
import type { Opname } from '../bron.ts';
import { openOp } from '../casusverloop.ts';
import { vanCasus, vanNu, type Eenheid } from '../eenheid.ts';
import type { Kenmerken, Kind } from '../kinderen.ts';
import { thuiszittertijden } from '../thuiszittertijden.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

/** Was het kind ooit thuiszitter terwijl deze casus liep? */
const ooitThuiszitter = ({ tijdlijn }: Kind, van: string, tot: string, peildatum: string): boolean => thuiszittertijden(tijdlijn, peildatum).some((t) => t.van <= tot && (t.tot === null || t.tot > van));

interface Sluiting {
  readonly eenheid: Eenheid;
  readonly kind: Kind;
  readonly kenmerken: Kenmerken;
  /** De eerste dag van de casus, de dag waarop zij sloot, en de dag waarop zij daarna weer openging. */
  readonly begin: Datum;
  readonly dicht: Datum;
  readonly weerOpen: Datum | null;
}

/** Elke keer dat een casus sloot. */
const sluitingen = ({ kinderen, peildatum }: Opname): Sluiting[] =>
  kinderen.flatMap((kind) => kind.casussen.flatMap(({ casusId, kenmerken, verloop }) => verloop.flatMap(({ van, tot }, i): Sluiting[] =>
    (tot === null || tot > peildatum ? [] : [{ eenheid: vanCasus(kind, casusId, { van, tot }), kind, kenmerken, begin: verloop[0]!.van, dicht: tot, weerOpen: verloop[i + 1]?.van ?? null }]))));

const lopend = ({ kinderen, peildatum }: Opname): Kpigeval[] =>
  kinderen.flatMap(({ leerlingId, casussen }) => casussen.flatMap(({ kenmerken, verloop }): Kpigeval[] => (openOp(verloop, peildatum) ? [{ eenheid: vanNu(leerlingId), kenmerken, dag: peildatum, uitslag: 'open' }] : [])));

export const kpi05: Kpi = {
  id: 'KPI-05', naam: 'Voorkomen dat een kind thuiszitter wordt', groep: 'route', vorm: 'aandeel', richting: 'meer', wat: 'gesloten casussen', goed: 'zonder dat het kind thuiszitter werd', open: 'casussen die nog lopen',
  formule: 'casussen die in de periode sloten zonder dat het kind tijdens de casus thuiszitter was, gedeeld door alle casussen die in de periode sloten', populatie: 'casussen die in de periode sloten; wat nog loopt staat ernaast',
  herkomst: 'de casussen en de perioden thuis in het register', bron: 'routeboek r. 222–228; errata §3',
  gevallen: ({ opname }) => [...lopend(opname), ...sluitingen(opname).map(({ eenheid, kind, kenmerken, begin, dicht }): Kpigeval => ({ eenheid, kenmerken, dag: dicht, uitslag: ooitThuiszitter(kind, begin, dicht, opname.peildatum) ? 'anders' : 'goed' }))],
};

export const kpi21: Kpi = {
  id: 'KPI-21', naam: 'Terugval: casus heropend', groep: 'route', vorm: 'aandeel', richting: 'minder', wat: 'gesloten casussen', goed: 'heropend binnen zes maanden', open: 'korter dan zes maanden geleden gesloten',
  formule: 'casussen die in de periode sloten en binnen zes maanden weer opengingen, gedeeld door de casussen die in de periode sloten en van wie de zes maanden om zijn', populatie: 'casussen die in de periode sloten; waarvan de zes maanden nog lopen staat ernaast',
  herkomst: 'het sluiten en heropenen in het logboek', bron: 'voorstel; errata §3', opmerking: 'Terugval van kinderen die thuiszitter waren staat op de pagina Klok.',
  gevallen: ({ opname }) => sluitingen(opname).map(({ eenheid, kenmerken, dicht, weerOpen }): Kpigeval => {
    const eind = opname.normen.terugvalTot(dicht);
    return { eenheid, kenmerken, dag: dicht, uitslag: eind >= opname.peildatum ? 'open' : weerOpen !== null && weerOpen <= eind ? 'goed' : 'anders' };
  }),
};
