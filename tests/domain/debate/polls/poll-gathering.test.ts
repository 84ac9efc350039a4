import { describe, expect, test } from 'vitest';
import { finish } from '#domain/collections/steps.ts';
import { byPeople, gatherTexts, likeTexts } from '#domain/debate/polls/like-answers.ts';
import { spreadOf } from '#domain/debate/polls/spread.ts';
import {
  aDebate,
  answer,
  closePoll,
  type DebateBuilder,
  quickPoll,
  stancePoll,
} from '#tests/support/debate-builder.ts';
import { OPEN, setAgenda, turnTo, VOTING } from '#tests/support/phased-debate.ts';
import { formPoll, hideAnswer, textPoll } from '#tests/support/polls.ts';

type Edges = [from: number | null, to: number | null, count: number];

const times = <T>(count: number, value: T): T[] => Array<T>(count).fill(value);
/** Bins of this width, from there on, with so many numbers each. */
const from = (start: number, width: number, ...counts: number[]): Edges[] =>
  counts.map((count, at) => [start + at * width, start + (at + 1) * width, count]);

describe('[PO12] the spread of numbers', () => {
  test.each<[number[], number | null, [number, number] | null, Edges[]]>([
    [[5], 5, [5, 5], from(5, 1, 1)],
    [[5, 5, 5], 5, [5, 5], from(5, 1, 3)],
    [[3, 1, 4, 2], 2.5, [1.75, 3.25], from(1, 1, 1, 1, 1, 1)],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, [3.5, 8.5], from(1, 1, ...times(11, 1))],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 6.5, [3.75, 9.25], from(0, 2, 1, 2, 2, 2, 2, 2, 1)],
    [[1, 25, 50, 75, 100], 50, [25, 75], from(0, 10, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1)],
    [[-3, -2, -1, 0, 1], -1, [-2, 0], from(-3, 1, 1, 1, 1, 1, 1)],
    [[10, 11, 12, 13, 1_000], 12, [11, 13], [...from(10, 1, 1, 1, 1, 1), [14, null, 1]]],
    [[-1_000, 10, 11, 12, 13, 14], 11.5, [10.25, 12.75], [[null, 10, 1], ...from(10, 1, 1, 1, 1, 1, 1)]],
    [
      [0, 0, 0, 0, 7],
      0,
      [0, 0],
      [
        [0, 1, 4],
        [1, null, 1],
      ],
    ],
    [[100, 200, 300, 1_000_000], 250, [175, 250_225], from(0, 100_000, 3, ...times(9, 0), 1)],
    [[], null, null, []],
  ])('of %j has the median %s, the quartiles %j and these bins', (numbers, median, quartiles, bins) => {
    expect(spreadOf(numbers)).toEqual({
      median,
      quartiles,
      whole: true,
      bins: bins.map(([start, end, count]) => ({ from: start, to: end, count })),
    });
  });

  test('of fractions has bins of a round width', () => {
    const { bins, ...rest } = spreadOf([0.5, 1, 1.5, 2.25]);
    expect(rest).toEqual({ median: 1.25, quartiles: [0.875, 1.6875], whole: false });
    expect(bins.map(({ from: start, count }) => [start, count])).toEqual([
      [0.4, 1],
      [0.6, 0],
      [0.8, 0],
      [1, 1],
      [1.2, 0],
      [1.4, 1],
      [1.6, 0],
      [1.8, 0],
      [2, 0],
      [2.2, 1],
    ]);
  });

  test.each<[number[], number | null, [number, number] | null, Edges[]]>([
    [
      [1, 1, 1, 2, 2, 2, 5, 5, 5],
      2,
      [1, 5],
      [
        [null, 2, 3],
        [2, 3, 3],
        [3, 4, 0],
        [4, 5, 0],
        [5, null, 3],
      ],
    ],
    [
      [1, 1, 1, 2, 2, 5, 5, 5],
      2,
      [1, 5],
      [
        [null, 2, 3],
        [2, null, 5],
      ],
    ],
    [
      [1, 1, 1, 5, 5, 5, 100, 200],
      5,
      null,
      [
        [null, 2, 3],
        [2, 3, 0],
        [3, 4, 0],
        [4, 5, 0],
        [5, null, 5],
      ],
    ],
    [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      5,
      [3, 7],
      [
        [null, 4, 3],
        [4, 7, 3],
        [7, null, 3],
      ],
    ],
    [
      [1, 1, 1, 2.5, 5, 5, 5],
      2.5,
      [1, 5],
      [
        [null, 2, 3],
        [2, null, 4],
      ],
    ],
    [[1, 1, 1, 1, 1], 1, [1, 1], []],
    [[1, 2], null, null, []],
  ])('[PO14] of %j shows nothing that fewer than three gave', (numbers, median, quartiles, bins) => {
    expect(spreadOf(numbers, 3)).toEqual({
      median,
      quartiles,
      whole: true,
      bins: bins.map(([start, end, count]) => ({ from: start, to: end, count })),
    });
  });
});

