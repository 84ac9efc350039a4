import { describe, expect, test } from 'vitest';
import { type Effect, type LogEntry, SYSTEM } from '#domain/debate/engine/entries.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { checkLimits } from '#domain/formats/imports/check-limits.ts';
import { entriesOf } from '#domain/formats/imports/entries-of.ts';
import { withSoundIds } from '#domain/formats/imports/sound-ids.ts';
import { withSoundOrders } from '#domain/formats/imports/sound-orders.ts';
import {
  aDebate,
  agree,
  editTo,
  lock,
  mark,
  newClaim,
  seal,
  suggest,
  unsuggest,
} from '../../support/debate-builder.ts';
import { imported } from '../../support/exchanged.ts';
import { problemOf } from '../../support/format-problem.ts';
import { aFullDebate } from '../../support/full-debate.ts';
import { conclude } from '../../support/made-conclusion.ts';
import { addTask } from '../../support/made-tasks.ts';

const HOUR = 3_600_000;

/**
 * The full debate with what else an import takes, and with what it leaves out: a withdrawn suggestion, a vote on an earlier wording, a
 * task whose time has passed, a person who was erased.
 */
function aRichDebate() {
  const debate = aFullDebate();
  return debate
    .does(
      'dana',
      suggest('w-a', 'c-d', ['seven', 'seven or eight']),
      suggest('w-b', 'c-f', ['Deep', 'Deeper']),
    )
    .does('dana', unsuggest('w-b'))
    .does('mona', lock('c-b', true), mark('c-f', 'duplicate', { other: 'c-d', note: 'Twice' }))
    .does('olga', newClaim('o', 'c-u', { text: 'Since', comment: 'm-r' }))
    .does('emil', { type: 'link.retract', linkId: 'x-b' })
    .does('olga', agree('c-d'), agree('c-l'))
    .does('dana', editTo(debate.state, 'c-l', 'Moves along too'))
    .does(SYSTEM, seal('c-l'))
    .does('emil', agree('c-l', 2))
    .does('olga', addTask('t-passed', 'claims', 2, { at: debate.now + HOUR }), conclude(false))
    .does('olga', addTask('t-ahead', 'votes', 3, { at: debate.now + 3 * HOUR }))
    .does(SYSTEM, { type: 'participant.erase', participantId: 'otto', words: true });
}

const lineOf = ({ at, author, effect: { type, ...effect } }: LogEntry) =>
  `${new Date(at).toISOString().slice(0, 19)} ${author} ${type} ${JSON.stringify(effect)}`;

test('an imported debate has this log: contributions in time, then decisions, answers and votes', async () => {
  const { state, now } = aRichDebate();
  const owner = { ownerId: 'ivan', visibility: 'unlisted', now: now + 2 * HOUR } as const;
  const entries = entriesOf({ state, names: new Map(), kept: [] }, owner);
  await expect(`${entries.map(lineOf).join('\n')}\n`).toMatchFileSnapshot('written/imported-log.txt');
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([SYSTEM]));
});

test('a removed position is not in the log', () => {
  const { state } = aDebate();
  const west = state.positions.get('west') ?? expect.fail('no position');
  const positions = state.positions.set('west', { ...west, removed: true });
  const owner = { ownerId: 'ivan', visibility: 'public', now: 9_000 } as const;
  const added = entriesOf({ state: { ...state, positions }, names: new Map(), kept: [] }, owner).flatMap(
    ({ effect }) => (effect.type === 'position.added' ? effect.positionId : []),
  );
  expect(added).toEqual(['east']);
});

test('a claim that speaks for a removed position speaks for none, and is read once more', async () => {
  const { state } = aDebate().does('emil', newClaim('n', 'c-a', { positionId: 'west' }));
  const west = state.positions.get('west') ?? expect.fail('no position');
  const positions = state.positions.set('north', { ...west, id: 'north', removed: true });
  const claim = state.claims.get('c-n') ?? expect.fail('no claim');
  const claims = state.claims.set('c-n', { ...claim, positionId: 'north' });
  const once = await imported({ state: { ...state, positions, claims }, names: new Map(), kept: [] });
  expect(once.claims.get('c-n')?.positionId).toBeNull();
  const twice = await imported({ state: once, names: new Map(), kept: [] });
  expect(twice.claims.has('c-n')).toBe(true);
});

