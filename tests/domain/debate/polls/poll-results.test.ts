import { describe, expect, test } from 'vitest';
import { countChoice } from '#domain/debate/polls/choices.ts';
import { gatherTexts } from '#domain/debate/polls/like-answers.ts';
import type { Poll } from '#domain/debate/polls/poll.ts';
import { resultRows } from '#domain/debate/polls/result-rows.ts';
import { runOff, withoutFew } from '#domain/debate/polls/run-off.ts';
import { quantile, scaleMiddle, spreadOf } from '#domain/debate/polls/spread.ts';
import { Random } from '#tests/simulation/random.ts';
import { aDebate, quickPoll } from '#tests/support/debate-builder.ts';

type Ranking = readonly number[];

const OPTIONS = (size: number) => Array.from({ length: size }, (_, at) => `${at}`);
const bordaOf = (rankings: readonly Ranking[], size: number) =>
  rankings
    .map((ranking) => countChoice({ options: OPTIONS(size), form: { type: 'ranking' } }, ranking))
    .reduce<number[]>((sum, own) => sum.map((points, at) => points + (own[at] ?? 0)), Array(size).fill(0));
const runs = (rankings: readonly Ranking[], size: number) => runOff(rankings, size, bordaOf(rankings, size));
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

const between = (random: Random, from: number, to: number) => from + random.below(to - from + 1);
const shuffled = (random: Random, items: readonly number[]) =>
  items
    .map((item) => [random.next(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

describe('[PO11] rankings', () => {
  // Tennessee chooses its capital, the example of many textbooks: Memphis, Nashville, Chattanooga, Knoxville.
  const TENNESSEE = [
    ...times(42, [0, 1, 2, 3]),
    ...times(26, [1, 2, 3, 0]),
    ...times(15, [2, 3, 1, 0]),
    ...times(17, [3, 2, 1, 0]),
  ];

  test('[PO11] Borda points of the textbook’s example are those of the textbook', () => {
    expect(bordaOf(TENNESSEE, 4)).toEqual([126, 194, 173, 107]);
  });

  test('[PO11] the run-off of the textbook’s example goes round by round as there', () => {
    const { rounds, winners } = runs(TENNESSEE, 4);
    expect(rounds).toEqual([
      { counts: [42, 26, 15, 17], exhausted: 0, leave: [2] },
      { counts: [42, 26, null, 32], exhausted: 0, leave: [1] },
      { counts: [42, null, null, 58], exhausted: 0, leave: [] },
    ]);
    expect(winners).toEqual([3]);
  });

  test('[PO11] a ranking is exhausted once all its options are eliminated', () => {
    const { rounds, winners } = runs([[0], [0], [0], [1], [1], [2]], 3);
    expect(rounds.at(-1)).toEqual({ counts: [3, 2, null], exhausted: 1, leave: [] });
    expect(winners).toEqual([0]);
  });

  test('[PO11] of two with the fewest, the one with fewer Borda points leaves; if equal, both', () => {
    // One and two are first once each; one stands higher on the other rankings.
    expect(
      runs(
        [
          [0, 1, 2],
          [0, 1, 2],
          [1, 0, 2],
          [2, 1, 0],
        ],
        3,
      ).rounds[0]?.leave,
    ).toEqual([2]);
    expect(runs([[0], [0], [1], [2]], 3).rounds[0]).toEqual({
      counts: [2, 1, 1],
      exhausted: 0,
      leave: [1, 2],
    });
    expect(
      runs(
        [
          [0, 1],
          [1, 0],
        ],
        2,
      ),
    ).toEqual({
      rounds: [{ counts: [1, 1], exhausted: 0, leave: [] }],
      winners: [0, 1],
    });
    expect(runs([], 3)).toEqual({ rounds: [], winners: [] });
  });

  test('[PO11] random rankings are counted as by another implementation, and renaming options renames the result', () => {
    const random = new Random(17);
    for (let run = 0; run < 400; run += 1) {
      const size = between(random, 2, 5);
      const rankings = Array.from({ length: between(random, 1, 12) }, () => {
        const all = shuffled(
          random,
          Array.from({ length: size }, (_, at) => at),
        );
        return all.slice(0, between(random, 1, size));
      });
      const { winners } = runs(rankings, size);
      expect([...winners].sort()).toEqual(slowWinners(rankings, size));
      const renamed = shuffled(
        random,
        Array.from({ length: size }, (_, at) => at),
      );
      const others = rankings.map((ranking) => ranking.map((option) => renamed[option] ?? 0));
      expect([...runs(others, size).winners].sort()).toEqual(winners.map((option) => renamed[option]).sort());
    }
  });

  test('[PO14] a round is shown only if no count changed by fewer people than the threshold', () => {
    const { rounds, winners } = withoutFew(runs(TENNESSEE, 4), 16);
    expect(rounds.map(({ counts }) => counts)).toEqual([
      [42, 26, 15, 17],
      times(4, null),
      [42, null, null, 58],
    ]);
    expect([rounds[1]?.exhausted, rounds[1]?.leave, winners]).toEqual([null, [], [3]]);
    expect(withoutFew(runs(TENNESSEE, 4), 15)).toEqual(runs(TENNESSEE, 4));
  });

  test('[PO14] rounds that are not shown are one, whatever happens in them', () => {
    // After the first round the last person decides who leaves next, and the winners.
    const seen = (...last: Ranking[]) =>
      withoutFew(runs([[0], [0], [0], [1], [1], [1], ...last], 4), 5).rounds;
    expect(seen([2, 3, 0], [3, 2, 1])).toEqual(seen([2, 3, 1], [3, 2, 0]));
    expect(seen([2, 3, 0], [3, 2, 1])).toHaveLength(2);
    expect(seen([2], [3])).toHaveLength(2);
  });
});

/** The winners by the words of the rule, with whole ballots rewritten in each round. */
function slowWinners(rankings: readonly Ranking[], size: number): number[] {
  const points = new Map<number, number>();
  for (let option = 0; option < size; option += 1) {
    let above = 0;
    for (const ranking of rankings)
      for (let other = 0; other < size; other += 1) {
        const [own, its] = [ranking.indexOf(option), ranking.indexOf(other)];
        if (other !== option && own !== -1 && (its === -1 || own < its)) above += 1;
      }
    points.set(option, above);
  }
  let ballots = rankings.map((ranking) => [...ranking]);
  let left = [...points.keys()];
  for (;;) {
    const firsts = ballots.flatMap((ballot) => ballot.slice(0, 1));
    const scored = left.map((option) => ({
      option,
      votes: firsts.filter((first) => first === option).length,
    }));
    const best = scored.find(({ votes }) => votes > firsts.length / 2);
    if (best) return [best.option];
    scored.sort((a, b) => a.votes - b.votes || (points.get(a.option) ?? 0) - (points.get(b.option) ?? 0));
    const [last] = scored;
    const out = scored
      .filter(({ option, votes }) => votes === last?.votes && points.get(option) === points.get(last.option))
      .map(({ option }) => option);
    if (out.length === left.length) return left;
    left = left.filter((option) => !out.includes(option));
    ballots = ballots.map((ballot) => ballot.filter((option) => !out.includes(option)));
  }
}

describe('[PO12] numbers', () => {
  test('[PO12] quartiles are those of definition 7: R’s default and QUARTILE.INC', () => {
    const quartiles = (...sorted: number[]) => [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
    // quantile(1:9), quantile(1:10), and the example of Hyndman and Fan’s definition 7 for four numbers.
    expect(quartiles(1, 2, 3, 4, 5, 6, 7, 8, 9)).toEqual([3, 5, 7]);
    expect(quartiles(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).toEqual([3.25, 5.5, 7.75]);
    expect(quartiles(1, 2, 4, 7)).toEqual([1.75, 3, 4.75]);
    expect(quartiles(7)).toEqual([7, 7, 7]);
  });

  test('[PO12] bins have round edges, hold each number once, and gather far ones at the ends', () => {
    expect(spreadOf([3, 3, 4, 6]).bins).toEqual([
      { from: 3, to: 4, count: 2 },
      { from: 4, to: 5, count: 1 },
      { from: 5, to: 6, count: 0 },
      { from: 6, to: 7, count: 1 },
    ]);
    expect(
      spreadOf([0.1, 0.2, 0.3])
        .bins.map(({ count }) => count)
        .filter(Boolean),
    ).toEqual([1, 1, 1]);
    expect(spreadOf([10, 11, 12, 13, 1_000_000]).bins.at(-1)).toEqual({ from: 14, to: null, count: 1 });
    expect(spreadOf([50, 50, 50, 50, -7]).bins).toEqual([
      { from: null, to: 50, count: 1 },
      { from: 50, to: 51, count: 4 },
    ]);
    const random = new Random(3);
    for (let run = 0; run < 200; run += 1) {
      const scale = 10 ** between(random, -3, 6);
      const numbers = Array.from(
        { length: between(random, 1, 40) },
        () => (random.below(1001) - 500) * scale,
      );
      const { bins } = spreadOf(numbers);
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
      expect(bins.length).toBeLessThanOrEqual(11);
      for (const { from, to, count } of spreadOf(numbers, 5).bins)
        expect(count === 0 || count >= Math.min(5, numbers.length), `${from} to ${to}`).toBe(true);
    }
  });

  test('[PO14] a quartile is shown only if enough people gave it or less, and it or more', () => {
    expect(spreadOf([1, 2, 3, 4, 5, 6], 3)).toMatchObject({ median: 3.5, quartiles: null });
    expect(spreadOf([1, 2, 3, 4], 3)).toMatchObject({ median: null, quartiles: null });
    expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toMatchObject({ median: 5, quartiles: [3, 7] });
  });

  test('[PO12] a scale has a mean and a median, from step 1', () => {
    expect(scaleMiddle([1, 0, 2, 0, 1])).toEqual({ mean: 3, median: 3 });
    expect(scaleMiddle([1, 0, 0, 0, 1])).toEqual({ mean: 3, median: 3 });
    expect(scaleMiddle([0, 1, 1])).toEqual({ mean: 2.5, median: 2.5 });
    expect(scaleMiddle([0, 0, 0])).toBeNull();
  });
});

describe('[PO13] texts', () => {
  const groupsOf = (...texts: string[]) =>
    gatherTexts(texts).groups.map(({ text, people }) => [text, people]);

  test('[PO13] case, accents, punctuation, plurals and slips make no other answer', () => {
    expect(
      groupsOf('Tariffs', 'tariff!', 'TARIFFS', 'Café', 'cafe', 'The environment', 'the enviroment'),
    ).toEqual([
      ['TARIFFS', 3],
      ['Café', 2],
      ['The environment', 2],
    ]);
  });

  test('[PO13] signs that belong to a word or a number make another answer', () => {
    for (const texts of [
      ['C', 'C++', 'C#'],
      ['+1', '-1', '1'],
      ['1.5', '1 5', '15'],
      ['> 5 years', '>5 years'],
      ['5 %', '5'],
    ])
      expect(groupsOf(...texts), texts.join()).toHaveLength(texts.length);
    expect(groupsOf('1.5 %', '1,5%')).toEqual([['1,5%', 2]]);
    expect(groupsOf('−1', '-1', '(-1)', '- yes', 'yes')).toEqual([
      ['(-1)', 3],
      ['- yes', 2],
    ]);
  });

  test('[PO13] single words and words that several people wrote are no slips', () => {
    expect(groupsOf('Christian', 'Christina', 'Martin', 'Martina', 'county', 'country')).toHaveLength(6);
    const two = ['the county pays', 'the country pays'];
    expect(groupsOf(...two)).toHaveLength(1);
    expect(groupsOf(...two, ...two)).toHaveLength(2);
  });

  test('[PO13] short words and other words of the same length stay apart', () => {
    expect(groupsOf('plan a', 'plan b', 'price', 'pride', 'house', 'mouse', '2024', '2025')).toHaveLength(8);
  });

  test('[PO13] a text without words is an answer, and an erased one is among the others', () => {
    expect(groupsOf('👍', '👍', '')).toEqual([['👍', 2]]);
    expect(gatherTexts(['👍', '👍', '']).others).toBe(1);
  });

  test('[PO13] words count people, and words that only join others are left out', () => {
    const { words } = gatherTexts(['the buses and the trains', 'Buses', 'more bus, bus and bus lanes']);
    expect(Object.fromEntries(words.map(({ word, people }) => [word.toLowerCase(), people]))).toEqual({
      buses: 2,
      bus: 1,
      lanes: 1,
      trains: 1,
    });
  });

  test('[PO13] hidden answers are in no group and no word, and among the others', () => {
    const { groups, words, others } = gatherTexts(['Rain', 'rain', 'Sun'], { hidden: ['RAIN'] });
    expect([groups, words, others]).toEqual([[{ text: 'Sun', people: 1 }], [{ word: 'Sun', people: 1 }], 2]);
  });

  test('[PO14] like answers and words are shown from the threshold on, and no difference says more', () => {
    const texts = [...times(5, 'Trains'), ...times(4, 'Buses'), 'Trains at night', 'Slow trains'];
    const { groups, words, others } = gatherTexts(texts, { least: 5 });
    expect(groups).toEqual([{ text: 'Trains', people: 5 }]);
    expect(words).toEqual([{ word: 'Trains', people: 5 }]);
    expect(others).toBe(6);
    const more = gatherTexts([...texts, ...OPTIONS(3).map((each) => `Trains ${each} times`)], { least: 5 });
    expect(more.words.find(({ word }) => word === 'Trains')?.people).toBe(10);
  });
});

describe('rows of results, for records and reports', () => {
  const POLL = aDebate().does('olga', quickPoll('p-n')).state.polls.get('p-n') as Poll;

  test.each<[string, Partial<Poll>, readonly (readonly [string, number, number])[]]>([
    [
      'one option',
      { options: ['a', 'b'], counts: [3, 1], answered: 4 },
      [
        ['a', 3, 0.75],
        ['b', 1, 0.25],
      ],
    ],
    [
      'several options, of the people who answered',
      { form: { type: 'several', most: 2 }, options: ['a', 'b'], counts: [4, 2], answered: 4 },
      [
        ['a', 4, 1],
        ['b', 2, 0.5],
      ],
    ],
    [
      'a scale, with its ends',
      { form: { type: 'scale', steps: 3 }, options: ['low', 'high'], counts: [1, 0, 1], answered: 2 },
      [
        ['1 low', 1, 0.5],
        ['2', 0, 0],
        ['3 high', 1, 0.5],
      ],
    ],
    [
      'numbers, by bins',
      { counts: [], answered: 8, gathered: { type: 'number', ...spreadOf([...times(7, 3), 90]) } },
      [
        ['3', 7, 0.875],
        ['≥ 4', 1, 0.125],
      ],
    ],
    [
      'texts, by like answers',
      { counts: [], answered: 2, gathered: { type: 'text', ...gatherTexts(['Sun', 'sun']) } },
      [['Sun', 2, 1]],
    ],
    ['a result that is not shown', { counts: null }, []],
  ])('of %s', (_, more, rows) => {
    expect(resultRows({ ...POLL, ...more }).map(({ name, count, share }) => [name, count, share])).toEqual(
      rows,
    );
  });
});
