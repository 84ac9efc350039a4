import { isHushed } from './ballots.ts';
import type { EntryFrame, LogEntry, ProjectedEntry } from './entries.ts';
import { erasesWords } from './erases-words.ts';
import type { Knowers } from './knowers.ts';
import { PersistentMap } from './persistent-map.ts';
import type { Numbering, OwnEntries, Run } from './records/numbering.ts';
import { isModerating } from './records/participant.ts';
import type { DebateState } from './state.ts';
import type { Viewer } from './withheld.ts';

/** Where somebody stands in a debate, as they are told it. */
export interface Place {
  readonly seq: number;
  readonly at: number;
}

/**
 * What an entry adds to a viewer's number that moderators share, and one that this person alone of their audience knows: fractions
 * that a computer adds up without a remainder, to whole numbers below eight million.
 */
const FEW = 2 ** -15;
const OWN = 2 ** -30;

/** Entries counted by fractions, before one that all may know, or all moderators, must come. The next one is counted for all. */
const MOST = 2 ** 15 - 1;

/** Numbers behind the last one for which it is remembered where they are in the log: who is further behind gets a snapshot. */
export const REMEMBERED = 1_000;

const NONE: Numbering['few'] = { count: 0, at: 0 };

type Numbered = Pick<DebateState, 'seq' | 'at' | 'numbering' | 'participants'>;

/** Where a participant stands who knows all of a state that they may; null: who is nobody in particular. */
export function placeIn(state: Numbered, participantId: string | null): Place {
  return placeFor(state, { seesAll: isModeratorIn(state, participantId), participantId });
}

/** Where a viewer stands who knows all of a state that they may; with null for the participant, their whole audience. */
export function placeFor({ seq, at, numbering }: Numbered, { seesAll, participantId }: Viewer): Place {
  if (numbering === null) return { seq, at };
  const place = sharedPlace(numbering, seesAll);
  const own = participantId === null ? undefined : numbering.own.get(participantId);
  return own?.base === place.seq ? { seq: numberOf(own), at: own.at } : place;
}

function isModeratorIn({ participants }: Pick<DebateState, 'participants'>, id: string | null): boolean {
  const person = id === null ? undefined : participants.get(id);
  return person?.standing === 'in' && isModerating(person.role);
}

function sharedPlace({ told, at, few }: Numbering, seesAll: boolean): Place {
  return seesAll && few.count > 0 ? { seq: told + few.count * FEW, at: few.at } : { seq: told, at };
}

function numberOf({ base, count }: OwnEntries): number {
  return base + count * OWN;
}

/** Is this a number that somebody may have been told? */
export function isTold(seq: number): boolean {
  return seq >= 0 && Number.isSafeInteger(seq / OWN);
}

/** May an entry be counted by fractions? After so many the next one counts for all, as an entry that tells them nothing. */
export function hasRoom(state: DebateState, { moderators, persons }: Knowers): boolean {
  const { numbering } = state;
  if (numbering === null) return true;
  const isFull = moderators && numbering.few.count >= MOST;
  return !isFull && persons.every((id) => (ownSince(state, numbering, id)?.count ?? 0) < MOST);
}

/** What a person knows beyond their audience, since the last entry that all of it know. */
function ownSince(state: Numbered, numbering: Numbering, id: string): OwnEntries | undefined {
  const entries = numbering.own.get(id);
  return entries?.base === sharedPlace(numbering, isModeratorIn(state, id)).seq ? entries : undefined;
}

/** The numbering after an entry that only these know (null: everybody), and the number that is noted of it in the state. */
export function numberNext(
  state: DebateState,
  numbering: Numbering,
  entry: LogEntry,
  knowers: Knowers | null,
): { seq: number; numbering: Numbering } {
  if (knowers === null) return numberForAll(state, numbering, entry);
  const { told, few } = numbering;
  if (knowers.moderators) {
    const counted = { ...numbering, few: { count: few.count + 1, at: entry.at } };
    const others = knowers.persons.filter((id) => !isModeratorIn(state, id));
    return { seq: told + (few.count + 1) * FEW, numbering: withOwn(state, counted, entry, others) };
  }
  // Moderators cannot be told one by one what came before it and after.
  const next = withOwn(state, { ...numbering, since: told + 1 }, entry, knowers.persons);
  const [first] = knowers.persons;
  const own = first === undefined ? undefined : next.own.get(first);
  return { seq: own ? numberOf(own) : told, numbering: next };
}

