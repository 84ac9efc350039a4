import { expect, test, vi } from 'vitest';
import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { AudienceFrame } from '../../server/realtime/audience-frame.ts';
import { PresenceSender } from '../../server/realtime/presence/presence-sender.ts';
import type { LiveClient } from '../support/live-client.ts';
import { claim, connect, join, makeDebate, vote, withTestServer } from '../support/live-debates.ts';
import { addClaim, makeDebate as makeLoggedDebate, startLogNode, submitAs } from '../support/log-node.ts';

withTestServer();

const fault = (): never => {
  throw new Error('A fault that a test makes');
};

test('[LG15] a listener that throws keeps nothing from the others (F17)', async () => {
  const log = new MemoryLog();
  await makeLoggedDebate(log, 'd_one', ['m_ann']);
  const node = startLogNode(log);
  const room = await node.room('d_one');
  const heard: LogEntry[] = [];
  let faults = 0;
  room.onEntries(fault);
  room.onWritten(fault);
  room.onEntries((entries) => void heard.push(...entries));
  room.onFault(() => {
    faults += 1;
  });
  expect(await submitAs(room, 'm_ann', 1, addClaim('a'))).toMatchObject({ ok: true });
  await node.commit.idle();
  expect(heard.map(({ effect }) => effect.type)).toContain('claim.added');
  expect([faults, node.failures.length]).toEqual([2, 2]);
  expect(await submitAs(room, 'm_ann', 2, addClaim('b'))).toMatchObject({ ok: true });
});

test('[LG15] an operation whose debate then can’t be written down is refused alone (F17)', async () => {
  const log = new MemoryLog();
  await makeLoggedDebate(log, 'd_one', ['m_ann', 'm_ben']);
  const failures: unknown[] = [];
  const commit = new GroupCommit(log, Date.now, (error) => void failures.push(error), { clock: () => 0 });
  const { state } = (await loadState(log, 'd_one')) ?? expect.fail('it is there');
  const head = state.head ?? expect.fail('it has a head');
  // Its card is made of this: after a claim, and not after a comment.
  const settings = Object.defineProperty({ ...head.settings }, 'template', { get: fault });
  const room = new DebateRoom('d_one', { ...state, head: { ...head, settings } }, log, commit);
  const on = { kind: 'position', id: 'p_yes' } as const;
  const comment = { type: 'comment.add', commentId: 'm_said', on, replyTo: null, text: 'So?' } as const;
  const answers = await Promise.all([
    submitAs(room, 'm_ann', 1, addClaim('a')),
    submitAs(room, 'm_ben', 1, comment),
    submitAs(room, 'm_ben', 2, addClaim('b')),
  ]);
  expect(answers).toMatchObject([
    { ok: false, rejection: { code: 'invalid' } },
    { ok: true },
    { ok: false, rejection: { code: 'invalid' } },
  ]);
  expect(room.state.seq).toBe(state.seq + 1);
  expect(failures.length).toBeGreaterThan(0);
});

/** Ann and Ben in a debate in which something fails, and Cleo in another. */
async function two() {
  const [faulty, other] = [await makeDebate(), await makeDebate()];
  const [ann, ben, cleo] = [await join(faulty, 'Ann'), await join(faulty, 'Ben'), await join(other, 'Cleo')];
  await seenBy([ann, ben], await ann.submit(claim('a')));
  return { faulty, ann, ben, cleo };
}

/** Makes frames of a debate fail while `act` is awaited: those with a person's own entries, or the others. */
async function withFaultyFrames<T>(debateId: string, own: boolean, act: () => Promise<T>): Promise<T> {
  const send = AudienceFrame.prototype.sendTo;
  const broken = vi.spyOn(AudienceFrame.prototype, 'sendTo').mockImplementation(function (
    this: AudienceFrame,
    socket,
    entries,
  ) {
    if (socket.data.open?.room.id === debateId && (entries?.length ?? 0) > 0 === own) fault();
    send.call(this, socket, entries);
  });
  return act().finally(() => broken.mockRestore());
}

test('[LG15] a frame that can’t be sent ends the connections of its debate alone, which open it again whole (F17)', async () => {
  const { faulty, ann, ben, cleo } = await two();
  const knows = ben.snapshot();
  const done = await withFaultyFrames(faulty, false, async () => {
    const answer = await ann.submit(claim('b'));
    await Promise.all([ann.closed, ben.closed]);
    return answer;
  });
  expect(ben.closings).toEqual([{ reason: 'restarting' }]);
  const again = await connect({ cookie: ben.cookie, knows });
  expect(await again.open(faulty, knows.seq, [], knows.at)).toMatchObject({ ok: true });
  await seenBy([again], done);
  const annAgain = await connect({ cookie: ann.cookie });
  expect(await annAgain.open(faulty)).toMatchObject({ ok: true });
  await seenBy([again, annAgain], await annAgain.submit(claim('c')));
  expect(again.gaps()).toEqual([]);
  expect(again.snapshot().claims).toEqual(annAgain.snapshot().claims);
  await seenBy([cleo], await cleo.submit(claim('d')));
});

test('[LG15] a frame that can’t be sent to one person ends their connections alone (F17)', async () => {
  const { faulty, ann, ben } = await two();
  const done = await withFaultyFrames(faulty, true, async () => {
    const answer = await ann.submit(vote('a', 'agree'));
    await ann.closed;
    return answer;
  });
  await seenBy([ben], done);
  const annAgain = await connect({ cookie: ann.cookie });
  expect(await annAgain.open(faulty)).toMatchObject({ ok: true });
  await seenBy([ben, annAgain], await annAgain.submit(claim('c')));
  expect(ben.closings).toEqual([]);
  expect(ben.gaps()).toEqual([]);
});

test('[LG15] presence that can’t be sent ends the connections of its debate alone (F17)', async () => {
  const { faulty, ann, ben, cleo } = await two();
  const send = PresenceSender.prototype.send;
  const broken = vi.spyOn(PresenceSender.prototype, 'send').mockImplementation(function (
    this: PresenceSender,
    to,
    ...more
  ) {
    if (to.includes(faulty)) fault();
    return send.call(this, to, ...more);
  });
  try {
    const dan = await join(faulty, 'Dan');
    await Promise.all([ann.closed, ben.closed, dan.closed]);
  } finally {
    broken.mockRestore();
  }
  const again = await connect({ cookie: ben.cookie });
  expect(await again.open(faulty)).toMatchObject({ ok: true });
  await seenBy([cleo], await cleo.submit(claim('d')));
});

/** Settles once these have what was written. */
async function seenBy(people: readonly LiveClient[], answer: OperationAnswer): Promise<void> {
  if (!answer.ok) expect.fail(answer.rejection.code);
  await Promise.all(people.map((one) => one.seen(answer.seq)));
}
