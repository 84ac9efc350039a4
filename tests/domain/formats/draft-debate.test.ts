import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { DraftDebate } from '#domain/formats/draft-debate.ts';
import { problemOf } from '../../support/format-problem.ts';
import { importLines } from '../../support/import-lines.ts';

const EAST = { kind: 'position', id: 'east' } as const;
const SOURCE = { title: 'T', url: '', locator: '', excerpt: '', note: '', author: 'ann' };
const PASSAGE = { sourceId: 's-1', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };

function aDraft(): DraftDebate {
  const draft = new DraftDebate();
  draft.title = 'T';
  draft.addPosition({ id: 'east', name: 'East' });
  draft.addClaim({ id: 'c-1', text: 'One', target: EAST, relation: 'support' });
  return draft;
}

const times = (count: number, act: (nth: number) => void) => {
  for (let nth = 1; nth <= count; nth += 1) act(nth);
};

describe('a draft refuses one more than a debate holds, with its line:', () => {
  /** How many fit into the draft above, and what adds one. */
  test.each<[string, number, (draft: DraftDebate) => (nth: number) => unknown]>([
    [
      '8 positions',
      LIMITS.positions - 1,
      (draft) => (nth) => draft.addPosition({ id: `p-${nth}`, name: 'P', line: 7 }),
    ],
    [
      '10000 claims',
      LIMITS.claims - 1,
      (draft) => (nth) =>
        draft.addClaim({ id: `c-x${nth}`, text: 'x', target: EAST, relation: 'support', line: 7 }),
    ],
    ['5000 sources', LIMITS.sources, (draft) => (nth) => draft.addSource({ id: `s-${nth}`, ...SOURCE }, 7)],
    [
      '100000 comments',
      LIMITS.comments,
      (draft) => (nth) =>
        draft.addComment({ id: `m-${nth}`, on: EAST, replyTo: null, text: 'x', author: 'ann', at: 0 }, 7),
    ],
    ['2000 people', LIMITS.participants, (draft) => (nth) => draft.addParticipant(`v-${nth}`, undefined, 7)],
    [
      '2000000 characters of articles',
      10,
      (draft) => (nth) => draft.addArticle(`s-${nth}`, 'x'.repeat(200_000), 7),
    ],
  ])('%s', async (what, fit, adding) => {
    const add = adding(aDraft());
    times(fit, add);
    expect(await problemOf(() => add(fit + 1))).toBe(`too_many in line 7: ${what}`);
  });

  test('20000 links', async () => {
    const draft = aDraft();
    const add = (nth: number) =>
      draft.addCrossLink({ id: `x-${nth}`, from: 'c-1', target: EAST, relation: 'attack' });
    times(LIMITS.crossLinks, add);
    expect(await problemOf(() => add(0))).toBe('too_many: 20000 links');
  });

  test('60 levels, of which an undercut is one', async () => {
    const draft = aDraft();
    const below = (nth: number, kind: 'claim' | 'link' = 'claim') => {
      const id = kind === 'claim' ? `c-${nth - 1}` : `l-c-${nth - 1}`;
      draft.addClaim({ id: `c-${nth}`, text: 'x', target: { kind, id }, relation: 'attack', line: nth });
    };
    times(58, (nth) => below(nth + 1));
    below(60, 'link');
    expect(await problemOf(() => below(61))).toBe('too_deep in line 61: 60');
    expect(await problemOf(() => below(61, 'link'))).toBe('too_deep in line 61: 60');
  });

  test('a person or a vote that is there is no other one', async () => {
    const draft = aDraft();
    times(LIMITS.participants, (nth) => draft.addParticipant(`v-${nth}`));
    expect(await problemOf(() => draft.addParticipant('v-1', 'Ann'))).toBeNull();
    expect(draft.names).toEqual(new Map([['v-1', 'Ann']]));
  });

  test('nothing at all', async () => {
    expect(await problemOf(() => new DraftDebate().finish())).toBe('nothing_found');
  });
});

