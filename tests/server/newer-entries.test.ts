import { readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { parley } from '../../server/handle.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import type { StoredEntry } from '../../server/log/operation-log.ts';
import {
  claim,
  connect,
  join,
  makeDebate,
  makeOwnDebate,
  vote,
  withTestServer,
} from '../support/live-debates.ts';
import { addClaim } from '../support/log-node.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { askedFrom } from '../support/test-browser.ts';
import { startTestServer } from '../support/test-server.ts';

let postgres: TestPostgres;
/** The database as a node of a newer release has it open. */
let newerNode: Database;
const server = withTestServer(async () => {
  postgres = await startPostgres({ fsync: false });
  const started = await startTestServer({ database: { url: postgres.url } });
  newerNode = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
  return started;
});
afterAll(async () => {
  await newerNode?.close();
  await postgres?.stop();
});

/** Appends an entry as another node of a newer release does; its number. */
async function appendAsNewer(debateId: string, written: Partial<StoredEntry>): Promise<number> {
  const log = new DatabaseLog(newerNode);
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

describe('[RL1] an entry of a newer release', () => {
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
      // Open connections end, and a returning client gets a clear refusal and is redirected.
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
      // Anyone may ask for it: it names no debate.
      expect(reason).not.toContain(debateId);
      expect((await fetch(`${server().origin}/healthz`)).status).toBe(200);
      expect(complaintsOf(debateId)).toMatchObject([{ level: 50, seq, known: ENTRY_SHAPE, ...written }]);

      // Other debates go on as before, lists and search leave this one out, and reading it says why.
      expect(await ben.submit(addClaim('two', 'Still here', 'p_position1'))).toMatchObject({ ok: true });
      const { debates, debateLists, debateSearch } = parley();
      expect((await debateLists.list(null)).map(({ id }) => id)).toContain(debateId);
      await debateSearch.find(null, { words: 'Still', author: '', position: '', trait: null });
      expect(await debates.read(debateId, null)).toEqual({
        ok: false,
        rejection: { code: 'server_outdated' },
      });

      // Nothing is dropped, guessed or stored of what cannot be folded.
      const log = new DatabaseLog(newerNode);
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
    const submitted = ann.submit(claim('two'));
    await appendAsNewer(debateId, { type: 'claim.sung' });
    const answers = await Promise.all([submitted, ann.submit(claim('three')).catch(() => null)]);
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

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

const API = joinPath(import.meta.dirname, '../../app/api');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** Says the same beside every debate. */
const READS_NO_DEBATE = ['GET debates/[id]/groups'];
/** The input of each route that reads a form before it reads the debate. */
const FORMS: Readonly<Record<string, object>> = {
  'debates/[id]/groups': { groups: [{ name: 'One', members: [] }], claims: false },
  'debates/[id]/groups/[groupDebateId]/bring': { claims: ['c_one'] },
  'debates/[id]/invitations': { kind: 'link', role: 'debater', holds: 'day', limit: null },
  'debates/[id]/invitations/[invitationId]': { action: 'revoke' },
  'debates/[id]/notes': { level: 'all' },
  'v1/debates/[id]/comments': { on: { kind: 'claim', id: 'c_one' }, text: 'Why?' },
  'v1/debates/[id]/operations': { clientId: 'http_someone', clientSeq: 1, operation: vote('one', 'agree') },
  'v1/debates/[id]/votes': { claimId: 'c_one', answer: 'agree' },
  'v1/debates/[id]/webhooks': { url: 'https://example.org/hook' },
  'v1/debates/[id]/webhooks/[webhookId]': { action: 'resume' },
};

/** Every route that takes a debate, by its method and folder, and its answer about `debateId`. */
async function askEveryRoute(debateId: string, cookie: string): Promise<Readonly<Record<string, string>>> {
  const { origin } = server();
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' });
  const params = {
    id: debateId,
    claimId: 'c_one',
    groupDebateId: 'd_one',
    invitationId: 'i',
    webhookId: 'w',
  };
  const answers: Record<string, string> = {};
  for (const file of files.filter((path) => /debates\/\[id\]\/(.*\/)?route\.ts$/.test(path))) {
    const module = (await import(joinPath(API, file))) as Record<string, Handler>;
    const path = file.replace(/\/route\.ts$/, '');
    for (const method of METHODS.filter((name) => name in module)) {
      const sends = method !== 'GET' && method !== 'DELETE';
      const headers = { host: new URL(origin).host, origin, cookie, 'content-type': 'application/json' };
      const body = sends ? { body: JSON.stringify(FORMS[path] ?? {}) } : {};
      const request = new Request(`${origin}/api/${path}`, { method, headers, ...body });
      const ask = module[method] ?? expect.fail(method);
      const answer = await askedFrom('192.0.2.9', () =>
        ask(request, { params: Promise.resolve(params) }),
      ).catch(String);
      const said = answer instanceof Response ? ((await answer.json()) as { rejection?: Rejection }) : null;
      answers[`${method} ${path}`] =
        answer instanceof Response ? `${answer.status} ${said?.rejection?.code}` : `${answer}`;
    }
  }
  return answers;
}

describe('[RL1] a debate with an entry of a newer release', () => {
  const person = async (cookie: string) =>
    (await parley().auth.currentPerson(new Headers({ cookie }))) ?? expect.fail('nobody');
  const OUTDATED = { ok: false, rejection: { code: 'server_outdated' } };

  test('is refused as such by every route that takes one, by its pages, and to its meetings', async () => {
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    for (const operation of [claim('one'), { type: 'meeting.setStatus' as const, live: true }])
      expect(await olga.submit(operation)).toMatchObject({ ok: true });
    await appendAsNewer(debateId, { type: 'claim.sung' });
    await olga.closed;

    const { [READS_NO_DEBATE[0] ?? '']: _, ...answers } = await askEveryRoute(debateId, cookie);
    const names = Object.keys(answers);
    expect(names.length).toBeGreaterThan(20);
    expect(answers).toEqual(Object.fromEntries(names.map((name) => [name, '503 server_outdated'])));

    const { debates, debateRestrictions, debateLifecycle, history, meetings } = parley();
    const owner = await person(cookie);
    expect(await history.open(debateId, owner, null)).toEqual(OUTDATED);
    expect(await debates.read(debateId, null, 'stage')).toEqual(OUTDATED);
    expect(await meetings.record(debateId, '1', owner)).toEqual(OUTDATED);
    expect(await debateLifecycle.remove(debateId, owner)).toEqual(OUTDATED);
    const administrator = { ...owner, administrator: true };
    expect(await debateRestrictions.restrict(administrator, debateId, 'closed', 'Spam')).toEqual(OUTDATED);
    expect(await debateRestrictions.find(administrator, debateId)).toBe('outdated');
  });

  test('is left out of a person’s data, and erases nobody until a server can read it', async () => {
    const { erasures, inbox, personExport } = parley();
    const readable = await makeDebate();
    const newer = await makeDebate();
    const gil = await join(readable, 'Gil');
    await (await connect({ cookie: gil.cookie })).open(newer);
    await appendAsNewer(newer, { type: 'claim.sung' });
    const guest = await person(gil.cookie);
    const page = await inbox.list(guest, { after: null, debateId: null, unread: false });
    expect(page.debates).toEqual([]);
    let file = '';
    for await (const piece of await personExport.write(guest)) file += piece;
    const { debates } = JSON.parse(file) as { debates: { debateId: string; problem?: string }[] };
    const problems = Object.fromEntries(debates.map(({ debateId, problem }) => [debateId, problem]));
    expect(problems).toEqual({ [readable]: undefined, [newer]: 'server_outdated' });

    expect(await erasures.erase(guest.id, { words: true })).toEqual(OUTDATED);
    expect(await person(gil.cookie)).toMatchObject({ name: 'Gil' });
    // Of an erasure that was begun before, this debate alone is left.
    await newerNode.prisma.user.update({ where: { id: guest.id }, data: { erasing: 'words' } });
    await erasures.finishAll();
    const left = await newerNode.prisma.participant.findMany({ where: { userId: guest.id } });
    expect(left.map(({ debateId }) => debateId)).toEqual([newer]);
  });

  test('that is a small group does not stop the others from following their plenary', async () => {
    const { debates, groups } = parley();
    const { debateId, cookie } = await makeOwnDebate('public');
    const olga = await connect({ cookie });
    await olga.open(debateId);
    const ann = await join(debateId, 'Ann');
    const names = ['One', 'Two'].map((name) => ({ name, members: [] }));
    const owner = await person(cookie);
    const formed = await groups.form(debateId, owner, { groups: names, claims: false });
    expect(formed).toMatchObject({ ok: true });
    await expect.poll(() => olga.snapshot().groups.length).toBe(2);
    const [one, two] = olga.snapshot().groups;
    await appendAsNewer(one?.debateId ?? '', { type: 'claim.sung' });
    await olga.socket.emitWithAck('watchGroups', { watching: true });
    await expect.poll(() => olga.groups().map(({ groupId }) => groupId)).toEqual([two?.id]);
    const assign = { type: 'group.assign' as const, participantId: ann.id, groupId: two?.id ?? '' };
    expect(await olga.submit(assign)).toMatchObject({ ok: true });
    const reads = async () => (await debates.read(two?.debateId ?? '', await person(ann.cookie))).ok;
    await expect.poll(reads).toBe(true);
    expect(await groups.bring(debateId, one?.debateId ?? '', owner, ['c_one'])).toEqual(OUTDATED);
  });
});
