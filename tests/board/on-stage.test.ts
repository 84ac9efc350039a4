import { expect, test } from 'vitest';
import { onStage } from '../../app/_board/screens/stage/on-stage.ts';
import { aDebate, answer, closePoll, quickPoll, report } from '../support/debate-builder.ts';
import { numberPoll } from '../support/polls.ts';

const light = (on: string | null) => ({ type: 'spotlight.set', on, call: false }) as const;
const NONE: ReadonlySet<string> = new Set();

test('the stage shows an open poll, then its result while that is fresh, then what is going on', () => {
  const debate = aDebate().does('olga', quickPoll('p-q'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'poll', pollId: 'p-q' });
  debate.does('dana', answer('p-q', 1)).does('olga', closePoll('p-q'));
  expect(onStage(debate.state, new Set(['p-q']))).toEqual({ kind: 'result', pollId: 'p-q' });
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'now' });
});

test('a closed poll of which nothing is shown is not on stage', () => {
  const debate = aDebate().does('olga', quickPoll('p-q', { secret: true }));
  debate.does('dana', answer('p-q', 1)).does('olga', closePoll('p-q'));
  const { polls, questions, spotlight: lit } = debate.projection(null);
  expect(onStage({ polls, questions, spotlight: lit }, new Set(['p-q']))).toEqual({
    kind: 'now',
  });
});

test('a closed poll of which only the correct answer is shown is on stage', () => {
  const debate = aDebate().does('olga', numberPoll('p-q', { secret: true }));
  debate.does('olga', { ...closePoll('p-q'), right: 4 });
  const { polls, questions, spotlight: lit } = debate.projection(null);
  expect(polls.get('p-q')?.counts).toBeNull();
  expect(onStage({ polls, questions, spotlight: lit }, new Set(['p-q']))).toEqual({
    kind: 'result',
    pollId: 'p-q',
  });
});

test('a spotlight set after a poll closed is on stage; a result as long as it is there', () => {
  const debate = aDebate().does('olga', quickPoll('p-q')).does('dana', answer('p-q', 1));
  debate.does('olga', closePoll('p-q'), light('c-a'));
  expect(onStage(debate.state, new Set(['p-q']))).toEqual({ kind: 'claim', claimId: 'c-a' });
  debate.does('olga', light('u-q'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'question', questionId: 'u-q' });
  debate.does('olga', light('~opinions'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'picture', name: '~opinions' });
  debate.does('olga', light('~results'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'result', pollId: 'p-q' });
});

test('[SG3] a spotlight on the last result is on stage also while no poll has a result to show', () => {
  const debate = aDebate().does('olga', light('~results'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'noResult' });
  debate.does('olga', quickPoll('p-q', { secret: true })).does('dana', answer('p-q', 1));
  debate.does('olga', closePoll('p-q'));
  expect(onStage(debate.projection(null), NONE)).toEqual({ kind: 'noResult' });
  debate.does('olga', light(null), quickPoll('p-o', { secret: true }), light('~results'));
  expect(onStage(debate.projection(null), NONE)).toEqual({ kind: 'poll', pollId: 'p-o' });
  debate.does('olga', closePoll('p-o'));
  debate.does('olga', quickPoll('p-r'), closePoll('p-r'));
  expect(onStage(debate.projection(null), NONE)).toEqual({ kind: 'result', pollId: 'p-r' });
});

test('a spotlight set after a poll was opened is on stage, and the poll again once it is cleared', () => {
  const debate = aDebate().does('olga', light('c-b'), quickPoll('p-q'));
  const poll = { kind: 'poll', pollId: 'p-q' };
  expect(onStage(debate.state, NONE)).toEqual(poll);
  debate.does('olga', light('c-a'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'claim', claimId: 'c-a' });
  debate.does('olga', light('u-q'));
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'question', questionId: 'u-q' });
  debate.does('olga', light('~results'));
  expect(onStage(debate.state, NONE)).toEqual(poll);
  debate.does('olga', light('c-a'), light(null));
  expect(onStage(debate.state, NONE)).toEqual(poll);
});

test('a spotlight wins over an open poll also after an entry that not everyone sees', () => {
  const debate = aDebate().does('otto', report('r-a', 'c-b')).does('olga', quickPoll('p-q'), light('c-a'));
  expect(onStage(debate.projection(null), NONE)).toEqual({ kind: 'claim', claimId: 'c-a' });
});

test('[SG3] a closing time or a threshold that is set or removed leaves the spotlight on the stage', () => {
  const debate = aDebate().does('olga', quickPoll('p-q', { secret: true }), light('c-a'));
  const set = { type: 'poll.setStatus', pollId: 'p-q', open: true } as const;
  const closesAt = debate.now + 60_000;
  for (const change of [{ closesAt }, { closesAt: null }, { threshold: 3 }] as const) {
    debate.does('olga', { ...set, ...change });
    expect(onStage(debate.state, NONE)).toEqual({ kind: 'claim', claimId: 'c-a' });
  }
});

test('[SG3] the result of a poll that has just closed is on stage before a poll that was opened earlier', () => {
  const debate = aDebate().does('olga', quickPoll('p-old'), quickPoll('p-q'), closePoll('p-q'));
  const fresh = new Set(['p-q']);
  expect(onStage(debate.state, fresh)).toEqual({ kind: 'result', pollId: 'p-q' });
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'poll', pollId: 'p-old' });
  debate.does('olga', light('c-a'));
  expect(onStage(debate.state, fresh)).toEqual({ kind: 'claim', claimId: 'c-a' });
  debate.does('olga', light(null), quickPoll('p-new'));
  expect(onStage(debate.state, fresh)).toEqual({ kind: 'poll', pollId: 'p-new' });
});

test('[SG3] of several open polls the one that was opened last is on stage, also if it is an old one', () => {
  const debate = aDebate().does('olga', quickPoll('p-old'), closePoll('p-old'), quickPoll('p-q'));
  debate.does('olga', { type: 'poll.setStatus', pollId: 'p-old', open: true });
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'poll', pollId: 'p-old' });
});

test('a poll that is opened or opened again takes the stage from the spotlight', () => {
  const debate = aDebate().does('olga', quickPoll('p-q'), closePoll('p-q'), light('c-a'));
  debate.does('olga', { type: 'poll.setStatus', pollId: 'p-q', open: true });
  expect(onStage(debate.state, NONE)).toEqual({ kind: 'poll', pollId: 'p-q' });
});