const entry = (effect: object, seq = 1): LogEntry => ({
  seq,
  at: 1,
  actor: SYSTEM,
  author: 'ann',
  effect: effect as Effect,
});

describe('a text longer than an operation may bring is refused with its place:', () => {
  const on = { kind: 'claim', id: 'c-1' };
  const head = { visibility: 'public', settings: { guests: 'debater', wording: 'shared' } };
  const position = { type: 'position.added', positionId: 'east', hue: 'blue', order: 'a0' };
  const source = {
    type: 'source.added',
    sourceId: 's-1',
    title: 'T',
    url: '',
    locator: '',
    excerpt: '',
    note: '',
  };
  const claim = {
    type: 'claim.added',
    claimId: 'c-1',
    linkId: 'l-1',
    target: on,
    relation: 'support',
    positionId: null,
    order: 'a0',
    sources: [] as string[],
  };
  const passage = { id: 'q-1', exact: 'e', prefix: '', suffix: '', start: 0, end: 1 };
  const cited = { type: 'claim.cited', claimId: 'c-1', sourceId: 's-1' };
  const suggested = { type: 'suggestion.made', suggestionId: 'w-1', claimId: 'c-1' };

  /** An effect with a text of this many characters, how many it may have, and the place that is named. */
  test.each<[string, number, (text: string) => object]>([
    ['debate, title', 120, (title) => ({ type: 'debate.created', motion: 'M', ...head, title })],
    ['debate, motion', 300, (motion) => ({ type: 'debate.created', title: 'T', ...head, motion })],
    [
      'debate, settings.reasons[1]',
      60,
      (reason) => ({
        type: 'debate.created',
        title: 'T',
        motion: 'M',
        ...head,
        settings: { ...head.settings, reasons: ['r', reason] },
      }),
    ],
    ['position east, name', 60, (name) => ({ ...position, name, summary: '' })],
    ['position east, summary', 300, (summary) => ({ ...position, name: 'N', summary })],
    ['source s-1, title', 300, (title) => ({ ...source, title })],
    ['source s-1, url', 2_000, (url) => ({ ...source, url })],
    ['source s-1, locator', 40, (locator) => ({ ...source, locator })],
    ['source s-1, excerpt', 200_000, (excerpt) => ({ ...source, excerpt })],
    ['source s-1, note', 200_000, (note) => ({ ...source, note })],
    ['article, text', 200_000, (text) => ({ type: 'article.edited', sourceId: 's-1', change: [[0, text]] })],
    ['claim c-1, text', 500, (text) => ({ ...claim, text })],
    [
      'claim c-1, passages[1].exact',
      2_000,
      (exact) => ({ ...cited, passages: [passage, { ...passage, id: 'q-2', exact }] }),
    ],
    ['claim c-1, passages[0].prefix', 64, (prefix) => ({ ...cited, passages: [{ ...passage, prefix }] })],
    ['claim c-1, passages[0].suffix', 64, (suffix) => ({ ...cited, passages: [{ ...passage, suffix }] })],
    [
      'comment m-1, text',
      5_000,
      (text) => ({ type: 'comment.added', commentId: 'm-1', on, replyTo: null, text }),
    ],
    ['suggestion w-1, text', 500, (text) => ({ ...suggested, change: [[0, text]], note: '' })],
    ['suggestion w-1, note', 1_000, (note) => ({ ...suggested, change: [[0, 'x']], note })],
    ['content, reason', 60, (reason) => ({ type: 'content.hidden', ids: ['c-1'], reason, note: '' })],
    ['content, note', 1_000, (note) => ({ type: 'content.hidden', ids: ['c-1'], reason: 'spam', note })],
    [
      'flag, note',
      1_000,
      (note) => ({ type: 'flag.set', on: 'c-1', what: 'unclear', other: null, note, revised: false }),
    ],
    [
      'conclusion, cruxes',
      5_000,
      (text) => ({ type: 'conclusion.edited', section: 'cruxes', change: [[0, text]] }),
    ],
  ])('%s: %i characters', async (place, limit, effectWith) => {
    const check = (text: string) => problemOf(() => checkLimits([entry(effectWith(text))]));
    expect(await check('x'.repeat(limit))).toBeNull();
    expect(await check('x'.repeat(limit + 1))).toBe(`over_limit: ${place}: more than ${limit} characters`);
  });
});

