import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { analysePath } from '../../server/cli/analyse/analyse-path.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-analyse-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

const problem = (path: string) =>
  analysePath(path).then(
    () => 'none',
    (error: Error) => error.message.replace(folder, ''),
  );

describe('[AN16] analyse', () => {
  test('a framework as TGF and as APX', async () => {
    const expected = {
      labels: { grounded: { 1: 'in', 2: 'out', 3: 'in' } },
      preferred: [['1', '3']],
      preferredComplete: true,
    };
    expect(await analysePath(file('chain.tgf', '1\n2 two\r\n3\n#\n1 2\n\n2 3 label\n'))).toEqual(expected);
    const facts = '% three\narg(1). arg(2).\natt(1,2).\natt( 2 , 3 ).\narg(3).\n';
    expect(await analysePath(file('chain.apx', facts))).toEqual(expected);
  });

  test('a framework with scores', async () => {
    const json = '{"args":{"a":0.5,"b":0.5,"c":0.5},"attacks":[["b","a"]],"supports":[["c","b"]]}';
    expect(await analysePath(file('weighted.json', json))).toEqual({
      strengths: {
        dfquad: { a: 0.125, b: 0.75, c: 0.5 },
        quadraticEnergy: { a: expect.closeTo(0.5 - (0.5 * 0.36) / 1.36, 12), b: 0.6, c: 0.5 },
        euler: { a: expect.any(Number), b: expect.closeTo(1 - 0.75 / (1 + 0.5 * Math.exp(0.5)), 12), c: 0.5 },
      },
      labels: { grounded: { a: 'out', b: 'in', c: 'in' } },
      preferred: [['b', 'c']],
      preferredComplete: true,
    });
  });

  test('a debate', async () => {
    const debate = aDebate();
    const [position = ''] = debate.state.positions.keys();
    debate.does('dana', newClaim('one', position), newClaim('two', 'c-one', { relation: 'attack' }));
    debate.does('emil', agree('c-one'), agree('c-two'));
    const result = await analysePath(file('debate.json', JSON.stringify(toSnapshot(debate.state))));
    const exported = {
      format: 'parley-debate',
      version: 2,
      names: {},
      kept: [],
      debate: toSnapshot(debate.state),
    };
    expect(await analysePath(file('exported.json', JSON.stringify(exported)))).toEqual(result);
    expect(result).toMatchObject({
      base: 'social',
      strengths: { dfquad: { 'c-two': 1 / 3, 'c-one': expect.closeTo(1 / 3 - 1 / 9, 12) } },
      labels: { grounded: { 'c-one': 'out', 'c-two': 'in' } },
      participants: ['emil'],
      consensus: { disagree: [] },
    });
    // The other published base, and one number for all.
    expect(await analysePath(join(folder, 'debate.json'), 'laplace')).toMatchObject({
      base: 'laplace',
      strengths: { dfquad: { 'c-two': 2 / 3, 'c-one': expect.closeTo(2 / 3 - 4 / 9, 12) } },
    });
    expect(await analysePath(join(folder, 'debate.json'), 0.5)).toMatchObject({
      base: 0.5,
      strengths: { dfquad: { 'c-two': 0.5, 'c-one': 0.25 } },
    });
  });

  const votes = [
    ['8', '1', '1'],
    ['8', '2', '-1'],
    ['9', '1', '-1'],
    ['9', '2', '1'],
    ['9', '2', '1'],
    ['9', '10', '1'],
  ] as const;

  test('a Polis conversation, as CSV and as JSON', async () => {
    const rows = votes.map(([voter, comment, vote], nth) => `${nth},day,${comment},${voter},${vote}`);
    file('csv/votes.csv', ['timestamp,datetime,comment-id,voter-id,vote', ...rows].join('\r\n'));
    file(
      'csv/comments.csv',
      'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n' +
        '1,d,10,1,0,0,-1,"Two\nlines, ""quoted"""\n1,d,2,1,0,0,1,b\n1,d,1,1,0,0,0,c\n',
    );
    const result = await analysePath(join(folder, 'csv'));
    expect(result).toMatchObject({
      participants: ['8', '9'],
      statements: ['1', '2', '10'],
      pca: { center: [0, 0, 0] },
      groups: { k: 2, enough: false, members: { 8: 0, 9: 1 } },
      groupInformedConsensus: { 1: expect.closeTo((2 / 3) * (1 / 3), 12) },
    });
    file(
      'json/votes.json',
      JSON.stringify(
        votes.map(([pid, tid, vote], nth) => ({
          pid: Number(pid),
          tid: Number(tid),
          vote: Number(vote),
          modified: `${nth}`,
        })),
      ),
    );
    file('json/comments.json', '[{"tid":1,"mod":0},{"tid":2,"mod":1},{"tid":10,"mod":-1}]');
    expect(await analysePath(join(folder, 'json'))).toEqual(result);
    // The same under red-dwarf's names.
    file(
      'red-dwarf/votes.json',
      JSON.stringify(
        votes.map(([participant, statement, vote], nth) => ({
          participant_id: Number(participant),
          statement_id: Number(statement),
          vote: Number(vote),
          modified: nth,
        })),
      ),
    );
    file(
      'red-dwarf/comments.json',
      '[{"statement_id":1,"moderated":0},{"statement_id":2,"moderated":1},{"statement_id":10,"moderated":-1}]',
    );
    expect(await analysePath(join(folder, 'red-dwarf'))).toEqual(result);
    // Polis' tables of today: no datetime, is-meta, the conversation in their names, and a statement nobody voted on.
    const plain = votes.map(([voter, comment, vote], nth) => `${nth},${comment},${voter},${vote}`);
    file('today/2026-11-27-7abc-votes.csv', ['timestamp,comment-id,voter-id,vote', ...plain].join('\n'));
    file('today/2026-11-27-7abc-participant-votes.csv', 'participant\n');
    file(
      'today/2026-11-27-7abc-comments.csv',
      'timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,comment-body\n' +
        '1,10,1,0,0,1,true,a\n1,2,1,0,0,1,false,b\n1,1,1,0,0,0,false,c\n1,30,1,0,0,1,false,d\n',
    );
    expect(await analysePath(join(folder, 'today'))).toEqual(result);
  });

  test.each([
    ['nothing.tgf', null, 'nothing.tgf: no such file or folder.'],
    ['words.txt', 'a', 'words.txt: use a .json, .tgf or .apx file, or a folder of Polis files.'],
    ['half.tgf', '1\n2\n', 'half.tgf: the line "#" between arguments and attacks is missing.'],
    ['unknown.tgf', '1\n#\n1 2\n', 'unknown.tgf, line 3: no argument "2".'],
    ['single.tgf', '1\n#\n1\n', 'single.tgf, line 3: an attack needs two arguments.'],
    ['odd.apx', 'arg(a).\nargue(b).\n', 'odd.apx, line 2: "argue(b)." is not a fact.'],
    ['arity.apx', 'arg(a,b).\n', 'arity.apx, line 1: arg(…) needs one argument.'],
    ['cut.json', '{"args":', /^cut\.json: not valid JSON \(/],
    ['score.json', '{"args":{"a":2}}', /^score\.json: args\.a: /],
    ['unknown.json', '{"args":{"a":1},"attacks":[["a","b"]]}', 'unknown.json: no argument "b".'],
    ['other.json', '{"claims":[{}]}', /^other\.json: not a debate: claims\.0\.id: /],
    [
      'newer.json',
      '{"shape":1000,"claims":[],"links":[]}',
      /not a debate: shape: was written by a newer version of Parley/,
    ],
    [
      'bad/votes.csv',
      'timestamp,datetime,comment-id,voter-id,vote\n1,d,1,1,7\n',
      /^bad\/votes\.csv, line 2: vote: /,
    ],
    [
      'empty/readme',
      '',
      'empty: a folder needs votes.csv and comments.csv, or votes.json and comments.json.',
    ],
  ])('%s is refused in words', async (name, content, expected) => {
    if (content !== null) file(name, content);
    const path = name.includes('/') ? join(folder, name, '..') : join(folder, name);
    const said = (await problem(path)).replace(/^\//, '');
    if (typeof expected === 'string') expect(said).toBe(expected);
    else expect(said).toMatch(expected);
  });
});

/** A folder of others' frameworks and of real Polis conversations with what Polis made of them: `PARLEY_ANALYSIS_FIXTURES=…`. */
const FIXTURES = process.env.PARLEY_ANALYSIS_FIXTURES ?? '';
const conversations = listed('polis-math').filter((name) =>
  existsSync(join(FIXTURES, 'polis-math', name, 'math-pca2.json')),
);

interface PolisMath {
  readonly tids: readonly number[];
  readonly pca: { readonly center: readonly number[]; readonly comps: readonly (readonly number[])[] };
  readonly 'base-clusters': {
    readonly id: readonly number[];
    readonly members: readonly (readonly number[])[];
    readonly x: readonly number[];
    readonly y: readonly number[];
  };
  readonly 'group-clusters': readonly { readonly id: number; readonly members: readonly number[] }[];
  readonly 'group-aware-consensus': Readonly<Record<string, number>>;
  readonly consensus: Readonly<
    Record<'agree' | 'disagree', readonly { readonly tid: number; readonly 'p-test': number }[]>
  >;
}

interface Analysis {
  readonly statements: readonly string[];
  readonly pca: { readonly center: readonly number[]; readonly components: readonly (readonly number[])[] };
  readonly projections: Readonly<Record<string, readonly number[]>>;
  readonly groups: { readonly k: number; readonly members: Readonly<Record<string, number>> };
  readonly groupInformedConsensus: Readonly<Record<string, number>>;
  readonly consensus: Readonly<
    Record<'agree' | 'disagree', readonly { readonly statement: string; readonly probabilityTest: number }[]>
  >;
}

// Without such a folder there is nothing to compare with: what is ours is tried above and in tests/domain.
if (FIXTURES !== '') {
  describe('[AN11] [AN12] [AN13] Polis’s own results for its conversations', () => {
    test.each(conversations)('%s', async (name) => {
      const path = join(FIXTURES, 'polis-math', name);
      const polis: PolisMath = JSON.parse(readFileSync(join(path, 'math-pca2.json'), 'utf8'));
      const result = (await analysePath(path)) as unknown as Analysis;
      expect(result.statements).toEqual(polis.tids.map(String));
      // There agreeing is −1.
      for (const [nth, mean] of polis.pca.center.entries())
        expect(result.pca.center[nth]).toBeCloseTo(-mean, 9);
      const signs = polis.pca.comps.map((component, which) => {
        const own = result.pca.components[which] ?? [];
        const sign = Math.sign(component.reduce((sum, value, nth) => sum + value * (own[nth] ?? 0), 0));
        for (const [nth, value] of component.entries()) expect(sign * (own[nth] ?? 0)).toBeCloseTo(value, 9);
        return sign;
      });
      const { id, members, x, y } = polis['base-clusters'];
      for (const [nth, people] of members.entries()) {
        if (people.length > 1) continue;
        const [ownX = 0, ownY = 0] = result.projections[people[0] ?? ''] ?? [];
        expect(ownX * (signs[0] ?? 0)).toBeCloseTo(-(x[nth] ?? 0), 9);
        expect(ownY * (signs[1] ?? 0)).toBeCloseTo(-(y[nth] ?? 0), 9);
      }
      const groups = polis['group-clusters'].map((group) =>
        group.members.flatMap((base) => members[id.indexOf(base)] ?? []),
      );
      expect(result.groups.k).toBe(groups.length);
      const own = groups.map((_, group) =>
        Object.keys(result.groups.members).filter((person) => result.groups.members[person] === group),
      );
      const sorted = (lists: readonly (readonly (string | number)[])[]) =>
        lists
          .map((list) =>
            list
              .map(Number)
              .sort((a, b) => a - b)
              .join(' '),
          )
          .sort();
      expect(sorted(own)).toEqual(sorted(groups));
      for (const [statement, value] of Object.entries(polis['group-aware-consensus']))
        expect(result.groupInformedConsensus[statement]).toBeCloseTo(value, 9);
      for (const side of ['agree', 'disagree'] as const) {
        expect(result.consensus[side].map(({ statement }) => Number(statement))).toEqual(
          polis.consensus[side].map(({ tid }) => tid),
        );
        for (const [nth, each] of polis.consensus[side].entries())
          expect(result.consensus[side][nth]?.probabilityTest).toBeCloseTo(each['p-test'], 9);
      }
    });

    test.each(listed('polis'))('%s is read whole', { timeout: 120_000 }, async (name) => {
      const result = (await analysePath(join(FIXTURES, 'polis', name))) as unknown as Analysis;
      expect(result.groups.k).toBeGreaterThan(1);
      expect(result.statements.length).toBeGreaterThan(20);
    });
  });

  describe('[AN8] [AN9] others’ frameworks', () => {
    test.each(listed('frameworks'))('%s', async (name) => {
      const result = (await analysePath(join(FIXTURES, 'frameworks', name))) as {
        labels: { grounded: Readonly<Record<string, string>> };
        preferred: readonly (readonly string[])[];
        preferredComplete: boolean;
      };
      const accepted = Object.entries(result.labels.grounded).flatMap(([id, label]) =>
        label === 'in' ? id : [],
      );
      expect(result.preferredComplete).toBe(true);
      for (const set of result.preferred) expect(set).toEqual(expect.arrayContaining(accepted));
    });
  });
}

function listed(name: string): string[] {
  const path = join(FIXTURES, name);
  if (FIXTURES === '' || !existsSync(path)) return [];
  return readdirSync(path).filter((each) => !/^(LICENSE|README)/.test(each));
}
