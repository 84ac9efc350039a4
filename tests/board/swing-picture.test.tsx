// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SwingPicture } from '../../app/_board/core/polls/swing-picture.tsx';
import { Scene } from '../../app/_board/screens/stage/scene.tsx';
import { swingOf } from '../../domain/debate/polls/polls.ts';
import { aDebate, answer, closePoll, type DebateBuilder, stancePoll } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const PEOPLE = ['olga', 'mona', 'dana', 'emil', 'susi'];

/** Secret polls before the debate and after it: these people were for the motion, and then those against it. */
const polled = (debate: DebateBuilder, nth: number, before: readonly string[], after: readonly string[]) => {
  for (const [kind, people] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const id = `p-${kind}-${nth}`;
    debate.does('olga', stancePoll(id, kind));
    for (const who of people) debate.does(who, answer(id, kind === 'before' ? 0 : 1));
    debate.does('olga', closePoll(id));
  }
  return debate;
};

test('the stage shows the swing of the poll that has closed, not of an earlier pair', () => {
  const stage = (debate: DebateBuilder, pollId: string) =>
    show(debate, null, <Scene scene={{ kind: 'result', pollId }} />);
  const first = polled(aDebate(), 1, PEOPLE, PEOPLE);
  stage(first, 'p-after-1');
  expect(screen.getByText('Against gained most: 100 points.')).toBeDefined();
  cleanup();
  // Others came: nobody has answered both.
  stage(polled(first, 2, [], PEOPLE), 'p-after-2');
  expect(screen.queryByText(/gained most/)).toBeNull();
  expect(screen.getByText('5 answers')).toBeDefined();
});

test.each([
  ['For gained most: 2 points.', [6, 0]],
  ['For gained most: less than 1 point.', [1, 0]],
  ['A tie: For and Against each gained less than 1 point.', [1, 1]],
  ['Neither For nor Against gained.', [0, 0]],
])('a swing among many people is said as it is: %s', (sentence, [pro = 0, con = 0]) => {
  const debate = aDebate().does('olga', stancePoll('p-b', 'before'), closePoll('p-b'));
  const polls = debate.does('olga', stancePoll('p-a', 'after'), closePoll('p-a')).state.polls;
  const after = polls.get('p-a');
  // Of 300 people, all undecided before.
  const flows = [
    [0, 0, 0],
    [0, 0, 0],
    [pro, con, 300 - pro - con],
  ];
  const swing = after && swingOf({ polls: polls.set('p-a', { ...after, flows }) });
  show(debate, 'dana', swing ? <SwingPicture swing={swing} /> : null);
  expect(screen.getByText(sentence)).toBeDefined();
});
