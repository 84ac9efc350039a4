import type { AttackFramework } from '../graph/attack-framework.ts';
import { groundedLabels } from './labelling.ts';

/** The preferred extensions: each a maximal set of arguments that can be held together and answers every attack on it. */
export interface Preferred {
  readonly extensions: readonly (readonly string[])[];
  /** True if these are all; otherwise the search was stopped at its limit. */
  readonly complete: boolean;
}

/** How many arguments the search may visit, all choices together, and how many sets it collects, before it stops and reports that. */
const PREFERRED_BOUNDS = { looks: 5_000_000, sets: 500 };

type Mark = 'in' | 'out' | 'spare' | 'open';

/**
 * Searches for the preferred extensions: starting with the grounded labelling, argument by argument held or not. A set is dropped if it
 * leaves an attack on it without an answer, or leaves out what could be held with it.
 */
export function preferredExtensions(framework: AttackFramework, bounds = PREFERRED_BOUNDS): Preferred {
  const { attackers, attacked, size } = framework;
  const grounded = groundedLabels(framework);
  const start = grounded.map((label): Mark => (label === 'undecided' ? 'open' : label));
  const found: Set<number>[] = [];
  const branches: Mark[][] = [start];
  let looks = 0;
  for (let marks = branches.pop(); marks; marks = branches.pop()) {
    if (looks >= bounds.looks || found.length >= bounds.sets) {
      return { extensions: named(framework, found), complete: false };
    }
    looks += size;
    if (isHopeless(marks)) continue;
    const free = marks.findIndex((mark, argument) => mark === 'open' && isFree(marks, argument));
    const next = free === -1 ? marks.indexOf('open') : free;
    if (next === -1) gather(marks);
    else {
      // Holding an argument is tried first, so that large sets are found before their subsets.
      if (free === -1) branches.push(marks.with(next, 'spare'));
      const held = holding(marks, next);
      if (held) branches.push(held);
    }
  }
  return { extensions: named(framework, found), complete: true };

  /** With an argument held, everything it attacks or is attacked by is out; `null`: it attacks itself. */
  function holding(marks: readonly Mark[], argument: number): Mark[] | null {
    const around = [...(attackers[argument] ?? []), ...(attacked[argument] ?? [])];
    if (around.includes(argument)) return null;
    const held = marks.with(argument, 'in');
    for (const each of around) held[each] = 'out';
    return held;
  }

  /** True if all its attackers are out: then it is held with the rest, or the rest is not a maximal set. */
  function isFree(marks: readonly Mark[], argument: number): boolean {
    return (attackers[argument] ?? []).every((each) => marks[each] === 'out');
  }

  /** True if no maximal set can result: something is left out without reason, or an attack on a held argument has no answer. */
  function isHopeless(marks: readonly Mark[]): boolean {
    for (let argument = 0; argument < size; argument += 1) {
      if (marks[argument] === 'spare' && isFree(marks, argument)) return true;
      if (marks[argument] !== 'in') continue;
      for (const attacker of attackers[argument] ?? []) {
        const answers = (each: number) => marks[each] === 'in' || marks[each] === 'open';
        if (!(attackers[attacker] ?? []).some(answers)) return true;
      }
    }
    return false;
  }

  function gather(marks: readonly Mark[]): void {
    const set = new Set(marks.flatMap((mark, argument) => (mark === 'in' ? argument : [])));
    if (found.some((other) => liesIn(set, other))) return;
    for (let index = found.length - 1; index >= 0; index -= 1)
      if (liesIn(found[index] ?? set, set)) found.splice(index, 1);
    found.push(set);
  }
}

function liesIn(set: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  for (const each of set) if (!other.has(each)) return false;
  return true;
}

function named({ ids }: AttackFramework, sets: readonly ReadonlySet<number>[]): string[][] {
  const lists = sets.map((set) => [...set].flatMap((argument) => ids[argument] ?? []).sort());
  return lists.sort((a, b) => (a.join('\n') < b.join('\n') ? -1 : 1));
}
