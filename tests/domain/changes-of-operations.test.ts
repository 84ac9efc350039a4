import { describe, expect, test } from 'vitest';
import { aDebate } from '../support/debate-builder.ts';
import { later } from '../support/later.ts';
import { prepareSample, SAMPLES, samplerOf, TYPES_AFTER_CREATE } from '../support/operation-samples.ts';
import { stateChanges } from '../support/state-changes.ts';

const BEGUN = aDebate();

/** All that the sample of each type changes in the state, as lines of text. */
function changesOfSamples(): string {
  const changes = TYPES_AFTER_CREATE.flatMap((type) => {
    const debate = prepareSample(BEGUN.copy(), type);
    const { state } = debate;
    later(debate, 500).does(samplerOf(type), SAMPLES[type].operation);
    return [type, ...stateChanges(state, debate.state).map((line) => `  ${line}`)];
  });
  return changes.join('\n');
}

describe('[I8] an operation', () => {
  test('changes the state in nothing but what it says', async () => {
    await expect(`${changesOfSamples()}\n`).toMatchFileSnapshot('changes-of-operations.txt');
  });
});
