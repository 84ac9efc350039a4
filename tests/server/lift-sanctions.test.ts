import { expect, test, vi } from 'vitest';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { liftSanctions } from '../../server/log/due/lift-sanctions.ts';
import { aDebate } from '../support/debate-builder.ts';

test('[RO12] a debate that cannot be written to keeps no mute of another one on', async () => {
  vi.useFakeTimers();
  const { state } = aDebate().does('mona', {
    type: 'participant.mute',
    participantId: 'emil',
    muted: true,
    reason: 'flooding',
    minutes: 1,
  });
  const failed = vi.fn();
  const submit = vi.fn(async () => ({ ok: true }));
  const endless = vi.fn(() => new Promise(() => {}));
  const broken = { id: 'd_broken', state, submit: () => Promise.reject(new Error('no disk')) };
  const waiting = { id: 'd_waiting', state, submit: endless };
  const all = () => [broken, waiting, { id: 'd_one', state, submit }] as unknown as DebateRoom[];
  const stop = liftSanctions({ all }, () => state.at + 60_000, failed);
  await vi.advanceTimersByTimeAsync(2_000);
  stop();
  vi.useRealTimers();
  expect(submit).toHaveBeenCalledTimes(2);
  expect(failed).toHaveBeenCalledTimes(2);
  // Once is enough: it is still waiting to be written.
  expect(endless).toHaveBeenCalledOnce();
});
