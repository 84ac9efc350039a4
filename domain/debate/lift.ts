import type { Effect, LogEntry } from './entries.ts';

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

/** Turns payloads of one shape into those of the next, by type. */
const LIFTS: Readonly<Record<number, Readonly<Record<string, (payload: object) => object>>>> = {
  1: {
    // Each edit was a wording of its own.
    'claim.edited': (payload) => ({ ...payload, sealed: true }),
  },
};

/** Reads a stored entry of any shape that ever was as one of today's. */
export function liftEntry(stored: StoredShape, today: number): LogEntry {
  let payload = stored.payload as object;
  for (let shape = stored.shape; shape < today; shape += 1) {
    payload = LIFTS[shape]?.[stored.type]?.(payload) ?? payload;
  }
  const { seq, at, actor, author, type } = stored;
  return { seq, at, actor, author, effect: { type, ...payload } as Effect };
}

/** The stored form of an entry. */
export function lowerEntry(entry: LogEntry, shape: number): StoredShape {
  const { effect, ...frame } = entry;
  const { type, ...payload } = effect;
  return { ...frame, shape, type, payload };
}
