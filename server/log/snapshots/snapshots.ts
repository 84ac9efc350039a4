import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { ENTRY_SHAPE } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { type DebateSnapshot, stateSteps } from '#domain/debate/engine/snapshot.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { EARLIEST_STATE_SHAPE, upcastSnapshot } from '#domain/debate/engine/upcast.ts';
import { erasedAtInLog } from '#domain/debate/projection/audience-sequence.ts';
import { areTalliesRestricted } from '#domain/debate/votes/ballots.ts';
import { encodeInTurns } from '../../timing/encode-in-turns.ts';
import { finishInTurns } from '../../timing/finish-in-turns.ts';
import { entriesAfter } from '../entries-after.ts';
import { MILESTONE_EVERY, type OperationLog } from '../operation-log.ts';
import { snapshotIn, snapshotText, stretchesOf } from './snapshot-text.ts';

/** Entries after which a debate's state is stored again: opening a debate never folds many more than these. */
export const SNAPSHOT_EVERY = 1_000;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * A debate's state at its head: the newest snapshot (its sequence number is `storedAt`), and the entries after it. `null` if there is no
 * such debate.
 */
export async function loadState(
  log: OperationLog,
  debateId: string,
): Promise<{ state: DebateState; storedAt: number } | null> {
  const began = (await log.heads([debateId])).get(debateId)?.head ?? 0;
  let state = await fromNewestSnapshot(log, debateId);
  const storedAt = state.seq;
  for await (const entries of entriesAfter(log, debateId, state.seq)) state = evolveAll(state, entries);
  // Words were erased while it was read: what was read before still has them.
  if (erasedAtInLog(state) > began) return loadState(log, debateId);
  return state.head === null ? null : { state, storedAt };
}

/** Stores a state that was read since the head was at `readAt`. It is serialized in turns, and compressed off the event loop. */
export async function storeSnapshot(
  log: OperationLog,
  debateId: string,
  state: DebateState,
  readAt?: number,
): Promise<void> {
  const text = await finishInTurns(snapshotText(state));
  const data = await pack(await encodeInTurns(stretchesOf(text)));
  await log.saveSnapshot(debateId, { seq: state.seq, shape: ENTRY_SHAPE, data }, readAt);
}

/**
 * The state of the newest snapshot, up to a number if one is given. One of an unknown shape, or one that can't be read, is skipped: an
 * earlier one is used, or the state is folded from the beginning of the log.
 */
export async function fromNewestSnapshot(
  log: OperationLog,
  debateId: string,
  upTo?: number,
): Promise<DebateState> {
  const stored = await log.latestSnapshot(debateId, upTo, EARLIEST_STATE_SHAPE);
  if (stored === null) return EMPTY_STATE;
  const isKnown = stored.shape >= EARLIEST_STATE_SHAPE && stored.shape <= ENTRY_SHAPE;
  const state = isKnown ? await unpacked(stored.data) : null;
  return state ?? fromNewestSnapshot(log, debateId, stored.seq - 1);
}

/** Makes a debate's stored states again: folds the log from the newest that can be read, and stores states on the way and at the head. */
export async function rebuildState(
  log: OperationLog,
  debateId: string,
  isStopped: () => boolean,
): Promise<void> {
  const readAt = (await log.heads([debateId])).get(debateId)?.head ?? 0;
  let state = await fromNewestSnapshot(log, debateId);
  let storedAt = state.seq;
  for await (const entries of entriesAfter(log, debateId, state.seq)) {
    if (isStopped()) return;
    state = evolveAll(state, entries);
    if (state.seq - storedAt < MILESTONE_EVERY) continue;
    storedAt = state.seq;
    await storeSnapshot(log, debateId, state, readAt);
  }
  // Words erased meanwhile are in what was read before.
  if (state.seq > storedAt && erasedAtInLog(state) <= readAt)
    await storeSnapshot(log, debateId, state, readAt);
}

async function unpacked(data: Uint8Array): Promise<DebateState | null> {
  try {
    const stored = await finishInTurns(snapshotIn(await unpack(data)));
    const snapshot = upcastSnapshot(stored) as DebateSnapshot;
    const state = await finishInTurns(stateSteps(snapshot));
    // A snapshot without disclosed totals, where they matter, or without runs is too old: rebuild the state from the log.
    const isNumbered = snapshot.numbering?.runs !== undefined;
    return !isNumbered || (snapshot.disclosedTotals === undefined && areTalliesRestricted(state))
      ? null
      : state;
  } catch {
    return null;
  }
}
