// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBoardStore } from '../../app/_board/core/store/board-context.tsx';
import { useReplayOf } from '../../app/_board/screens/past/use-replay-of.ts';
import { packSnapshot } from '../../domain/debate/engine/packed-snapshot.ts';
// Loaded before: a clock that stands would not wait for it.
import '../../domain/protocol/route-answers.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const FIRST = { seq: 3, at: 1_000 };
const TIMES = [1_000, 2_000];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  cleanup();
});

function Replayed() {
  const replay = useReplayOf(useBoardStore(), FIRST, TIMES);
  return (
    <output>{replay === 'pending' ? 'waits' : replay === null ? 'laid out for itself' : 'replayed'}</output>
  );
}

const shown = () => screen.getByRole('status').textContent;

test('a moment whose last one does not come is laid out for itself after a short wait', async () => {
  vi.stubGlobal('fetch', () => new Promise(() => {}));
  show(aDebate(), null, <Replayed />);
  expect(shown()).toBe('waits');
  await act(() => vi.advanceTimersByTimeAsync(300));
  expect(shown()).toBe('laid out for itself');
});

test('the last moment is taken when it comes late', async () => {
  const debate = aDebate();
  const packed = packSnapshot(toSnapshot(debate.projection(null)));
  const opening = { packed, zipped: false, votes: [], ratings: [], fragment: null, authorship: null };
  const later = new Promise((resolve) => {
    window.setTimeout(() => resolve(Response.json({ seq: 9, at: 2_000, opening })), 5_000);
  });
  vi.stubGlobal('fetch', () => later);
  show(debate, null, <Replayed />);
  await act(() => vi.advanceTimersByTimeAsync(4_000));
  expect(shown()).toBe('laid out for itself');
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(shown()).toBe('replayed');
});
