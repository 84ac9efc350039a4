// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useWaitingCount } from '../../app/_board/features/moderation/use-queue.ts';
import * as queue from '../../domain/debate/moderation/queue.ts';
import { aDebate, comment, report } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

vi.mock('../../domain/debate/moderation/queue.ts', { spy: true });

function Count({ isModerator }: { isModerator: boolean }) {
  return <output>{useWaitingCount(isModerator)}</output>;
}

function aReported() {
  return aDebate()
    .does('dana', comment({ commentId: 'm-n', text: 'Buy this' }))
    .does('emil', report('r-n', 'm-n'));
}

test('the queue is not gone through for people who do not moderate', () => {
  vi.mocked(queue.queueOf).mockClear();
  const debate = aReported();
  const { update } = show(debate, 'dana', <Count isModerator={false} />);
  debate.does('dana', comment({ commentId: 'm-o' }));
  update();
  expect(screen.getByRole('status').textContent).toBe('0');
  expect(queue.queueOf).not.toHaveBeenCalled();
});

test('a moderator’s queue is counted once, not at each of many changes', async () => {
  vi.mocked(queue.queueOf).mockClear();
  const debate = aReported();
  const { update } = show(debate, 'mona', <Count isModerator />);
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('1'));
  for (let n = 0; n < 5; n += 1) {
    debate.does('dana', comment({ commentId: `m-${n}` }));
    update();
  }
  debate.does('emil', report('r-o', 'm-4'));
  update();
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('2'), 3000);
  expect(vi.mocked(queue.queueOf).mock.calls.length).toBeLessThanOrEqual(3);
});
