import type { DebateState } from '../engine/state.ts';
import type { Claim } from '../map/claim.ts';
import type { Link, Target } from '../map/link.ts';
import { mergeGroup, namesOf, resolveMerge, targetNow } from '../map/merged.ts';

/** Comments on a target and on what was merged into it, oldest first. */
export function commentsAt(state: DebateState, target: Target): readonly string[] {
  const [only, ...more] = namesOf(state, target);
  const first = state.commentsOn.get(only ?? '') ?? NONE;
  if (more.length === 0) return first;
  const ids = [...first, ...more.flatMap((id) => state.commentsOn.get(id) ?? [])];
  const at = (id: string) => state.comments.get(id)?.at ?? 0;
  return ids.sort((a, b) => at(a) - at(b));
}

/** The number of these comments that were not withdrawn: as many as a count beside the target says. */
export function countCommentsAt(state: DebateState, target: Target): number {
  return commentsAt(state, target).reduce(
    (count, id) => count + Number(state.comments.get(id)?.withdrawn === false),
    0,
  );
}

/** Sources cited by a claim, or by what was merged into it, each once. */
export function sourcesOf(state: DebateState, claim: Claim): readonly string[] {
  const claims = mergeGroup(state, claim.id);
  if (claims.length === 1) return claim.sources;
  return [...new Set(claims.flatMap((id) => state.claims.get(id)?.sources ?? []))];
}

/**
 * The active cross-links of a claim and of what was merged into it, each between current claims. Of two that say the same the first is
 * kept; those whose ends were merged into the same claim are dropped, and so are those over a link of that claim.
 */
export function crossLinksAt(state: DebateState, claimId: string): readonly Link[] {
  const said = new Set<string>();
  return mergeGroup(state, claimId).flatMap((id) =>
    (state.crossLinks.get(id) ?? []).flatMap((linkId) => {
      const link = state.links.get(linkId);
      if (!link || link.retracted) return [];
      const now = linkNow(state, link);
      const words = `${now.from} ${now.relation} ${now.target.id}`;
      if (said.has(words) || isToItself(state, now)) return [];
      said.add(words);
      return [now];
    }),
  );
}

/** True for a link to the claim it comes from, or to a link of that claim. */
function isToItself(state: DebateState, { from, target }: Link): boolean {
  if (target.kind !== 'link') return from === target.id;
  return resolveMerge(state, state.links.get(target.id)?.from ?? '') === from;
}

/** A link between the current claims of its ends. */
function linkNow(state: DebateState, link: Link): Link {
  const [from, target] = [resolveMerge(state, link.from), targetNow(state, link.target)];
  return from === link.from && target === link.target ? link : { ...link, from, target };
}

const NONE: readonly string[] = [];
