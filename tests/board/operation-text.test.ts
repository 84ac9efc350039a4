import { expect, test } from 'vitest';
import { operationText } from '../../app/_board/core/claims/operation-text.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { OPERATIONS } from '../../domain/debate/engine/registry.ts';
import { aDebate } from '../support/debate-builder.ts';
import { SAMPLES } from '../support/operation-samples.ts';
import { OPEN, setAgenda, WRITING } from '../support/phased-debate.ts';

/** Operations whose new text nobody types: quotations, words that are there already, and what only the server does. */
const UNTYPED: readonly OperationType[] = ['claim.cite', 'claim.join', 'claim.promote', 'debate.create'];

const { state } = aDebate().does('olga', setAgenda([OPEN]));
const textOf = (operation: Operation) => operationText(operation, () => null, state);

/** An operation with words in each of its forms. */
const WORDED: Partial<Record<OperationType, Operation>> = {
  'steelman.answer': {
    type: 'steelman.answer',
    claimId: 'c-a',
    answerId: 'a-n',
    agrees: false,
    wording: 1,
    missing: { commentId: 'm-n', text: 'The rural share' },
  },
  'agenda.set': setAgenda([{ ...OPEN, title: 'Reading' }], 1),
};

const typed = (Object.keys(OPERATIONS) as OperationType[]).filter(
  (type) => OPERATIONS[type].addsText && !UNTYPED.includes(type),
);

test.each(typed)('words are given back where a %s is refused', (type) => {
  expect(textOf(WORDED[type] ?? SAMPLES[type].operation)).not.toBe('');
});

test.each<[Operation, string]>([
  [setAgenda([{ ...WRITING, title: 'Reading', note: 'Two pages' }, OPEN], 1), 'Reading\nTwo pages'],
  [setAgenda([OPEN], 1), ''],
  [{ type: 'debate.configure', reasons: ['abusive', 'Too long'] }, 'Too long'],
  [{ type: 'poll.answer', pollId: 'p-n', choice: 'More trams' }, 'More trams'],
  [{ type: 'poll.answer', pollId: 'p-n', choice: 1 }, ''],
  [{ type: 'claim.retract', claimId: 'c-a', reason: 'It was wrong' }, 'It was wrong'],
  [{ type: 'participant.rename', participantId: 'dana', name: 'Dana D.' }, 'Dana D.'],
])('words of what is no contribution are given back too: %j', (operation, words) => {
  expect(textOf(operation)).toBe(words);
});
