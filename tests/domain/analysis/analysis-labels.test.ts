import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArgumentGraph } from '#domain/analysis/graph/argument-graph.ts';
import { type AttackFramework, attackFramework } from '#domain/analysis/graph/attack-framework.ts';
import { groundedLabels, withReasons } from '#domain/analysis/labels/labelling.ts';
import { preferredExtensions } from '#domain/analysis/labels/preferred.ts';
import { aGraph, anyGraph, turnedRound } from '../../support/analysis/graphs.ts';

/** Attacks in few words: "a-b b-c". */
const attacks = (ids: string, links: string) =>
  aGraph(Object.fromEntries([...ids].map((id) => [id, 0.5])), links);

function accepted(graph: ArgumentGraph): string {
  const framework = attackFramework(graph);
  const labels = withReasons(framework, groundedLabels(framework));
  return [...labels].flatMap(([id, { label }]) => (label === 'in' ? id : [])).join('');
}

const preferred = (graph: ArgumentGraph) =>
  preferredExtensions(attackFramework(graph)).extensions.map((set) => set.join(''));

describe('grounded labels', () => {
  test.each([
    ['abcdef', 'a-b b-c b-d c-e d-e e-f', 'acdf'],
    ['1234', '1-2 1-3 2-1 2-3 3-4 4-3', ''],
    ['123', '1-2 2-3 3-1', ''],
    ['123', '1-2 2-3', '13'],
    ['1', '', '1'],
    ['s', 's-s', ''],
    ['st', 's-s t-s', 't'],
    ['12345', '1-2 2-3 3-4 4-1', '5'],
    ['abcdefg', 'a-b c-b c-d d-c d-e e-g f-e g-f', 'a'],
  ])('[AN8] of %s with %s: in is "%s"', (ids, links, expected) => {
    expect(accepted(attacks(ids, links))).toBe(expected);
  });

  test('[AN8] supports say nothing', () => {
    expect(accepted(attacks('abc', 'a>b c-b'))).toBe('ac');
  });

  test('[AN8] each names the arguments that make it so', () => {
    const framework = attackFramework(attacks('abcdxyz', 'a-b b-c d-b x-y y-x y-z'));
    const labels = Object.fromEntries(withReasons(framework, groundedLabels(framework)));
    expect(labels).toEqual({
      a: { label: 'in', because: [] },
      b: { label: 'out', because: ['a', 'd'] },
      c: { label: 'in', because: ['b'] },
      d: { label: 'in', because: [] },
      x: { label: 'undecided', because: ['y'] },
      y: { label: 'undecided', because: ['x'] },
      z: { label: 'undecided', because: ['y'] },
    });
  });

  test.each([
    ['an attack that is undercut does nothing', 'b-a c-(b-a)', 'abc'],
    ['where the undercut is attacked it does again', 'b-a c-(b-a) d-c', 'bd'],
    ['where the undercut is undercut it does again', 'b-a c-(b-a) d-(c-(b-a))', 'bcd'],
    ['an undercut of a support is no attack', 'b>a c-(b>a)', 'abc'],
    ['where the attacker is out there is nothing to undercut', 'b-a c-(b-a) d-b e-c', 'ade'],
  ])('[AN8] %s', (_, links, expected) => {
    const ids = ['abc', 'abcd', 'abcd', 'abc', 'abcde'].find((each) =>
      [...links.matchAll(/\w/g)].every(([id]) => each.includes(id)),
    );
    expect(accepted(attacks(ids ?? '', links))).toBe(expected);
  });

  test('[AN8] an undercut attack names its source', () => {
    const framework = attackFramework(attacks('abcd', 'b-a c-(b-a) d-c'));
    const labels = withReasons(framework, groundedLabels(framework));
    expect(labels.get('a')).toEqual({ label: 'out', because: ['b'] });
  });

  test('[AN8] are complete, and make no difference of names and order', () => {
    fc.assert(
      fc.property(anyGraph({ circles: true }), (graph) => {
        const framework = attackFramework(graph);
        const labels = groundedLabels(framework);
        for (const [argument, label] of labels.entries()) {
          const around = (framework.attackers[argument] ?? []).map((each) => labels[each]);
          const expected = around.includes('in')
            ? 'out'
            : around.every((each) => each === 'out')
              ? 'in'
              : 'undecided';
          expect(label).toBe(expected);
        }
        expect(accepted(turnedRound(graph))).toBe(accepted(graph));
      }),
    );
  });
});

describe('preferred extensions', () => {
  test.each([
    ['1234', '1-2 1-3 2-1 2-3 3-4 4-3', ['14', '24']],
    ['12', '1-2 2-1', ['1', '2']],
    ['1234', '1-2 2-3 3-4 4-1', ['13', '24']],
    ['123', '1-2 2-3 3-1', ['']],
    ['12345', '1-2 2-3 3-4 4-1', ['135', '245']],
    ['abcdefg', 'a-b c-b c-d d-c d-e e-g f-e g-f', ['ac', 'adg']],
  ])('[AN9] of %s with %s', (ids, links, expected) => {
    expect(preferred(attacks(ids, links))).toEqual(expected);
  });

  test('[AN9] are those that trying every set finds', () => {
    fc.assert(
      fc.property(anyGraph({ circles: true, undercuts: false }), (graph) => {
        const framework = attackFramework(graph);
        const found = preferredExtensions(framework);
        expect(found.complete).toBe(true);
        expect(found.extensions.map((set) => set.join(' ')).sort()).toEqual(byTryingAll(framework));
      }),
      { numRuns: 300 },
    );
  });

  test('[AN9] of many that attack each other in pairs are looked for up to a bound', () => {
    const pairs = Array.from({ length: 12 }, (_, nth) => `a${nth}-b${nth} b${nth}-a${nth}`).join(' ');
    const ids = [...new Set(pairs.match(/\w+/g))];
    const graph = aGraph(Object.fromEntries(ids.map((id) => [id, 0.5])), pairs);
    const { complete, extensions } = preferredExtensions(attackFramework(graph));
    expect(complete).toBe(false);
    expect(extensions).toHaveLength(500);
    for (const set of extensions) expect(set).toHaveLength(12);
  });
});

/** Every set is tried: those that attack none of their own and answer each attack, and lie in no other such set. */
function byTryingAll({ size, attackers, ids }: AttackFramework): string[] {
  const holds: number[][] = [];
  for (let bits = 0; bits < 2 ** size; bits += 1) {
    const set = Array.from({ length: size }, (_, nth) => nth).filter((nth) => (bits >> nth) & 1);
    const isSound = set.every((each) =>
      (attackers[each] ?? []).every(
        (attacker) =>
          !set.includes(attacker) && (attackers[attacker] ?? []).some((answer) => set.includes(answer)),
      ),
    );
    if (isSound) holds.push(set);
  }
  const largest = holds.filter(
    (set) => !holds.some((other) => other.length > set.length && set.every((each) => other.includes(each))),
  );
  return largest.map((set) => set.map((each) => ids[each]).join(' ')).sort();
}
