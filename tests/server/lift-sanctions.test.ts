import { expect, test, vi } from 'vitest';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { liftSanctions } from '../../server/log/lift-sanctions.ts';
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
  const broken = { state, submit: () => Promise.reject(new Error('no disk')) };
  const all = async () => [broken, { state, submit }] as unknown as DebateRoom[];
  const stop = liftSanctions({ all }, () => state.at + 60_000, failed);
  await vi.advanceTimersByTimeAsync(1_000);
  stop();
  vi.useRealTimers();
  expect(submit).toHaveBeenCalledOnce();
  expect(failed).toHaveBeenCalledOnce();
});