describe('other content that no operation may bring is refused with its place:', () => {
  const on = { kind: 'claim', id: 'c-1' };
  const claim = {
    type: 'claim.added',
    claimId: 'c-1',
    linkId: 'l-1',
    target: on,
    relation: 'support',
    positionId: null,
    order: 'a0',
    text: 'x',
    sources: [] as string[],
  };
  const sources = (count: number) => Array.from({ length: count }, (_, at) => `s-${at + 100}`);
  const cites = (count: number) => '<#c-a>'.repeat(count);

  test.each<[string | null, object]>([
    [null, { ...claim, sources: sources(20) }],
    ['over_limit: claim c-1, sources: more than 20', { ...claim, sources: sources(21) }],
    [
      null,
      { type: 'conclusion.edited', section: 'cruxes', change: [[0, cites(LIMITS.conclusionCitations)]] },
    ],
    [
      `over_limit: conclusion, cruxes: more than ${LIMITS.conclusionCitations}`,
      { type: 'conclusion.edited', section: 'cruxes', change: [[0, cites(LIMITS.conclusionCitations + 1)]] },
    ],
    ['over_limit: poll.opened', { type: 'poll.opened' }],
    [
      'over_limit: claim c-1, text: control characters, or characters that change the text direction',
      { ...claim, text: 'a\u0001' },
    ],
    [
      'over_limit: debate, motion: empty',
      {
        type: 'debate.created',
        title: 'T',
        motion: ' ',
        visibility: 'public',
        settings: { guests: 'debater', wording: 'shared' },
      },
    ],
    [
      'over_limit: vote, answer: Invalid option: expected one of "agree"|"disagree"|"pass"',
      { type: 'vote.cast', claimId: 'c-1', answer: 'maybe', wording: 1 },
    ],
    [null, { type: 'conclusion.signed', signatureId: 'n-1', positionId: 'east', revision: 0 }],
    [
      null,
      { type: 'conclusion.signed', signatureId: 'n-1', positionId: 'east', revision: 2, recorded: true },
    ],
    [
      null,
      {
        type: 'steelman.answered',
        claimId: 'c-1',
        answerId: 'a-1',
        wording: 1,
        agrees: false,
        recognized: [],
      },
    ],
    [
      'over_limit: steelman, agrees: Invalid input: expected boolean, received undefined',
      { type: 'steelman.answered', claimId: 'c-1', answerId: 'a-1', wording: 1 },
    ],
    [null, { type: 'steelman.answered', claimId: 'c-1', answerId: 'a-1', wording: 1, recorded: true }],
    [
      'over_limit: task t-1, kind: Invalid option: expected one of "claims"|"replies"|"sources"|"comments"|"votes"',
      { type: 'task.added', taskId: 't-1', kind: 'songs', count: 1, due: { at: 5 } },
    ],
  ])('%s', async (problem, effect) => {
    expect(await problemOf(() => checkLimits([entry(effect)]))).toBe(problem);
  });

  test('articles that are too long together', async () => {
    const article = { type: 'article.edited', sourceId: 's-1', change: [[0, 'x'.repeat(200_000)]] };
    const ten = Array.from({ length: 10 }, () => entry(article));
    expect(await problemOf(() => checkLimits(ten))).toBeNull();
    const more = entry({ ...article, change: [[0, 'x']] });
    expect(await problemOf(() => checkLimits([...ten, more]))).toBe(
      'over_limit: articles: more than 2000000 characters',
    );
  });
});

