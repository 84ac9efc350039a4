// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { TimeBar } from '../../app/_board/screens/past/time-bar.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const HOUR = 3_600_000;
const TIMES = [0, HOUR, 2 * HOUR, 400 * HOUR, 401 * HOUR];

function bar(at: number, failed = false): number[] {
  const asked: number[] = [];
  const past = { shown: { seq: 1, at }, awaited: null, failed, go: (to: number) => asked.push(to) };
  show(aDebate(), null, <TimeBar past={past} times={TIMES} counts={[4, 0, 1, 2, 0]} />);
  return asked;
}

test('the keys of the slider go from step to step, however long it was between them', async () => {
  const asked = bar(2 * HOUR);
  screen.getByRole('slider').focus();
  await userEvent.keyboard('{ArrowRight}{ArrowLeft}{Home}{End}');
  expect(asked).toEqual([400 * HOUR, HOUR, 0, 401 * HOUR]);
});

test('playing goes on with the next step after one that could not be loaded', async () => {
  const asked = bar(2 * HOUR, true);
  await userEvent.click(screen.getByRole('button', { name: 'Play' }));
  expect(asked).toEqual([400 * HOUR]);
});

test('a bar for each time at which something was written, as high as it was much, and dates below', () => {
  bar(2 * HOUR);
  const bars = [...document.querySelectorAll<HTMLElement>('[aria-hidden] > span[style*="block-size"]')];
  const heights = bars.map(({ style }) => style.blockSize).filter((height) => Number.parseFloat(height) > 0);
  expect(heights).toEqual(['100%', '25%', '50%']);
  expect(
    bars.filter((one) => one.dataset.past === 'true' && Number.parseFloat(one.style.blockSize) > 0),
  ).toHaveLength(2);
  expect(document.body.textContent).toMatch(/1970/);
});
