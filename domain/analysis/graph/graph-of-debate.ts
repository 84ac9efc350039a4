import { finish, type Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import type { Link } from '../../debate/map/link.ts';
import { mergeGroup, resolveMerge, targetNow } from '../../debate/map/merged.ts';
import { hiddenIdsFor } from '../../debate/visibility/hidden-content.ts';
import type { Argument, ArgumentGraph, ArgumentLink } from './argument-graph.ts';
import { baseScore, POSITION_BASE } from './base-score.ts';
import { linkWeight } from './link-weight.ts';

/** Number of records processed in one step. */
const A_STEP = 500;

/** A debate, and what is hidden from everyone in it: that doesn't count for any viewer. */
export interface CountedDebate {
  readonly state: DebateState;
  readonly hidden: ReadonlySet<string>;
}

/** A debate with what counts in it. */
export function countedOf(state: DebateState): CountedDebate {
  return { state, hidden: hiddenIdsFor(state, { seesAll: false, participantId: null }) };
}

/**
 * A debate's positions, claims and links as arguments that strengthen and weaken each other. What is retracted, removed, or hidden from
 * everyone doesn't count for any viewer: so no difference reveals it. A merged claim counts as the claim it was merged into, and the same
 * statement counts once.
 */
export function graphOfDebate(state: DebateState): ArgumentGraph {
  return finish(graphSteps(countedOf(state)));
}

/** The same in steps. */
export function* graphSteps(counted: CountedDebate): Steps<ArgumentGraph> {
  const { state } = counted;
  const arguments_: Argument[] = [];
  let looked = 0;
  for (const records of [state.positions, state.claims]) {
    for (const id of records.keys()) {
      const argument = argumentIn(counted, id);
      if (argument) arguments_.push(argument);
      looked += 1;
      if (looked % A_STEP === 0) yield;
    }
  }
  const said = new Map<string, ArgumentLink>();
  for (const { id } of state.links.values()) {
    looked += 1;
    if (looked % A_STEP === 0) yield;
    const link = sayingIn(counted, id);
    if (!link) continue;
    const words = wordsOf(link);
    const other = said.get(words);
    if (!other || isBefore(state, id, other.id)) said.set(words, link);
  }
  return { arguments: arguments_, links: [...said.values()] };
}

/** The argument of a position or claim; `null`: it doesn't count. */
export function argumentIn({ state, hidden }: CountedDebate, id: string): Argument | null {
  const position = state.positions.get(id);
  if (position) return position.removed ? null : { id, base: POSITION_BASE };
  const claim = state.claims.get(id);
  if (!claim || claim.retracted || hidden.has(id) || state.merges.has(id)) return null;
  return { id, base: baseScore(claim.tally) };
}

/** The graph's link for a link; `null`: it doesn't count, because of itself, of its ends, or because another one says the same. */
export function linkIn(
  counted: CountedDebate,
  id: string,
  asked: ReadonlySet<string> = new Set(),
): ArgumentLink | null {
  const link = sayingIn(counted, id);
  if (!link || !argumentIn(counted, link.from)) return null;
  const words = wordsOf(link);
  for (const other of linksFrom(counted.state, link.from)) {
    const says = other === id ? null : sayingIn(counted, other);
    if (says && wordsOf(says) === words && isBefore(counted.state, other, id)) return null;
  }
  const { target } = link;
  if (target.kind === 'argument') return argumentIn(counted, target.id) ? link : null;
  // Links that undercut each other in a cycle keep each other.
  if (asked.has(target.id)) return link;
  return linkIn(counted, target.id, new Set([...asked, id])) ? link : null;
}

/** The links of a claim, and of all claims merged into it. */
export function linksFrom(state: DebateState, claimId: string): string[] {
  return mergeGroup(state, claimId).flatMap((id) => {
    const place = state.claims.get(id)?.parentLink;
    const beside = (state.crossLinks.get(id) ?? []).filter((link) => state.links.get(link)?.from === id);
    return place === undefined ? beside : [place, ...beside];
  });
}

/** The meaning of a link, whether or not its ends count and others say the same. */
function sayingIn({ state, hidden }: CountedDebate, id: string): ArgumentLink | null {
  const link = state.links.get(id);
  // The step of a merged claim no longer counts: its place is that of the claim it was merged into.
  if (!link || link.retracted || hidden.has(id) || (link.parent && state.merges.has(link.from))) return null;
  const [from, target] = [resolveMerge(state, link.from), targetNow(state, link.target)];
  // Neither to the claim itself nor to a link of it: a merge may have made both ends one.
  const isOfTarget =
    target.kind === 'link' && resolveMerge(state, state.links.get(target.id)?.from ?? '') === from;
  if (from === target.id || isOfTarget) return null;
  return {
    id,
    from,
    target: { kind: target.kind === 'link' ? 'link' : 'argument', id: target.id },
    relation: link.relation,
    weight: linkWeight(link.weighing),
  };
}

function wordsOf({ from, relation, target }: ArgumentLink): string {
  return `${from} ${relation} ${target.id}`;
}

/** True if the first of two links that say the same is the one that counts; tree links come before cross-links. */
function isBefore(state: DebateState, id: string, otherId: string): boolean {
  const [link, other] = [state.links.get(id), state.links.get(otherId)];
  return link !== undefined && other !== undefined && inTime(link, other) < 0;
}

function inTime(a: Link, b: Link): number {
  return Number(b.parent) - Number(a.parent) || a.at - b.at || (a.id < b.id ? -1 : 1);
}
