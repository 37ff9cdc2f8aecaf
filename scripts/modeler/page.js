import { Linter } from '@camunda/linting';
import lintingModule from '@camunda/linting/modeler';

/** Wat Camunda Modeler om zijn editor heen zet: de controle, en de tekens bij wat zij vindt. */
globalThis.RouteboekModeler = { Linter, lintingModule };
