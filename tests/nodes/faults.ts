import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import type { Death } from '../support/die-at.ts';
import { connectLive } from '../support/live-client.ts';
import { connectRaw } from '../support/raw-socket.ts';
import { tcpOf } from '../support/tcp-of.ts';
import type { BundledServer } from './bundled-server.ts';
import { HARMLESS, type Harm } from './harmed-stream.ts';
import type { Story } from './story.ts';

/** Milliseconds without an acknowledgement after which nothing more is written. */
const QUIET = 3_000;

/** Events that may happen while people work. */
export type Fault = (story: Story) => Promise<unknown>;

export const nothing: Fault = async () => undefined;

export const inTurn =
  (...faults: Fault[]): Fault =>
  async (story) => {
    for (const fault of faults) await fault(story);
  };

export const together =
  (...faults: Fault[]): Fault =>
  (story) =>
    Promise.all(faults.map((fault) => fault(story)));

/** Redis is cut off as by a crash, for so many milliseconds; people go on meanwhile. */
export const redisKilled =
  (milliseconds: number): Fault =>
  async (story) => {
    await story.cluster.redis.kill();
    await Promise.all([pause(milliseconds), story.acknowledgedMore()]);
    await story.cluster.redis.start();
  };

/** Redis takes commands and answers nothing, for so many milliseconds. */
export const redisDeaf =
  (milliseconds: number): Fault =>
  async (story) => {
    story.cluster.redis.freeze();
    await Promise.all([pause(milliseconds), story.acknowledgedMore()]);
    story.cluster.redis.thaw();
  };

/** Redis forgets all it held. */
export const redisFlushed: Fault = (story) => story.cluster.redis.flush();

/** One node is cut off from Redis, and from nothing else. */
export const nodeWithoutRedis =
  (index: number, milliseconds: number): Fault =>
  async (story) => {
    story.cluster.cut(index);
    await Promise.all([pause(milliseconds), story.acknowledgedMore()]);
    story.cluster.mend(index);
  };

/** A node dies in the midst of things; its people go to the others. */
export const nodeKilled =
  (index: number): Fault =>
  async (story) => {
    await story.cluster.end(index, 'SIGKILL');
    await story.acknowledgedMore();
    await story.cluster.start(index);
  };

/** A node dies at a place of the write path. */
export const nodeDies =
  (index: number, place: Death): Fault =>
  async (story) => {
    const { cluster } = story;
    await story.spread();
    await story.ask(index, `/die?at=${encodeURIComponent(place)}`);
    await story.until(() => !cluster.node(index).isAlive);
    await nodeKilled(index)(story);
  };

