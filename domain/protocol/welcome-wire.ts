import { finish } from '../collections/steps.ts';
import { unpackSnapshot } from '../debate/engine/packed-snapshot.ts';
import { type DebateSnapshot, fromSnapshot, toSnapshot } from '../debate/engine/snapshot.ts';
import type { Cursor } from '../debate/projection/audience-sequence.ts';
import { type Authorship, applyAuthorship } from '../debate/projection/authorship.ts';
import { type Fragment, mergeFragment } from '../debate/projection/fragment.ts';
import type { Frame, Welcome } from './server-messages.ts';

/**
 * A snapshot as sent: what all of an audience see, made once for all of them, and what the receiver sees in addition. `Packed`: what a
 * server holds whose JSON is that text.
 */
export interface SentSnapshot<Packed = string> {
  readonly kind: 'packed';
  /** A packed snapshot, its parts joined, compressed by gzip, in Base64. */
  readonly packed: Packed;
  /** The receiver's cursor with it. */
  readonly cursor: Cursor;
  readonly votes: DebateSnapshot['votes'];
  readonly ratings: NonNullable<DebateSnapshot['ratings']>;
  /** Content the receiver sees beyond their audience; `null`: none. */
  readonly fragment: Fragment | null;
  /** Which parts are the receiver's own, if that is hidden from others; `null`: nothing. */
  readonly authorship: Authorship | null;
  readonly frame: Frame;
  readonly rewound: boolean;
}

/** The answer to `open` as sent. */
export interface WelcomeWire<Packed = string> extends Omit<Welcome, 'state'> {
  readonly state: SentSnapshot<Packed> | Extract<Welcome['state'], { kind: 'entries' }>;
}

/** Decodes a welcome with its snapshot; `packed` is the decompressed text of its snapshot. */
export function decodeWelcome(sent: WelcomeWire, sentState: SentSnapshot, packed: string): Welcome {
  const { cursor, votes, ratings, fragment, authorship, frame, rewound } = sentState;
  const shared = { ...finish(unpackSnapshot([packed])), ...cursor, votes, ratings };
  const seen = fragment || authorship ? fromSnapshot(shared) : null;
  const snapshot = seen
    ? toSnapshot(applyAuthorship(fragment ? mergeFragment(seen, fragment) : seen, authorship))
    : shared;
  return { ...sent, state: { kind: 'snapshot', snapshot, frame, rewound } };
}
