import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Twee naast elkaar: na een bestand met een eigen engine komen er twee zonder, zodat er zelden twee hele engines tegelijk opwarmen. */
const BETWEEN = 2;

/** Op naam, met wat een eigen engine start (eigen-engine) vooraan en ertussen verdeeld. */
export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byName = [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
    const own = byName.filter(({ moduleId }) => moduleId.includes('/eigen-engine/'));
    const rest = byName.filter((file) => !own.includes(file));
    return [...own.flatMap((file, n) => [file, ...rest.slice(n * BETWEEN, (n + 1) * BETWEEN)]), ...rest.slice(own.length * BETWEEN)];
  }
}
