import { expect, test } from 'vitest';
import { aDebate } from '#tests/support/debate-builder.ts';
import { later } from '#tests/support/later.ts';
import { prepareSample, SAMPLES, samplerOf, TYPES_AFTER_CREATE } from '#tests/support/operation-samples.ts';
import { stateChanges } from '#tests/support/state-changes.ts';

/**
 * All that the sample of each type changes in the state, as lines of text. A number like 24.000030517578125, which is 24 + 2⁻¹⁵, is that
 * which moderators get for an entry after the 24th that not everyone is sent.
 */
function changesOfSamples(): string {
  const begun = aDebate();
  const changes = TYPES_AFTER_CREATE.flatMap((type) => {
    const debate = prepareSample(begun.copy(), type);
    const { state } = debate;
    later(debate, 500).does(samplerOf(type), SAMPLES[type].operation);
    return [type, ...stateChanges(state, debate.state).map((line) => `  ${line}`)];
  });
  return changes.join('\n');
}

test('an operation changes the state in nothing but what it says (I8)', async () => {
  await expect(`${changesOfSamples()}\n`).toMatchFileSnapshot('changes-of-operations.txt');
});
