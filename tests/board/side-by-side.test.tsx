// @vitest-environment happy-dom
import { act, cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SideBySide } from '../../app/_board/features/perspectives/side-by-side.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

/** Claims beyond the lines that are drawn at first. */
const MANY = 170;

afterEach(cleanup);

test('two perspectives claim by claim are printed whole, however few lines are on screen', () => {
  const debate = aDebate().does(
    'dana',
    ...Array.from({ length: MANY }, (_, at) => newClaim(`n${at}`, 'west')),
  );
  show(debate, 'dana', <SideBySide left={new Map()} right={new Map()} names={['East', 'West']} />);
  const lines = () => document.querySelectorAll('[data-claim]').length;
  const few = lines();
  expect(few).toBeLessThan(MANY);
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(lines()).toBeGreaterThanOrEqual(MANY);
  act(() => void window.dispatchEvent(new Event('afterprint')));
  expect(lines()).toBe(few);
});
