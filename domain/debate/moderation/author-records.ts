import type { DebateState } from '../engine/state.ts';

/** How many of an author's claims and comments moderators hid, sent back, or have not approved yet. */
export interface AuthorRecord {
  readonly hidden: number;
  readonly sent_back: number;
  readonly pending_approval: number;
}

const NONE: AuthorRecord = { hidden: 0, sent_back: 0, pending_approval: 0 };

/** Of all authors, once for a state: a moderator's queue and log ask for it in each of their lines. */
const known = new WeakMap<DebateState, ReadonlyMap<string, AuthorRecord>>();

/** Returns how an author's claims and comments were moderated. Takes as long as there are hidden ones, once for a state. */
export function authorRecord(state: DebateState, author: string): AuthorRecord {
  const records = known.get(state) ?? recordsIn(state);
  known.set(state, records);
  return records.get(author) ?? NONE;
}

function recordsIn({ hidden, claims, comments }: DebateState): Map<string, AuthorRecord> {
  const records = new Map<string, AuthorRecord>();
  for (const [id, { status }] of hidden) {
    const written = claims.get(id) ?? comments.get(id);
    if (!written) continue;
    const record = records.get(written.author) ?? NONE;
    records.set(written.author, { ...record, [status]: record[status] + 1 });
  }
  return records;
}
