import type { Effect, LogEntry } from './entries.ts';
import { isEntryType } from './entry-types.ts';

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

/** Turns payloads of one shape into those of the next, by type. */
const UPCASTS: Readonly<Record<number, Readonly<Record<string, (payload: object) => object>>>> = {
  1: {
    // Each edit was a separate wording.
    'claim.edited': (payload) => ({ ...payload, sealed: true }),
  },
};

/** Reads a stored entry of any earlier shape as one of today's; one of a newer release throws `NewerEntry`. */
export function upcastEntry(stored: StoredShape, today: number): LogEntry {
  if (stored.shape > today || !isEntryType(stored.type)) throw new NewerEntry(stored);
  let payload = stored.payload as object;
  for (let shape = stored.shape; shape < today; shape += 1) {
    payload = UPCASTS[shape]?.[stored.type]?.(payload) ?? payload;
  }
  // Parts of a file kept by an import are only for exports, which read them from storage.
  if ('kept' in payload) {
    const { kept: _, ...rest } = payload;
    payload = rest;
  }
  const { seq, at, actor, author, type } = stored;
  return { seq, at, actor, author, effect: { type, ...payload } as Effect };
}

/** The stored form of an entry. */
export function downcastEntry(entry: LogEntry, shape: number): StoredShape {
  const { effect, ...frame } = entry;
  const { type, ...payload } = effect;
  return { ...frame, shape, type, payload };
}
