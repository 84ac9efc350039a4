import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { createMailer } from '../../server/mail/mailer.ts';
import { Digests } from '../../server/services/notifications/digests.ts';
import { Notifier } from '../../server/services/notifications/notifier.ts';
import { UnsubscribeTokens } from '../../server/services/notifications/unsubscribe-tokens.ts';
import { Participants } from '../../server/services/participants/participants.ts';
import { addClaim, makeDebate, startLogNode, submitAs } from '../support/log-node.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

const NODES = 3;
const MINUTE = 60_000;

let postgres: TestPostgres;
let smtp: SmtpSink;
let databases: Database[] = [];
let clock = Date.parse('2026-03-02T12:00:00Z');

beforeAll(async () => {
  postgres = await startPostgres({ fsync: false });
  smtp = await startSmtpSink();
  databases = [await openDatabase({ databaseUrl: postgres.url, dataDir: '' })];
  for (let more = 1; more < NODES; more += 1)
    databases.push(await openDatabase({ databaseUrl: postgres.url, dataDir: '' }));
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await smtp?.stop();
  await postgres?.stop();
});

/** The parts of a node that deal with notifications; none of them starts by itself. */
function startNode(database: Database) {
  const now = () => clock;
  const log = new DatabaseLog(database);
  const failures: unknown[] = [];
  const failed = (error: unknown) => void failures.push(error);
  const participants = new Participants(database, () => undefined);
  const mailer = createMailer({ smtpUrl: smtp.url, mailFrom: 'parley@example.org' }, () => undefined);
  const node = startLogNode(log, now, (room) => notifier.keep(room));
  const notifier = new Notifier({ database, rooms: node.rooms, mails: true, failed });
  const digests = new Digests({
    database,
    rooms: node.rooms,
    participants,
    mailer,
    tokens: new UnsubscribeTokens(['a secret']),
    site: 'https://debates.example.org',
    now,
    failed,
  });
  return { ...node, log, notifier, digests, failures };
}

async function everybody<T>(nodes: readonly T[], looks: (node: T) => Promise<void>): Promise<void> {
  await Promise.all(nodes.map(looks));
}

test('[NO6] [NO9] of nodes that look at the same moment one makes each note, and one sends the mail', async () => {
  const nodes = databases.map(startNode);
  const [one, two] = [nodes[0] ?? expect.fail(), nodes[1] ?? expect.fail()];
  await makeDebate(one.log, 'd_one', ['m_ann', 'm_bo']);
  const { prisma } = databases[0] ?? expect.fail();
  for (const [userId, id] of [
    ['u_ann', 'm_ann'],
    ['u_bo', 'm_bo'],
  ] as const) {
    await prisma.user.create({ data: { id: userId, name: userId, email: `${userId}@example.org` } });
    await prisma.participant.create({ data: { id, debateId: 'd_one', userId, name: userId } });
  }
  await prisma.mailChoice.create({ data: { userId: 'u_ann', pace: 'once', zone: 'UTC', hour: 8 } });
  expect(await submitAs(await one.room('d_one'), 'm_ann', 1, addClaim('a'))).toMatchObject({ ok: true });
  let written = 0;
  for (let round = 1; round <= 5; round += 1) {
    for (const node of nodes) {
      written += 1;
      const target = { kind: 'claim', id: 'c_a' } as const;
      const answer = { ...addClaim(`b${written}`), target, positionId: null };
      expect(await submitAs(await node.room('d_one'), 'm_bo', written, answer)).toMatchObject({ ok: true });
    }
    await everybody(nodes, ({ notifier }) => notifier.look());
    await everybody(nodes, ({ notifier }) => notifier.look());
    clock += 20 * MINUTE;
    await everybody(nodes, ({ digests }) => digests.look());
    await everybody(nodes, ({ digests }) => digests.look());
    expect(await prisma.note.count({ where: { userId: 'u_ann' } })).toBe(written);
    expect(smtp.mails.filter(({ to }) => to === 'u_ann@example.org')).toHaveLength(round);
  }
  const ids = smtp.mails.map(({ head }) => head.match(/^Message-ID: (.*)$/im)?.[1]);
  expect(new Set(ids).size).toBe(5);
  expect(await prisma.digest.count()).toBe(0);
  expect(nodes.flatMap(({ failures }) => failures)).toEqual([]);
  for (const node of [one, two]) node.rooms.leave('d_one');
});
