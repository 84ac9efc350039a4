import type { AttackFramework } from '../graph/attack-framework.ts';

/** Accepted, rejected, or neither. */
export type Label = 'in' | 'out' | 'undecided';

/** A label, and the arguments that are its reason. */
export interface ReasonedLabel {
  readonly label: Label;
  /** In: its attackers, all of them out. Out: its attackers that are in. Undecided: its attackers that are not out. */
  readonly because: readonly string[];
}

/**
 * The grounded labelling (Dung 1995, Caminada 2006): what must be accepted or rejected because of the attacks alone. Each attack is visited
 * once.
 */
export function groundedLabels(framework: AttackFramework): Label[] {
  const { size, attackers, attacked } = framework;
  const labels: Label[] = Array.from({ length: size }, () => 'undecided');
  const open = attackers.map(({ length }) => length);
  const due: number[] = [];
  for (const [argument, count] of open.entries()) if (count === 0) due.push(argument);
  for (let next = due.pop(); next !== undefined; next = due.pop()) {
    labels[next] = 'in';
    for (const rejected of attacked[next] ?? []) {
      if (labels[rejected] !== 'undecided') continue;
      labels[rejected] = 'out';
      for (const freed of attacked[rejected] ?? []) {
        const left = (open[freed] ?? 0) - 1;
        open[freed] = left;
        if (left === 0 && labels[freed] === 'undecided') due.push(freed);
      }
    }
  }
  return labels;
}

/** The labels by argument, each with its reason. */
export function withReasons(
  framework: AttackFramework,
  labels: readonly Label[],
): ReadonlyMap<string, ReasonedLabel> {
  const opposite = { in: 'out', out: 'in' } as const;
  return new Map(
    framework.ids.map((id, argument) => {
      const label = labels[argument] ?? 'undecided';
      const isReason = (each: number) =>
        label === 'undecided' ? labels[each] !== 'out' : labels[each] === opposite[label];
      const because = (framework.attackers[argument] ?? []).filter(isReason);
      return [id, { label, because: [...new Set(because.map((each) => sourceOf(framework, each)))].sort() }];
    }),
  );
}

/** The source of an attack that is represented by an argument. */
function sourceOf({ ids, attackers }: AttackFramework, argument: number): string {
  const own = ids[argument];
  if (own !== undefined) return own;
  // The first attacker of "it holds" is "its source is not accepted", whose one attacker is the source.
  const silent = argument - 1;
  return ids[attackers[silent]?.[0] ?? 0] ?? '';
}