describe('ids of a file', () => {
  const claim = (claimId: string, more: object = {}) => ({
    type: 'claim.added',
    claimId,
    linkId: `l-${claimId}`,
    target: { kind: 'position', id: 'p!' },
    positionId: 'p!',
    text: 'p!',
    sources: ['s!'],
    ...more,
  });
  const effectsOf = (...effects: readonly object[]) => withSoundIds(effects.map((effect) => entry(effect)));

  test('stay if operations accept them', () => {
    const entries = [entry({ type: 'position.added', positionId: 'east' })];
    const { entries: same, idOf } = withSoundIds(entries);
    expect(same).toBe(entries);
    expect(idOf('!')).toBe('!');
  });

  test('are replaced wherever they stand, in lists and records too, and not in words', () => {
    const { entries, idOf } = effectsOf(
      { type: 'participant.joined', participantId: 'ann', role: 'debater' },
      { type: 'position.added', positionId: 'p!', name: 'p!' },
      { type: 'source.added', sourceId: 's!', title: 's!' },
      claim('file-2'),
      {
        type: 'claim.cited',
        claimId: 'file-2',
        sourceId: 's!',
        passages: [{ id: 'q!', exact: 'q!', start: 0 }],
      },
      {
        type: 'comment.added',
        commentId: 'm!',
        on: { kind: 'position', id: 'p!' },
        replyTo: null,
        ofAnswer: 'a!',
      },
      { type: 'steelman.answered', claimId: 'file-2', answerId: 'a!' },
      { type: 'content.hidden', ids: ['m!', 'file-2'], reason: 'spam' },
    );
    expect(entries.slice(1).map(({ effect }) => effect)).toEqual([
      { type: 'position.added', positionId: 'file-1', name: 'p!' },
      { type: 'source.added', sourceId: 'file-10', title: 's!' },
      claim('file-2', {
        target: { kind: 'position', id: 'file-1' },
        positionId: 'file-1',
        sources: ['file-10'],
      }),
      {
        type: 'claim.cited',
        claimId: 'file-2',
        sourceId: 'file-10',
        passages: [{ id: 'file-5', exact: 'q!', start: 0 }],
      },
      {
        type: 'comment.added',
        commentId: 'file-3',
        on: { kind: 'position', id: 'file-1' },
        replyTo: null,
        ofAnswer: 'file-4',
      },
      { type: 'steelman.answered', claimId: 'file-2', answerId: 'file-4' },
      { type: 'content.hidden', ids: ['file-3', 'file-2'], reason: 'spam' },
    ]);
    expect([idOf('p!'), idOf('ann')]).toEqual(['file-1', 'ann']);
  });

  test('of their authors are replaced too', () => {
    const joined = { type: 'participant.joined', participantId: 'a!', role: 'debater' };
    const { entries } = withSoundIds([
      { ...entry(joined), author: 'a!' },
      entry({ type: 'position.added', positionId: 'east' }),
    ]);
    expect(entries.map(({ author }) => author)).toEqual(['file-1', 'ann']);
  });

  test.each([
    ['a claim and a position', [{ type: 'position.added', positionId: 'same' }, claim('same')]],
    ['a claim and its link', [claim('same', { linkId: 'same' })]],
    [
      'two answers to one steelman',
      [1, 2].map(() => ({ type: 'steelman.answered', claimId: 'c-1', answerId: 'same' })),
    ],
  ])('may not be of two things: %s', async (_, effects) => {
    expect(await problemOf(() => effectsOf(...effects))).toMatch(
      /^malformed: the id “(same|c-1 same)” is used twice$/,
    );
  });

  test('may be of answers to two steelmen', async () => {
    const answers = ['c-1', 'c-2'].map((claimId) => ({
      type: 'steelman.answered',
      claimId,
      answerId: 'same',
    }));
    expect(await problemOf(() => effectsOf(...answers))).toBeNull();
  });
});

describe('orders of a file', () => {
  const added = (claimId: string, order: string, id = 'east') =>
    entry({ type: 'claim.added', claimId, order, target: { kind: 'position', id } });
  const ordersOf = (...entries: readonly LogEntry[]) =>
    withSoundOrders(entries).map(({ effect }) => ('order' in effect ? effect.order : null));

  test('stay if something can be put before, between and after', () => {
    const entries = [added('c-1', 'a1'), added('c-2', 'a0V'), entry({ type: 'position.added', order: 'Zz' })];
    expect(withSoundOrders(entries)).toBe(entries);
  });

  test.each([
    ['none', '!'],
    ['too long', `a${'1'.repeat(1_000)}V`],
  ])('are made again among siblings, in the order of the file, if one is %s', (_, bad) => {
    const entries = [
      entry({ type: 'position.added', positionId: 'east', order: 'b' }),
      added('c-1', 'z'),
      added('c-2', bad),
      added('c-3', 'z'),
      added('c-5', 'z'),
      added('c-6', 'z'),
      added('c-4', 'A', 'west'),
      entry({ type: 'position.added', positionId: 'west', order: 'a' }),
      entry({ type: 'comment.added', commentId: 'm-1' }),
    ];
    expect(ordersOf(...entries)).toEqual(['a1', 'a1', 'a0', 'a2', 'a3', 'a4', 'a0', 'a0', null]);
  });
});