function numberForAll(
  state: DebateState,
  numbering: Numbering,
  entry: LogEntry,
): { seq: number; numbering: Numbering } {
  const told = numbering.told + 1;
  const isHidden = isHushed(state);
  return {
    seq: told,
    numbering: {
      told,
      at: entry.at,
      since: isHidden ? told : numbering.since,
      few: numbering.few.count > 0 ? NONE : numbering.few,
      // Who was told nothing one by one is asked for nothing of it.
      own: isHidden && numbering.own.size > 0 ? PersistentMap() : numbering.own,
      runs: withRun(numbering.runs, { told, seq: entry.seq }),
      erasedAt: erasesWords(entry) ? entry.seq : numbering.erasedAt,
    },
  };
}

/** The numbering with an entry that these persons know, and their audience does not. */
function withOwn(
  state: DebateState,
  numbering: Numbering,
  { at }: LogEntry,
  persons: readonly string[],
): Numbering {
  let { own } = numbering;
  for (const id of persons) {
    const { seq: base } = sharedPlace(numbering, isModeratorIn(state, id));
    own = own.set(id, { base, count: (ownSince(state, numbering, id)?.count ?? 0) + 1, at });
  }
  return { ...numbering, own };
}

/** The runs with an entry that all may know. Those are left out that are further back than anybody is caught up from. */
function withRun(runs: readonly Run[], next: Run): readonly Run[] {
  const last = runs.at(-1);
  if (last && next.seq - last.seq === next.told - last.told) return runs;
  const first = runs.findIndex((_, index) => (runs[index + 1] ?? next).told > next.told - REMEMBERED);
  return [...runs.slice(first), next];
}

/** An entry with the number it is told by. */
export function withNumber<T extends EntryFrame>(entry: T, seq: number): T {
  return entry.seq === seq ? entry : { ...entry, seq };
}

/**
 * Which number in the log the entry has that somebody was told as `seq`; null where that is not known, as something was hidden
 * since from moderators, or is, or it is too long ago.
 */
export function seqInLog(state: DebateState, seq: number): number | null {
  const { numbering } = state;
  if (numbering === null) return seq;
  const told = Math.floor(seq);
  const few = (seq - told) / FEW;
  if (isHushed(state) || told < numbering.since || told > numbering.told || !Number.isInteger(few))
    return null;
  const shared = seqOfShared(numbering, told);
  if (shared === null || few === 0) return shared;
  const next = told === numbering.told ? state.seq + 1 : seqOfShared(numbering, told + 1);
  return next !== null && shared + few < next ? shared + few : null;
}

/** Where in the log the entry is that all may know by this number. */
function seqOfShared({ runs }: Numbering, told: number): number | null {
  const run = runs.findLast((one) => one.told <= told);
  return run ? run.seq + told - run.told : null;
}

/**
 * Up to which entry of the log a viewer knows all that they may, who knows what was told as `after`; null where they cannot be told
 * one by one what came since. That depends on nothing that is hidden from them.
 */
export function seqKnown(state: DebateState, after: number, viewer: Viewer): number | null {
  const { numbering } = state;
  if (numbering === null || viewer.seesAll) return seqInLog(state, after);
  const own = viewer.participantId === null ? undefined : numbering.own.get(viewer.participantId);
  // What was theirs alone is in a snapshot.
  if (own && numberOf(own) > after) return null;
  return seqInLog(state, Math.floor(after));
}

/** How many entries there are for a viewer who knows the log up to `seqKnown` of `after`. */
export function countSince(state: DebateState, after: number, viewer: Viewer): number {
  const { numbering } = state;
  const known = seqKnown(state, after, viewer) ?? 0;
  return numbering === null || viewer.seesAll ? state.seq - known : numbering.told - Math.floor(after);
}

/** Those entries of the log that a viewer may know, as they are told, from a stretch that `seqKnown` knows. */
export function numberedFor(entries: readonly LogEntry[], state: DebateState, viewer: Viewer): LogEntry[] {
  return entries.flatMap((entry) => {
    const seq = numberTold(state, entry.seq, viewer);
    return seq === null ? [] : withNumber(entry, seq);
  });
}

/** The number by which a viewer is told an entry of the log, from a stretch that `seqKnown` knows; null: they may not know it. */
export function numberTold({ numbering }: DebateState, seq: number, { seesAll }: Viewer): number | null {
  if (numbering === null) return seq;
  const { runs, told } = numbering;
  const index = runs.findLastIndex((run) => run.seq <= seq);
  const run = runs[index];
  if (!run) return null;
  const last = (runs[index + 1]?.told ?? told + 1) - 1;
  const further = seq - (run.seq + last - run.told);
  if (further <= 0) return last + further;
  return seesAll ? last + further * FEW : null;
}

/** Sequence number in the log of the last entry that erased words; 0: none has. */
export function erasedAtInLog({ numbering, erasedAt }: DebateState): number {
  return numbering?.erasedAt ?? erasedAt;
}

/** Is it an entry of the log, not one of a projection? Only such are folded into a state that numbers them. */
export function asLogged(entry: ProjectedEntry): LogEntry {
  return entry as LogEntry;
}
