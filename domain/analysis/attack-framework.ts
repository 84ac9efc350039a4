import type { ArgumentGraph } from './argument-graph.ts';

/** Arguments by number and who attacks whom: all that a labelling looks at. */
export interface AttackFramework {
  /** Arguments first, then what stands for undercut attacks. */
  readonly size: number;
  readonly ids: readonly string[];
  readonly attackers: readonly (readonly number[])[];
  readonly attacked: readonly (readonly number[])[];
}

/**
 * The attacks of a graph; supports are left out. An attack that is undercut becomes two arguments of its own, as is done
 * where attacks are attacked (Boella, Gabbay, van der Torre, Villata 2009): "it does not come from what stands", which its
 * source attacks, and "it holds", which that and the undercuts attack. So it works only while its source stands and nobody
 * who stands undercuts it.
 */
export function attackFramework(graph: ArgumentGraph): AttackFramework {
  const ids = [...new Set(graph.arguments.map(({ id }) => id))].sort();
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  const attacks = graph.links.filter(
    ({ relation, target }) => relation === 'attack' || target.kind === 'link',
  );
  const undercut = new Set(attacks.flatMap(({ target }) => (target.kind === 'link' ? target.id : [])));
  const holds = new Map<string, number>();
  let size = ids.length;
  for (const { id } of attacks) {
    if (!undercut.has(id)) continue;
    holds.set(id, size + 1);
    size += 2;
  }
  const pairs = new Set<string>();
  const attackers: number[][] = Array.from({ length: size }, () => []);
  const attacked: number[][] = Array.from({ length: size }, () => []);
  const add = (from: number, to: number) => {
    if (pairs.has(`${from} ${to}`)) return;
    pairs.add(`${from} ${to}`);
    attackers[to]?.push(from);
    attacked[from]?.push(to);
  };
  for (const { id, from, target } of attacks) {
    const source = numberOf.get(from);
    const to = (target.kind === 'link' ? holds : numberOf).get(target.id);
    // An undercut of a support is no attack on anything that is labelled.
    if (source === undefined || to === undefined) continue;
    const own = holds.get(id);
    if (own !== undefined) {
      add(source, own - 1);
      add(own - 1, own);
    }
    add(own ?? source, to);
  }
  return { size, ids, attackers, attacked };
}
