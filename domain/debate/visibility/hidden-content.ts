import type { DebateState } from '../engine/state.ts';
import { mergedInto } from '../lineage/merged.ts';

/** Somebody who looks at a debate, as far as it matters for what is withheld. */
export interface Viewer {
  /** Those who run the debate see all of it, save what is its authors' alone until the reveal. */
  readonly seesAll: boolean;
  readonly participantId: string | null;
}

/**
 * May this person not see this claim, link or comment? What hangs at something withheld is withheld with it: arguments,
 * undercuts, cross-links from it and to it, comments and replies, and what was merged into it. Its author sees it, with
 * what hangs there.
 */
export function isHiddenFrom(state: DebateState, id: string, viewer: Viewer): boolean {
  if (hasFullVisibility(state, viewer)) return false;
  for (const each of dependencyPath(state, id)) if (isRootFor(state, each, viewer)) return true;
  return false;
}

/** Those who alone see this claim, link, comment or source until the reveal: it, or what it hangs at, is theirs. */
export function embargoOwners(state: DebateState, id: string | null): string[] {
  if (id === null || state.veiled.size === 0) return [];
  return [...dependencyPath(state, id)].flatMap((each) => state.veiled.get(each)?.author ?? []);
}

/** Is this claim, link or comment not shown to everybody? */
export function isHiddenFromReaders(state: DebateState, id: string): boolean {
  return isHiddenFrom(state, id, { seesAll: false, participantId: null });
}

/** Does a claim stand under something withheld, whoever looks? */
export function isUnderHidden(state: DebateState, claimId: string): boolean {
  return hangsAt(state, claimId).some((id) => isHiddenFromReaders(state, id));
}

/** All that this person may not see. */
export function hiddenIdsFor(state: DebateState, viewer: Viewer): ReadonlySet<string> {
  if (hasFullVisibility(state, viewer)) return NOTHING;
  return dependentsOf(
    state,
    [...state.withheld.keys(), ...state.veiled.keys()].filter((id) => isRootFor(state, id, viewer)),
  );
}

/** Claims, links and comments that hang at these, and these themselves. Costs by how many these are. */
export function dependentsOf(state: DebateState, roots: Iterable<string>): ReadonlySet<string> {
  const hanging = new Set(roots);
  for (const id of hanging) for (const below of hangingRightAt(state, id)) hanging.add(below);
  return hanging;
}

/** Who wrote a claim or comment. */
export function authorOf(state: DebateState, id: string): string | undefined {
  return (state.claims.get(id) ?? state.comments.get(id))?.author;
}

/** Is this claim, comment or source itself out of this person's sight, not only with what it hangs at? */
export function isRootFor(state: DebateState, id: string, { seesAll, participantId }: Viewer): boolean {
  const veiled = state.veiled.get(id);
  if (veiled && veiled.author !== participantId) return true;
  if (seesAll || !state.withheld.has(id)) return false;
  return participantId === null || authorOf(state, id) !== participantId;
}

/** Is nothing kept from this person? */
export function hasFullVisibility(
  { withheld, veiled }: Pick<DebateState, 'withheld' | 'veiled'>,
  { seesAll }: Viewer,
): boolean {
  return veiled.size === 0 && (seesAll || withheld.size === 0);
}

const NOTHING: ReadonlySet<string> = new Set();

/** A claim, link or comment, and all that it hangs at in some way. */
export function* dependencyPath(state: DebateState, id: string): Generator<string> {
  // A set goes on to what is added to it while it is walked.
  const path = new Set([id]);
  for (const each of path) {
    yield each;
    for (const above of hangsAt(state, each)) path.add(above);
  }
}

/** What a claim, link or comment hangs at: it is withheld with any of these. */
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

function hangingRightAt(state: DebateState, id: string): string[] {
  const comment = state.comments.get(id);
  if (comment) {
    const beside = state.commentsOn.get(comment.on.id) ?? [];
    return beside.filter((other) => state.comments.get(other)?.replyTo === id);
  }
  // The step of a merged claim hangs where it was, the claim itself does not.
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
