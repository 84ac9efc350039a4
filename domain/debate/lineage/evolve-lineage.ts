import { sealAtOnce } from '../edits/evolve-text.ts';
import type { Effect, EntryFrame, SequencedEntry } from '../engine/entries.ts';
import type { DebateState } from '../engine/state.ts';
import { isAnonymous } from '../head/names.ts';
import type { Claim } from '../map/claim.ts';
import type { Link } from '../map/link.ts';
import { moveParentLinks, placeParentLink } from '../map/placement.ts';
import { parentLinkOf } from '../map/tree.ts';
import type { ModerationAction } from '../moderation-log/moderation-action.ts';
import { logModeration } from '../moderation-log/moderation-log.ts';
import { changeText } from '../texts/texts.ts';
import { withRatings } from '../votes/ratings.ts';
import { NO_VOTES } from '../votes/vote.ts';
import { recounted } from '../votes/vote-count.ts';
import type { Split } from './lineage.ts';

export type LineageEffect = Extract<
  Effect,
  { type: 'claim.merged' | 'claim.unmerged' | 'claim.split' | 'claim.joined' }
>;
type Divided = Extract<LineageEffect, { type: 'claim.split' }>;
type Joined = Extract<LineageEffect, { type: 'claim.joined' }>;

/** Folds merging and unmerging of claims, and splitting and joining. */
export function evolveLineage(state: DebateState, effect: LineageEffect, entry: EntryFrame): DebateState {
  const claim = state.claims.get(effect.claimId);
  if (!claim) return state;
  switch (effect.type) {
    case 'claim.merged': {
      if (!state.claims.has(effect.into)) return state;
      const merged = merge(state, [claim.id], effect.into, entry);
      return log(merged, claim, effect, entry, { what: 'merged', on: [claim.id, effect.into] });
    }
    case 'claim.unmerged': {
      const into = state.merges.get(claim.id)?.into;
      if (into === undefined) return state;
      const unmerged = unmerge(state, [claim.id]);
      return log(unmerged, claim, effect, entry, { what: 'unmerged', on: [claim.id, into] });
    }
    case 'claim.split': {
      const on = [claim.id, ...effect.parts.map(({ claimId }) => claimId)];
      return log(divide(state, claim, effect, entry), claim, effect, entry, { what: 'split', on });
    }
    case 'claim.joined': {
      const on = [claim.id, ...effect.parts];
      return log(join(state, claim, effect, entry), claim, effect, entry, { what: 'joined', on });
    }
  }
}

/**
 * People who split and join their own claims do not moderate. Merging always is moderation: only moderators merge, and a merge missing in
 * their log would disclose whose claim it was.
 */
function log(
  state: DebateState,
  { author }: Claim,
  { type, unlogged }: LineageEffect,
  entry: EntryFrame,
  act: Pick<ModerationAction, 'what' | 'on'>,
): DebateState {
  const isModeration = type === 'claim.merged' || type === 'claim.unmerged';
  if (unlogged || (!isModeration && entry.actor === author)) return state;
  return logModeration(state, entry, { ...act, reason: '', note: '' });
}

function merge(
  state: DebateState,
  claimIds: readonly string[],
  into: string,
  entry: EntryFrame,
): DebateState {
  const { at } = entry;
  const by = visibleActor(state, entry);
  const merges = state.merges.merge(claimIds.map((id) => [id, { id, into, by, at }] as const));
  return recounted(state, { ...state, merges }, claimIds);
}

/** Nobody in an anonymous debate: the person who splits a claim may be its author. */
function visibleActor(state: DebateState, { actor }: EntryFrame): string {
  return isAnonymous(state) ? '' : actor;
}

function unmerge(state: DebateState, claimIds: readonly string[]): DebateState {
  return recounted(state, { ...state, merges: state.merges.deleteAll(claimIds) }, claimIds);
}

function divide(state: DebateState, claim: Claim, effect: Divided, entry: EntryFrame): DebateState {
  const reworded = sealAtOnce(changeText(state, claim.id, effect.change, entry), claim.id, effect);
  const known = effect.parts.filter(({ claimId }) => state.claims.has(claimId));
  const apart = unmerge(
    reworded,
    known.map(({ claimId }) => claimId),
  );
  const left = reworded.claims.get(claim.id)?.text ?? '';
  const split = {
    from: claim.id,
    seq: entry.seq,
    whole: claim.text,
    left,
    joined: false,
    by: visibleActor(state, entry),
    at: entry.at,
  };
  const { byModerator } = effect;
  // A part is no claim that its author wrote for a task.
  const { byModerator: _, tasks: _tasks, ...rest } = claim;
  const origin = byModerator ? { ...rest, byModerator } : rest;
  const added = effect.parts.reduce(
    (next, part) => addPart(next, origin, part, { ...split, id: part.claimId }),
    apart,
  );
  return placeAllUnder(added, effect.taken);
}

/** The author of the split words is the author of the parts. */
function addPart(
  state: DebateState,
  claim: Claim,
  { claimId, linkId, text, order }: Divided['parts'][number],
  split: Split,
): DebateState {
  // Split off again, it is as old as it was: replies since then are its own.
  const { at } = state.splits.get(claimId) ?? split;
  const splits = state.splits.set(claimId, { ...split, at });
  const place = parentLinkOf(state, claim.id);
  if (state.claims.has(claimId) || !place) return { ...state, splits };
  const part = withRatings<Claim>(state, {
    ...claim,
    id: claimId,
    text,
    wording: 1,
    wordings: 1,
    before: null,
    at: split.at,
    editedAt: null,
    parentLink: linkId,
    tally: NO_VOTES,
    // A part is a wording of its own, and waits for itself.
    ...(claim.steelman && { steelman: { by: claim.steelman.by, recognized: [], answers: [] } }),
  });
  const lock = state.locks.get(claim.id);
  const locks = lock ? state.locks.set(claimId, { ...lock, id: claimId }) : state.locks;
  const claims = state.claims.set(claimId, part);
  // The kind of argument was named for the whole.
  const { scheme: _, answeredQuestions: __, ...apart } = place;
  const link = { ...apart, id: linkId, from: claimId, order, author: claim.author, at: split.at };
  return placeParentLink({ ...state, claims, splits, locks }, withRatings(state, link));
}

function join(state: DebateState, claim: Claim, effect: Joined, entry: EntryFrame): DebateState {
  const { change, returned } = effect;
  const parts = effect.parts.filter((part) => state.claims.has(part));
  const reworded = change ? sealAtOnce(changeText(state, claim.id, change, entry), claim.id, effect) : state;
  const joined = merge(reworded, parts, claim.id, entry);
  const splits = parts.flatMap((part) => state.splits.get(part) ?? []);
  const rejoined = joined.splits.merge(
    splits.map((split) => [split.id, { ...split, joined: true }] as const),
  );
  return placeAllUnder({ ...joined, splits: rejoined }, returned);
}

/** Places links under other claims, each at the place of its key. */
function placeAllUnder(state: DebateState, entries: readonly SequencedEntry[]): DebateState {
  const moved = new Map<string, Link>();
  for (const { linkId, under, order } of entries) {
    const link = state.links.get(linkId);
    if (!link?.parent || !state.claims.has(under)) continue;
    moved.set(linkId, withRatings(state, { ...link, target: { kind: 'claim', id: under }, order }));
  }
  return moveParentLinks(state, [...moved.values()]);
}
