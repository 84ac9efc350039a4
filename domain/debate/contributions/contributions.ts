import type { PersistentMap } from '../../collections/persistent-map.ts';
import type { DebateState } from '../engine/state.ts';

/** A person's contributions: server times by id. */
type Added = ReadonlyMap<string, number>;

interface Written {
  readonly id: string;
  readonly author: string;
  readonly at: number;
}

type Records = PersistentMap<string, Written>;

/** Contributions by author, as of `records`. Updated with what changed since, so that frequent calls stay cheap. */
interface ByAuthor {
  records: Records;
  readonly of: Map<string, Map<string, number>>;
}

const claimsByAuthor = new WeakMap<object, ByAuthor>();
const commentsByAuthor = new WeakMap<object, ByAuthor>();

/** Claims that a person has added, retracted ones included. */
export function claimsBy(state: DebateState, author: string): Added {
  return addedBy(claimsByAuthor, state, state.claims, author);
}

/** Comments that a person has added, withdrawn ones included. */
export function commentsBy(state: DebateState, author: string): Added {
  return addedBy(commentsByAuthor, state, state.comments, author);
}

const NONE: Added = new Map();

function addedBy(
  known: WeakMap<object, ByAuthor>,
  { head }: DebateState,
  records: Records,
  author: string,
): Added {
  if (head === null) return NONE;
  let byAuthor = known.get(head);
  if (!byAuthor) {
    byAuthor = { records: records.clear(), of: new Map() };
    known.set(head, byAuthor);
  }
  const before = byAuthor.records;
  for (const id of records.changedSince(before, isAlike)) {
    const [was, is] = [before.get(id), records.get(id)];
    if (was) byAuthor.of.get(was.author)?.delete(id);
    if (!is) continue;
    const of = byAuthor.of.get(is.author) ?? new Map<string, number>();
    byAuthor.of.set(is.author, of.set(id, is.at));
  }
  byAuthor.records = records;
  return byAuthor.of.get(author) ?? NONE;
}

function isAlike(was: Written, is: Written): boolean {
  return was.author === is.author && was.at === is.at;
}
