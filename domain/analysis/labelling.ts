import type { AttackFramework } from './attack-framework.ts';

/** Accepted, rejected, or neither. */
export type Label = 'in' | 'out' | 'undecided';

/** A label, and the arguments that make it so. */
export interface ReasonedLabel {
  readonly label: Label;
  /** In: what attacks it, all of it out. Out: what is in and attacks it. Undecided: what attacks it and is not out. */
  readonly because: readonly string[];
}

/**
 * The grounded labelling (Dung 1995, Caminada 2006): what must be accepted or rejected by who attacks whom alone. Each attack
 * is looked at once.
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
  const telling = { in: 'out', out: 'in' } as const;
  return new Map(
    framework.ids.map((id, argument) => {
      const label = labels[argument] ?? 'undecided';
      const tells = (each: number) =>
        label === 'undecided' ? labels[each] !== 'out' : labels[each] === telling[label];
      const because = (framework.attackers[argument] ?? []).filter(tells);
      return [id, { label, because: [...new Set(because.map((each) => sourceOf(framework, each)))].sort() }];
    }),
  );
}

/** The argument that an attack which stands for itself comes from. */
function sourceOf({ ids, attackers }: AttackFramework, argument: number): string {
  const own = ids[argument];
  if (own !== undefined) return own;
  // The first that attacks "it holds" says that it does not come from what stands, and its one attacker is its source.
  const silent = argument - 1;
  return ids[attackers[silent]?.[0] ?? 0] ?? '';
}
