import { afterAll, beforeAll, expect, test } from 'vitest';
import { GRACE } from '../../domain/debate/engine/limits.ts';
import { OPERATIONS } from '../../domain/debate/engine/registry.ts';
import type { RejectionCode } from '../../domain/debate/engine/rejections.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import type { AppendRequest } from '../../server/log/operation-log.ts';
import { type Quotas, StoredQuotas } from '../../server/services/debates/quotas.ts';
import { answer } from '../support/debate-builder.ts';
import { claim, connect, makeOwnDebate, ownDebate, vote, withTestServer } from '../support/live-debates.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { numberPoll, textPoll } from '../support/polls.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';
import { startTestServer } from '../support/test-server.ts';

const NONE: Quotas = {
  personDebates: null,
  personMegabytes: null,
  debateMegabytes: null,
  serverDebates: null,
  serverMegabytes: null,
};

let fresh: FreshDatabase;
let database: Database;
withTestServer(async () => {
  fresh = await freshDatabase();
  const settings = { PERSON_DEBATES: '2', PERSON_MEGABYTES: '1', DEBATE_MEGABYTES: '2' };
  const server = await startTestServer({ database: fresh, settings });
  return { ...server, stop: () => server.stop().then(() => fresh.drop()) };
});
beforeAll(async () => {
  database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
});
afterAll(() => database.close());

const personOf = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('not signed in');

async function create(cookie: string): Promise<string> {
  const input = { title: 'More', motion: 'More', positions: [], visibility: 'private' as const };
  const made = await parley().debates.create(await personOf(cookie), input);
  return made.ok ? made.debateId : made.rejection.code;
}

/** Lets a debate take so many megabytes. */
async function fill(debateId: string, megabytes: number): Promise<void> {
  await parley().quotas.look();
  await database.prisma.debate.update({ where: { id: debateId }, data: { bytes: megabytes * 1_000_000 } });
  await parley().quotas.look();
}

test('[LM7] a person owns only so many debates; a deleted one counts until it is purged', async () => {
  const { cookie } = await makeOwnDebate('private');
  const second = await create(cookie);
  expect(second).toMatch(/^d_/);
  expect(await create(cookie)).toBe('debates_full');
  const imported = parley().imports.receive(await personOf(cookie), 10, async () => 'read');
  expect(await imported).toBe('debates_full');
  expect(await parley().debateLifecycle.remove(second, await personOf(cookie))).toEqual({ ok: true });
  expect(await create(cookie)).toBe('debates_full');
  await parley().debateLifecycle.purge(Date.now() + GRACE + 60_000);
  expect(await create(cookie)).toMatch(/^d_/);
});

test('[LM7] a debate whose card names no owner counts for its creator', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  await create(cookie);
  await database.prisma.$executeRaw`
    UPDATE debate SET listing = (listing::jsonb - 'owner')::json WHERE id = ${debateId}`;
  expect(await create(cookie)).toBe('debates_full');
});

test('[LM7] over a debate’s bytes no text is added there; votes are, and in the owner’s other debates all is', async () => {
  const { debateId, cookie, owner } = await ownDebate('private');
  for (const operation of [claim('a'), textPoll('p_text'), numberPoll('p_number')])
    expect(await owner.submit(operation)).toMatchObject({ ok: true });
  await parley().quotas.look();
  const { bytes, countedTo, head } = await database.prisma.debate.findUniqueOrThrow({
    where: { id: debateId },
  });
  const entries = await database.prisma.$queryRaw<{ bytes: bigint }[]>`
    SELECT sum(octet_length(payload::text)) AS bytes FROM log_entry WHERE debate_id = ${debateId}`;
  expect([bytes, countedTo]).toEqual([entries[0]?.bytes, head]);
  const other = await connect({ cookie });
  await other.open(await create(cookie));
  await fill(debateId, 2);
  expect(await owner.submit(claim('b'))).toMatchObject({ rejection: { code: 'storage_full' } });
  expect(await owner.submit(vote('a', 'agree'))).toMatchObject({ ok: true });
  const inWords = { type: 'poll.answer', pollId: 'p_text', choice: 'Rain' } as const;
  expect(await owner.submit(inWords)).toMatchObject({ rejection: { code: 'storage_full' } });
  expect(await owner.submit(answer('p_number', 3))).toMatchObject({ ok: true });
  expect(await other.submit({ type: 'debate.edit', title: 'Other' })).toMatchObject({ ok: true });
  const shown = await parley().quotas.shown();
  expect(shown.find(({ name }) => name === 'serverMegabytes')).toMatchObject({ limit: null, used: 3 });
});

