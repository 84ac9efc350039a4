import { describe, expect, test } from 'vitest';
import { GET as activityOf } from '../../app/api/debates/[id]/activity/route.ts';
import { GET as wordingsOf } from '../../app/api/debates/[id]/claims/[claimId]/wordings/route.ts';
import { GET as exportOf } from '../../app/api/debates/[id]/export/route.ts';
import { GET as momentOf } from '../../app/api/debates/[id]/history/route.ts';
import { finish } from '../../domain/collections/steps.ts';
import type { DebateState } from '../../domain/debate/engine/state.ts';
import type { ActivityItem } from '../../domain/history/activity.ts';
import { diffText } from '../../domain/ot/text-change.ts';
import { decodeInitialState, type InitialState } from '../../domain/protocol/initial-state.ts';
import { parley } from '../../server/handle.ts';
import { claim, connect, join, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';

const server = withTestServer();

type Route<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>;

async function ask<P>(route: Route<P>, params: P, query = '', cookie = ''): Promise<Response> {
  const { origin } = server();
  const headers = { host: new URL(origin).host, cookie };
  return route(new Request(`${origin}/api?${query}`, { headers }), { params: Promise.resolve(params) });
}

/** The debate at a moment, as who asks is answered. */
async function moment(id: string, at: number | string, cookie = ''): Promise<DebateState> {
  const answer = await ask(momentOf, { id }, `at=${at}`, cookie);
  expect(answer.status).toBe(200);
  const { opening }: { opening: InitialState } = await answer.json();
  return finish(decodeInitialState(opening));
}

async function happened(
  id: string,
  query = '',
  cookie = '',
): Promise<{ happenings: ActivityItem[]; next: number | null }> {
  const answer = await ask(activityOf, { id }, query, cookie);
  expect(answer.status).toBe(200);
  return answer.json();
}

/** Dana and Emil write; the numbers are those of the entries by which they did. */
async function aHistory(visibility: 'public' | 'private' = 'public') {
  const { debateId: id, cookie } = await makeOwnDebate('public');
  const owner = await connect({ cookie });
  await owner.open(id);
  const dana = await join(id, 'Dana');
  const emil = await join(id, 'Emil');
  const seqOf = async (asked: ReturnType<typeof dana.submit>) => {
    const answer = await asked;
    return answer.ok ? answer.seq : expect.fail(answer.rejection.code);
  };
  const one = await seqOf(dana.submit(claim('one', 'The first claim')));
  const two = await seqOf(emil.submit(claim('two', 'The second claim')));
  if (visibility === 'private') await owner.submit({ type: 'debate.setVisibility', visibility });
  return { id, cookie, owner, dana, emil, one, two, seqOf };
}

const hideTwo = { type: 'content.hide', ids: ['c_two'], reason: 'abusive', note: '' } as const;

describe('[HI1] a moment of a debate', () => {
  test('by the number of an entry, by a time and by a date', async () => {
    const { id, one, two } = await aHistory();
    const first = await moment(id, one);
    expect([...first.claims.keys()]).toEqual(['c_one']);
    expect(first.seq).toBe(one);
    const second = await moment(id, two);
    expect([...second.claims.keys()].sort()).toEqual(['c_one', 'c_two']);
    expect((await moment(id, second.at)).at).toBe(second.at);
    expect((await moment(id, new Date(second.at).toISOString())).at).toBe(second.at);
    expect((await moment(id, new Date(0).toISOString())).seq).toBe(1);
    const later = await moment(id, 9_999_999_999);
    expect(later.seq).toBeGreaterThanOrEqual(two);
  });

  test('asked for in another way is refused', async () => {
    const { id } = await aHistory();
    for (const at of ['', 'now', '-1', '1e3', '2026-13-45']) {
      expect((await ask(momentOf, { id }, `at=${at}`)).status, at).toBe(400);
      expect((await ask(exportOf, { id }, `at=${at}`)).status, at).toBe(400);
    }
  });

  test('of a private debate does not exist for non-participants', async () => {
    const { id, one, dana } = await aHistory('private');
    const stranger = await server().signIn('Otto');
    for (const cookie of ['', stranger]) {
      expect((await ask(momentOf, { id }, `at=${one}`, cookie)).status).toBe(404);
      expect((await ask(activityOf, { id }, '', cookie)).status).toBe(404);
      expect((await ask(wordingsOf, { id, claimId: 'c_one' }, '', cookie)).status).toBe(404);
    }
    expect((await moment(id, one, dana.cookie)).claims.size).toBe(1);
  });
});

describe('[HI2] of what is hidden now', () => {
  test('nothing is shown: not in a moment, a file, the activity or its wordings', async () => {
    const { id, cookie, owner, dana, emil, two } = await aHistory();
    expect(await owner.submit(hideTwo)).toMatchObject({ ok: true });
    const shownTo = async (own: string) =>
      Promise.all([
        ask(momentOf, { id }, `at=${two}`, own),
        ask(exportOf, { id }, `format=parley&at=${two}`, own),
        ask(activityOf, { id }, '', own),
        ask(wordingsOf, { id, claimId: 'c_two' }, '', own),
      ]).then((answers) => Promise.all(answers.map((answer) => answer.text())));
    for (const own of ['', dana.cookie])
      for (const text of await shownTo(own)) expect(text).not.toMatch(/second claim|c_two/);
    for (const own of [cookie, emil.cookie]) {
      const [, file, activity, wordings] = await shownTo(own);
      expect(file).toContain('The second claim');
      expect(activity).toContain('c_two');
      expect(wordings).toContain('The second claim');
    }
  });

  test('and hidden then, nothing is shown either', async () => {
    const { id, owner, dana, seqOf } = await aHistory();
    const hidden = await seqOf(owner.submit(hideTwo));
    await owner.submit({ type: 'content.restore', ids: ['c_two'] });
    expect((await moment(id, hidden, dana.cookie)).claims.has('c_two')).toBe(false);
    expect((await moment(id, hidden + 1, dana.cookie)).claims.has('c_two')).toBe(true);
  });

  test('erased words are in no moment, even one that was viewed before', async () => {
    const { id, emil, dana, two } = await aHistory();
    expect((await moment(id, two, dana.cookie)).claims.get('c_two')?.text).toBe('The second claim');
    const person = await parley().auth.currentPerson(new Headers({ cookie: emil.cookie }));
    await parley().erasures.erase(person?.id ?? expect.fail('nobody'), { words: true });
    const past = await moment(id, two, dana.cookie);
    expect(past.claims.get('c_two')?.text).not.toContain('second');
    const read = await ask(wordingsOf, { id, claimId: 'c_two' });
    expect(await read.text()).not.toContain('second');
  });
});

test('[HI1] a file of a moment is that moment', async () => {
  const { id, one } = await aHistory();
  const file = await (await ask(exportOf, { id }, `format=markdown&at=${one}`)).text();
  expect(file).toContain('The first claim');
  expect(file).not.toContain('The second claim');
});

test('[HI6] the wordings of a claim', async () => {
  const { id, emil } = await aHistory();
  const change = diffText('The first claim', 'The very first claim');
  expect(await emil.submit({ type: 'claim.edit', claimId: 'c_one', base: 1, change })).toMatchObject({
    ok: true,
  });
  const read = async () => {
    const { wordings } = await (await ask(wordingsOf, { id, claimId: 'c_one' })).json();
    return wordings.map(({ text, number }: { text: string; number: number }) => [number, text]);
  };
  await expect.poll(read).toEqual([
    [1, 'The first claim'],
    [2, 'The very first claim'],
  ]);
  const first = await ask(wordingsOf, { id, claimId: 'c_one' }, 'before=1');
  expect(await first.json()).toMatchObject({ wordings: [{ number: 1 }], earlier: 0 });
  expect((await ask(wordingsOf, { id, claimId: 'c_one' }, 'before=x')).status).toBe(400);
  expect((await ask(wordingsOf, { id, claimId: 'c_none' })).status).toBe(422);
});

describe('[HI7] the activity of a debate', () => {
  test('comes in pages, the newest first, each line once', async () => {
    const { id, dana } = await aHistory();
    for (let n = 0; n < 70; n += 1) await dana.submit(claim(`more${n}`));
    const first = await happened(id);
    expect(first.happenings.length).toBeGreaterThanOrEqual(50);
    const second = await happened(id, `before=${first.next}`);
    const all = [...first.happenings, ...second.happenings].map((one) => JSON.stringify(one));
    expect(all).toEqual([...new Set(all)]);
    const times = [...first.happenings, ...second.happenings].map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(second.next).toBeNull();
    expect(second.happenings.at(-1)?.what).toBe('began');
    expect(all.length).toBeGreaterThan(72);
  });

  test('by kind, person and branch, and without votes', async () => {
    const { id, dana, emil } = await aHistory();
    await emil.submit(vote('one', 'agree'));
    const under = { kind: 'claim', id: 'c_one' } as const;
    await emil.submit({ type: 'comment.add', commentId: 'm_1', on: under, replyTo: null, text: 'Why?' });
    const linesWith = async (query: string) =>
      (await happened(id, query)).happenings.map(({ what, on }) => `${what} ${on}`);
    expect(await linesWith(`by=${emil.id}`)).toEqual(['commented m_1', 'added c_two']);
    expect(await linesWith('kind=comments')).toEqual(['commented m_1']);
    expect(await linesWith('branch=c_one')).toEqual(['commented m_1', 'added c_one']);
    const { happenings } = await happened(id, `by=${dana.id}`);
    const added = happenings.find(({ on }) => on === 'c_one');
    expect(await linesWith(`before=${(added?.at ?? 0) + 1}&by=${dana.id}`)).toEqual(['added c_one']);
    expect((await ask(activityOf, { id }, 'kind=votes')).status).toBe(400);
    const unread = await ask(activityOf, { id }, 'before=x');
    expect(unread.status).toBe(400);
    expect(await unread.json()).toMatchObject({ where: 'before', why: 'must be milliseconds since 1970' });
  });
});

test('[HI7] [PJ7] a page of the activity continues from the reader’s own times, despite secret votes in between', async () => {
  const { debateId, cookie } = await makeOwnDebate('public');
  const olga = await connect({ cookie });
  await olga.open(debateId);
  const ann = await join(debateId, 'Ann');
  const does = async (client: typeof olga, operation: Parameters<typeof olga.submit>[0]) =>
    expect(await client.submit(operation)).toMatchObject({ ok: true });
  await does(olga, { type: 'debate.configure', ballots: 'secret' });
  await does(olga, claim('first'));
  // The page ends right after the vote: fifty lines are newer, the claim is older.
  await does(ann, vote('first', 'agree'));
  for (let nth = 0; nth < 50; nth += 1) {
    const on = { kind: 'claim', id: 'c_first' } as const;
    await does(olga, { type: 'comment.add', commentId: `m_${nth}`, on, replyTo: null, text: 'A word' });
  }
  const page = await happened(debateId);
  expect(page.happenings).toHaveLength(50);
  expect(page.next).toBe(page.happenings.at(-1)?.at);
  expect((await happened(debateId, `before=${page.next}`)).happenings[0]).toMatchObject({ on: 'c_first' });
});