/** A node dies while PostgreSQL is in the midst of its transaction. */
export const nodeDiesInTransaction =
  (index: number): Fault =>
  async (story) => {
    await story.spread();
    const client = new pg.Client({ connectionString: story.cluster.postgres.url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM debate WHERE id = $1 FOR UPDATE', [story.debateId]);
      await story.until(async () => {
        // Within a transaction PostgreSQL shows the activity of the first look, unless it is cleared.
        await client.query('SELECT pg_stat_clear_snapshot()');
        const waiting = await client.query(
          `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query ~ 'append_(entry|to_logs)'`,
        );
        return (waiting.rowCount ?? 0) >= story.cluster.size;
      });
      await story.cluster.end(index, 'SIGKILL');
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    await story.acknowledgedMore();
    await story.cluster.start(index);
  };

/** PostgreSQL crashes, and recovers. */
export const postgresRestarted: Fault = async (story) => {
  await story.cluster.postgres.kill();
  await story.cluster.postgres.restart();
};

/** PostgreSQL stops and starts again and again, with work in between. */
export const postgresStopped =
  (times: number): Fault =>
  async (story) => {
    for (let time = 1; time <= times; time += 1) {
      await postgresRestarted(story);
      await story.acknowledgedMore();
    }
  };

/** PostgreSQL takes connections and answers nothing, for so many milliseconds. */
export const postgresHangs =
  (milliseconds: number): Fault =>
  async ({ cluster }) => {
    cluster.postgres.freeze();
    await pause(milliseconds);
    cluster.postgres.thaw();
  };

/** Stops each node and starts it again, one after the other, as for a new version. */
export const rollingRestart: Fault = async (story) => {
  const { cluster, crowd } = story;
  for (let index = 0; index < cluster.size; index += 1) {
    assert.equal(await cluster.end(index, 'SIGTERM'), 0);
    const ended = performance.now();
    // Nineteen in twenty are back, though the others do its work too.
    await story.until(() => crowd.live() >= crowd.people.length * 0.95);
    story.comingBack.push(Math.round(performance.now() - ended));
    await cluster.start(index);
  }
};

/** A node is stopped, and starts again with another program: with that of the next release, beside the others' of the one before. */
export const nodeUpgraded =
  (index: number, program: BundledServer): Fault =>
  async ({ cluster }) => {
    cluster.program = program;
    assert.equal(await cluster.end(index, 'SIGTERM'), 0);
    await cluster.start(index);
  };

/** PostgreSQL's disk is full until nobody gets an acknowledgement, and for so many milliseconds more; then there is room again. */
export const diskFull =
  (milliseconds: number): Fault =>
  async (story) => {
    const { cluster, crowd } = story;
    cluster.postgres.fill();
    // Its own files are still written while they have room.
    let acknowledged = -1;
    await story.until(async () => {
      const before = acknowledged;
      acknowledged = crowd.acknowledged();
      await pause(QUIET);
      return before === crowd.acknowledged() && crowd.waiting() >= crowd.people.length;
    });
    await pause(milliseconds);
    cluster.postgres.makeRoom();
  };

/** Packets between people and nodes are harmed, for so many milliseconds. */
export const packetsHarmed =
  (harm: Partial<Harm>, milliseconds: number): Fault =>
  async ({ cluster }) => {
    cluster.balancer.harm = { ...HARMLESS, ...harm };
    await pause(milliseconds);
    cluster.balancer.harm = HARMLESS;
  };

/** A node's clock goes ahead, then back to before where it was. */
export const clockJumps =
  (index: number, milliseconds: number): Fault =>
  async (story) => {
    for (const ahead of [milliseconds, -milliseconds, 0]) {
      await story.ask(index, `/clock?ahead=${ahead}`);
      await story.acknowledgedMore();
    }
  };

/** Some people load their page again, with what it had not sent. */
export const pagesReloaded =
  (count: number): Fault =>
  async ({ cluster, crowd }) => {
    for (const person of crowd.people.slice(0, count)) crowd.reload(person, cluster.origin);
  };

/** A reader reads nothing, for so many milliseconds. */
export const deafReader =
  (index: number, milliseconds: number): Fault =>
  async (story) => {
    const { cluster, debateId } = story;
    const headers = { origin: cluster.origin, host: new URL(cluster.origin).host };
    const deaf = await connectLive(cluster.node(index).origin, { headers });
    await deaf.open(debateId);
    const stream = tcpOf(deaf);
    stream.pause();
    await Promise.all([pause(milliseconds), story.acknowledgedMore()]);
    stream.resume();
    deaf.close();
  };

/** Nonsense, as a broken or hostile program sends it: by the way events are sent. */
const NONSENSE = [
  '["open",{"protocol":"__proto__"}]',
  '["submit",{"clientSeq":1e999,"operation":{"type":"claim.add","__proto__":{"type":"debate.clear"}}}]',
  '["nothing known",1,2,3]',
  `["submit",{"clientSeq":1,"operation":${'['.repeat(10_000)}${']'.repeat(10_000)}}]`,
  `["submit",{"clientSeq":2,"operation":{"type":"debate.edit","title":"\\ud800 \\u0000 ${'x'.repeat(100_000)}"}}]`,
];

/** Programs send nonsense to every node. */
export const nonsenseSent: Fault = async ({ cluster }) => {
  for (let index = 0; index < cluster.size; index += 1) {
    const cookie = await cluster.node(index).signIn('Mallory');
    for (const [nth, event] of NONSENSE.entries()) {
      const hostile = await connectRaw(cluster.origin, cookie);
      // Without asking for an acknowledgement too.
      hostile.send(`42${nth % 2 ? nth : ''}${event}`);
      hostile.send('42{"');
      hostile.end();
    }
  }
};

/** Someone is banned through a node; nothing reaches them beyond a second, and nothing of theirs the log; another comes instead. */
export const banned =
  (index: number): Fault =>
  async (story) => {
    const { crowd, cluster, debateId } = story;
    const [person] = crowd.people;
    const participantId = person?.store.state().replica.participantId;
    if (!person || !participantId) return assert.fail('nobody is there');
    const ban: Operation = {
      type: 'participant.setMembership',
      participantId,
      membership: 'banned',
      reason: 'other',
    };
    const owner = await story.owner(index);
    const answer = await owner.submit(ban, story.nextOfOwner());
    assert.ok(answer.ok, JSON.stringify(answer));
    await story.until(() => person.store.state().connection.kind === 'refused');
    await owner.seen(answer.seq);
    const late = person.store.state().replica.confirmed.at - owner.timeOf(answer.seq);
    assert.ok(late <= 1_000, `was sent what happened ${late} ms after their ban`);
    owner.close();
    crowd.dismiss(person);
    crowd.enter(cluster.origin, await cluster.node(index).signIn('Newcomer'), debateId);
  };
