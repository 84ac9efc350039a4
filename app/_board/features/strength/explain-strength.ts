import { attackFramework } from '#domain/analysis/graph/attack-framework.ts';
import { graphSteps } from '#domain/analysis/graph/graph-of-debate.ts';
import { groundedLabels, type ReasonedLabel, withReasons } from '#domain/analysis/labels/labelling.ts';
import { type Lever, leverSteps, type UnansweredAttack, unansweredAttacks } from '#domain/analysis/levers.ts';
import {
  type Contribution,
  contributionsTo,
  type StrengthDifference,
  withoutArgument,
} from '#domain/analysis/strength/contributions.ts';
import type { DebateStrengths } from '#domain/analysis/strength/debate-strengths.ts';
import { SEMANTICS } from '#domain/analysis/strength/semantics.ts';
import { shownStrength } from '#domain/analysis/strength/shown-strength.ts';
import { strengthsSteps } from '#domain/analysis/strength/strengths.ts';
import type { Steps } from '#domain/collections/steps.ts';

/** Explanation of one strength. */
export interface StrengthExplained {
  readonly id: string;
  readonly strength: number;
  readonly contributions: readonly Contribution[];
  readonly ifGone: readonly StrengthDifference[];
  readonly levers: readonly Lever[];
  readonly unanswered: readonly UnansweredAttack[];
  readonly label: ReasonedLabel;
  readonly others: { readonly quadraticEnergy: number; readonly euler: number };
  /** True if it is in a cycle that doesn't settle. */
  readonly restless: boolean;
}

/**
 * Explains the strength of a claim or position, in steps: each asks what the strength would be without something. `null`: it doesn't
 * count.
 */
export function* explainStrength(debate: DebateStrengths, id: string): Steps<StrengthExplained | null> {
  const { compiled, semantics, strengths } = debate;
  const place = compiled.placeOf.get(id);
  if (place === undefined) return null;
  const graph = yield* graphSteps(debate);
  yield;
  const framework = attackFramework(graph);
  yield;
  const labels = withReasons(framework, groundedLabels(framework));
  yield;
  const levers = yield* leverSteps({ graph, compiled, semantics, strengths }, id);
  const quadraticEnergy = yield* strengthsSteps(compiled, SEMANTICS.quadraticEnergy);
  const euler = yield* strengthsSteps(compiled, SEMANTICS.euler);
  return {
    id,
    strength: strengths.values[place] ?? 0,
    contributions: contributionsTo(compiled, SEMANTICS[semantics], strengths, id).filter(
      ({ by }) => by !== 0,
    ),
    ifGone: withoutArgument(compiled, SEMANTICS[semantics], strengths, id).filter(
      (other) => shownStrength(debate, other.id) !== undefined,
    ),
    levers,
    unanswered: unansweredAttacks(compiled, id),
    label: labels.get(id) ?? { label: 'undecided', because: [] },
    others: { quadraticEnergy: quadraticEnergy.values[place] ?? 0, euler: euler.values[place] ?? 0 },
    restless: strengths.restless.has(place),
  };
}
