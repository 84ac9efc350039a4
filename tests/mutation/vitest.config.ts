import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** They take a second or more each: most changes are noticed by others before it is their turn. */
const SLOW =
  /(checkers|debate-projection|names|bounds|pairs|round-trips|moderation-projection|bounded-work|research-ballots|front|erasure|history|outline|csv-formulas|numbering|opinions-disclosed|limits|change-set|layout-columns|passage-place|notifications|debate-fold|access-matrix|openings|sync-outdone|sync-sessions)\.test\.ts$/;

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => SLOW.test(moduleId);
    return [...files.filter((file) => !isSlow(file)), ...files.filter(isSlow)];
  }
}

/** The tests of the rules alone, or those that were asked for. */
export default defineConfig({
  test: {
    include: process.env.PARLEY_MUTATION_TESTS?.split(' ') ?? ['tests/domain/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
