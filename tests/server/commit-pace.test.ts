import { expect, test } from 'vitest';
import { CommitPace } from '../../server/log/commit-pace.ts';

/** A pace after so many commits that took as long. */
function paceOf(took: number, commits = 40): CommitPace {
  const pace = new CommitPace();
  for (let at = 0; at < commits; at += 1) pace.pauseAfter(took);
  return pace;
}

test('a pause is twice as long as a commit usually takes', () => {
  expect(new CommitPace().pauseAfter(3)).toBe(6);
  expect(paceOf(3).pauseAfter(3)).toBeCloseTo(6);
});

test('a single slow commit is followed by the usual pause, a quick one by a shorter', () => {
  const pace = paceOf(1.5);
  expect(pace.pauseAfter(21)).toBeCloseTo(3);
  expect(pace.pauseAfter(1)).toBeCloseTo(2);
});

test('where commits have become slow, pauses follow', () => {
  const pace = paceOf(1.5);
  for (let at = 0; at < 40; at += 1) pace.pauseAfter(12);
  expect(pace.pauseAfter(12)).toBeGreaterThan(23);
});
