import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Op naam, zodat de telling van de dekking (zz-dekking) na alle procestests komt. */
export default class Volgorde extends BaseSequencer {
  override async sort(bestanden: TestSpecification[]): Promise<TestSpecification[]> {
    return [...bestanden].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}
