import type { Bevinding } from './bevinding.ts';
import type { Project } from './project.ts';

/** Eén regel voor de bestanden van de proceseigenaar. De regels voor één model staan in de plugin van bpmnlint. */
export interface Nakijkregel {
  /** De naam die achter de opmerking staat; onder die naam staat de uitleg. */
  readonly naam: string;
  /** Zegt zij dat er ergens iets ontbreekt? Dan heeft zij alleen zin als elk bestand te lezen was. */
  readonly overAlles?: boolean;
  kijk(project: Project): readonly Omschrijving[] | Promise<readonly Omschrijving[]>;
}

/** Een opmerking van een regel; haar naam komt er bij het nakijken achter. */
export type Omschrijving = Omit<Bevinding, 'regel'> & {
  readonly regel?: string;
  /** Wat andere regels in deze bestanden over deze namen zeggen, komt door dezelfde vergissing en hoeft er niet nog eens te staan. */
  readonly verklaart?: { readonly namen: readonly string[]; readonly bestanden: readonly string[]   /** Pas iets om te doen als er over dit bestand niets anders te zeggen is: eerst verbeteren, dan bijwerken. */
  readonly daarna?: true;
};
  /** Pas iets om te doen als er over dit bestand niets anders te zeggen is: eerst verbeteren, dan bijwerken. */
  readonly daarna?: true;
};