describe('a draft cuts what is too long, and says so', () => {
  test('in texts with a limit of their own', () => {
    const draft = new DraftDebate();
    draft.title = 't'.repeat(121);
    draft.motion = 'm'.repeat(301);
    draft.addPosition({ id: 'east', name: 'n'.repeat(61), summary: 's'.repeat(301), line: 1 });
    draft.addClaim({ id: 'c-1', text: 'c'.repeat(501), target: EAST, relation: 'support', line: 2 });
    draft.addSource(
      { ...SOURCE, id: 's-1', title: 't'.repeat(301), url: 'u'.repeat(2_001), locator: 'l'.repeat(41) },
      3,
    );
    draft.addComment(
      { id: 'm-1', on: EAST, replyTo: null, text: 'x'.repeat(5_001), author: 'ann', at: 0 },
      4,
    );
    draft.addParticipant('ann', 'a'.repeat(61), 5);
    const { state, names, setAside } = draft.finish();
    const cut = (sign: string, length: number) => `${sign.repeat(length - 1)}…`;
    expect(state.head).toMatchObject({ title: cut('t', 120), motion: cut('m', 300) });
    expect(state.positions.get('east')).toMatchObject({ name: cut('n', 60), summary: cut('s', 300) });
    expect(state.claims.get('c-1')).toMatchObject({ text: cut('c', 500), sources: ['whole-1'] });
    expect(state.sources.get('whole-1')).toMatchObject({ title: 'Whole text', excerpt: 'c'.repeat(501) });
    expect(state.sources.get('s-1')).toMatchObject({
      title: cut('t', 300),
      url: cut('u', 2_000),
      locator: cut('l', 40),
    });
    expect(state.comments.get('m-1')?.text).toBe(cut('x', 5_000));
    expect(names.get('ann')).toBe(cut('a', 60));
    expect(setAside.map(({ why, what, line }) => `${why} ${what[0]} ${[...what].length} ${line}`)).toEqual([
      'shortened n 61 1',
      'shortened s 120 1',
      'too_long c 120 2',
      'shortened t 120 3',
      'shortened u 120 3',
      'shortened l 41 3',
      'shortened x 120 4',
      'shortened a 61 5',
      'shortened t 120 null',
      'shortened m 120 null',
    ]);
  });

  test('and keeps what fits exactly, without its margins', () => {
    const draft = aDraft();
    draft.title = ` ${'t'.repeat(120)}\n`;
    draft.addClaim({ id: 'c-2', text: `\n${'c'.repeat(500)} `, target: EAST, relation: 'support' });
    draft.addPassage('c-1', {
      id: 'q-1',
      ...PASSAGE,
      exact: 'x'.repeat(2_000),
      prefix: 'p'.repeat(32),
      suffix: 's'.repeat(32),
    });
    draft.addPassage('c-1', { id: 'q-2', ...PASSAGE, exact: 'x'.repeat(2_001) }, 3);
    draft.addPassage('c-1', { id: 'q-3', ...PASSAGE, prefix: 'p'.repeat(33), suffix: 's'.repeat(32) }, 4);
    const { state, setAside } = draft.finish();
    expect(state.head?.title).toBe('t'.repeat(120));
    expect(state.head?.motion).toBe('t'.repeat(120));
    expect(state.claims.get('c-2')).toMatchObject({ text: 'c'.repeat(500), sources: [] });
    expect(state.citations.get('c-1')?.passages.map(({ id }) => id)).toEqual(['q-1']);
    expect(setAside.map(({ why, line }) => [why, line])).toEqual([
      ['long_passage', 3],
      ['long_passage', 4],
    ]);
  });

  test('in a title that is no part of the motion', () => {
    const question = `Why ${'so '.repeat(50)}?`;
    const whyCut = (motion: string) => {
      const draft = aDraft();
      Object.assign(draft, { title: question, motion });
      return draft.finish().setAside.map(({ why }) => why);
    };
    expect(whyCut(question)).toEqual([]);
    expect(whyCut('Another')).toEqual(['shortened']);
    expect(whyCut('')).toEqual(['shortened']);
  });

  test('in a claim of which a source can not hold the whole text', () => {
    const draft = aDraft();
    const text = 'c'.repeat(LIMITS.sourceTextCharacters + 1);
    draft.addClaim({ id: 'c-2', text, target: EAST, relation: 'support', line: 3 });
    expect(draft.setAside).toMatchObject([{ why: 'shortened', line: 3 }]);
  });

  test('an article that is too long, and one that replaces another', () => {
    const draft = aDraft();
    draft.addSource({ id: 's-1', ...SOURCE });
    draft.addArticle('s-1', 'x'.repeat(200_001), 3);
    times(6, () => draft.addArticle('s-1', 'y'.repeat(200_000)));
    const { state, setAside } = draft.finish();
    expect(state.articles.get('s-1')?.text).toBe('y'.repeat(200_000));
    expect(setAside).toMatchObject([{ why: 'shortened', line: 3 }]);
  });
});

