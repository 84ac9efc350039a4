import type { ArgumentGraph } from './argument-graph.ts';
import { attackFramework } from './attack-framework.ts';
import type { CompiledGraph } from './compiled-graph.ts';
import { groundedLabels, type Label } from './labelling.ts';
import { SEMANTICS, type SemanticsName } from './semantics.ts';
import { type Strengths, strengthsWithout } from './strengths.ts';

/** An argument whose going would change another one, near or far. */
export interface Lever {
  readonly id: string;
  /** The strength of the other one without it. */
  readonly after: number;
  /** The other one's label without it, where that is another one. */
  readonly label: Label | null;
}

/** An attack that nobody has answered: nothing that counts attacks who makes it, and nothing undercuts it. */
export interface UnansweredAttack {
  readonly from: string;
  readonly on: string;
}

/** How many arguments are tried for one, the nearest first: each costs a walk through what is above it. */
const TRIED = 200;
const TOLD = 6;

/** What would change an argument most if it were gone, among all that leads to it; the strongest levers first. */
export function leversOn(
  {
    graph,
    compiled,
    semantics,
    strengths,
  }: {
    readonly graph: ArgumentGraph;
    readonly compiled: CompiledGraph;
    readonly semantics: SemanticsName;
    readonly strengths: Strengths;
  },
  id: string,
): Lever[] {
  const place = compiled.placeOf.get(id);
  if (place === undefined) return [];
  const now = strengths.values[place] ?? 0;
  const label = labelOf(graph, id);
  const levers: Lever[] = [];
  for (const from of leadingTo(compiled, place).slice(0, TRIED)) {
    const after = strengthsWithout(compiled, SEMANTICS[semantics], strengths, from, place).values[place] ?? 0;
    levers.push({ id: compiled.ids[from] ?? '', after, label: null });
  }
  const size = ({ after }: Lever) => Math.abs(after - now);
  const strongest = levers
    .filter((lever) => size(lever) > 0)
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
    .slice(0, TOLD);
  return strongest.map((lever) => {
    const without = labelOf(
      { ...graph, arguments: graph.arguments.filter((each) => each.id !== lever.id) },
      id,
    );
    return { ...lever, label: without === label ? null : without };
  });
}

/** Attacks without an answer on an argument and on all that leads to it, the nearest first. */
export function unansweredAttacks(compiled: CompiledGraph, id: string): UnansweredAttack[] {
  const place = compiled.placeOf.get(id);
  if (place === undefined) return [];
  return [place, ...leadingTo(compiled, place)].flatMap((on) =>
    (compiled.attacks[on] ?? []).flatMap((link) => {
      const from = compiled.from[link - compiled.argumentCount] ?? 0;
      const answered = (compiled.attacks[link] ?? []).length > 0 || (compiled.attacks[from] ?? []).length > 0;
      return answered ? [] : [{ from: compiled.ids[from] ?? '', on: compiled.ids[on] ?? '' }];
    }),
  );
}

/** The arguments that lead to one by whatever way, undercuts included, the nearest first. */
function leadingTo(compiled: CompiledGraph, place: number): number[] {
  const { attacks, supports, from, argumentCount } = compiled;
  const reached = new Set([place]);
  // A set goes on to what is added to it while it is walked.
  for (const each of reached) {
    for (const link of [...(supports[each] ?? []), ...(attacks[each] ?? [])]) reached.add(link);
    if (each >= argumentCount) reached.add(from[each - argumentCount] ?? place);
  }
  return [...reached].filter((each) => each < argumentCount && each !== place);
}

function labelOf(graph: ArgumentGraph, id: string): Label {
  const framework = attackFramework(graph);
  return groundedLabels(framework)[framework.ids.indexOf(id)] ?? 'undecided';
}
