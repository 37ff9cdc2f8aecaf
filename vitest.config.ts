import { defineConfig } from 'vitest/config';
import Sequencer from './test/sequencer.ts';

/**
 * Drie soorten tests. `eenheid` loopt naast elkaar en heeft geen engine nodig; `proces` heeft een broker voor elk bestand dat tegelijk
 * loopt, en `dekking` telt daarna wat die samen doorliepen; `browser` bedient de pagina's met chromium. Bestanden
 * na elkaar delen hun modules (`isolate: false`): die telkens opnieuw inlezen kostte een vijfde van de tijd. Eén soort draaien: `npx vitest run --project proces`.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: Sequencer },
    projects: [
      {
        test: {
          name: 'eenheid',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/proces/**', 'test/browser/**'],
          globalSetup: ['test/helpers/pglite-copy.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'proces',
          isolate: false,
          include: ['test/proces/**/*.test.ts'],
          exclude: ['test/proces/zz-coverage.test.ts'],
          globalSetup: ['test/helpers/pglite-copy.ts', 'test/proces/global-setup.ts'],
          // Zoveel brokers start global-setup ook: een bestand zet de klok van de zijne.
          maxWorkers: 2,
          // Een scenario loopt week voor week door maanden heen; op een drukke machine kost dat minuten.
          testTimeout: 480_000,
          hookTimeout: 480_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'dekking',
          include: ['test/proces/zz-coverage.test.ts'],
          testTimeout: 480_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'browser',
          isolate: false,
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/sample-copy.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
