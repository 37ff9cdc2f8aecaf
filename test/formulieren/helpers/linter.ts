import { createRequire } from 'node:module';
import { build } from 'esbuild';

export interface Bevinding {
  id: string;
  message: string;
  category: string;
}

interface FormLinter {
  lint(formulier: unknown): Bevinding[];
}

/** 8.6 en 8.7 slaan een eigen foutmelding bij een patroon over; 8.9 toont haar, en dan staat er Nederlands. */
const OVERGESLAGEN = /^Pattern error message not supported by Camunda Platform 8\.[67]/;

/** De linter van Camunda Modeler. Zij is voor een bundelaar geschreven (imports zonder extensie), dus wordt zij eerst gebundeld. */
export async function loadLinter(): Promise<FormLinter> {
  const hoofd = createRequire(import.meta.url).resolve('@camunda/form-linting/package.json').replace(/package\.json$/, 'index.js');
  const { outputFiles } = await build({ entryPoints: [hoofd], bundle: true, write: false, format: 'esm', platform: 'node', logLevel: 'silent' });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  const { FormLinter } = (await import(`data:text/javascript;base64,${code}`)) as { FormLinter: new () => FormLinter };
  const linter = new FormLinter();
  return { lint: (formulier) => linter.lint(formulier).filter(({ message }) => !OVERGESLAGEN.test(message)) };
}