test('[LM7] over a person’s bytes they start nothing, and their debates go on', async () => {
  const { debateId, cookie, owner } = await ownDebate('private');
  await fill(debateId, 1);
  expect(await create(cookie)).toBe('debates_full');
  const groups = [{ name: 'One', members: [] }];
  const formed = parley().groups.form(debateId, await personOf(cookie), { groups, claims: true });
  expect(await formed).toMatchObject({ rejection: { code: 'debates_full' } });
  expect(await owner.submit(claim('a'))).toMatchObject({ ok: true });
});

test('[LM7] a server with enough debates takes text; one with enough bytes takes none', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  const person = await personOf(cookie);
  const enough = new StoredQuotas(database, { ...NONE, serverDebates: 1 });
  await enough.look();
  expect([await enough.problem(person), enough.problemIn(debateId)]).toEqual(['server_full', null]);
  await fill(debateId, 1);
  const full = new StoredQuotas(database, { ...NONE, serverMegabytes: 1 });
  await full.look();
  expect([await full.problem(person), full.problemIn(debateId)]).toEqual(['server_full', 'server_full']);
});

test('[LM7] an operation gets one answer: the one that waits as its debate fills up, and the one that was refused', async () => {
  let full: RejectionCode | null = null;
  const again: Promise<OperationAnswer>[] = [];
  const log = new (class extends MemoryLog {
    override append(requests: AppendRequest[]) {
      full = 'storage_full';
      if (again.length === 0) again.push(submitAs(room, 'm_ann', 1, addClaim('a')));
      return super.append(requests);
    }
  })();
  await makeDebate(log, 'd_one', ['m_ann']);
  const room = await startLogNode(log, Date.now, (one) => one.limitText(() => full)).room('d_one');
  const first = await submitAs(room, 'm_ann', 1, addClaim('a'));
  expect(first).toMatchObject({ ok: true });
  expect(await Promise.all(again)).toEqual([first]);
  expect(await submitAs(room, 'm_ann', 1, addClaim('a'))).toEqual(first);
  const refused = await submitAs(room, 'm_ann', 2, addClaim('b'));
  expect(refused).toMatchObject({ rejection: { code: 'storage_full' } });
  const retracts = { type: 'claim.retract', claimId: 'c_a' } as const;
  expect(await submitAs(room, 'm_ann', 3, retracts)).toMatchObject({ ok: true });
  full = null;
  expect(await submitAs(room, 'm_ann', 2, addClaim('b'))).toEqual(refused);
});

test('[LM7] an operator may set every quota, also to none', () => {
  const { quotas } = readEnv({ PERSON_DEBATES: '5', DEBATE_MEGABYTES: 'none' });
  expect(quotas).toEqual({ ...NONE, personDebates: 5, personMegabytes: 1_000 });
  expect(() => readEnv({ DEBATE_MEGABYTES: '0' })).toThrow(/DEBATE_MEGABYTES/);
});

test('[LM7] operations that add words count as text, and none that removes, votes, moves or settles', () => {
  const adding = Object.entries(OPERATIONS).flatMap(([type, { addsText }]) => (addsText ? type : []));
  // An answer to a steelman says what is missing. One to a poll depends on the poll: see `addsText`.
  const writing = /\.(add|edit|create|make|cite|split|join|promote|set|open|form|ask)$|^steelman\.answer$/;
  const others = ['flag.set', 'link.add', 'participant.join', 'spotlight.set', 'task.add'];
  const expected = Object.keys(OPERATIONS).filter((type) => writing.test(type) && !others.includes(type));
  expect(adding.sort()).toEqual(expected.sort());
});