describe('a draft leaves out what a claim cites beyond its limit, and says so:', () => {
  /** A claim that cites this many sources, s-1, s-2…, each with one passage. */
  const citing = (count: number, text: string) => {
    const draft = aDraft();
    const ids = Array.from({ length: count }, (_, at) => `s-${at + 1}`);
    for (const id of ids) draft.addSource({ ...SOURCE, id, title: `Title of ${id}` });
    draft.addClaim({ id: 'c-2', text, target: EAST, relation: 'support', sources: ids, line: 5 });
    for (const [at, sourceId] of ids.entries())
      if (draft.cites('c-2', sourceId))
        draft.addPassage('c-2', { ...PASSAGE, id: `q-${at}`, exact: `Words ${at + 1}`, sourceId }, 6);
    return draft.finish();
  };

  test('sources, which stay in the debate, with their passages', () => {
    const { state, setAside } = citing(22, 'Two');
    expect(state.claims.get('c-2')?.sources).toHaveLength(20);
    expect(state.sources.size).toBe(22);
    expect(state.citations.get('c-2')?.passages).toHaveLength(20);
    expect(setAside).toEqual([
      { why: 'too_many_cited', what: 'Title of s-21', line: 5 },
      { why: 'too_many_cited', what: 'Title of s-22', line: 5 },
      { why: 'too_many_cited', what: 'Words 21', line: 6 },
      { why: 'too_many_cited', what: 'Words 22', line: 6 },
    ]);
  });

  test('passages of one source', () => {
    const draft = aDraft();
    draft.addSource({ ...SOURCE, id: 's-1' });
    draft.addClaim({ id: 'c-2', text: 'Two', target: EAST, relation: 'support', sources: ['s-1'] });
    times(21, (nth) => draft.addPassage('c-2', { ...PASSAGE, id: `q-${nth}` }, nth));
    const { state, setAside } = draft.finish();
    expect(state.citations.get('c-2')?.passages).toHaveLength(20);
    expect(setAside).toEqual([{ why: 'too_many_cited', what: 'x', line: 21 }]);
  });

  test('never the whole text of a claim that was cut', () => {
    const { state, setAside } = citing(20, 'c'.repeat(501));
    expect(state.claims.get('c-2')?.sources).toContain('whole-21');
    expect(setAside.map(({ why, what }) => [why, what[0]])).toEqual([
      ['too_long', 'c'],
      ['too_many_cited', 'T'],
      ['too_many_cited', 'W'],
    ]);
  });
});

test('a draft has defaults for what a file leaves out', () => {
  const draft = new DraftDebate();
  draft.title = ' ';
  draft.addPosition({ id: 'p-1', name: ' ' });
  draft.addPosition({ id: 'p-2', name: 'Two\nlines', hue: 'teal' });
  draft.addPosition({ id: 'p-3', name: 'Third' });
  const at = { kind: 'position', id: 'p-2' } as const;
  draft.addClaim({ id: 'c-1', text: ' ', target: at, relation: 'support', line: 4, at: 86_400_000 });
  draft.addClaim({
    id: 'c-2',
    text: 'a\u0000\r\nb\ud800',
    target: at,
    relation: 'attack',
    at: 3_600_000,
    author: 'ann',
  });
  const cited = { title: '', url: 'https://a.example', locator: '' };
  const sources = [
    draft.citedSource(cited),
    draft.citedSource(cited),
    draft.citedSource({ ...cited, url: '' }),
  ];
  draft.addClaim({
    id: 'c-3',
    text: 'Third',
    target: { kind: 'claim', id: 'c-2' },
    relation: 'support',
    sources,
    retracted: true,
  });
  draft.addClaim({
    id: 'c-4',
    text: 'Under it',
    target: { kind: 'claim', id: 'c-3' },
    relation: 'support',
    scheme: 'sign',
    positionId: 'p-1',
  });
  draft.addVote('c-1', 'bob', 'agree');
  draft.addVote('c-1', 'bob', 'pass');
  const imported = draft.finish(7_200_000);
  expect(importLines(imported)).toEqual([
    'Imported debate | Imported debate',
    '1 | Position | blue',
    '2 | Two ⏎ lines | teal',
    '3 | Third | violet',
    '2.1 support 2 | … | at 1970-01-02T00:00:00.000Z | votes 0 0 1',
    '2.2 attack 2 | a\ufffd ⏎ b\ufffd | by ann | at 1970-01-01T01:00:00.000Z',
    '2.2.1 support 2.2 | Third | retracted | sources 1 2',
    '2.2.1.1 support 2.2.1 | Under it | of 1 | kind sign',
    'source 1 | https://a.example | https://a.example',
    'source 2 | Source',
    'empty (4): c-1',
  ]);
  expect([imported.state.at, imported.state.head?.createdAt]).toEqual([86_400_000, 7_200_000]);
});
