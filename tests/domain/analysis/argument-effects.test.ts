import { describe, expect, test } from 'vitest';
import { compileGraph } from '#domain/analysis/graph/compiled-graph.ts';
import { leversOn, unansweredAttackers, unansweredAttacks } from '#domain/analysis/levers.ts';
import { contributionsTo, gradientOf, withoutArgument } from '#domain/analysis/strength/contributions.ts';
import { SEMANTICS } from '#domain/analysis/strength/semantics.ts';
import { strengthsOf } from '#domain/analysis/strength/strengths.ts';
import { aGraph } from '../../support/analysis/graphs.ts';

describe('the effects of one argument', () => {
  const graph = aGraph(
    { a: 0.5, b: 0.8, c: 0.2, d: 0.5, e: 0.4, far: 0.5 },
    'b>a c-a d-(b>a) e-(d-(b>a)) b-c far>b',
  );
  const solved = () => {
    const compiled = compileGraph(graph);
    return {
      graph,
      compiled,
      semantics: 'dfquad',
      strengths: strengthsOf(compiled, SEMANTICS.dfquad),
    } as const;
  };
  const round = (value: number) => Math.round(value * 1e6) / 1e6;

  test('[AN7] is known of each that speaks to it directly or undercuts, with its size', () => {
    const { compiled, strengths } = solved();
    // far: 0.5. b: 0.8 + 0.2 × 0.5 = 0.9. c: 0.2 − 0.2 × 0.9 = 0.02. The undercut is 0.5 × (1 − 0.4) = 0.3, so b > a carries 0.9 × 0.7.
    // a: 0.5 + 0.5 × (0.63 − 0.02) = 0.805. Without b, c is 0.2 again, and a 0.5 − 0.5 × 0.2.
    const found = contributionsTo(compiled, SEMANTICS.dfquad, strengths, 'a');
    expect(found.map(({ id, how, by }) => [id, how, round(by)])).toEqual([
      ['b', 'supports', 0.405],
      ['d', 'undercuts', -0.135],
      ['e', 'undercuts', 0.09],
      ['c', 'attacks', -0.01],
    ]);
    expect(
      withoutArgument(compiled, SEMANTICS.dfquad, strengths, 'b').map(({ id, before, after }) => [
        id,
        round(before),
        round(after),
      ]),
    ).toEqual([
      ['a', 0.805, 0.4],
      ['c', 0.02, 0.2],
    ]);
    expect(withoutArgument(compiled, SEMANTICS.dfquad, strengths, 'nobody')).toEqual([]);
    // Per unit of far: b moves by 0.2, and a by 0.5 × 0.7 × 0.2 from b, and 0.5 × 0.2 × 0.2 by way of c.
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'far', 'a')).toBeCloseTo(0.07 + 0.02, 9);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'a', 'far')).toBe(0);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'nobody', 'a')).toBe(0);
    expect(gradientOf(compiled, SEMANTICS.dfquad, strengths, 'a', 'nobody')).toBe(0);
  });

  test('[AN18] its levers, the strongest first, with the label that would change', () => {
    const debate = solved();
    expect(leversOn(debate, 'a').map(({ id, after, label }) => [id, round(after), label])).toEqual([
      ['b', 0.4, 'out'],
      ['d', 0.94, null],
      ['e', 0.715, null],
      ['far', 0.76, null],
      ['c', 0.815, null],
    ]);
    expect(leversOn(debate, 'far')).toEqual([]);
  });

  test('[AN17] attacks that nothing answers, those on the step of a support too', () => {
    const { compiled } = solved();
    expect(unansweredAttacks(compiled, 'a')).toEqual([]);
    expect([...unansweredAttackers(compiled)].sort()).toEqual(['b', 'e']);
    expect(unansweredAttacks(compiled, 'd')).toEqual([]);
    expect(unansweredAttacks(compiled, 'c')).toEqual([{ from: 'b', on: 'c' }]);
  });
});

test('[AN7] an argument contributes nothing to itself', () => {
  const graph = compileGraph(aGraph({ a: 0.5, b: 0.8 }, 'b>a a-(b>a)'));
  const found = contributionsTo(graph, SEMANTICS.dfquad, strengthsOf(graph, SEMANTICS.dfquad), 'a');
  expect(found.map(({ id, how }) => [id, how])).toEqual([['b', 'supports']]);
});

test('[AN18] of more arguments than are tried, the strongest for and against are among those', () => {
  const pros = [...Array(250).keys()].map((nth) => `p${nth}`);
  const base = Object.fromEntries(pros.map((id) => [id, 0.01]));
  const graph = aGraph(
    { a: 0.5, ...base, p249: 0.6, con: 0.9 },
    `${pros.map((id) => `${id}>a`).join(' ')} con-a`,
  );
  const compiled = compileGraph(graph);
  const strengths = strengthsOf(compiled, SEMANTICS.dfquad);
  const levers = leversOn({ graph, compiled, semantics: 'dfquad', strengths }, 'a');
  expect(levers.slice(0, 2).map(({ id }) => id)).toEqual(['con', 'p249']);
});
