import { DatabaseLog } from '../log/database-log.ts';
import { GroupCommit } from '../log/group-commit.ts';
import { NewerDebates } from '../log/newer-debates.ts';
import type { OperationLog } from '../log/operation-log.ts';
import { Rooms } from '../log/rooms.ts';
import { StateCheckpoints } from '../log/snapshots/state-checkpoints.ts';
import type { Base } from './base.ts';

/** The log, and the rooms of the debates that are open. */
export interface Storage {
  readonly log: OperationLog;
  readonly commit: GroupCommit;
  readonly rooms: Rooms;
  readonly newerDebates: NewerDebates;
  /** Makes a queue of past states. */
  pastStates(): StateCheckpoints;
  /** Commits leave time for other nodes where people have a debate open. */
  shareWith(isElsewhere: (debateId: string) => boolean): void;
}

/** Milliseconds between two commits while a crowd writes: too short to be noticed, and each commit holds the writes of many. */
const GATHER = 40;

export function openStorage({ database, logger, meters, now, failed }: Base): Storage {
  const log = new DatabaseLog(database);
  let isElsewhere = (_debateId: string) => false;
  const isShared = database.kind === 'postgresql' ? (debateId: string) => isElsewhere(debateId) : null;
  const commit = new GroupCommit(log, now, failed('committing entries failed'), {
    isShared,
    gather: GATHER,
    meters,
  });
  const rooms = new Rooms(log, commit, failed('storing a snapshot failed'));
  const newerDebates = new NewerDebates(logger);
  rooms.onOutdated((debateId, entry) => newerDebates.note(debateId, entry));
  return {
    log,
    commit,
    rooms,
    newerDebates,
    pastStates: () => new StateCheckpoints(log, failed('storing a milestone failed')),
    shareWith: (elsewhere) => {
      isElsewhere = elsewhere;
    },
  };
}
