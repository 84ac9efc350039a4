// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SwingPicture } from '../../app/_board/core/polls/swing-picture.tsx';
import { swingOf } from '../../domain/debate/polls/polls.ts';
import { aDebate, closePoll, stancePoll } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

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
