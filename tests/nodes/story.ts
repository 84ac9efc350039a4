import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { AT_REST, checkCrowd, unrest } from './check-crowd.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { Crowd } from './crowd.ts';

/** The debate every installation begins with. */
const DEBATE = 'made-in-china-2025';
/** Milliseconds until something that has to come counts as never coming: generous, a machine may do other things too. */
const PATIENCE = 30_000;

export interface StoryOptions {
  readonly people: number;
  readonly seed: number;
  /** Milliseconds between two things one person does, about. */
  readonly pace: number;
}

/** Events that may happen while people work. */
export type Fault = (story: Story) => Promise<unknown>;

/** A crowd at work in one debate through two nodes, and what may happen to them. */
export class Story {
  readonly cluster: Cluster;
  readonly crowd: Crowd;
  /** How long it took until nearly all were back after a restart, in milliseconds. */
  readonly comingBack: number[] = [];
  readonly #database: Database;
  readonly #log: DatabaseLog;

  private constructor(cluster: Cluster, crowd: Crowd, database: Database) {
    this.cluster = cluster;
    this.crowd = crowd;
    this.#database = database;
    this.#log = new DatabaseLog(database);
  }

  /** Starts everything; everyone is in the debate. */
  static async begin({ people, seed, pace }: StoryOptions): Promise<Story> {
    const cluster = await startCluster();
    const database = await openDatabase({ databaseUrl: cluster.postgres.url, dataDir: '' });
    const crowd = new Crowd(seed, pace);
    const cookies = Array.from({ length: people }, (_, n) => cluster.node(n % 2).signIn(`Person ${n}`));
    for (const cookie of await Promise.all(cookies)) crowd.enter(cluster.origin, cookie, DEBATE);
    const story = new Story(cluster, crowd, database);
    await until(() => crowd.live() === people);
    return story;
  }

  async end(): Promise<void> {
    this.crowd.leave();
    await this.#database.close();
    await this.cluster.stop();
  }

  /**
   * Works, has this happen, works on; then everyone rests, all are equal, and nothing is lost. The milliseconds from
   * resting until all were equal.
   */
  async through(fault: Fault): Promise<number> {
    this.crowd.work();
    await this.acknowledgedMore();
    await fault(this);
    await this.acknowledgedMore();
    this.crowd.rest();
    const healed = performance.now();
    await until(
      async () => (await this.#unrest()) === AT_REST,
      () => this.#unrest(),
    );
    const took = performance.now() - healed;
    await checkCrowd(this.crowd, this.#log, DEBATE);
    return took;
  }

  /** Kept when as many more operations were acknowledged as half the people make. */
  async acknowledgedMore(): Promise<void> {
    const enough = this.crowd.acknowledged() + this.crowd.people.length / 2;
    await until(() => this.crowd.acknowledged() >= enough);
  }

  async #unrest(): Promise<string> {
    const heads = await this.#log.heads([DEBATE]);
    return unrest(this.crowd, heads.get(DEBATE)?.head ?? 0);
  }
}

export const nothing: Fault = async () => undefined;

export const inTurn =
  (...faults: Fault[]): Fault =>
  async (story) => {
    for (const fault of faults) await fault(story);
  };

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

/** A node dies in the midst of things; its people go to the other. */
export const nodeKilled: Fault = async (story) => {
  await story.cluster.end(1, 'SIGKILL');
  await story.acknowledgedMore();
  await story.cluster.start(1);
};

/** PostgreSQL crashes, and recovers. */
export const postgresRestarted: Fault = async (story) => {
  await story.cluster.postgres.kill();
  await story.cluster.postgres.restart();
};

/** Stops each node and starts it again, one after the other, as for a new version. */
export const rollingRestart: Fault = async (story) => {
  const { cluster, crowd } = story;
  for (const index of [0, 1]) {
    assert.equal(await cluster.end(index, 'SIGTERM'), 0);
    const ended = performance.now();
    // Nineteen in twenty are back, though one node does the work of two.
    await until(() => crowd.live() >= crowd.people.length * 0.95);
    story.comingBack.push(Math.round(performance.now() - ended));
    await cluster.start(index);
  }
};

/** Waits until something holds; asked again and again. */
async function until(
  holds: () => boolean | Promise<boolean>,
  found: () => string | Promise<string> = () => String(holds),
): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${PATIENCE} ms: ${await found()}`);
    await pause(20);
  }
}