describe('[PO13] forms of words', () => {
  const likeOf = (...texts: string[]) =>
    finish(likeTexts(new Map(texts.map((text, at) => [text, at === 0 ? 2 : 1]))));

  test.each<[string, string[], number]>([
    ['a plural', ['tariff', 'tariffs'], 1],
    ['a plural that is more frequent', ['tariffs', 'tariff'], 1],
    ['a plural of five letters', ['trains', 'train'], 1],
    ['a plural of four', ['cars', 'cart'], 2],
    ['a short plural', ['buss', 'bus'], 2],
    ['a word that ends with an s already', ['glass', 'glasss'], 2],
    ['a slip by a missing letter', ['the environment', 'the enviroment'], 1],
    ['a slip by one more letter', ['the enviroment', 'the environment'], 1],
    ['a slip by a wrong letter in a long word', ['the envirinment', 'the environment'], 1],
    ['a wrong letter among eight', ['our solution', 'our solition'], 1],
    ['a wrong letter among seven', ['our process', 'our procesy'], 2],
    ['a missing letter among six', ['our traffic', 'our trafic'], 1],
    ['a missing letter of five', ['our price', 'our pric'], 2],
    ['a single word', ['environment', 'enviroment'], 2],
    ['another first letter', ['the environment', 'the invironment'], 2],
    ['two slips', ['the environment', 'the enviromen'], 2],
    ['a word of more than thirty letters', [`the ${'x'.repeat(31)}`, `the ${'x'.repeat(31)}s`], 2],
    ['a word of thirty', [`the ${'xy'.repeat(14)}x`, `the ${'xy'.repeat(14)}xs`], 1],
    ['case, accents and order', ['Café au lait', 'cafe AU lait'], 1],
    ['another order of words', ['bread and water', 'water and bread'], 2],
  ])('%s', (_, texts, groups) => {
    expect(likeOf(...texts)).toHaveLength(groups);
  });

  test('are written as most people wrote them, and by the alphabet if as many did', () => {
    expect(gatherTexts(['rain', 'Rain', 'Rain', 'sun', 'Sun']).groups).toEqual([
      { text: 'Rain', people: 3 },
      { text: 'Sun', people: 2 },
    ]);
    const [like = []] = likeOf('b. x', 'b x', 'B x');
    expect(like.sort(byPeople).map(({ text }) => text)).toEqual(['b. x', 'B x', 'b x']);
  });

  test('a hundred groups and sixty words are shown, the most frequent', () => {
    const texts = Array.from({ length: 120 }, (_, at) =>
      times(at < 3 ? 4 - at : 1, `w${String(at).padStart(3, '0')}`),
    ).flat();
    const { groups, words, others } = gatherTexts(texts);
    expect([groups.length, words.length, others]).toEqual([100, 60, 20]);
    expect(groups.slice(0, 4)).toEqual(
      [
        ['w000', 4],
        ['w001', 3],
        ['w002', 2],
        ['w003', 1],
      ].map(([text, people]) => ({ text, people })),
    );
    expect(words[0]).toEqual({ word: 'w000', people: 4 });
  });

  test('a joining word counts where it is the whole answer', () => {
    expect(gatherTexts(['and', 'bread and wine']).words).toEqual([
      { word: 'and', people: 1 },
      { word: 'bread', people: 1 },
      { word: 'wine', people: 1 },
    ]);
  });

  test('[PO14] hiding what too few gave has no effect, nor a spelling that isn’t shown', () => {
    const texts = [...times(4, 'Rain'), 'rain', 'Sun'];
    const gathered = gatherTexts(texts, { least: 5 });
    expect(gathered).toEqual({
      groups: [{ text: 'Rain', people: 5 }],
      words: [{ word: 'Rain', people: 5 }],
      others: 1,
    });
    expect(gatherTexts(texts, { least: 5, hidden: ['Sun'] })).toEqual(gathered);
    expect(gatherTexts(texts, { least: 5, hidden: ['rain'] })).toEqual({ groups: [], words: [], others: 6 });
  });
});

