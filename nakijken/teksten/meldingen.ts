import { bedoelde } from '../../domein/invoer/nabij.ts';
import { parseTemplates } from '../../koppelingen/mail/templates.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel } from '../regel.ts';
import { ontvangersBestaan } from './ontvangers.ts';

/** Waar de mailteksten staan. */
export const MAP = 'koppelingen/mail/meldingen/';

/** De mailteksten die te lezen zijn, per bestandsnaam. */
export const mailteksten = ({ teksten }: Pick<Project, 'teksten'>): Map<string, string> =>
  new Map([...teksten].filter(([pad]) => pad.startsWith(MAP)).map(([pad, tekst]) => [pad.slice(MAP.length), tekst]));

/** Elke mailtekst heeft een goede kop, en noemt alleen wat er is. */
export const meldingKlopt: Nakijkregel = {
  naam: 'melding',
  kijk(project) {
    const { fouten } = parseTemplates(mailteksten(project), { bedoelde, recipients: ontvangersBestaan });
    // Een voet die niet te lezen is, is al genoemd; zij ontbreekt dan niet.
    return fouten.filter(({ plaats }) => project.volledig || plaats !== 'het geheel').map(({ bestand, plaats, tekst }) => ({ bestand: `${MAP}${bestand}`, plaats, tekst }));
  },
};
