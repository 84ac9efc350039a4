import type { ArgumentGraph } from './argument-graph.ts';

/** Arguments by number and their attacks: the input of a labelling. */
export interface AttackFramework {
  /** Arguments first, then the nodes for undercut attacks. */
  readonly size: number;
  readonly ids: readonly string[];
  readonly attackers: readonly (readonly number[])[];
  readonly attacked: readonly (readonly number[])[];
}

/**
 * The attacks of a graph; supports are left out. An attack that is undercut becomes two arguments, the standard treatment of attacks on
 * attacks (Boella, Gabbay, van der Torre, Villata 2009): "its source is not accepted", which its source attacks, and "it holds", which that
 * and the undercuts attack. So it only works while its source is accepted and no accepted argument undercuts it.
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
