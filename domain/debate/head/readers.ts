import { type DebateHead, VISIBILITIES, type Visibility } from './head.ts';

/** Possible uses of a debate's address: none, to read, or also to join, with an account or in the role that guests get. */
export type ReadersByAddress = 'private' | 'none' | 'accounts' | 'debater' | 'suggester' | 'observer';

/** The use of its address to people who aren't in a debate. `none`: they can only read it. */
export function readersByAddress({
  visibility,
  status,
  settings: { guests, accounts },
}: DebateHead): ReadersByAddress {
  if (visibility === 'private') return 'private';
  if (status !== 'open' || guests === 'none') return 'none';
  return accounts ? 'accounts' : guests;
}

/** True if people can join a debate by its address alone. */
export function letsIn(head: DebateHead): boolean {
  return !['private', 'none'].includes(readersByAddress(head));
}

/** True if more people could find or read a debate than now. They can't forget what they read then. */
export function isWider(wanted: Visibility, now: Visibility): boolean {
  return VISIBILITIES.indexOf(wanted) < VISIBILITIES.indexOf(now);
}

/** True if people who aren't in a debate could no longer read it. */
export function shutsOut(wanted: Visibility, now: Visibility): boolean {
  return wanted === 'private' && now !== 'private';
}
