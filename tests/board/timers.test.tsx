// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clockTime } from '../../app/_board/core/clock/clock-time.ts';
import { Countdown } from '../../app/_board/features/agenda/countdown.tsx';
import { SpeakerTime } from '../../app/_board/features/floor/speaker-time.tsx';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const NOW = Date.UTC(2026, 10, 30, 12);
const MINUTE = 60;
const HOUR = 60 * MINUTE;

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const said = () => screen.getByRole('timer').textContent;

test.each([
  [0, '00:00'],
  [59 * MINUTE + 59, '59:59'],
  [HOUR, '1:00:00'],
  [26 * HOUR + 3 * MINUTE + 4, '26:03:04'],
])('%i seconds are written as %s', (seconds, time) => {
  expect(clockTime(seconds)).toBe(time);
});

const AFTER = [
  [-90 * MINUTE, '1:30:00'],
  [59 * MINUTE, '59:00 over'],
  [HOUR, 'Time is up'],
  [14 * 24 * HOUR, 'Time is up'],
] as const;

test.each(AFTER)('%i seconds after its end, the timer of a phase says “%s”', (seconds, words) => {
  show(aDebate(), null, <Countdown timer={{ ends: NOW - seconds * 1_000 }} />);
  expect(said()).toBe(words);
});

/** A debate in which Dana has had the floor from this time on. */
function spokenSince(since: number): DebateBuilder {
  const debate = aDebate();
  debate.now = since;
  return debate.does('olga', { type: 'floor.give', to: 'dana', seconds: null });
}

test.each(AFTER)('%i seconds after its end, the timer of a speech says “%s”', (seconds, words) => {
  const since = NOW - (seconds + HOUR * 2) * 1_000;
  const speaker = { participantId: 'dana', positionId: null, since, seconds: 2 * HOUR };
  show(spokenSince(since), null, <SpeakerTime speaker={speaker} />);
  expect(said()).toBe(words);
});

test('a speech without a limit is never over, however long it is', () => {
  const since = NOW - 2 * HOUR * 1_000;
  const speaker = { participantId: 'dana', positionId: null, since, seconds: null };
  show(spokenSince(since), null, <SpeakerTime speaker={speaker} />);
  expect(said()).toBe('2:00:00');
});
