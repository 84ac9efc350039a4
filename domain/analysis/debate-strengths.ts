import { finish, type Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { changedGraph } from './changed-graph.ts';
import { type CompiledGraph, compileSteps } from './compiled-graph.ts';
import { graphChanges } from './graph-changes.ts';
import { type CountedDebate, countedOf, graphSteps } from './graph-of-debate.ts';
import { SEMANTICS, type SemanticsName } from './semantics.ts';
import { type Strengths, strengthsAfter, strengthsReshaped, strengthsSteps } from './strengths.ts';

/** What a debate's claims and positions are worth. */
export interface DebateStrengths extends CountedDebate {
  readonly compiled: CompiledGraph;
  readonly semantics: SemanticsName;
  readonly strengths: Strengths;
}

/** The strengths of a debate; from those before only what hangs on what changed is reckoned. */
export function debateStrengths(
  state: DebateState,
  before: DebateStrengths | null = null,
  semantics: SemanticsName = 'dfquad',
): DebateStrengths {
  return finish(debateStrengthsSteps(state, before, semantics));
}

/** The same in steps. What follows from the strengths before is there in one. */
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

/** The strength of a claim or position; undefined where it counts for nothing. */
export function strengthIn({ compiled, strengths }: DebateStrengths, id: string): number | undefined {
  const place = compiled.placeOf.get(id);
  return place === undefined ? undefined : strengths.values[place];
}

/** The strengths after some records changed; null: so many did that all is to be reckoned. */
function strengthsSince(before: DebateStrengths, state: DebateState): DebateStrengths | null {
  const counted = withholdsAlike(before.state, state)
    ? { state, withheld: before.withheld }
    : countedOf(state);
  const changes = graphChanges(before, counted);
  if (!changes) return null;
  const { graph, changed, reshaped } = changedGraph(before.compiled, changes);
  if (changed.size === 0) return { ...before, ...counted };
  const after = reshaped ? strengthsReshaped : strengthsAfter;
  const strengths = after(graph, SEMANTICS[before.semantics], before.strengths, changed);
  return { ...before, ...counted, compiled: graph, strengths };
}

/** Is the same withheld from everybody? */
function withholdsAlike(a: DebateState, b: DebateState): boolean {
  return a.withheld === b.withheld && a.veiled === b.veiled && a.links === b.links && a.merges === b.merges;
}
