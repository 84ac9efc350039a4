import { expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import {
  acknowledge,
  createReplica,
  resetToRestoredLog,
  resetToSnapshot,
  submit,
  takeSendable,
} from '#domain/sync/replica.ts';
import { aDebate, newClaim } from '../../support/debate-builder.ts';

/** Dana's copy of a debate, ahead of the backup it was restored from, with one operation acknowledged and one unsent. */
function ahead() {
  const debate = aDebate().does('emil', newClaim('lost', 'c-b'));
  const restored = aDebate();
  let replica = createReplica(debate.projection('dana'), 'dana', decide);
  replica = submit(replica, 1, newClaim('acknowledged', 'c-a'));
  ({ replica } = takeSendable(replica));
  replica = acknowledge(replica, 1, { ok: true, seq: debate.state.seq + 1 });
  replica = submit(replica, 2, newClaim('unsent', 'c-a'));
  return { replica, restored };
}

test('[SY17] the confirmed state is the server’s older one; own operations are submitted again, in order', () => {
  const { replica, restored } = ahead();
  const confirmed = restored.projection('dana');
  expect(resetToSnapshot(replica, confirmed, 'dana').confirmed).toBe(replica.confirmed);

  const rewound = resetToRestoredLog(replica, confirmed, 'dana');
  expect(rewound.confirmed).toBe(confirmed);
  expect(rewound.view.claims.has('c-lost')).toBe(false);
  expect(rewound.view.claims.has('c-acknowledged')).toBe(true);
  expect(rewound.view.claims.has('c-unsent')).toBe(true);
  const first = takeSendable(rewound);
  expect(first.toSend.map(({ clientSeq }) => clientSeq)).toEqual([1]);
  const answered = acknowledge(first.replica, 1, { ok: true, seq: confirmed.seq + 1 });
  expect(takeSendable(answered).toSend.map(({ clientSeq }) => clientSeq)).toEqual([2]);
});

test('[SY17] an operation on something that is gone stays pending until the server answers', () => {
  const { replica, restored } = ahead();
  const onLost = submit(replica, 3, newClaim('under', 'c-lost'));
  const rewound = resetToRestoredLog(onLost, restored.projection('dana'), 'dana');
  expect(rewound.view.claims.has('c-under')).toBe(false);
  expect(rewound.pending.map(({ clientSeq }) => clientSeq)).toEqual([1, 2, 3]);
});
