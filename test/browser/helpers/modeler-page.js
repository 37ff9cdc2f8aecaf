import { Linter } from '@camunda/linting';

globalThis.RouteboekModeler = { Linter };
