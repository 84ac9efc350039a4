import { audienceIn } from '../../domain/debate/engine/project.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import { cursorFor, erasedAtInLog, toLogSeq } from '../../domain/debate/visibility/audience-sequence.ts';
import { projectPast } from '../../domain/history/project-past.ts';
import type { Sender } from '../limits/sender.ts';
import type { DebateRoom } from '../log/debate-room.ts';
import type { StateCheckpoints } from '../log/state-checkpoints.ts';

/** A moment of a debate: after the entry of a number, or at a server time in milliseconds. */
export type Moment = { readonly seq: number } | { readonly time: number };

/** How a moment is written in an address. */
export const MOMENTS = 'must be the number of an entry, milliseconds since 1970, or an ISO 8601 date';

/** The moment an address names, by the number of an entry, milliseconds since 1970 or a date as ISO 8601 writes it; null: none. */
export function momentOf(text: string): Moment | null {
  if (/^\d{1,10}$/.test(text)) return { seq: Number(text) };
  if (/^\d{11,14}$/.test(text)) return { time: Number(text) };
  if (!/^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : { time };
}

/** Times a past state is read anew because words were erased meanwhile. */
const ATTEMPTS = 5;

/** A debate as it was, for a participant of today, or for somebody who has not joined (null). */
export async function readPast(
  moments: StateCheckpoints,
  room: DebateRoom,
  participantId: string | null,
  moment: Moment,
  sender: Sender,
): Promise<DebateState> {
  for (let attempt = 1; ; attempt += 1) {
    const known = room.state;
    const asked =
      'seq' in moment
        ? await seqLogged(moments, room.id, moment.seq, known, sender)
        : await moments.seqAt(room.id, moment.time, known);
    const seq = Math.min(Math.max(asked, 1), known.seq);
    const { state, readAt } = await moments.at(room.id, seq, known, sender);
    // As it is by now: what was hidden meanwhile is hidden.
    const present = room.state;
    if (erasedAtInLog(present) <= readAt)
      return projectPast(state, present, audienceIn(present, participantId), participantId);
    if (attempt === ATTEMPTS) throw new Error('A debate was erased from faster than it can be read');
  }
}

/** The number in the log of the first entry that somebody was told by this number or a later one. */
async function seqLogged(
  moments: StateCheckpoints,
  debateId: string,
  seq: number,
  present: DebateState,
  sender: Sender,
): Promise<number> {
  if (seq >= cursorFor(present, null).seq) return present.seq;
  const known = toLogSeq(present, seq);
  if (known !== null) return known;
  // The log counts more than people are told: never less.
  let [from, to] = [Math.max(1, Math.floor(seq)), present.seq];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const { state } = await moments.at(debateId, middle, present, sender);
    if (cursorFor(state, null).seq >= seq) to = middle;
    else from = middle + 1;
  }
  return from;
}
