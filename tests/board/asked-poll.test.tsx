// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Scene } from '../../app/_board/screens/stage/scene.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { formPoll, numberPoll, textPoll } from '../support/polls.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const SCALE = { type: 'scale', steps: 5 } as const;

test.each([
  [
    'a scale',
    formPoll('p-1', SCALE, { options: ['Not at all', 'Fully'] }),
    'From 1 (Not at all) to 5 (Fully)',
    0,
  ],
  ['a text', textPoll('p-1'), 'Answer in a few words.', 0],
  [
    'a number',
    numberPoll('p-1', { form: { type: 'number', unit: 'km', min: 0.0004, max: 1989 } }),
    'Answer with a number (km). From 0.0004 to 1989',
    0,
  ],
  ['points', formPoll('p-1', { type: 'points', budget: 3 }, { options: ['A', 'B'] }), 'Spend 3 points.', 2],
])('the stage says how %s is answered, and lists options alone', (_, poll, how, options) => {
  show(
    aDebate().does('olga', { ...poll, secret: true }),
    null,
    <Scene scene={{ kind: 'poll', pollId: 'p-1' }} />,
  );
  expect(screen.getByText(how)).toBeDefined();
  expect(screen.queryAllByRole('listitem')).toHaveLength(options);
});
