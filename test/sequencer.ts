import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Op naam: wat een eigen engine start komt vroeg, als er nog geen browser naast loopt, en de telling van de dekking (zz-dekking) na alle procestests komt. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}
