import type { DebateState } from '../engine/state.ts';
import { mergedInto } from '../map/merged.ts';
import type { Viewer } from './viewer.ts';

/**
 * True if this viewer may not see this claim, link or comment. Dependents of hidden content are hidden with it: arguments, undercuts,
 * cross-links from and to it, comments and replies, and what was merged into it. Its author sees it, with its dependents.
 */
export function isHiddenFrom(state: DebateState, id: string, viewer: Viewer): boolean {
  if (hasFullVisibility(state, viewer)) return false;
  for (const each of dependencyPath(state, id)) if (isRootFor(state, each, viewer)) return true;
  return false;
}

/** The only participants who see this claim, link, comment or source until the reveal: the authors of it or of what it depends on. */
export function embargoOwners(state: DebateState, id: string | null): string[] {
  if (id === null || state.embargoed.size === 0) return [];
  return [...dependencyPath(state, id)].flatMap((each) => state.embargoed.get(each)?.author ?? []);
}

/** True if this claim, link or comment is not visible to everyone. */
export function isHiddenFromReaders(state: DebateState, id: string): boolean {
  return isHiddenFrom(state, id, { seesAll: false, participantId: null });
}

/** True if a claim is below something hidden, for any viewer. */
export function isUnderHidden(state: DebateState, claimId: string): boolean {
  return hangsAt(state, claimId).some((id) => isHiddenFromReaders(state, id));
}

/** The ids of everything that this viewer may not see. */
export function hiddenIdsFor(state: DebateState, viewer: Viewer): ReadonlySet<string> {
  if (hasFullVisibility(state, viewer)) return NOTHING;
  const { participantId, seesAll } = viewer;
  const { authors, ids } = hiddenFromOthers(state, seesAll);
  if (participantId === null || !authors.has(participantId)) return ids;
  return dependentsOf(state, rootsFor(state, viewer));
}

/** The ids hidden from everyone but the authors of their roots, and these authors. */
interface HiddenFromOthers {
  readonly authors: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
}

/** By state, for viewers who see everything but what is unrevealed, and for others: most viewers wrote nothing hidden. */
const hiddenFromOthersIn = {
  true: new WeakMap<DebateState, HiddenFromOthers>(),
  false: new WeakMap<DebateState, HiddenFromOthers>(),
};

function hiddenFromOthers(state: DebateState, seesAll: boolean): HiddenFromOthers {
  const known = hiddenFromOthersIn[`${seesAll}`].get(state);
  if (known) return known;
  const roots = rootsFor(state, { seesAll, participantId: null });
  const authors = roots.map((id) => state.embargoed.get(id)?.author ?? authorOf(state, id) ?? '');
  const found = { authors: new Set(authors), ids: dependentsOf(state, roots) };
  hiddenFromOthersIn[`${seesAll}`].set(state, found);
  return found;
}

function rootsFor(state: DebateState, viewer: Viewer): string[] {
  return [...state.hidden.keys(), ...state.embargoed.keys()].filter((id) => isRootFor(state, id, viewer));
}

/** Results for a state, the last used first: a frame needs those of hidden and of projected content many times. */
const lastUsed = new WeakMap<DebateState, readonly Dependents[]>();
const KEPT = 4;

interface Dependents {
  readonly key: string;
  readonly ids: ReadonlySet<string>;
}

/** These claims, links and comments and everything that depends on them. The cost grows with their number, the first time; the set is the same then. */
export function dependentsOf(state: DebateState, roots: Iterable<string>): ReadonlySet<string> {
  const all = [...roots];
  const key = all.join(' ');
  const before = lastUsed.get(state) ?? [];
  const used = before.find((one) => one.key === key) ?? { key, ids: findDependents(state, all) };
  lastUsed.set(state, [used, ...before.filter((one) => one !== used)].slice(0, KEPT));
  return used.ids;
}

/** Finds what depends on each of many claims, links or comments. They share one index of replies: no target's comments are read twice. */
export function dependentsFinder(state: DebateState): (root: string) => ReadonlySet<string> {
  const replies = new Map<string, Replies>();
  return (root) => findDependents(state, [root], replies);
}

