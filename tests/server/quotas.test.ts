import { expect, test } from 'vitest';
import { openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import { claim, connect, makeOwnDebate, vote, withTestServer } from '../support/live-debates.ts';
import { type FreshDatabase, freshDatabase } from '../support/shared-postgres.ts';
import { startTestServer } from '../support/test-server.ts';

let fresh: FreshDatabase;
withTestServer(async () => {
  fresh = await freshDatabase();
  const settings = { PERSON_DEBATES: '2', PERSON_MEGABYTES: '1' };
  const server = await startTestServer({ database: fresh, settings });
  return { ...server, stop: () => server.stop().then(() => fresh.drop()) };
});

const personOf = async (cookie: string) =>
  (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('not signed in');

async function create(cookie: string): Promise<string> {
  const input = { title: 'More', motion: 'More', positions: [], visibility: 'private' as const };
  const made = await parley().debates.create(await personOf(cookie), input);
  return made.ok ? made.debateId : made.rejection.code;
}

test('[LM7] a person owns only so many debates, and may start another after deleting one', async () => {
  const { cookie } = await makeOwnDebate('private');
  const second = await create(cookie);
  expect(second).toMatch(/^d_/);
  expect(await create(cookie)).toBe('debates_full');
  const imported = parley().imports.receive(await personOf(cookie), 10, async () => 'read');
  expect(await imported).toBe('debates_full');
  expect(await parley().debateEnds.remove(second, await personOf(cookie))).toEqual({ ok: true });
  expect(await create(cookie)).toMatch(/^d_/);
});

test('[LM7] over a person’s bytes no text is added to their debates; votes are, and an answer stays the same', async () => {
  const { debateId, cookie } = await makeOwnDebate('private');
  const owner = await connect({ cookie });
  await owner.open(debateId);
  const first = await owner.submit(claim('a'), 1);
  expect(first).toMatchObject({ ok: true });
  const database = await openDatabase({ databaseUrl: fresh.url, dataDir: '' });
  const debate = { where: { id: debateId } };
  await parley().quotas.look();
  const { bytes, countedTo, head } = await database.prisma.debate.findUniqueOrThrow(debate);
  const entries = await database.prisma.$queryRaw<{ bytes: bigint }[]>`
    SELECT sum(octet_length(payload::text)) AS bytes FROM log_entry WHERE debate_id = ${debateId}`;
  expect([bytes, countedTo]).toEqual([entries[0]?.bytes, head]);
  await database.prisma.debate.update({ ...debate, data: { bytes: 1_000_000 } });
  await database.close();
  await parley().quotas.look();
  expect(await owner.submit(claim('b'), 2)).toMatchObject({ rejection: { code: 'storage_full' } });
  expect(await owner.submit(claim('a'), 1)).toEqual(first);
  expect(await owner.submit(vote('a', 'agree'), 3)).toMatchObject({ ok: true });
  expect(await create(cookie)).toBe('debates_full');
  const shown = await parley().quotas.shown();
  expect(shown.find(({ name }) => name === 'serverMegabytes')).toMatchObject({ limit: null, used: 2 });
});
