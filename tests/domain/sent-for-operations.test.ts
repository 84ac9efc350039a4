import { expect, test } from 'vitest';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { aDebate } from '../support/debate-builder.ts';
import { firstOf, isTheServers, OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';
import { sentOf } from '../support/sent-lines.ts';

const BEGUN = aDebate();

function sentOfSamples(names: 'shown' | 'anonymous'): string {
  const types = OPERATION_TYPES.filter((type) => type !== 'debate.create');
  const begun = BEGUN.copy();
  if (names === 'anonymous') begun.does('olga', { type: 'debate.configure', names });
  return types
    .map((type) => {
      const who = isTheServers(type) ? SYSTEM : type.startsWith('comment.') ? 'dana' : 'olga';
      const debate = begun.copy();
      for (const first of firstOf(type)) debate.ask(who, first);
      const after = debate.entries.length;
      const answer = debate.ask(who, SAMPLES[type].operation);
      const sent = answer.ok ? sentOf(debate, after) : [`  refused: ${answer.rejection.code}`];
      return [type, ...sent].join('\n');
    })
    .join('\n');
}

test('[PJ1] of each operation, viewers are sent what they may know, where names are shown', async () => {
  await expect(`${sentOfSamples('shown')}\n`).toMatchFileSnapshot('sent-for-operations.txt');
});

test('[PJ1] of each operation, viewers are sent what they may know, in an anonymous debate', async () => {
  await expect(`${sentOfSamples('anonymous')}\n`).toMatchFileSnapshot('sent-for-operations-anonymous.txt');
});
