import { type DebateHead, VISIBILITIES, type Visibility } from './head.ts';

/** What people can do with a debate's address: nothing, read it, or also join it, with an account or in the role that guests get. */
export type ReadersByAddress = 'private' | 'none' | 'accounts' | 'debater' | 'suggester' | 'observer';

/** What people who aren't in a debate can do with its address. `none`: they can only read it. */
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

/** True if more people could find or read a debate than now. What they read then can't be taken back. */
export function isWider(wanted: Visibility, now: Visibility): boolean {
  return VISIBILITIES.indexOf(wanted) < VISIBILITIES.indexOf(now);
}

/** True if people who aren't in a debate could no longer read it. */
export function shutsOut(wanted: Visibility, now: Visibility): boolean {
  return wanted === 'private' && now !== 'private';
}
