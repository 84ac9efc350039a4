import type { DebateState } from '../../debate/engine/state.ts';
import type { Claim } from '../../debate/map/claim.ts';
import type { Link, Target } from '../../debate/map/link.ts';
import { mergedWay, namesOf, resolveMerge } from '../../debate/map/merged.ts';
import type { Position } from '../../debate/positions/position.ts';
import type { ArgumentLink } from './argument-graph.ts';
import type { GraphChanges } from './changed-graph.ts';
import { argumentIn, type CountedDebate, linkIn, linksFrom } from './graph-of-debate.ts';

/** Maximum records that may count differently: beyond it everything is recalculated, in steps. */
const MANY = 1_000;

/**
 * Arguments that count differently than before, and possibly some that don't: everything that may be affected is checked. `null`: too
 * much was.
 */
export function graphChanges(before: CountedDebate, now: CountedDebate): GraphChanges | null {
  const touched = new Touched([before.state, now.state]);
  for (const id of now.state.positions.changedSince(before.state.positions, countsAlike))
    touched.addArgument(id);
  const voted = now.state.claims.changedSince(before.state.claims, countsAlike);
  if (voted.length > MANY) return null;
  for (const id of voted) {
    if (isThere(before, id) !== isThere(now, id)) touched.addArgument(id);
    else touched.arguments.add(id);
  }
  const links = now.state.links.changedSince(before.state.links, leadsAlike);
  if (links.length > MANY) return null;
  for (const id of links) touched.addLink(id);
  for (const id of now.state.merges.changedSince(before.state.merges, (a, b) => a.into === b.into))
    touched.addMerged(id);
  if (before.hidden !== now.hidden) {
    for (const id of before.hidden) if (!now.hidden.has(id)) touched.add(id);
    for (const id of now.hidden) if (!before.hidden.has(id)) touched.add(id);
  }
  touched.addWhatHangsOnLinks();
  if (touched.arguments.size + touched.links.size > MANY) return null;
  const arguments_ = new Map<string, number | null>();
  for (const id of touched.arguments) arguments_.set(id, argumentIn(now, id)?.base ?? null);
  const counting = new Map<string, ArgumentLink | null>();
  for (const id of touched.links) counting.set(id, linkIn(now, id));
  return { arguments: arguments_, links: counting };
}

/** Arguments that may count differently, by their earlier or present state. */
class Touched {
  readonly arguments = new Set<string>();
  readonly links = new Set<string>();
  readonly #states: readonly DebateState[];

  constructor(states: readonly DebateState[]) {
    this.#states = states;
  }

  /** A claim or a link. */
  add(id: string): void {
    if (this.#states.some(({ links }) => links.has(id))) this.addLink(id);
    else this.addArgument(id);
  }

  /** Something that may have been added or removed, with its incoming and outgoing links. */
  addArgument(id: string): void {
    this.arguments.add(id);
    for (const state of this.#states) {
      for (const link of linksFrom(state, id)) this.links.add(link);
      const kind = state.positions.has(id) ? 'position' : 'claim';
      for (const link of linksTo(state, { kind, id })) this.links.add(link);
    }
  }

  /** A link, with those that may say the same. */
  addLink(id: string): void {
    this.links.add(id);
    for (const state of this.#states) {
      const link = state.links.get(id);
      if (link) for (const each of linksFrom(state, resolveMerge(state, link.from))) this.links.add(each);
    }
  }

  /** A claim that was merged, or separated again, and the claim it counts as. */
  addMerged(id: string): void {
    for (const state of this.#states) for (const each of mergedWay(state, id)) this.addArgument(each);
  }

  /** Undercuts count as long as what they undercut does, and so on. */
  addWhatHangsOnLinks(): void {
    // A set iterates over elements added meanwhile.
    for (const id of this.links)
      for (const state of this.#states)
        for (const link of linksTo(state, { kind: 'link', id })) this.addLink(link);
  }
}

/** The links to this, and to claims merged into it. */
function linksTo(state: DebateState, target: Target): string[] {
  return namesOf(state, target).flatMap((id) => {
    const beside = (state.crossLinks.get(id) ?? []).filter((link) => state.links.get(link)?.target.id === id);
    return [...(state.childLinks.get(id) ?? []), ...beside];
  });
}

function isThere(counted: CountedDebate, id: string): boolean {
  return argumentIn(counted, id) !== null;
}

function countsAlike(a: Claim | Position, b: Claim | Position): boolean {
  if (!('tally' in a && 'tally' in b)) return 'removed' in a && 'removed' in b && a.removed === b.removed;
  return (
    a.retracted === b.retracted &&
    a.parentLink === b.parentLink &&
    (a.tally === b.tally || (a.tally.agree === b.tally.agree && a.tally.disagree === b.tally.disagree))
  );
}

function leadsAlike(a: Link, b: Link): boolean {
  if (a === b) return true;
  return (
    a.from === b.from &&
    a.target.id === b.target.id &&
    a.relation === b.relation &&
    a.parent === b.parent &&
    a.retracted === b.retracted &&
    a.weighing === b.weighing
  );
}
