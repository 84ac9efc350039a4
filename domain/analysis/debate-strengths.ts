import type { DebateState } from '../debate/state.ts';
import type { ArgumentGraph } from './argument-graph.ts';
import { baseScore } from './base-score.ts';
import { type CompiledGraph, compileGraph, withBases } from './compiled-graph.ts';
import { graphOfDebate } from './graph-of-debate.ts';
import { SEMANTICS, type SemanticsName } from './semantics.ts';
import { type Strengths, strengthsAfter, strengthsOf } from './strengths.ts';

/** What may change of a debate without any claim counting, or leading anywhere, that did not before: all else may do so. */
const UNRELATED: ReadonlySet<keyof DebateState> = new Set([
  'seq',
  'at',
  'numbering',
  'head',
  'claims',
  'sources',
  'comments',
  'commentsOn',
  'participants',
  'votes',
  'weights',
  'locks',
  'splits',
  'reviews',
  'reports',
  'acts',
  'histories',
] as const);

/** What a debate's claims and positions are worth. */
export interface DebateStrengths {
  /** The state they were reckoned from. */
  readonly state: DebateState;
  readonly graph: ArgumentGraph;
  readonly compiled: CompiledGraph;
  readonly semantics: SemanticsName;
  readonly strengths: Strengths;
}

/** The strengths of a debate. Where nothing but votes and words changed since the last ones, only what hangs on these is reckoned. */
export function debateStrengths(
  state: DebateState,
  before: DebateStrengths | null = null,
  semantics: SemanticsName = 'dfquad',
): DebateStrengths {
  const voted = before && before.semantics === semantics ? votedSince(before, state) : null;
  if (!before || !voted) {
    const graph = graphOfDebate(state);
    const compiled = compileGraph(graph);
    return { state, graph, compiled, semantics, strengths: strengthsOf(compiled, SEMANTICS[semantics]) };
  }
  if (voted.length === 0) return { ...before, state };
  const compiled = withBases(before.compiled, voted);
  const places = voted.map(([place]) => place);
  const strengths = strengthsAfter(compiled, SEMANTICS[semantics], before.strengths, places);
  return { ...before, state, compiled, strengths };
}

/** The strength of a claim or position; undefined where it counts for nothing. */
export function strengthIn({ compiled, strengths }: DebateStrengths, id: string): number | undefined {
  const place = compiled.placeOf.get(id);
  return place === undefined ? undefined : strengths.values[place];
}

/** The places and base scores of claims that were voted on since; null: what links to what, or counts, has changed too. */
function votedSince(before: DebateStrengths, state: DebateState): (readonly [number, number])[] | null {
  const was = before.state;
  for (const field of Object.keys(state) as (keyof DebateState)[])
    if (!UNRELATED.has(field) && was[field] !== state[field]) return null;
  if (was.claims === state.claims) return [];
  if (was.claims.size !== state.claims.size) return null;
  const voted: (readonly [number, number])[] = [];
  for (const claim of state.claims.values()) {
    const other = was.claims.get(claim.id);
    if (other === claim) continue;
    if (!other || other.retracted !== claim.retracted) return null;
    const place = before.compiled.placeOf.get(claim.id);
    if (place !== undefined && other.tally !== claim.tally) voted.push([place, baseScore(claim.tally)]);
  }
  return voted;
}
