// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { lengthStep } from '../../app/_board/screens/stage/length-step.ts';
import { LitClaim } from '../../app/_board/screens/stage/lit-claim.tsx';
import { Scene } from '../../app/_board/screens/stage/scene.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { ask } from '../support/made-questions.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** Lengths of a text, and the step of its size on the stage. */
const SIZES = [
  [20, undefined],
  [100, '1'],
  [200, '2'],
  [400, '3'],
] as const;

const lengthOf = (text: string) =>
  screen.getByRole('heading', { name: text }).closest('section')?.dataset.length;

test('a Chinese character is as long as two letters', () => {
  expect([lengthStep('中'.repeat(31)), lengthStep('x'.repeat(31))]).toEqual([1, undefined]);
});

test.each(SIZES)('a claim of %i characters in the spotlight is drawn at step %s', (length, step) => {
  const text = 'x'.repeat(length);
  const debate = aDebate().does('dana', newClaim('long', 'east', { text }));
  const claim = debate.projection(null).claims.get('c-long');
  if (!claim) throw new Error('no claim');
  show(debate, null, <LitClaim claim={claim} />);
  expect(lengthOf(text)).toBe(step);
});

// The longest question is shorter than the longest claim.
test.each(SIZES.slice(0, 3))(
  'a question of %i characters on the stage is drawn at step %s',
  (length, step) => {
    const text = 'x'.repeat(length);
    show(
      aDebate().does('dana', ask('q-1', text)),
      null,
      <Scene scene={{ kind: 'question', questionId: 'q-1' }} />,
    );
    expect(lengthOf(text)).toBe(step);
  },
);
