import { expect, test } from 'vitest';
import { aDebate } from '#tests/support/debate-builder.ts';
import { firstOf, SAMPLES, samplerOf, TYPES_AFTER_CREATE } from '#tests/support/operation-samples.ts';
import { sentLines } from '#tests/support/sent-lines.ts';

function sentOfSamples(names: 'shown' | 'anonymous'): string {
  const begun = aDebate();
  if (names === 'anonymous') begun.does('olga', { type: 'debate.configure', names });
  const sent = TYPES_AFTER_CREATE.flatMap((type) => {
    const debate = begun.copy();
    // In an anonymous debate some are refused.
    for (const first of firstOf(type)) debate.ask(samplerOf(type), first);
    const after = debate.entries.length;
    const answer = debate.ask(samplerOf(type), SAMPLES[type].operation);
    return [type, ...(answer.ok ? sentLines(debate, after) : [`  refused: ${answer.rejection.code}`])];
  });
  return sent.join('\n');
}

test('[PJ7] of each operation, viewers are sent what they may know, where names are shown', async () => {
  await expect(`${sentOfSamples('shown')}\n`).toMatchFileSnapshot('sent-for-operations.txt');
});

test('[PJ7] of each operation, viewers are sent what they may know, in an anonymous debate', async () => {
  await expect(`${sentOfSamples('anonymous')}\n`).toMatchFileSnapshot('sent-for-operations-anonymous.txt');
});
