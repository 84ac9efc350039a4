import { PersistentMap } from '../../collections/persistent-map.ts';
import type { EntryFrame, LogEntry, ProjectedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { erasesWords } from '../erasure/erases-words.ts';
import { namesIn } from '../head/names.ts';
import { isModerating } from '../participants/participant.ts';
import type { Viewer } from '../visibility/viewer.ts';
import { isActivityHidden } from '../votes/ballots.ts';
import type { Knowers } from './knowers.ts';
import type { Numbering, OwnEntries, Run } from './numbering.ts';

/** A viewer's place in the log, in the viewer's numbers. */
export interface Cursor {
  readonly seq: number;
  readonly at: number;
}

/**
 * Steps of a viewer's number: `FEW` for an entry that moderators share, `OWN` for one that only this person in their audience knows. Powers
 * of two, so sums stay exact up to whole numbers of eight million.
 */
const FEW = 2 ** -15;
const OWN = 2 ** -30;

/** Most fractional steps in a row; the entry after counts for everyone. `FEW` restarts at a whole number, `OWN` at a shared one. */
const MOST = 2 ** 15 - 1;

/** Number of entries back to which numbers can be mapped to the log. A client further behind gets a snapshot. */
export const CATCH_UP_RANGE = 1_000;

const NONE: Numbering['moderatorsOnly'] = { count: 0, at: 0 };

type Numbered = Pick<DebateState, 'seq' | 'at' | 'numbering' | 'participants'>;

/** Cursor of a participant who has received all that they may know of a state; null: of a reader without a name. */
export function cursorFor(state: Numbered, participantId: string | null): Cursor {
  return viewerCursor(state, { seesAll: isModeratorIn(state, participantId), participantId });
}

/** Cursor of a viewer who is up to date; without a participant, of their whole audience. */
export function viewerCursor({ seq, at, numbering }: Numbered, { seesAll, participantId }: Viewer): Cursor {
  if (numbering === null) return { seq, at };
  const place = sharedCursor(numbering, seesAll);
  const own = participantId === null ? undefined : numbering.own.get(participantId);
  return own?.base === place.seq ? { seq: numberOf(own), at: own.at } : place;
}

/** True if an earlier state may still be shown: it has no words erased since, and is not from when names were shown to more people. */
export function mayStillBeShown(then: DebateState, now: DebateState): boolean {
  return then.seq >= erasedAtInLog(now) && namesIn(then) === namesIn(now);
}

/** True if all of an audience have received the same of two states of a log: whatever happened in between is hidden from them. */
export function isSameForAll(then: DebateState, now: DebateState, seesAll: boolean): boolean {
  const all = { seesAll, participantId: null };
  if (!mayStillBeShown(then, now)) return false;
  return viewerCursor(then, all).seq === viewerCursor(now, all).seq;
}

function isModeratorIn({ participants }: Pick<DebateState, 'participants'>, id: string | null): boolean {
  const person = id === null ? undefined : participants.get(id);
  return person?.membership === 'member' && isModerating(person.role);
}

function sharedCursor({ publicSeq, at, moderatorsOnly }: Numbering, seesAll: boolean): Cursor {
  return seesAll && moderatorsOnly.count > 0
    ? { seq: publicSeq + moderatorsOnly.count * FEW, at: moderatorsOnly.at }
    : { seq: publicSeq, at };
}

function numberOf({ base, count }: OwnEntries): number {
  return base + count * OWN;
}

/** True if a whole audience may have received this number. */
export function isSharedSeq(seq: number): boolean {
  return seq >= 0 && Number.isSafeInteger(seq / OWN);
}

/** True if an entry fits in the fractional numbers. One that does not counts for everyone, as an entry without content. */
export function hasRoom(state: DebateState, { moderators, persons }: Knowers): boolean {
  const { numbering } = state;
  if (numbering === null) return true;
  const isFull = moderators && numbering.moderatorsOnly.count >= MOST;
  return !isFull && persons.every((id) => (ownSince(state, numbering, id)?.count ?? 0) < MOST);
}

/** Entries that only this person in their audience knows, since the last one the audience shares. */
function ownSince(state: Numbered, numbering: Numbering, id: string): OwnEntries | undefined {
  const entries = numbering.own.get(id);
  return entries?.base === sharedCursor(numbering, isModeratorIn(state, id)).seq ? entries : undefined;
}

/** The numbering after an entry that only `knowers` may know (`null`: everyone), and the number the state records for it. */
export function nextAudienceSeq(
  state: DebateState,
  numbering: Numbering,
  entry: LogEntry,
  knowers: Knowers | null,
): { seq: number; numbering: Numbering } {
  if (knowers === null) return numberForAll(state, numbering, entry);
  const { publicSeq, moderatorsOnly } = numbering;
  if (knowers.moderators) {
    const counted = { ...numbering, moderatorsOnly: { count: moderatorsOnly.count + 1, at: entry.at } };
    const others = knowers.persons.filter((id) => !isModeratorIn(state, id));
    return {
      seq: publicSeq + (moderatorsOnly.count + 1) * FEW,
      numbering: withOwn(state, counted, entry, others),
    };
  }
  // Moderators cannot catch up entry by entry across it.
  const next = withOwn(state, { ...numbering, since: publicSeq + 1 }, entry, knowers.persons);
  const [first] = knowers.persons;
  const own = first === undefined ? undefined : next.own.get(first);
  return { seq: own ? numberOf(own) : publicSeq, numbering: next };
}

function numberForAll(
  state: DebateState,
  numbering: Numbering,
  entry: LogEntry,
): { seq: number; numbering: Numbering } {
  const publicSeq = numbering.publicSeq + 1;
  const isHidden = isActivityHidden(state);
  return {
    seq: publicSeq,
    numbering: {
      publicSeq,
      at: entry.at,
      since: isHidden ? publicSeq : numbering.since,
      moderatorsOnly: numbering.moderatorsOnly.count > 0 ? NONE : numbering.moderatorsOnly,
      // While activity is hidden nobody gets single entries, so own counts are not needed.
      own: isHidden && numbering.own.size > 0 ? PersistentMap() : numbering.own,
      runs: withRun(numbering.runs, { publicSeq, seq: entry.seq }),
      erasedAt: erasesWords(entry) ? entry.seq : numbering.erasedAt,
    },
  };
}

/** The numbering after an entry that these people know and their audience does not. */
function withOwn(
  state: DebateState,
  numbering: Numbering,
  { at }: LogEntry,
  persons: readonly string[],
): Numbering {
  let { own } = numbering;
  for (const id of persons) {
    const { seq: base } = sharedCursor(numbering, isModeratorIn(state, id));
    own = own.set(id, { base, count: (ownSince(state, numbering, id)?.count ?? 0) + 1, at });
  }
  return { ...numbering, own };
}

/** The runs after a public entry, without those too old to catch up from. */
function withRun(runs: readonly Run[], next: Run): readonly Run[] {
  const last = runs.at(-1);
  if (last && next.seq - last.seq === next.publicSeq - last.publicSeq) return runs;
  const first = runs.findIndex(
    (_, index) => (runs[index + 1] ?? next).publicSeq > next.publicSeq - CATCH_UP_RANGE,
  );
  return [...runs.slice(first), next];
}

/** An entry with the number that the viewer gets. */
export function withNumber<T extends EntryFrame>(entry: T, seq: number): T {
  return entry.seq === seq ? entry : { ...entry, seq };
}

/**
 * Log number of the entry that a viewer got as `seq`; `null`: unknown, as something is or was since hidden from moderators, or it is too
 * long ago.
 */
export function toLogSeq(state: DebateState, seq: number): number | null {
  const { numbering } = state;
  if (numbering === null) return seq;
  const publicSeq = Math.floor(seq);
  const few = (seq - publicSeq) / FEW;
  if (
    isActivityHidden(state) ||
    publicSeq < numbering.since ||
    publicSeq > numbering.publicSeq ||
    !Number.isInteger(few)
  )
    return null;
  const shared = seqOfShared(numbering, publicSeq);
  if (shared === null || few === 0) return shared;
  const next = publicSeq === numbering.publicSeq ? state.seq + 1 : seqOfShared(numbering, publicSeq + 1);
  return next !== null && shared + few < next ? shared + few : null;
}

/** The log number of the public entry with this number. */
function seqOfShared({ runs }: Numbering, publicSeq: number): number | null {
  const run = runs.findLast((one) => one.publicSeq <= publicSeq);
  return run ? run.seq + publicSeq - run.publicSeq : null;
}

/**
 * Log number up to which a viewer at cursor `after` is up to date; `null`: they cannot catch up entry by entry. It depends on nothing that
 * is hidden from them.
 */
export function catchUpSeq(state: DebateState, after: number, viewer: Viewer): number | null {
  const { numbering } = state;
  if (numbering === null || viewer.seesAll) return toLogSeq(state, after);
  const own = viewer.participantId === null ? undefined : numbering.own.get(viewer.participantId);
  // Their own entries since `after` come in a snapshot.
  if (own && numberOf(own) > after) return null;
  return toLogSeq(state, Math.floor(after));
}

/** Number of entries a viewer at cursor `after` has to catch up with. */
export function countSince(state: DebateState, after: number, viewer: Viewer): number {
  const { numbering } = state;
  const known = catchUpSeq(state, after, viewer) ?? 0;
  return numbering === null || viewer.seesAll ? state.seq - known : numbering.publicSeq - Math.floor(after);
}

/** The entries that a viewer may know, with the viewer's numbers. They must come after `catchUpSeq`. */
export function withAudienceSeqs(
  entries: readonly LogEntry[],
  state: DebateState,
  viewer: Viewer,
): LogEntry[] {
  return entries.flatMap((entry) => {
    const seq = audienceSeqOf(state, entry.seq, viewer);
    return seq === null ? [] : withNumber(entry, seq);
  });
}

/** A viewer's number of a log entry; `null`: they may not know it. The entry must come after `catchUpSeq`. */
export function audienceSeqOf({ numbering }: DebateState, seq: number, { seesAll }: Viewer): number | null {
  if (numbering === null) return seq;
  const { runs, publicSeq } = numbering;
  const index = runs.findLastIndex((run) => run.seq <= seq);
  const run = runs[index];
  if (!run) return null;
  const last = (runs[index + 1]?.publicSeq ?? publicSeq + 1) - 1;
  const further = seq - (run.seq + last - run.publicSeq);
  if (further <= 0) return last + further;
  return seesAll ? last + further * FEW : null;
}

/** Sequence number in the log of the last entry that erased words; 0: none has. */
export function erasedAtInLog({ numbering, erasedAt }: DebateState): number {
  return numbering?.erasedAt ?? erasedAt;
}

/** True if it is an entry of the log, not of a projection. Only log entries are folded into a state that numbers them. */
export function asLogged(entry: ProjectedEntry): LogEntry {
  return entry as LogEntry;
}
