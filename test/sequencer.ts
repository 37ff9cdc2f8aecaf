import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Op naam. Wat een eigen engine start (eigen-engine) komt zo vroeg, als er nog geen browser naast loopt, en de telling van de
 * dekking (zz-coverage) komt na alle procestests.
 */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
  }
}
