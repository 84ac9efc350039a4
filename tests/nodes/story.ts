import { setTimeout as pause } from 'node:timers/promises';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { connectLive, type LiveClient } from '../support/live-client.ts';
import { AT_REST, type CrowdPlace, checkCrowd, unrest } from './check-crowd.ts';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';
import { Crowd } from './crowd.ts';
import type { Fault } from './faults.ts';

/** Milliseconds until something that has to come counts as never coming: generous, a machine may do other things too. */
const PATIENCE = 60_000;

export interface StoryOptions extends Omit<ClusterOptions, 'absent'> {
  readonly people: number;
  readonly seed: number;
  /** Milliseconds between two things one person does, about. */
  readonly pace: number;
}

/** A crowd at work in one debate through some nodes, and what may happen to them. */
export class Story {
  readonly cluster: Cluster;
  readonly crowd: Crowd;
  readonly debateId: string;
  /** How long it took until nearly all were back after a restart, in milliseconds. */
  readonly comingBack: number[] = [];
  readonly #ownerCookie: string;
  readonly #database: Database;
  readonly #log: DatabaseLog;
  #askedByOwner = 0;
  /** The debate as the log had it when it was last looked at. */
  #head = EMPTY_STATE;

  private constructor(
    cluster: Cluster,
    crowd: Crowd,
    database: Database,
    made: { debateId: string; cookie: string },
  ) {
    this.cluster = cluster;
    this.crowd = crowd;
    this.#database = database;
    this.#log = new DatabaseLog(database);
    this.debateId = made.debateId;
    this.#ownerCookie = made.cookie;
  }

  /** Starts everything; everyone is in the debate, which someone else has made. */
  static async begin({ people, seed, pace, ...installation }: StoryOptions): Promise<Story> {
    const cluster = await startCluster(installation);
    const database = await openDatabase({ databaseUrl: cluster.postgres.url, dataDir: '' });
    const cookie = await cluster.node(0).signIn('Olga');
    const made = await fetch(`${cluster.node(0).origin}/make`, { headers: { cookie } });
    const story = new Story(cluster, new Crowd(seed, pace), database, {
      debateId: await made.text(),
      cookie,
    });
    await story.enter(people);
    return story;
  }

  /** So many more people come in. */
  async enter(people: number): Promise<void> {
    const { cluster, crowd } = this;
    const cookies = Array.from({ length: people }, (_, n) =>
      cluster.node(n % cluster.size).signIn(`Person ${n}`),
    );
    for (const cookie of await Promise.all(cookies)) crowd.enter(cluster.origin, cookie, this.debateId);
    await this.until(
      () => crowd.live() === crowd.people.length,
      () => JSON.stringify(crowd.people.map(({ store }) => store.state().connection)),
    );
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
    await this.until(
      async () => (await this.#unrest()) === AT_REST,
      () => this.#unrest(),
    );
    const took = performance.now() - healed;
    await checkCrowd(this.crowd, this.#place());
    return took;
  }

  /** Kept when as many more operations were acknowledged as half the people make. */
  async acknowledgedMore(): Promise<void> {
    const enough = this.crowd.acknowledged() + this.crowd.people.length / 2;
    await this.until(() => this.crowd.acknowledged() >= enough);
  }

  /** Everyone connects again, to the nodes by turns: those of a node that ended have stayed where they went. */
  async spread(): Promise<void> {
    this.cluster.balancer.drop();
    await this.acknowledgedMore();
    await this.until(() => this.crowd.live() === this.crowd.people.length);
  }

  /** Asks a node for one of the paths of `serve-without-pages.ts`. */
  async ask(index: number, path: string): Promise<string> {
    return (await fetch(this.cluster.node(index).origin + path)).text();
  }

  /** The debate's owner, in it through a node. */
  async owner(index: number): Promise<LiveClient> {
    const { origin } = this.cluster;
    const headers = { origin, host: new URL(origin).host };
    const cookie = this.#ownerCookie;
    const owner = await connectLive(this.cluster.node(index).origin, {
      cookie,
      headers,
      clientId: 'tab_owner',
    });
    await owner.open(this.debateId);
    return owner;
  }

  /** The next number of what the owner asks. */
  nextOfOwner(): number {
    this.#askedByOwner += 1;
    return this.#askedByOwner;
  }

  /** Waits until something holds; asked again and again. */
  async until(
    holds: () => boolean | Promise<boolean>,
    found: () => string | Promise<string> = () => String(holds),
  ): Promise<void> {
    const deadline = performance.now() + PATIENCE;
    while (!(await holds())) {
      if (performance.now() > deadline) throw new Error(`Not within ${PATIENCE} ms: ${await found()}`);
      await pause(20);
    }
  }

  #place(): CrowdPlace {
    const { cluster } = this;
    const nodes = Array.from({ length: cluster.size }, (_, index) => cluster.node(index).origin);
    return { log: this.#log, debateId: this.debateId, origin: cluster.origin, nodes };
  }

  async #unrest(): Promise<string> {
    const heads = await this.#log.heads([this.debateId]);
    const isKnown = this.#head.seq === heads.get(this.debateId)?.head;
    if (!isKnown) this.#head = (await loadState(this.#log, this.debateId))?.state ?? EMPTY_STATE;
    return unrest(this.crowd, this.#head);
  }
}
