import { afterAll, expect, test } from 'vitest';
import { POST } from '../../app/api/imports/route.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { PeopleInFile } from '../../domain/formats/exports/people-in-file.ts';
import type { FormatName } from '../../domain/formats/formats.ts';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import { unpackPreserved, unpackSmallPreserved, withPreserved } from '../../server/log/preserved-of-file.ts';
import { howMany } from '../support/how-many.ts';
import { connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { A_TURN, longestTurnOf } from '../support/longest-turn.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';
import { startTestServer } from '../support/test-server.ts';

/** Milliseconds that a test may take: each export starts a process, and compiles it. */
const SLOW = { timeout: 240_000 };

let fresh: FreshDatabase;
const server = withTestServer(async () => {
  fresh = await freshDatabase();
  return startTestServer({ database: { url: fresh.url } });
});
afterAll(() => fresh.drop());

/** Comments that once took a parser a second each. */
const HOSTILE = ['>', '>- 1. ', '- a\n', '- > ', '**a*', '*a', '`*[', '*[a](b)* ', '- **a*\n', '![a](b)'].map(
  (unit) => `${unit.repeat(Math.floor(4_980 / unit.length))} the end`,
);

const comment = (at: number, on: { kind: 'claim' | 'position'; id: string }, text: string): Operation => ({
  type: 'comment.add',
  commentId: `m_${at}`,
  on,
  replyTo: null,
  text,
});

async function exported(
  debateId: string,
  {
    format,
    people = 'names',
    branch = null,
  }: { format: FormatName; people?: PeopleInFile; branch?: string | null },
): Promise<string> {
  const file = await parley().exports.write(debateId, null, { format, people, branch, at: null });
  if (!file.ok) return expect.fail(file.rejection.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** An AIF file: arguments, and nodes of who said what, which a debate keeps. Of 14,000 it keeps nearly as much as it may. */
function aif(nodesInAll: number) {
  const nodes = [];
  const edges = [];
  for (let n = 0; n < nodesInAll; n += 1) {
    const [type, text] = n < 300 ? ['I', `Claim ${n}`] : ['L', `Speaker ${n}: ${'said so '.repeat(12)}`];
    nodes.push({ nodeID: `n${n}`, text, type, timestamp: '2026-01-01 10:00:00' });
    if (n >= 300) edges.push({ edgeID: `e${n}`, fromID: `n${n}`, toID: `n${n - 1}`, formEdgeID: null });
  }
  return { nodes, edges, locutions: [] };
}

async function bring(body: string): Promise<string> {
  const { origin } = server();
  const headers = { host: new URL(origin).host, origin, cookie: await server().signIn('Ida') };
  const url = `${origin}/api/imports?name=a.json&visibility=unlisted`;
  const answer = await POST(new Request(url, { method: 'POST', headers, body }));
  return ((await answer.json()) as { debateId: string }).debateId;
}

test('[EX5] preserved content of a large file is exported without blocking the thread', SLOW, async () => {
  const file = JSON.stringify(aif(14_000));
  const ids: string[] = [];
  // The file's text is garbage of some megabytes each time: in one of a few runs no collector comes between.
  const bringing = await longestTurnOf(async () => ids.push(await bring(file)));
  expect(bringing, 'import').toBeLessThan(A_TURN);
  const [debateId = ''] = ids;
  for (const format of ['aif', 'parley'] as const) {
    let text = '';
    const longest = await longestTurnOf(async () => {
      text = await exported(debateId, { format });
    });
    expect(text, format).toContain('Speaker 13999: said so');
    expect(longest, format).toBeLessThan(A_TURN);
  }
});

test('[EX5] the little a debate kept is unpacked on the thread; what is long unpacked is not, however short packed', () => {
  const records = (count: number) => [{ format: 'aif', records: Array(count).fill({ text: 'said so' }) }];
  const packed = (count: number) => {
    const entry = { seq: 1, at: 1, actor: 'o', author: 'o', shape: 1, type: 'debate.created', payload: {} };
    return (withPreserved(entry, records(count) as never).payload as { kept: string }).kept;
  };
  expect(unpackSmallPreserved(packed(10), 150_000)).toEqual(records(10));
  expect(packed(20_000).length).toBeLessThan(20_000);
  expect(unpackSmallPreserved(packed(20_000), 150_000)).toBeNull();
});

test('[EX5] hostile comments are exported without holding the thread, in each turn', SLOW, async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  for (const [at, text] of [...HOSTILE, ...HOSTILE].entries())
    expect(await olga.submit(comment(at, { kind: 'position', id: 'p_position1' }, text))).toMatchObject({
      ok: true,
    });
  for (const format of ['html', 'markdown'] as const) {
    const text = await exported(debateId, { format });
    expect(text, format).toContain('the end');
    // The first one compiled.
    expect(await longestTurnOf(() => exported(debateId, { format })), format).toBeLessThan(A_TURN);
  }
});

test('[EX5] preserved content from before packing is exported too', () => {
  const kept = [{ format: 'aif', records: [{ locution: { start: 'now' } }] }];
  const entry = { seq: 1, at: 1, actor: 'o', author: 'o', shape: 1, type: 'debate.created', payload: {} };
  const { payload } = withPreserved(entry, kept);
  expect(unpackPreserved((payload as { kept: string }).kept)).toEqual(kept);
  expect(unpackPreserved(kept)).toEqual(kept);
});

test(
  '[EX5] a large debate is exported without holding the thread, with hostile comments, a branch of it, and without its names',
  SLOW,
  async () => {
    const database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
    const size = { claims: howMany(2_000, 10_000), positions: 3, people: 60, votesPerClaim: 4, seed: 7 };
    const { debateId } = await generateDebate(database, size);
    await database.close();
    // The room is opened once, by the first request.
    const whole = await exported(debateId, { format: 'parley' });
    const { claims } = JSON.parse(whole).debate;
    const [branch, id] = [claims[0].id, claims.at(-1).id];
    const ann = await join(debateId, 'Ann');
    for (const [at, text] of HOSTILE.entries())
      expect(await ann.submit(comment(at, { kind: 'claim', id }, text))).toMatchObject({ ok: true });
    const wishes = [
      { format: 'html' },
      { format: 'markdown' },
      { format: 'parley', people: 'pseudonyms' },
      { format: 'markdown', branch },
    ] as const;
    expect(whole).toContain('Guest 1');
    for (const wish of wishes) {
      let text = '';
      const once = async () => {
        text = await exported(debateId, wish);
      };
      await once();
      const longest = await longestTurnOf(once);
      expect(text, JSON.stringify(wish)).not.toBe('');
      if ('people' in wish)
        expect([text.includes('Guest 1'), text.includes('Person 1')]).toEqual([false, true]);
      if ('branch' in wish) expect(text.length).toBeLessThan(whole.length / 100);
      else expect(text).toContain('the end');
      expect(longest, JSON.stringify(wish)).toBeLessThan(A_TURN);
    }
  },
);
