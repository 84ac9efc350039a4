// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useWaitingCount } from '../../app/_board/features/moderation/use-queue.ts';
import { aDebate, comment, report } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The counts that were drawn for people who do not moderate. */
const drawnForOthers: number[] = [];

function Count({ isModerator }: { isModerator: boolean }) {
  const count = useWaitingCount(isModerator);
  if (!isModerator) drawnForOthers.push(count);
  return <output>{count}</output>;
}

function Moderator() {
  const [isModerator, setModerator] = useState(true);
  return (
    <button type="button" onClick={() => setModerator(false)}>
      <Count isModerator={isModerator} />
    </button>
  );
}

function aReported() {
  return aDebate()
    .does('dana', comment({ commentId: 'm-n', text: 'Buy this' }))
    .does('emil', report('r-n', 'm-n'));
}

test('the queue is not gone through for people who do not moderate', () => {
  const values = vi.spyOn(Object.getPrototypeOf(aDebate().state.reports), 'values');
  const debate = aReported();
  const { store, update } = show(debate, 'dana', <Count isModerator={false} />);
  debate.does('dana', comment({ commentId: 'm-o' }));
  update();
  const { reviews } = store.state().replica.view;
  expect(screen.getByRole('status').textContent).toBe('0');
  expect(values.mock.contexts).not.toContain(reviews);
});

test('the count is not drawn once more for a person who no longer moderates', async () => {
  show(aReported(), 'mona', <Moderator />);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('1'));
  drawnForOthers.length = 0;
  await userEvent.click(screen.getByRole('button'));
  expect(new Set(drawnForOthers)).toEqual(new Set([0]));
});

test('a moderator’s queue is counted once, not at each of many changes', async () => {
  const values = vi.spyOn(Object.getPrototypeOf(aDebate().state.reports), 'values');
  const debate = aReported();
  const { store, update } = show(debate, 'mona', <Count isModerator />);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('1'));
  expect(values.mock.contexts).toContain(store.state().replica.view.reviews);
  const looked = new Set<unknown>();
  values.mockClear();
  for (let n = 0; n < 5; n += 1) {
    debate.does('dana', comment({ commentId: `m-${n}` }));
    update();
    looked.add(store.state().replica.view.reviews);
  }
  debate.does('emil', report('r-o', 'm-4'));
  update();
  looked.add(store.state().replica.view.reviews);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('2'), 3000);
  const counted = values.mock.contexts.filter((map) => looked.has(map));
  expect(counted.length).toBeLessThanOrEqual(1);
});
