import { type Audience, projectState } from '#domain/debate/engine/project.ts';
import type { DebateState } from '#domain/debate/engine/state.ts';
import { cursorFor, erasedAtInLog, toLogSeq } from '#domain/debate/projection/audience-sequence.ts';
import { projectPast } from '#domain/history/project-past.ts';
import type { Sender } from '../../limits/sender.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { StateCheckpoints } from '../../log/snapshots/state-checkpoints.ts';

/** A moment of a debate: after the entry of a number, or at a server time in milliseconds. */
export type Moment = { readonly seq: number } | { readonly time: number };

/** The description of a moment in an address. */
export const MOMENTS = 'must be the number of an entry, milliseconds since 1970, or an ISO 8601 date';

/** The moment in an address, as an entry's number, milliseconds since 1970 or an ISO 8601 date, in UTC if it names no offset; `null`: none. */
export function parseMoment(text: string): Moment | null {
  if (/^\d{1,10}$/.test(text)) return { seq: Number(text) };
  if (/^\d{11,14}$/.test(text)) return { time: Number(text) };
  const [date, clock, offset] = /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?$/.exec(text) ?? [];
  if (date === undefined) return null;
  // A time without an offset would be read in the server's own zone.
  const time = Date.parse(clock !== undefined && offset === undefined ? `${date}Z` : date);
  return Number.isNaN(time) ? null : { time };
}

/** Times a past state is read again because words were erased meanwhile. */
const ATTEMPTS = 5;

/** The viewer of a debate, by its present state: a person, or their whole audience (`null`). */
export type ViewerIn = (present: DebateState) => readonly [Audience, participantId: string | null];

/** A debate as it was, for a current viewer. `viewOf`: what they see of a state. */
export async function readPast(
  moments: StateCheckpoints,
  room: DebateRoom,
  viewerIn: ViewerIn,
  moment: Moment,
  sender: Sender,
  viewOf = projectState,
): Promise<DebateState> {
  for (let attempt = 1; ; attempt += 1) {
    const known = room.state;
    const asked =
      'seq' in moment
        ? await seqLogged(moments, room.id, moment.seq, known, sender)
        : await moments.seqAt(room.id, moment.time, known);
    const seq = Math.min(Math.max(asked, 1), known.seq);
    const { state, readAt } = await moments.at(room.id, seq, known, sender);
    // With today's visibility: what was hidden meanwhile is hidden.
    const present = room.state;
    if (erasedAtInLog(present) <= readAt) {
      const viewer = viewerIn(present);
      return projectPast(state, present, ...viewer, viewOf(present, ...viewer));
    }
    if (attempt === ATTEMPTS) throw new Error('A debate was erased from faster than it can be read');
  }
}

/** The log's number of the first entry that a viewer received under this number or a later one. */
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
  // The log's numbers are never lower than a viewer's.
  let [from, to] = [Math.max(1, Math.floor(seq)), present.seq];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const { state } = await moments.at(debateId, middle, present, sender);
    if (cursorFor(state, null).seq >= seq) to = middle;
    else from = middle + 1;
  }
  return from;
}
