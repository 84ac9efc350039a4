import { expect, test } from 'vitest';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { Frame } from '../../domain/protocol/server-messages.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { Broadcaster } from '../../server/realtime/broadcaster.ts';
import { channel, type LiveServer } from '../../server/realtime/connection.ts';
import { addClaim, submitAs, upTo } from '../support/log-node.ts';
import { A_TURN, longestTurnOf } from '../support/longest-turn.ts';

const AGREE = { type: 'vote.cast', answer: 'agree', wording: 1 } as const;
const STUDENTS = upTo(250).map((n) => `m_${n}`);

/** An anonymous debate in which each student wrote a claim under the first and voted on all, and a connection of each, without a network. */
async function hall() {
  const log = new MemoryLog();
  const operations: Operation[] = [
    {
      type: 'debate.create',
      title: 'Trade',
      motion: 'Trade makes friends',
      visibility: 'public',
      settings: { guests: 'debater', wording: 'shared', names: 'anonymous' },
      ownerId: 'm_owner',
    },
    { type: 'position.add', positionId: 'p_yes', name: 'Yes', hue: 'blue', summary: '' },
    addClaim('first'),
  ];
  let { state, entries } = made(EMPTY_STATE, operations, 'm_owner');
  const add = (more: readonly Operation[], by: string) => {
    const next = made(state, more, by);
    state = next.state;
    entries = [...entries, ...next.entries];
  };
  for (const student of STUDENTS) {
    add([{ type: 'participant.join', participantId: student, role: 'debater' }], student);
    add([{ ...addClaim(student), target: { kind: 'claim', id: 'c_first' } }], student);
  }
  for (const student of STUDENTS)
    add(
      STUDENTS.slice(0, 40).map((one) => ({ ...AGREE, claimId: `c_${one}` })),
      student,
    );
  await log.createDebate(
    { id: 'd_one', title: 'Trade', visibility: 'public', listing: listingOf(state) },
    entries,
  );
  const failed = (error: unknown) => {
    throw error;
  };
  const room = new DebateRoom('d_one', state, log, new GroupCommit(log, Date.now, failed));
  const frames = new Map<string, Frame[]>(STUDENTS.map((id) => [id, []]));
  const heard = { first: () => {} };
  const sockets = new Map(
    STUDENTS.map((id) => [
      id,
      {
        data: { open: { actingParticipantId: id } },
        emit: (event: string, frame: Frame) => {
          if (event !== 'frame') return;
          frames.get(id)?.push(frame);
          const { first } = heard;
          heard.first = () => {};
          first();
        },
      },
    ]),
  );
  const rooms = new Map([
    [channel.debate('d_one'), new Set(STUDENTS)],
    [channel.audience('d_one', 'debaters'), new Set(STUDENTS)],
  ]);
  const io = { of: () => ({ adapter: { rooms }, sockets }) } as unknown as LiveServer;
  new Broadcaster(room, io, false);
  return { room, frames, heard };
}

function made(state: typeof EMPTY_STATE, operations: readonly Operation[], by: string) {
  const entries = createEntries(state, [...operations], by, 1_000);
  return entries.ok ? entries : expect.fail(entries.rejection.code);
}

test('frames that differ by person never hold the thread for long, and what comes meanwhile follows them', async () => {
  const { room, frames, heard } = await hall();
  let [seq, waiting] = [0, 0];
  const submit = (operation: Operation) => {
    seq += 1;
    return submitAs(room, 'm_owner', seq, operation);
  };
  const arrived = (count: number) =>
    expect
      .poll(() =>
        [...frames.values()].every((some) => some.at(-1)?.to === room.state.seq && some.length >= count),
      )
      .toBe(true);
  const longest = await longestTurnOf(async () => {
    for (const of of frames.values()) of.length = 0;
    const hide = { type: 'content.hide', ids: ['c_first'], reason: 'off_topic', note: '' } as const;
    // Its frame is the same for all.
    const added = new Promise((resolve) => {
      heard.first = () => {
        waiting = [...frames.values()].filter(({ length }) => length === 0).length;
        resolve(submit(addClaim(`late${seq}`)));
      };
    });
    expect(await submit(hide)).toMatchObject({ ok: true });
    expect(await added).toMatchObject({ ok: true });
    await arrived(2);
    expect(await submit({ type: 'content.restore', ids: ['c_first'] })).toMatchObject({ ok: true });
    await arrived(3);
  });
  expect(longest).toBeLessThan(A_TURN);
  expect(waiting).toBeGreaterThan(0);
  for (const [, some] of frames) expect(some[1]?.after).toBe(some[0]?.to);
});
