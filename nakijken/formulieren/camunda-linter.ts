import { createRequire } from 'node:module';

export interface Formuliermelding {
  readonly id: string;
  readonly message: string;
  readonly category: string;
}

interface FormLinter {
  lint(formulier: unknown): Formuliermelding[];
}

const eis = createRequire(import.meta.url);
const { require: laad } = eis('tsx/cjs/api') as { require(naam: string, vanaf: string): unknown };

/**
 * 8.6 en 8.7 slaan een eigen foutmelding bij een patroon over; 8.9 toont haar, en dan staat er Nederlands. De FEEL leest onze eigen
 * regel (formulier-feel): overal, met dezelfde lezer, en zij zegt waar zij niet klopt.
 */
const OVERGESLAGEN = /^Pattern error message not supported by Camunda Platform 8\.[67]|^Invalid FEEL expression in </;

/** De linter van Camunda Modeler. Zij is voor een bundelaar geschreven (imports zonder extensie); tsx leest haar toch. */
export function maakFormulierlinter(): FormLinter {
  const { FormLinter } = laad('@camunda/form-linting', import.meta.filename) as { FormLinter: new () => FormLinter };
  const linter = new FormLinter();
  return { lint: (formulier) => linter.lint(formulier).filter(({ message }) => !OVERGESLAGEN.test(message)) };
}

/** De meldingen van die linter in het Nederlands. */
const ZINNEN: readonly [RegExp, string][] = [
  [/^An? <(.+)> is not supported/, 'Gebruik een ander soort onderdeel: $1 kent Camunda 8.6 niet'],
  [/^Dynamic lists require child components/, 'Zet minstens één veld in deze lijst'],
  [/[Dd]isabled/, 'Gebruik "Read only" in plaats van "Disabled": een uitgezet veld stuurt zijn waarde niet in'],
  [/^(.+) populated by an? (?:expression|template) is not supported/, 'Zet in $1 een gewone tekst: een uitdrukking kent Camunda 8.6 daar niet'],
];

/** @returns altijd een Nederlandse zin, ook als een nieuwe versie van de linter iets zegt wat hier nog niet staat */
export function formulierzin({ message }: Pick<Formuliermelding, 'message'>): string {
  for (const [patroon, zin] of ZINNEN) {
    const gevonden = patroon.exec(message);
    if (gevonden) return zin.replace('$1', gevonden[1] ?? '');
  }
  return 'Camunda 8.6 kent dit onderdeel zo niet: kijk in Camunda Modeler wat er bij dit veld rood staat';
}
