import { afterAll, describe, expect, test } from 'vitest';
import { ENTRY_SHAPE } from '../../domain/debate/entries.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import { claim, connect, join, makeOwnDebate, withTestServer } from '../support/live-debates.ts';
import { addClaim } from '../support/log-node.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startTestServer } from '../support/test-server.ts';

let postgres: TestPostgres;
/** The database as a node of a newer release has it open. */
let newerNode: Database;
const server = withTestServer(async () => {
  postgres = await startPostgres({ fsync: false });
  const started = await startTestServer({ databaseUrl: postgres.url });
  newerNode = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
  return started;
});
afterAll(async () => {
  await newerNode?.close();
  await postgres?.stop();
});

/** Appends an entry as another node of a newer release does; its number. */
async function appendAsNewer(debateId: string, written: Partial<StoredEntry>): Promise<number> {
  const log = new DatabaseLog(newerNode.prisma);
  for (;;) {
    const head = (await log.heads([debateId])).get(debateId)?.head ?? expect.fail('no debate');
    const entry = {
      seq: head + 1,
      at: Date.now(),
      actor: 'system',
      author: 'system',
      shape: ENTRY_SHAPE,
      type: 'claim.retracted',
      payload: { claimId: 'c_one' },
      ...written,
    };
    // The older node may have written in between.
    const [result] = await log.append([{ debateId, head, entries: [entry], answers: [] }]);
    if (result?.kind === 'appended') return entry.seq;
  }
}

const ready = async () => {
  const response = await fetch(`${server().origin}/readyz`);
  return `${response.status} ${await response.text()}`;
};
const complaintsOf = (debateId: string) =>
  server()
    .logs.map((line) => JSON.parse(line))
    .filter(({ debate, msg }) => debate === debateId && /older than a debate/.test(msg));

describe('[RL1] an entry of a newer release', { timeout: 60_000 }, () => {
  test.each([
    ['shape', { shape: ENTRY_SHAPE + 1 }],
    ['type', { type: 'claim.sung' }],
  ])(
    'of an unknown %s sends its readers to other nodes, takes this node out of service, and is kept',
    async (_, written) => {
      const { debateId } = await makeOwnDebate('public');
      const other = await makeOwnDebate('public');
      const ann = await join(debateId);
      const ben = await join(other.debateId, 'Ben');
      const accepted = await ann.submit(claim('one'));
      expect(accepted.ok).toBe(true);

      const seq = await appendAsNewer(debateId, written);
      // Open connections end, and whoever comes again is refused in words and sent on.
      expect(await ann.closed).toBe('io server disconnect');
      expect(ann.closings).toEqual([{ reason: 'restarting' }]);
      const again = await connect({ cookie: ann.cookie });
      expect(await again.open(debateId)).toEqual({ ok: false, rejection: { code: 'server_outdated' } });
      expect(await again.closed).toBe('io server disconnect');

      // The node leaves the proxy's list, with the reason, which the log has once.
      const reason = await ready();
      expect(reason).toBe(
        '503 not ready: this server is older than a debate named in the log; update this server\n',
      );
      // Anybody may ask for it: it names no debate.
      expect(reason).not.toContain(debateId);
      expect((await fetch(`${server().origin}/healthz`)).status).toBe(200);
      expect(complaintsOf(debateId)).toMatchObject([{ level: 50, seq, known: ENTRY_SHAPE, ...written }]);

      // Other debates go on as before, lists and search leave this one out, and reading it says why.
      expect(await ben.submit(addClaim('two', 'Still here', 'p_position1'))).toMatchObject({ ok: true });
      const { debates, finds } = parley();
      expect((await debates.list(null)).map(({ id }) => id)).toContain(debateId);
      await finds.find(null, { words: 'Still', author: '', position: '', trait: null });
      expect(await debates.read(debateId, null)).toEqual({
        ok: false,
        rejection: { code: 'server_outdated' },
      });

      // Nothing is dropped, guessed or stored of what cannot be folded.
      const log = new DatabaseLog(newerNode.prisma);
      expect((await log.read(debateId, seq - 1, 10)).map(({ type, shape }) => ({ type, shape }))).toEqual([
        { type: 'claim.retracted', shape: ENTRY_SHAPE, ...written },
      ]);
      expect((await log.latestSnapshot(debateId))?.seq ?? 0).toBeLessThan(seq);
      const cursor = await newerNode.prisma.noteCursor.findUnique({ where: { debateId } });
      expect(cursor?.seq ?? 0).toBeLessThan(seq);
    },
  );

  test('answers operations that wait, so that their senders keep them and ask another node', async () => {
    const { debateId } = await makeOwnDebate('public');
    const ann = await join(debateId);
    await ann.submit(claim('one'));
    const told = ann.submit(claim('two'));
    await appendAsNewer(debateId, { type: 'claim.sung' });
    const answers = await Promise.all([told, ann.submit(claim('three')).catch(() => null)]);
    for (const answer of answers)
      if (answer && !answer.ok) expect(answer.rejection.code).toBe('server_outdated');
    await ann.closed;
    // A start meets it too: it loads the debate, and says the same.
    await server().restart();
    const again = await connect({ cookie: ann.cookie });
    expect(await again.open(debateId)).toMatchObject({ rejection: { code: 'server_outdated' } });
    expect(await ready()).toMatch(/^503 /);
  });
});
