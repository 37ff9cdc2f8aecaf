import { describe, expect, it } from 'vitest';
import { formulier, NAMEN } from './helpers/forms.ts';
import { maakFormulierlinter } from '../../nakijken/formulieren/camunda-linter.ts';

/** Van de ingebouwde engine tot de nieuwste versie die deze linter kent; 8.9 voegt aan formulieren niets toe dat hier gebruikt wordt. */
const VERSIES = ['8.6.0', '8.7.0', '8.8.0'];

describe('Camunda Modeler meldt niets over de formulieren', () => {
  const linter = maakFormulierlinter();

  it('ziet een fout als er een is', () => {
    const error = { ...formulier('gesprek-ouders'), components: [{ type: 'filepicker', id: 'x', key: 'bijlage', label: 'Bijlage' }] };
    expect(linter.lint(error)).not.toEqual([]);
  });

  it.each(NAMEN)('%s', (naam) => {
    for (const executionPlatformVersion of VERSIES) {
      expect(linter.lint({ ...formulier(naam), executionPlatformVersion }), executionPlatformVersion).toEqual([]);
    }
  });
});
