import { attackFramework } from '../../../domain/analysis/attack-framework.ts';
import {
  type Contribution,
  contributionsTo,
  type Difference,
  ifGone,
} from '../../../domain/analysis/contributions.ts';
import type { DebateStrengths } from '../../../domain/analysis/debate-strengths.ts';
import { groundedLabels, type ReasonedLabel, withReasons } from '../../../domain/analysis/labelling.ts';
import {
  type Lever,
  leversOn,
  type UnansweredAttack,
  unansweredAttacks,
} from '../../../domain/analysis/levers.ts';
import { SEMANTICS } from '../../../domain/analysis/semantics.ts';
import { strengthsOf } from '../../../domain/analysis/strengths.ts';

/** Everything that is said of one number. */
export interface StrengthExplained {
  readonly id: string;
  readonly strength: number;
  readonly contributions: readonly Contribution[];
  readonly ifGone: readonly Difference[];
  readonly levers: readonly Lever[];
  readonly unanswered: readonly UnansweredAttack[];
  readonly label: ReasonedLabel;
  readonly others: { readonly quadraticEnergy: number; readonly euler: number };
  /** It stands in a circle that comes to no rest. */
  readonly restless: boolean;
}

/** Explains the strength of a claim or position; null where it counts for nothing. */
export function explainStrength(debate: DebateStrengths, id: string): StrengthExplained | null {
  const { compiled, graph, semantics, strengths } = debate;
  const place = compiled.placeOf.get(id);
  if (place === undefined) return null;
  const framework = attackFramework(graph);
  const labels = withReasons(framework, groundedLabels(framework));
  const by = (name: 'quadraticEnergy' | 'euler') => strengthsOf(compiled, SEMANTICS[name]).values[place] ?? 0;
  return {
    id,
    strength: strengths.values[place] ?? 0,
    contributions: contributionsTo(compiled, SEMANTICS[semantics], strengths, id),
    ifGone: ifGone(compiled, SEMANTICS[semantics], strengths, id),
    levers: leversOn(debate, id),
    unanswered: unansweredAttacks(compiled, id),
    label: labels.get(id) ?? { label: 'undecided', because: [] },
    others: { quadraticEnergy: by('quadraticEnergy'), euler: by('euler') },
    restless: strengths.restless.has(compiled.partOf[place] ?? -1),
  };
}
