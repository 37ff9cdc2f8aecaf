/** De vier manieren om naar een proces te kijken, in de volgorde van de pagina. `beeld=` in het adres kiest er een. */
export const BEELDEN = {
  nu: { titel: 'Waar zijn kinderen nu', hoofd: 'nu', maat: 'kinderen' },
  duur: { titel: 'Hoe lang duurt het', hoofd: 'mediaan', maat: 'dagen' },
  termijn: { titel: 'Waar gaat het over de termijn', hoofd: 'aandeel', maat: 'procent' },
  paden: { titel: 'Welke paden', hoofd: 'keer', maat: 'keer' },
} as const;
export type Beeld = keyof typeof BEELDEN;
/** Welke kleuren een tekening heeft: die van haar beeld, of die van een verschil tussen twee. */
export type Reeks = Beeld | 'verschil';
export const isBeeld = (tekst: unknown): tekst is Beeld => typeof tekst === 'string' && Object.hasOwn(BEELDEN, tekst);

/** Dagen in een duur: schooldagen (een vakantie is geen vertraging) of kalenderdagen. */
export const DAGEN = { schooldagen: { label: 'schooldagen' }, kalenderdagen: { label: 'kalenderdagen' } } as const;
export type Dagen = keyof typeof DAGEN;
export const isDagen = (tekst: unknown): tekst is Dagen => typeof tekst === 'string' && Object.hasOwn(DAGEN, tekst);