function findDependents(
  state: DebateState,
  roots: readonly string[],
  replies = new Map<string, Replies>(),
): ReadonlySet<string> {
  const hanging = new Set(roots);
  for (const id of hanging) for (const below of hangingRightAt(state, id, replies)) hanging.add(below);
  return hanging;
}

/** The replies to each comment of one target. */
type Replies = ReadonlyMap<string | null, readonly string[]>;

/** The author of a claim, comment or question. */
export function authorOf(state: DebateState, id: string): string | undefined {
  return contributionIn(state, id)?.author;
}

/** The claim, comment or question with this id: people write these, and moderators may hide them. */
export function contributionIn(
  { claims, comments, questions }: Pick<DebateState, 'claims' | 'comments' | 'questions'>,
  id: string,
) {
  return claims.get(id) ?? comments.get(id) ?? questions.get(id);
}

/** True if this claim, comment or source is itself hidden from the viewer, not only because of what it depends on. */
export function isRootFor(state: DebateState, id: string, { seesAll, participantId }: Viewer): boolean {
  const embargoed = state.embargoed.get(id);
  if (embargoed && embargoed.author !== participantId) return true;
  if (seesAll || !state.hidden.has(id)) return false;
  return authorOf(state, id) !== participantId;
}

/** True if nothing is hidden from this viewer. */
export function hasFullVisibility(
  { hidden, embargoed }: Pick<DebateState, 'hidden' | 'embargoed'>,
  { seesAll }: Viewer,
): boolean {
  return embargoed.size === 0 && (seesAll || hidden.size === 0);
}

const NOTHING: ReadonlySet<string> = new Set();

/** True if a claim, link or comment is this one or depends on it: the same as being among its `dependentsOf`, by a look at what is above. */
export function dependsOn(state: DebateState, id: string, root: string): boolean {
  for (const each of dependencyPath(state, id)) if (each === root) return true;
  return false;
}

/** A claim, link or comment, and everything it depends on, directly or not. */
export function* dependencyPath(state: DebateState, id: string): Generator<string> {
  // Iterating a set includes what is added on the way.
  const path = new Set([id]);
  for (const each of path) {
    yield each;
    for (const above of hangsAt(state, each)) path.add(above);
  }
}

/** The ids that a claim, link or comment depends on directly: it is hidden with any of these. */
function hangsAt(state: DebateState, id: string): string[] {
  const into = state.merges.get(id)?.into;
  if (into !== undefined) return [into];
  const claim = state.claims.get(id);
  const place = claim && state.links.get(claim.parentLink);
  if (place) return [place.target.id];
  const link = state.links.get(id);
  if (link) return [link.from, link.target.id];
  const comment = state.comments.get(id);
  if (!comment) return [];
  return comment.replyTo === null ? [comment.on.id] : [comment.on.id, comment.replyTo];
}

/** `replies`: those found so far, by target, so that a target's comments are gone through once. */
function hangingRightAt(state: DebateState, id: string, replies: Map<string, Replies>): readonly string[] {
  const comment = state.comments.get(id);
  if (comment) {
    const onTarget = replies.get(comment.on.id) ?? repliesOn(state, comment.on.id);
    replies.set(comment.on.id, onTarget);
    return onTarget.get(id) ?? [];
  }
  // The parent link of a merged claim depends on what it did before, the claim itself does not.
  const arguments_ = (state.childLinks.get(id) ?? []).flatMap((link) => {
    const from = state.links.get(link)?.from ?? [];
    return typeof from === 'string' && state.merges.has(from) ? link : from;
  });
  const place = state.claims.get(id)?.parentLink;
  return [
    ...arguments_,
    ...mergedInto(state, id),
    ...(place === undefined ? [] : [place]),
    ...(state.crossLinks.get(id) ?? []),
    ...(state.commentsOn.get(id) ?? []),
  ];
}

function repliesOn(state: DebateState, targetId: string): Replies {
  const replies = new Map<string | null, string[]>();
  for (const id of state.commentsOn.get(targetId) ?? []) {
    const to = state.comments.get(id)?.replyTo ?? null;
    const others = replies.get(to);
    if (others) others.push(id);
    else replies.set(to, [id]);
  }
  return replies;
}
