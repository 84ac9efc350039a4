import { ratingsTotalOf } from '../votes/ballots.ts';
import { type Effect, ENTRY_SHAPE, type LogEntry } from './entries.ts';
import { isEntryType } from './events.ts';
import type { Operation } from './operations.ts';
import type { Rejection, RejectionCode } from './rejections.ts';
import {
  nameToday,
  OPERATION_TYPES,
  PAYLOADS,
  REJECTIONS,
  RENAMED_OPERATIONS,
  renamed,
  SNAPSHOT,
  TYPES,
} from './renamed-in-10.ts';

/** An entry as stored: its shape's version, its type, and a payload without the type. */
export interface StoredShape {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly author: string;
  readonly shape: number;
  readonly type: string;
  readonly payload: unknown;
}

/** An entry written by a newer release: its shape or type is unknown to this one, so it cannot be folded. */
export class NewerEntry extends Error {
  override readonly name = 'NewerEntry';
  readonly seq: number;
  readonly shape: number;
  readonly type: string;

  constructor({ seq, shape, type }: Pick<StoredShape, 'seq' | 'shape' | 'type'>) {
    super(`Entry ${seq} has shape ${shape} and type "${type}", which this release does not know`);
    this.seq = seq;
    this.shape = shape;
    this.type = type;
  }
}

type Typed = Pick<StoredShape, 'type' | 'payload'>;

/** Turns entries of one shape into those of the next. */
const UPCASTS: Readonly<Record<number, (entry: Typed) => Typed>> = {
  // Each edit was a separate wording.
  1: ({ type, payload }) => ({
    type,
    payload: type === 'claim.edited' ? { ...(payload as object), sealed: true } : payload,
  }),
  9: ({ type: old, payload }) => {
    const type = nameToday(TYPES, old);
    return { type, payload: renamed(payload, PAYLOADS[type] ?? {}) };
  },
};

/** Reads a stored entry of any earlier shape as one of today's; one of a newer release throws `NewerEntry`. */
export function upcastEntry(stored: StoredShape, today: number): LogEntry {
  let typed: Typed = stored;
  for (let shape = stored.shape; shape < today; shape += 1) typed = UPCASTS[shape]?.(typed) ?? typed;
  // Erasing words rewrites the payload of an entry, and keeps the type it was stored under.
  const type = nameToday(TYPES, typed.type);
  if (stored.shape > today || !isEntryType(type)) throw new NewerEntry(stored);
  let payload = typed.payload as object;
  // Parts of a file kept by an import are only for exports, which read them from storage.
  if ('kept' in payload) {
    const { kept: _, ...rest } = payload;
    payload = rest;
  }
  const { seq, at, actor, author } = stored;
  return { seq, at, actor, author, effect: { type, ...payload } as Effect };
}

/** The stored form of an entry, in today's shape. */
export function toStoredEntry(entry: LogEntry): StoredShape {
  const { effect, ...frame } = entry;
  const { type, ...payload } = effect;
  return { ...frame, shape: ENTRY_SHAPE, type, payload };
}

/** The names under which entries of some types have been stored: searching the log needs all of them. */
export function storedTypes(types: readonly string[]): string[] {
  const earlier = Object.keys(TYPES).filter((old) => types.includes(nameToday(TYPES, old)));
  return [...types, ...earlier];
}

/**
 * Stored states of this shape and later are read as today's, by `upcastSnapshot`: a debate opens at once after an upgrade. Earlier ones are
 * made again from the log, in the background. A new shape adds a step there, or raises this.
 */
export const EARLIEST_STATE_SHAPE = 10;

/** A snapshot, as files contain it, with the names of today. It may be any JSON: its reader checks it. */
export function upcastSnapshot(snapshot: unknown): unknown {
  const shape = typeof snapshot === 'object' && snapshot && 'shape' in snapshot ? snapshot.shape : null;
  if (typeof shape !== 'number') return snapshot;
  const named = shape < 10 ? renamed(snapshot, SNAPSHOT) : snapshot;
  // Links were all that could be rated.
  return shape < 11 ? withTotalsOfRatings(renamed(named, { fields: { weights: 'ratings' } })) : named;
}

/** Before shape 11 the disclosed total of a link's weights stood under the link's own id. */
function withTotalsOfRatings(snapshot: unknown): unknown {
  const { links, disclosedTotals } = snapshot as { links?: unknown; disclosedTotals?: unknown };
  if (!Array.isArray(links) || !Array.isArray(disclosedTotals)) return snapshot;
  const ids = new Set(links.map((link) => link?.id));
  const named = disclosedTotals.map((total) =>
    Array.isArray(total) && ids.has(total[0]) ? [ratingsTotalOf(total[0]), ...total.slice(1)] : total,
  );
  return { ...(snapshot as object), disclosedTotals: named };
}

/** An operation that a browser kept, perhaps since an earlier protocol, with the names of today. */
export function upcastOperation<T extends Operation | null>(operation: T): T {
  if (operation === null) return operation;
  const type = nameToday(OPERATION_TYPES, operation.type);
  return renamed({ ...operation, type }, RENAMED_OPERATIONS[type] ?? {}) as T;
}

/** A stored rejection with the code of today. */
export function upcastRejection(rejection: Rejection): Rejection {
  return { ...rejection, code: nameToday(REJECTIONS, rejection.code) as RejectionCode };
}
