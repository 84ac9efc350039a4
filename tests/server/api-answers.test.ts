import { expect, test } from 'vitest';
import { commentsAnswerOf, debateAnswerOf, votesAnswerOf } from '../../server/api/answers.ts';
import { commentsAnswer } from '../../server/api/shapes.ts';
import type { DebateReading } from '../../server/services/debates/debates.ts';
import { aDebate, agree, comment, type DebateBuilder, hide, merge } from '../support/debate-builder.ts';

/** The debate as the program of one person reads it. */
function readingOf(debate: DebateBuilder, participantId: string): DebateReading {
  const opening = { debateId: 'd_read', participantId, people: [] };
  return { view: debate.projection(participantId), opening } as unknown as DebateReading;
}

const commentsOf = (debate: DebateBuilder, who: string) =>
  commentsAnswer.parse(JSON.parse([...commentsAnswerOf(readingOf(debate, who), null)].join(''))).comments;

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
