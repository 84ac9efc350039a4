import { finish, type Steps } from '../collections/steps.ts';
import type { ArgumentGraph } from './graph/argument-graph.ts';
import { attackFramework } from './graph/attack-framework.ts';
import { type CompiledGraph, isLinkAt, sourceAt } from './graph/compiled-graph.ts';
import { groundedLabels, type Label } from './labels/labelling.ts';
import { SEMANTICS, type SemanticsName } from './strength/semantics.ts';
import { type Strengths, strengthsWithout } from './strength/strengths.ts';

/** An argument whose removal would change another one, directly or indirectly. */
export interface Lever {
  readonly id: string;
  /** The other one's strength without it. */
  readonly after: number;
  /** The other one's label without it, if it would change. */
  readonly label: Label | null;
}

/** An attack without an answer: nothing that counts attacks its source, and nothing undercuts it. */
export interface UnansweredAttack {
  readonly from: string;
  readonly on: string;
}

/** Maximum arguments tried for one: each costs a pass over what it affects. */
const TRIED = 200;
/** Maximum listed. */
const LISTED = 6;

/** A graph and its values. */
interface Solved {
  readonly graph: ArgumentGraph;
  readonly compiled: CompiledGraph;
  readonly semantics: SemanticsName;
  readonly strengths: Strengths;
}

/** The arguments whose removal would change an argument most, among all that lead to it; strongest levers first. */
export function leversOn(solved: Solved, id: string): Lever[] {
  return finish(leverSteps(solved, id));
}

/** The same in steps. */
export function* leverSteps({ graph, compiled, semantics, strengths }: Solved, id: string): Steps<Lever[]> {
  const place = compiled.placeOf.get(id);
  if (place === undefined) return [];
  const now = strengths.values[place] ?? 0;
  const label = labelOf(graph, id);
  const levers: Lever[] = [];
  for (const from of mostLikely(compiled, strengths, place).slice(0, TRIED)) {
    const after = strengthsWithout(compiled, SEMANTICS[semantics], strengths, from, place).values[place] ?? 0;
    levers.push({ id: compiled.ids[from] ?? '', after, label: null });
    yield;
  }
  const size = ({ after }: Lever) => Math.abs(after - now);
  const strongest = levers
    .filter((lever) => size(lever) > 0)
    .sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
    .slice(0, LISTED);
  const labelled: Lever[] = [];
  for (const lever of strongest) {
    yield;
    const rest = graph.arguments.filter((each) => each.id !== lever.id);
    const without = labelOf({ ...graph, arguments: rest }, id);
    labelled.push({ ...lever, label: without === label ? null : without });
  }
  return labelled;
}

/** The arguments that lead to one: first those directly for and against it in turn, the strongest of each first; then the others, nearest first. */
function mostLikely(compiled: CompiledGraph, { values }: Strengths, place: number): number[] {
  const strongest = (links: readonly number[] = []) =>
    links
      .toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)
      .map((link) => sourceAt(compiled, link));
  const [pros, cons] = [strongest(compiled.supports[place]), strongest(compiled.attacks[place])];
  const inTurn = Array.from({ length: Math.max(pros.length, cons.length) }, (_, nth) =>
    [pros[nth], cons[nth]].flatMap((from) => from ?? []),
  );
  const direct = inTurn.flat().filter((from) => from !== place);
  return [...new Set([...direct, ...leadingTo(compiled, place)])];
}

/** Every attack without an answer, on an argument or, by an undercut, on a link of one. */
export function allUnansweredAttacks(compiled: CompiledGraph): UnansweredAttack[] {
  return compiled.attacks.flatMap((_, on) => unansweredOn(compiled, on));
}

/** Attacks without an answer on an argument, and on its direct or indirect supports; nearest first. */
export function unansweredAttacks(compiled: CompiledGraph, id: string): UnansweredAttack[] {
  const place = compiled.placeOf.get(id);
  if (place === undefined) return [];
  return speakingFor(compiled, place).flatMap((on) => unansweredOn(compiled, on));
}

/** Attacks without an answer directly on an argument or link. */
function unansweredOn(compiled: CompiledGraph, on: number): UnansweredAttack[] {
  const { attacks, ids } = compiled;
  return (attacks[on] ?? []).flatMap((link) =>
    isAnswered(compiled, link)
      ? []
      : [{ from: ids[sourceAt(compiled, link)] ?? '', on: ids[sourceAt(compiled, on)] ?? '' }],
  );
}

/** All arguments that make an attack without an answer, whatever its target. */
export function unansweredAttackers(compiled: CompiledGraph): ReadonlySet<string> {
  const attackers = new Set<string>();
  for (const links of compiled.attacks)
    for (const link of links ?? [])
      if (!isAnswered(compiled, link)) attackers.add(compiled.ids[sourceAt(compiled, link)] ?? '');
  return attackers;
}

/** True if anything that counts attacks the source of this attack, or undercuts it. */
function isAnswered(compiled: CompiledGraph, link: number): boolean {
  const { attacks } = compiled;
  return (attacks[link] ?? []).length > 0 || (attacks[sourceAt(compiled, link)] ?? []).length > 0;
}

/** An argument with everything in its favor: its supports, and what attacks or undercuts its attackers. */
function speakingFor(compiled: CompiledGraph, place: number): number[] {
  const { attacks, supports } = compiled;
  const [pro, con] = [new Set([place]), new Set<number>()];
  // Sets iterate over elements added meanwhile; the one that ends first is resumed.
  for (let known = 0; known !== pro.size + con.size; ) {
    known = pro.size + con.size;
    for (const [side, other] of [
      [pro, con],
      [con, pro],
    ] as const) {
      for (const each of side) {
        for (const link of supports[each] ?? []) side.add(link);
        for (const link of attacks[each] ?? []) other.add(link);
        if (isLinkAt(compiled, each)) side.add(sourceAt(compiled, each));
      }
    }
  }
  return [...pro];
}

/** The arguments that lead to one by any path, undercuts included, nearest first. */
function leadingTo(compiled: CompiledGraph, place: number): number[] {
  const { attacks, supports } = compiled;
  const reached = new Set([place]);
  // A set iterates over elements added meanwhile.
  for (const each of reached) {
    for (const link of [...(supports[each] ?? []), ...(attacks[each] ?? [])]) reached.add(link);
    if (isLinkAt(compiled, each)) reached.add(sourceAt(compiled, each));
  }
  return [...reached].filter((each) => !isLinkAt(compiled, each) && each !== place);
}

function labelOf(graph: ArgumentGraph, id: string): Label {
  const framework = attackFramework(graph);
  return groundedLabels(framework)[framework.ids.indexOf(id)] ?? 'undecided';
}
