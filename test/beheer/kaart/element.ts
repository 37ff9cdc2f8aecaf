import type { Element } from '../../../domein/kaart/kaart.ts';

type Anders = Partial<Omit<Element, 'nu' | 'geeindigd'>> & { nu?: Partial<Element['nu']>; geeindigd?: Partial<Element['geeindigd']> };

/** Een taak waar niemand is en niemand was; een test zegt wat er anders is. */
export function element({ nu, geeindigd, ...anders }: Anders = {}): Element {
  return {
    id: 'KT_05', naam: 'Regisseur bestuur aanwijzen', soort: 'userTask', binnen: null, gebeurtenis: false, automatisch: false, roept: null, stappen: ['KT-05'], inModel: true, termijnen: [], inhoud: null, ...anders,
    nu: { kinderen: 0, overTermijn: 0, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null, ...nu },
    geeindigd: { kinderen: 0, bezoeken: 0, afgebroken: 0, metTermijn: 0, teLaat: 0, aandeelTeLaat: null, kalenderdagen: null, schooldagen: null, ...geeindigd },
  };
}
