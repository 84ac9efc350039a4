import type { LogEntry } from '#domain/debate/engine/entries.ts';
import {
  audienceSeqOf,
  catchUpSeq,
  countSince,
  viewerCursor,
} from '#domain/debate/projection/audience-sequence.ts';
import type { Viewer } from '#domain/debate/visibility/viewer.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import { jsonCharactersOf } from '../../log/entry-pieces.ts';

/** Most entries sent one by one when catching up; further behind, a snapshot is smaller. */
const CATCH_UP = 500;
/** Approximate characters of JSON sent entry by entry when catching up: for each connection they are encoded at once. */
const CATCH_UP_CHARACTERS = 500_000;

/** The entries a client has missed, if they can be sent one by one; `null`: it gets a full snapshot. */
export async function readMissed(
  room: DebateRoom,
  after: number,
  viewer: Viewer,
): Promise<readonly LogEntry[] | null> {
  const { state } = room;
  const place = viewerCursor(state, viewer);
  // A client that caught up by entries would keep words erased since; and if much is missing, a snapshot is smaller.
  if (after < Math.max(1, state.erasedAt)) return null;
  if (catchUpSeq(state, after, viewer) === null) return after === place.seq ? [] : null;
  return countSince(state, after, viewer) > CATCH_UP
    ? null
    : readAfter(room, after, viewer, CATCH_UP_CHARACTERS);
}

/**
 * Log entries after cursor `after` that a viewer may know; none if they cannot catch up entry by entry, `null` if they have more characters
 * than `most`.
 */
export async function readAfter(
  room: DebateRoom,
  after: number,
  viewer: Viewer,
  most: number,
): Promise<LogEntry[] | null> {
  const { state } = room;
  const found: LogEntry[] = [];
  let characters = 0;
  let known = catchUpSeq(state, after, viewer) ?? state.seq;
  // Any number of entries that this viewer may not know can be in between.
  while (known < state.seq) {
    const entries = await room.entriesAfter(known, CATCH_UP);
    const upTo = entries.filter(({ seq }) => seq <= state.seq);
    const visible = upTo.filter(({ seq }) => audienceSeqOf(state, seq, viewer) !== null);
    characters += jsonCharactersOf(visible);
    if (characters > most) return null;
    found.push(...visible);
    known = entries.at(-1)?.seq ?? state.seq;
  }
  return found;
}
