import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate } from '../support/debate-builder.ts';
import { firstOf, isTheServers, OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';
import { stateChanges } from '../support/state-changes.ts';

const BEGUN = aDebate();

/** All that the sample of each type changes in the state, as lines of text. */
function changesOfSamples(): string {
  const types = OPERATION_TYPES.filter((type) => type !== 'debate.create');
  return types
    .map((type) => {
      const who = isTheServers(type) ? SYSTEM : type.startsWith('comment.') ? 'dana' : 'olga';
      const debate = BEGUN.copy();
      for (const first of firstOf(type)) debate.does(who, first);
      const { state } = debate;
      debate.now += 500;
      debate.does(who, SAMPLES[type].operation);
      return [type, ...stateChanges(state, debate.state).map((line) => `  ${line}`)].join('\n');
    })
    .join('\n');
}

describe('[I8] an operation', () => {
  test('changes the state in nothing but what it says', async () => {
    await expect(`${changesOfSamples()}\n`).toMatchFileSnapshot('changes-of-operations.txt');
  });
});
