// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onStage } from '../../app/_board/screens/stage/on-stage.ts';
import { useFreshResults } from '../../app/_board/screens/stage/use-fresh-results.ts';
import { aDebate, closePoll, type DebateBuilder, quickPoll } from '../support/debate-builder.ts';
import { numberPoll } from '../support/polls.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The stage of a debate: what is on it now, and after an act of a moderator or some seconds. */
function stageOf(debate: DebateBuilder) {
  const { result, rerender } = renderHook(({ state }) => onStage(state, useFreshResults(state.polls)), {
    initialProps: { state: debate.projection(null) },
  });
  return {
    after(...acts: Parameters<DebateBuilder['does']>[1][]) {
      debate.does('olga', ...acts);
      rerender({ state: debate.projection(null) });
      return result.current;
    },
    in(seconds: number) {
      act(() => vi.advanceTimersByTime(seconds * 1000));
      return result.current;
    },
  };
}

const RESULT = { kind: 'result', pollId: 'p-q' };
const reveal = { ...closePoll('p-q'), right: 4 };

test('[SG3] a right number that is revealed later brings the result back to the stage for 2 minutes', () => {
  const stage = stageOf(aDebate().does('olga', numberPoll('p-q')));
  expect(stage.after(closePoll('p-q'))).toEqual(RESULT);
  expect(stage.in(121)).toEqual({ kind: 'now' });
  expect(stage.after({ type: 'spotlight.set', on: 'c-a', call: false })).toMatchObject({ kind: 'claim' });
  expect(stage.after(reveal)).toEqual(RESULT);
  expect(stage.in(119)).toEqual(RESULT);
  expect(stage.in(2)).toEqual({ kind: 'claim', claimId: 'c-a' });
});

test('[SG3] a right number revealed while the result is on stage keeps it there for 2 minutes from then', () => {
  const stage = stageOf(aDebate().does('olga', numberPoll('p-q')));
  stage.after(closePoll('p-q'));
  expect(stage.in(60)).toEqual(RESULT);
  stage.after(reveal);
  expect(stage.in(119)).toEqual(RESULT);
  expect(stage.in(2)).toEqual({ kind: 'now' });
});

test('[SG3] polls that closed before the stage was opened have no result on it', () => {
  const stage = stageOf(aDebate().does('olga', quickPoll('p-q'), closePoll('p-q')));
  expect(stage.after(quickPoll('p-new'))).toEqual({ kind: 'poll', pollId: 'p-new' });
  expect(stage.after(closePoll('p-new'))).toEqual({ kind: 'result', pollId: 'p-new' });
});
