// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useIsCutOff } from '../../app/_board/header/use-connection-standing.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** As the stage, the analysis and the perspectives say it. */
function Lost() {
  return useIsCutOff() ? <p role="status">Lost</p> : null;
}

test('a page whose first connection does not come says so after a while, as if one had been lost', async () => {
  show(aDebate(), null, <Lost />);
  expect(screen.queryByText('Lost')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.queryByText('Lost')).not.toBeNull();
});

test('a page that is connected says nothing', async () => {
  show(aDebate(), null, <Lost />, [], { isOnlyRead: true });
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(screen.queryByText('Lost')).toBeNull();
});
