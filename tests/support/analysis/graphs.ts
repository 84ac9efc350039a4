import fc from 'fast-check';
import type { ArgumentGraph, ArgumentLink } from '#domain/analysis/graph/argument-graph.ts';
import { compileGraph } from '#domain/analysis/graph/compiled-graph.ts';
import { SEMANTICS, type SemanticsName } from '#domain/analysis/strength/semantics.ts';
import { strengthsOf } from '#domain/analysis/strength/strengths.ts';

/** A graph in few words: base scores, and links as "b>a" (supports) or "b-a" (attacks); "c-(b>a)" undercuts. */
export function aGraph(base: Readonly<Record<string, number>>, links: string): ArgumentGraph {
  return {
    arguments: Object.entries(base).map(([id, score]) => ({ id, base: score })),
    links: links.split(/\s+/).filter(Boolean).map(aLink),
  };
}

function aLink(id: string): ArgumentLink {
  const [, from = '', sign, to = ''] = /^(\w+)([>-])(.+)$/.exec(id) ?? [];
  const undercut = /^\((.+)\)$/.exec(to);
  return {
    id,
    from,
    target: undercut ? { kind: 'link', id: undercut[1] ?? '' } : { kind: 'argument', id: to },
    relation: sign === '>' ? 'support' : 'attack',
    weight: 1,
  };
}

/** The strengths of all arguments by id. */
export function strengthsBy(name: SemanticsName, graph: ArgumentGraph): Record<string, number> {
  const compiled = compileGraph(graph);
  const { values } = strengthsOf(compiled, SEMANTICS[name]);
  return Object.fromEntries(
    graph.arguments.map(({ id }) => [id, values[compiled.placeOf.get(id) ?? -1] ?? Number.NaN]),
  );
}

const score = fc.double({ min: 0, max: 1, noNaN: true });

/** Any graph of a few arguments, undercuts and weights included; without circles, where asked for. */
export function anyGraph({ circles = false, undercuts = true } = {}): fc.Arbitrary<ArgumentGraph> {
  const node = fc.nat(7);
  const link = fc.record({
    from: node,
    to: node,
    attacks: fc.boolean(),
    weight: score,
    undercuts: undercuts ? fc.option(fc.nat(5)) : fc.constant(null),
  });
  return fc
    .record({
      bases: fc.array(score, { minLength: 2, maxLength: 8 }),
      links: fc.array(link, { maxLength: 14 }),
    })
    .map(({ bases, links }) => {
      const graph: { arguments: ArgumentGraph['arguments']; links: ArgumentLink[] } = {
        arguments: bases.map((base, nth) => ({ id: `a${nth}`, base })),
        links: [],
      };
      const before = new Map<string, number>();
      for (const [nth, each] of links.entries()) {
        const [from, to] = [each.from % bases.length, each.to % bases.length];
        const undercut = each.undercuts === null ? undefined : graph.links[each.undercuts % Math.max(1, nth)];
        // Without circles all links lead to arguments with smaller numbers.
        const end = undercut ? (before.get(undercut.id) ?? 0) : to;
        if (!circles && from <= end) continue;
        const id = `l${nth}`;
        before.set(id, end);
        graph.links.push({
          id,
          from: `a${from}`,
          target: undercut ? { kind: 'link', id: undercut.id } : { kind: 'argument', id: `a${to}` },
          relation: undercut || each.attacks ? 'attack' : 'support',
          weight: each.weight,
        });
      }
      return graph;
    });
}

/** The same graph, named in another order. */
export function turnedRound({ arguments: all, links }: ArgumentGraph): ArgumentGraph {
  return { arguments: [...all].reverse(), links: [...links].reverse() };
}
