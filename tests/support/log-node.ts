import type { LogEntry } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationOf } from '../../domain/debate/engine/operations.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import type { DebateRoom } from '../../server/log/debate-room.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import type { OperationLog } from '../../server/log/operation-log.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { toSubmission } from '../../server/log/submission.ts';

/** The write path of one server process, on a log that others may share. */
export interface LogNode {
  readonly rooms: Rooms;
  readonly commit: GroupCommit;
  /** The published entries of each debate, in order. */
  readonly published: Map<string, LogEntry[]>;
  /** Errors that were reported. */
  readonly failures: unknown[];
  room(debateId: string): Promise<DebateRoom>;
}

/** Starts the write path of a process. `now` is its clock; `opened` hears of each room; `isShared`: as among nodes. */
export function startLogNode(
  log: OperationLog,
  now: () => number = Date.now,
  opened: (room: DebateRoom) => void = () => undefined,
  isShared: ((debateId: string) => boolean) | null = null,
): LogNode {
  const published = new Map<string, LogEntry[]>();
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  // A clock that stands: a busy machine makes no more commits.
  const commit = new GroupCommit(log, now, failed, { isShared, clock: () => 0 });
  const listen = (room: DebateRoom) => {
    const entries = published.get(room.id) ?? [];
    published.set(room.id, entries);
    room.onEntries((more) => void entries.push(...more));
    opened(room);
  };
  const rooms = new Rooms(log, commit, failed);
  rooms.onOpened(listen);
  return {
    rooms,
    commit,
    published,
    failures,
    room: async (debateId) => {
      const room = await rooms.enter(debateId);
      if (room === null) throw new Error(`There is no debate ${debateId}`);
      return room;
    },
  };
}

/** Makes a debate with one position and these debaters. */
export async function makeDebate(log: OperationLog, id: string, debaters: string[]): Promise<void> {
  const operations: Operation[] = [
    {
      type: 'debate.create',
      title: 'Trade',
      motion: 'Trade makes friends',
      visibility: 'public',
      settings: { guests: 'debater', wording: 'shared' },
      ownerId: 'm_owner',
    },
    { type: 'position.add', positionId: 'p_yes', name: 'Yes', hue: 'blue', summary: '' },
    ...debaters.map(
      (participantId): Operation => ({ type: 'participant.join', participantId, role: 'debater' }),
    ),
  ];
  const created = createEntries(EMPTY_STATE, operations, 'm_owner', 1_000);
  if (!created.ok) throw new Error(created.rejection.code);
  const debate = { id, title: 'Trade', visibility: 'public', listing: listingOf(created.state) };
  await log.createDebate(debate, created.entries);
}

/** An argument under a position. */
export function addClaim(key: string, text = `Claim ${key}`, positionId = 'p_yes'): OperationOf<'claim.add'> {
  const target = { kind: 'position', id: positionId } as const;
  return {
    type: 'claim.add',
    claimId: `c_${key}`,
    linkId: `l_${key}`,
    target,
    relation: 'support',
    positionId,
    text,
  };
}

/** Submits as a client does. */
export function submitAs(
  room: DebateRoom,
  actor: string,
  clientSeq: number,
  operation: Operation,
): Promise<OperationAnswer> {
  return room.submit(toSubmission(actor, 'tab_one00', clientSeq, operation));
}

/** The numbers of a debate's entries as stored. */
export async function storedNumbers(log: OperationLog, debateId: string): Promise<number[]> {
  return (await log.read(debateId, 0, 100_000)).map(({ seq }) => seq);
}

/** 1…n. */
export function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}
