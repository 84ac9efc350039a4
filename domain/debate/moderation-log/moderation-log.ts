import type { EntryFrame } from '../engine/entries.ts';
import { LIMITS } from '../engine/limits.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { ModerationAction } from './moderation-action.ts';

type Acts = DebateState['moderationLog'];

/**
 * Acts on contributions: they may leave a state. Decisions about people, merges and splits are asked for later and stay; without the act that
 * hid a contribution, restoring it notifies of what was written there since the oldest act that is left.
 */
const MAY_LEAVE: ReadonlySet<ModerationAction['what']> = new Set([
  'hidden',
  'restored',
  'resubmitted',
  'accepted',
  'sent_back',
  'locked',
  'unlocked',
  'retracted',
  'flagged',
  'unflagged',
  'dismissed',
  'settled',
  'reopened',
]);

/** The acts of a log that may leave it, and how many contributions they name. Derived from the log: no snapshot has it. */
interface Leaving {
  readonly named: number;
  /** In order; those before `next` have left. */
  readonly oldest: readonly ModerationAction[];
  readonly next: number;
  /** Those after all of `oldest`, the newest first. */
  readonly newer: Newer | null;
}

interface Newer {
  readonly act: ModerationAction;
  readonly before: Newer | null;
}

const leavingOf = new WeakMap<Acts, Leaving>();

/** The id of an entry's moderation action, if it is one. */
export function actId(seq: number): string {
  return `act-${seq}`;
}

/** A state with an action in its moderation log; the oldest leave it where they name more contributions than it keeps. */
export function logModeration(
  state: DebateState,
  { seq, at, actor }: EntryFrame,
  act: Pick<ModerationAction, 'what' | 'on' | 'reason' | 'note'>,
): DebateState {
  const id = actId(seq);
  // The actor who holds content for approval may be its author.
  const by = act.what === 'resubmitted' && isAnonymous(state) ? '' : actor;
  return { ...state, moderationLog: withAct(state.moderationLog, { id, seq, at, by, ...act }) };
}

/** These acts, without the oldest that name more contributions than a log keeps: a release without this bound kept all. */
export function withinBound(acts: Acts): Acts {
  const named = acts.reduce((sum, act) => sum + (mayLeave(act) ? act.on.length : 0), 0);
  return named > LIMITS.rememberedModeration ? trimmed(acts, leavingIn(acts)) : acts;
}

/** True if acts may have left the log: those in it name nearly as many contributions as it keeps. */
export function mayBeTrimmed(acts: Acts): boolean {
  return leavingIn(acts).named > LIMITS.rememberedModeration - LIMITS.hiddenAtOnce;
}

/** Actions on any of these. */
export function moderationLogOf(
  { moderationLog }: DebateState,
  ids: ReadonlySet<string>,
): ModerationAction[] {
  return [...moderationLog.values()].filter(({ on }) => on.some((id) => ids.has(id)));
}

function withAct(acts: Acts, act: ModerationAction): Acts {
  const others = acts.delete(act.id);
  const { newer, ...leaving } = leavingIn(others);
  const { named } = leaving;
  const added = mayLeave(act)
    ? { named: named + act.on.length, newer: { act, before: newer } }
    : { named, newer };
  return trimmed(others.set(act.id, act), { ...leaving, ...added });
}

/** The newest acts that name no more contributions than a log keeps: the same ones, whichever left before. */
function trimmed(acts: Acts, leaving: Leaving): Acts {
  let { named, oldest, next, newer } = leaving;
  const gone: string[] = [];
  while (named > LIMITS.rememberedModeration) {
    if (next === oldest.length) [oldest, next, newer] = [inOrder(newer), 0, null];
    const act = oldest[next] as ModerationAction;
    gone.push(act.id);
    named -= act.on.length;
    next += 1;
  }
  const left = acts.deleteAll(gone);
  leavingOf.set(left, { named, oldest, next, newer });
  return left;
}

function inOrder(newest: Newer | null): ModerationAction[] {
  const acts: ModerationAction[] = [];
  for (let each = newest; each !== null; each = each.before) acts.push(each.act);
  return acts.reverse();
}

function leavingIn(acts: Acts): Leaving {
  const known = leavingOf.get(acts);
  if (known) return known;
  const oldest = [...acts.values()].filter(mayLeave).sort((a, b) => a.seq - b.seq);
  const named = oldest.reduce((sum, { on }) => sum + on.length, 0);
  return { named, oldest, next: 0, newer: null };
}

function mayLeave({ what }: ModerationAction): boolean {
  return MAY_LEAVE.has(what);
}
