import { claimNow, targetNow } from '../debate/merged.ts';
import type { DebateState, Link } from '../debate/state.ts';
import { withheldFrom } from '../debate/withheld.ts';
import type { Argument, ArgumentGraph, ArgumentLink } from './argument-graph.ts';
import { baseScore } from './base-score.ts';
import { linkWeight } from './link-weight.ts';

/** What a position is worth by itself: nobody votes on it. */
const POSITION_BASE = baseScore({ agree: 0, disagree: 0 });

/**
 * A debate's positions, claims and links as arguments that strengthen and weaken each other. What is retracted, removed, or
 * withheld from everybody, counts for nothing, whoever looks: so nothing of it can be told by a difference. What was merged
 * speaks as the claim it was merged into, and says the same thing once.
 */
export function graphOfDebate(state: DebateState): ArgumentGraph {
  const withheld = withheldFrom(state, { seesAll: false, participantId: null });
  const arguments_: Argument[] = [];
  for (const { id, removed } of state.positions.values())
    if (!removed) arguments_.push({ id, base: POSITION_BASE });
  for (const { id, retracted, tally } of state.claims.values()) {
    if (!retracted && !withheld.has(id) && !state.merges.has(id))
      arguments_.push({ id, base: baseScore(tally) });
  }
  return { arguments: arguments_, links: linksOf(state, withheld) };
}

function linksOf(state: DebateState, withheld: ReadonlySet<string>): ArgumentLink[] {
  const said = new Set<string>();
  const links: ArgumentLink[] = [];
  for (const link of inTime(state)) {
    // The step of a merged claim leads nowhere any more: its place is that of the claim it was merged into.
    if (link.retracted || withheld.has(link.id) || (link.parent && state.merges.has(link.from))) continue;
    const [from, target] = [claimNow(state, link.from), targetNow(state, link.target)];
    const words = `${from} ${link.relation} ${target.id}`;
    if (from === target.id || said.has(words)) continue;
    said.add(words);
    links.push({
      id: link.id,
      from,
      target: { kind: target.kind === 'link' ? 'link' : 'argument', id: target.id },
      relation: link.relation,
      weight: linkWeight(link.weighing),
    });
  }
  return links;
}

/** The first of two links that say the same is the one that counts; a place in the map before what is beside it. */
function inTime(state: DebateState): Iterable<Link> {
  if (state.merges.size === 0) return state.links.values();
  return [...state.links.values()].sort(
    (a, b) => Number(b.parent) - Number(a.parent) || a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}