describe('a poll as viewers know it', () => {
  const VOTERS = ['olga', 'mona', 'dana', 'emil', 'susi'];
  const seen = (debate: DebateBuilder, who: string | null = null, id = 'p-n') => {
    const poll = debate.projection(who).polls.get(id);
    return poll && [poll.answered, poll.counts, poll.flows];
  };
  const all = (debate: DebateBuilder, id = 'p-n', choices = [0, 1, 1, 2, 0]) => {
    for (const [at, who] of VOTERS.entries()) debate.does(who, answer(id, choices[at] ?? 0));
    return debate;
  };

  test('is the count of an open ballot at any time, of a secret one when it is closed and five answered', () => {
    const open = aDebate().does('olga', quickPoll('p-n')).does('emil', answer('p-n', 1));
    expect(seen(open)).toEqual([1, [0, 1, 0], null]);
    const few = aDebate()
      .does('olga', quickPoll('p-n', { secret: true }))
      .does('emil', answer('p-n', 1));
    expect(seen(few)).toEqual([1, null, null]);
    expect(seen(few.does('olga', closePoll('p-n')))).toEqual([1, null, null]);
    const five = all(aDebate().does('olga', quickPoll('p-n', { secret: true })));
    expect(seen(five)).toEqual([5, null, null]);
    expect(seen(five.does('olga', closePoll('p-n')))).toEqual([5, [2, 2, 1], null]);
  });

  test('is nothing while a phase hides tallies', () => {
    const debate = aDebate().does('olga', quickPoll('p-n')).does('emil', answer('p-n', 1));
    debate.does('olga', setAgenda([VOTING, OPEN]), turnTo(VOTING.id));
    expect([seen(debate), seen(debate, 'olga')]).toEqual([
      [0, null, null],
      [0, null, null],
    ]);
    debate.does('olga', turnTo(OPEN.id, VOTING.id));
    expect(seen(debate)).toEqual([1, [0, 1, 0], null]);
  });

  test('is how stances moved, once the poll after the debate is closed too', () => {
    const debate = all(aDebate().does('olga', stancePoll('p-b', 'before')), 'p-b').does(
      'olga',
      closePoll('p-b'),
    );
    expect(seen(debate, null, 'p-b')).toEqual([5, null, null]);
    all(debate.does('olga', stancePoll('p-a', 'after')), 'p-a', [0, 0, 1, 1, 2]);
    expect([seen(debate, null, 'p-b'), seen(debate, null, 'p-a')]).toEqual([
      [5, null, null],
      [5, null, null],
    ]);
    debate.does('olga', closePoll('p-a'));
    const flows = [
      [1, 0, 1],
      [1, 1, 0],
      [0, 1, 0],
    ];
    expect([seen(debate, null, 'p-b'), seen(debate, null, 'p-a')]).toEqual([
      [5, [2, 2, 1], null],
      [5, [2, 2, 1], flows],
    ]);
  });

  test('leaves out hidden answers; moderators know which, and what waits to be opened', () => {
    const debate = aDebate().does('olga', textPoll('p-t'), quickPoll('p-w', { prepared: true }));
    debate
      .does('emil', { type: 'poll.answer', pollId: 'p-t', choice: 'Rain' })
      .does('olga', hideAnswer('p-t', 'rain'));
    const gathered = { type: 'text', groups: [], words: [], others: 1 };
    expect(debate.projection(null).polls.get('p-t')).toMatchObject({ gathered });
    expect(debate.projection(null).polls.get('p-t')).not.toHaveProperty('hiddenAnswers');
    expect(debate.projection('mona').polls.get('p-t')).toMatchObject({ gathered, hiddenAnswers: ['rain'] });
    expect(['mona', 'dana', null].map((who) => debate.projection(who).polls.has('p-w'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('is by how many people each option got points, and how a ranking ran off', () => {
    const points = aDebate().does(
      'olga',
      formPoll('p-p', { type: 'points', budget: 10 }, { options: ['a', 'b', 'c'] }),
    );
    points.does('emil', { type: 'poll.answer', pollId: 'p-p', choice: [6, 4, 0] });
    points.does('dana', { type: 'poll.answer', pollId: 'p-p', choice: [0, 10, 0] });
    expect(points.projection(null).polls.get('p-p')).toMatchObject({
      answered: 2,
      counts: [6, 14, 0],
      gathered: { type: 'points', givers: [1, 2, 0] },
    });
    const ranking = aDebate().does(
      'olga',
      formPoll('p-r', { type: 'ranking' }, { options: ['a', 'b', 'c'] }),
    );
    ranking.does('emil', { type: 'poll.answer', pollId: 'p-r', choice: [2, 0] });
    expect(ranking.projection(null).polls.get('p-r')).toMatchObject({
      answered: 1,
      counts: [1, 0, 2],
      gathered: { type: 'ranking', winners: [2] },
    });
  });
});
