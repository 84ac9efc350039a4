import { finish, type Steps } from '../../collections/steps.ts';
import type { DebateState } from '../../debate/engine/state.ts';
import { changedGraph } from '../graph/changed-graph.ts';
import { type CompiledGraph, compileSteps } from '../graph/compiled-graph.ts';
import { graphChanges } from '../graph/graph-changes.ts';
import { type CountedDebate, countedOf, graphSteps } from '../graph/graph-of-debate.ts';
import { SEMANTICS, type SemanticsName } from './semantics.ts';
import { type Strengths, strengthsAfter, strengthsReshaped, strengthsSteps } from './strengths.ts';

/** The strengths of a debate's claims and positions. */
export interface DebateStrengths extends CountedDebate {
  readonly compiled: CompiledGraph;
  readonly semantics: SemanticsName;
  readonly strengths: Strengths;
}

/** The strengths of a debate; given the previous ones, only what depends on changes is recalculated. */
export function debateStrengths(
  state: DebateState,
  before: DebateStrengths | null = null,
  semantics: SemanticsName = 'dfquad',
): DebateStrengths {
  return finish(debateStrengthsSteps(state, before, semantics));
}

/** The same in steps. An update of earlier strengths takes a single step. */
export function* debateStrengthsSteps(
  state: DebateState,
  before: DebateStrengths | null = null,
  semantics: SemanticsName = 'dfquad',
): Steps<DebateStrengths> {
  const known = before?.semantics === semantics ? strengthsSince(before, state) : null;
  if (known) return known;
  const counted = countedOf(state);
  yield;
  const compiled = yield* compileSteps(yield* graphSteps(counted));
  const strengths = yield* strengthsSteps(compiled, SEMANTICS[semantics]);
  return { ...counted, compiled, semantics, strengths };
}

/** The strength of a claim or position; `undefined` if it doesn't count. */
export function strengthIn({ compiled, strengths }: DebateStrengths, id: string): number | undefined {
  const place = compiled.placeOf.get(id);
  return place === undefined ? undefined : strengths.values[place];
}

/** The strengths after some records changed; `null`: so many did that everything is to be recalculated. */
function strengthsSince(before: DebateStrengths, state: DebateState): DebateStrengths | null {
  const counted = withholdsAlike(before.state, state) ? { state, hidden: before.hidden } : countedOf(state);
  const changes = graphChanges(before, counted);
  if (!changes) return null;
  const { graph, changed, reshaped } = changedGraph(before.compiled, changes);
  if (changed.size === 0) return { ...before, ...counted };
  const after = reshaped ? strengthsReshaped : strengthsAfter;
  const strengths = after(graph, SEMANTICS[before.semantics], before.strengths, changed);
  return { ...before, ...counted, compiled: graph, strengths };
}

/** True if the same is hidden from everyone in both states. */
function withholdsAlike(a: DebateState, b: DebateState): boolean {
  return a.hidden === b.hidden && a.embargoed === b.embargoed && a.links === b.links && a.merges === b.merges;
}
