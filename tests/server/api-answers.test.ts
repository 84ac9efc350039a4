import { expect, test } from 'vitest';
import { commentsAnswerOf, debateAnswerOf, votesAnswerOf } from '../../server/api/answers.ts';
import { commentsAnswer, votesAnswer } from '../../server/api/shapes.ts';
import type { DebateReading } from '../../server/services/debates/debates.ts';
import {
  aDebate,
  agree,
  comment,
  type DebateBuilder,
  editTo,
  hide,
  merge,
  targetOf,
  unmerge,
} from '../support/debate-builder.ts';

/** The debate as the program of one person reads it. */
function readingOf(debate: DebateBuilder, participantId: string): DebateReading {
  const opening = { debateId: 'd_read', participantId, people: [] };
  return { view: debate.projection(participantId), opening } as unknown as DebateReading;
}

const commentsOf = (debate: DebateBuilder, who: string, on: string | null = null) =>
  commentsAnswer.parse(JSON.parse([...commentsAnswerOf(readingOf(debate, who), on)].join(''))).comments;

test('a debate counts the claims that all readers see, for a moderator too, and no people where nobody is known', () => {
  const debate = aDebate();
  const before = debateAnswerOf(readingOf(debate, 'mona')).debate;
  debate.does('mona', hide('c-b'), merge('c-d', 'c-a'));
  expect(debateAnswerOf(readingOf(debate, 'mona')).debate.claims).toBeLessThan(before.claims);
  expect(debateAnswerOf(readingOf(debate, 'mona')).debate.claims).toBe(
    debateAnswerOf(readingOf(debate, 'dana')).debate.claims,
  );
  expect(before.participants).toBe(debate.state.participants.size);
  debate.does('olga', { type: 'debate.configure', names: 'anonymous' });
  expect(debateAnswerOf(readingOf(debate, 'dana')).debate.participants).toBeNull();
});

test('votes on a claim that was merged are in the tally of the other one alone', () => {
  const debate = aDebate().does('emil', agree('c-d')).does('mona', merge('c-d', 'c-a'));
  const { tallies } = votesAnswerOf(readingOf(debate, 'dana'));
  expect(tallies.map(({ claimId }) => claimId)).toContain('c-a');
  expect(tallies.map(({ claimId }) => claimId)).not.toContain('c-d');
});

test('comments on a claim or its link include those on what was merged into it, by the id of either', () => {
  const debate = aDebate().does(
    'dana',
    comment({ commentId: 'm-d', on: targetOf('c-d') }),
    comment({ commentId: 'm-ld', on: targetOf('l-d') }),
    comment({ commentId: 'm-la', on: targetOf('l-a') }),
    comment({ commentId: 'm-west', on: targetOf('west') }),
  );
  const on = (id: string) => commentsOf(debate, 'emil', id).map((one) => one.id);
  expect([on('c-a'), on('c-d')]).toEqual([['m-a'], ['m-d']]);
  debate.does('mona', merge('c-d', 'c-a'));
  expect([on('c-a'), on('c-d')]).toEqual([
    ['m-a', 'm-d'],
    ['m-a', 'm-d'],
  ]);
  expect([on('l-a'), on('l-d')]).toEqual([
    ['m-la', 'm-ld'],
    ['m-la', 'm-ld'],
  ]);
  expect([on('west'), on('c-b'), on('c-none')]).toEqual([['m-west'], [], []]);
  expect(commentsOf(debate, 'emil', 'c-a').map((one) => one.on.id)).toEqual(['c-a', 'c-d']);
});

test('an own vote on a merged claim is listed once, for the claim that it counts for', () => {
  const debate = aDebate().does('emil', agree('c-d')).does('susi', agree('c-d'));
  debate.does('dana', editTo(debate.state, 'c-a', 'one two three four')).does('mona', merge('c-d', 'c-a'));
  const ownOf = (who: string) => votesAnswer.parse(votesAnswerOf(readingOf(debate, who))).own;
  expect(ownOf('susi')).toEqual([{ claimId: 'c-a', answer: 'agree', wording: 1, castOn: 'c-d' }]);
  // Emil voted on both: his vote on the other one does not count.
  expect(ownOf('emil')).toEqual([{ claimId: 'c-a', answer: 'agree', wording: 1 }]);
  debate.does('mona', unmerge('c-d'));
  expect(ownOf('susi')).toEqual([{ claimId: 'c-d', answer: 'agree', wording: 1 }]);
});

test('a program learns which comments are hidden, and not what others withdrew', () => {
  const debate = aDebate().does(
    'dana',
    comment({ commentId: 'm-1', text: 'Kept' }),
    comment({ commentId: 'm-2', text: 'Regretted' }),
  );
  debate.does('dana', { type: 'comment.withdraw', commentId: 'm-2' }).does('mona', hide('m-1'));
  const seen = (who: string) => commentsOf(debate, who).map(({ text, hidden }) => [text, hidden]);
  expect(seen('mona')).toEqual(
    expect.arrayContaining([
      ['Kept', true],
      ['', false],
    ]),
  );
  expect(seen('dana')).toContainEqual(['Regretted', false]);
  expect(JSON.stringify(seen('emil'))).not.toMatch(/Kept|Regretted/);
});
