import { vi } from 'vitest';
import { parley } from '../../../server/handle.ts';
import type { Random } from '../../simulation/random.ts';
import { connectLive, type LiveClient } from '../live-client.ts';
import { addClaim } from '../log-node.ts';
import type { FreshDatabase } from '../shared-postgres.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { type Act, BEGINNING, PEOPLE, type PersonName, VIEWERS, type ViewerName } from './acts.ts';
import { asked } from './asked.ts';

/** The people and debate of a test: made once, so that ids and sign-ins are the same in every world. */
export interface Cast {
  readonly debateId: string;
  readonly group: string;
  readonly ids: Readonly<Record<PersonName, string>>;
  readonly cookies: Readonly<Record<PersonName, string>>;
  /** Of Ben's token. */
  readonly token: string;
  /** Someone who looks at nothing: what concerns them says how far the log was looked through. */
  readonly bystander: { readonly id: string; readonly cookie: string };
}

/** Everything a viewer was sent, each with what it answers. */
export type Heard = Readonly<Record<ViewerName, readonly string[]>>;

/** One secret for all worlds: a sign-in of one is good in the others. */
const SECRET = 'one secret for all worlds of the test';

/** The time at which worlds begin, in milliseconds since 1970. */
export const BEGIN = Date.UTC(2026, 2, 2, 9);

/** A server on a database that the test has made, whose clock the test sets. */
export class World {
  readonly #server: TestServer;
  readonly #clock: { now: number };

  private constructor(server: TestServer, clock: { now: number }) {
    this.#server = server;
    this.#clock = clock;
  }

  static async start(database: FreshDatabase): Promise<World> {
    const clock = { now: BEGIN };
    const settings = { AUTH_SECRET: SECRET };
    const server = await startTestServer({ database, settings, now: () => clock.now });
    return new World(server, clock);
  }

  get origin(): string {
    return this.#server.origin;
  }

  setClock(now: number): void {
    this.#clock.now = now;
  }

  /** Stops the server and leaves its database. */
  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Makes a debate with everyone in it. */
  async cast(): Promise<Cast> {
    const { auth, people, debates, groups, tokens } = parley();
    const cookies: Partial<Record<PersonName, string>> = {};
    const signIn = async (name: string) => {
      const id = await people.create({ name, email: `${crypto.randomUUID()}@example.org` });
      return (await auth.signIn(id, 'mail', new Headers()))[0]?.split(';')[0] ?? '';
    };
    for (const name of PEOPLE) cookies[name] = await signIn(name);
    const known = cookies as Record<PersonName, string>;
    const personOf = async (name: PersonName) => {
      const person = await auth.currentPerson(new Headers({ cookie: known[name] }));
      if (!person) throw new Error(`${name} is not signed in`);
      return person;
    };
    const positions = [{ name: 'Yes', hue: 'blue' as const, summary: '' }];
    const made = await debates.create(await personOf('owner'), {
      title: 'Debate',
      motion: 'Trade makes friends',
      positions,
      visibility: 'public',
    });
    if (!made.ok) throw new Error(made.rejection.code);
    const { debateId } = made;
    const clients = {} as Record<PersonName, LiveClient>;
    const ids = {} as Record<PersonName, string>;
    for (const name of PEOPLE) {
      clients[name] = await connectLive(this.origin, { cookie: known[name] });
      const welcome = await clients[name].open(debateId);
      ids[name] = (welcome.ok && welcome.participantId) || '';
    }
    const bystander = { cookie: await signIn('Bystander'), id: '' };
    const standing = await connectLive(this.origin, bystander);
    const joined = await standing.open(debateId);
    bystander.id = (joined.ok && joined.participantId) || '';
    await done(standing, addClaim('bystanders', 'Words of a bystander', 'p_position1'));
    standing.close();
    const roles = { moderator: 'moderator', sam: 'suggester', oda: 'observer' } as const;
    for (const [name, role] of Object.entries(roles))
      await done(clients.owner, {
        type: 'participant.appoint',
        participantId: ids[name as keyof typeof roles],
        role,
      });
    for (const client of Object.values(clients)) client.close();
    const formed = await groups.form(debateId, await personOf('owner'), {
      groups: [{ name: 'One', members: [ids.ann, ids.sam] }],
      claims: false,
    });
    if (!formed.ok) throw new Error(formed.rejection.code);
    const read = await debates.read(debateId, await personOf('owner'));
    const group = read.ok ? [...read.view.groups.values()][0]?.debateId : undefined;
    const token = await tokens.make(await personOf('ben'), {
      name: 'a program',
      days: 30,
      scopes: ['read', 'write'],
    });
    if (!token.ok) throw new Error('no token');
    return { debateId, group: group ?? '', ids, cookies: known, token: token.secret, bystander };
  }
}

async function done(client: LiveClient, operation: Act['operation']): Promise<void> {
  const answer = await client.submit(operation);
  if (!answer.ok) throw new Error(`${operation.type}: ${answer.rejection.code}`);
}

/** Runs a history in a world, and hears what every viewer is sent. */
export class Story {
  readonly #world: World;
  readonly #cast: Cast;
  readonly #heard = Object.fromEntries(VIEWERS.map((name) => [name, [] as string[]])) as unknown as Record<
    ViewerName,
    string[]
  >;
  readonly #clients = new Map<ViewerName, LiveClient>();
  readonly #groups = new Map<PersonName, LiveClient>();
  #barrier: LiveClient | null = null;
  #at = BEGIN;
  #role: 'observer' | 'suggester' = 'observer';

  constructor(world: World, cast: Cast) {
    this.#world = world;
    this.#cast = cast;
  }

  get heard(): Heard {
    return this.#heard;
  }

  /** Everyone opens the debate. */
  async open(): Promise<void> {
    for (const name of VIEWERS) {
      const client = await connectLive(this.#world.origin, {
        clientId: `tab_of_${name}`,
        ...(name === 'token'
          ? { headers: { origin: undefined, authorization: `Bearer ${this.#cast.token}` } }
          : name === 'stage'
            ? { cookie: this.#cast.cookies.owner, stage: true as const }
            : name === 'reader'
              ? {}
              : { cookie: this.#cast.cookies[name] }),
      });
      this.#clients.set(name, client);
      client.socket.onAny((event, message) => {
        // Arrivals and departures are batched by real time; places are in every welcome.
        if (event !== 'presence' && event !== 'people') this.#hear(name, event, message);
      });
      const welcome = await client.open(this.#cast.debateId);
      if (!welcome.ok) throw new Error(`${name}: ${welcome.rejection.code}`);
    }
    this.#barrier = await connectLive(this.#world.origin, { cookie: this.#cast.cookies.owner, stage: true });
    for (const name of ['ann', 'sam'] as const) {
      const client = await connectLive(this.#world.origin, { cookie: this.#cast.cookies[name] });
      await client.open(this.#cast.group);
      this.#groups.set(name, client);
    }
  }

  /** A second of the server's clock later. */
  tick(): void {
    this.#at += 1_000;
    this.#world.setClock(this.#at);
  }

  /** Someone does something, and all who see it have been sent it; the answer is why it is refused, or null. `hears`: the answer is recorded. */
  async does({ by, operation, group }: Act, hears = true): Promise<string | null> {
    const client = group ? this.#groups.get(by) : this.#clients.get(by);
    if (!client) throw new Error(`${by} is not there`);
    const answer = await client.submit(operation);
    await this.#settle();
    // The answer may come before or after the frame, depending on the database.
    if (hears) this.#hear(by, 'answer', answer);
    return answer.ok ? null : answer.rejection.code;
  }

  /** Everything that is on its way has come: a projector that opens the debate has it sent, and each connection answers once more. */
  async #settle(): Promise<void> {
    await this.#barrier?.open(this.#cast.debateId);
    for (const client of this.#clients.values()) await client.socket.emitWithAck('clock', {});
  }

  /**
   * Whom something concerns is found behind the writing. All that was written up to here was looked through once the last of it, a
   * role given to someone, is known to them.
   */
  async #lookedThrough(): Promise<void> {
    const { id, cookie } = this.#cast.bystander;
    const { auth, inbox } = parley();
    const bystander = await auth.currentPerson(new Headers({ cookie }));
    if (!bystander) throw new Error('the bystander is not signed in');
    await inbox.mark(bystander, 'all', true);
    this.#role = this.#role === 'observer' ? 'suggester' : 'observer';
    this.tick();
    const operation = { type: 'participant.appoint', participantId: id, role: this.#role } as const;
    const refused = await this.does({ by: 'owner', operation });
    if (refused) throw new Error(refused);
    const which = { page: 1, debateId: this.#cast.debateId, unread: true };
    const isKnown = async () => {
      const { debates } = await inbox.list(bystander, which);
      const kinds = debates.flatMap(({ notes }) => notes.map(({ kind }) => kind));
      if (!kinds.includes('appointed')) throw new Error('the log was not looked through');
    };
    await vi.waitFor(isKnown, { timeout: 60_000 });
  }

  /** The bystander is erased with their words: from then on the past is rebuilt for everyone. */
  async erase(): Promise<void> {
    const { auth, erasures } = parley();
    const bystander = await auth.currentPerson(new Headers({ cookie: this.#cast.bystander.cookie }));
    if (!bystander) throw new Error('the bystander is not signed in');
    this.tick();
    const erased = await erasures.erase(bystander.id, { words: true });
    if (!erased.ok) throw new Error(erased.rejection.code);
    await this.#settle();
  }

  /** Asks for everything there is to ask for, as every viewer. `isErased`: the bystander is, and gets no notifications. */
  async ask(times: readonly number[], random: Random, isErased = false): Promise<void> {
    if (!isErased) await this.#lookedThrough();
    for (const name of VIEWERS) {
      const client = this.#clients.get(name);
      if (client && name !== 'reader' && name !== 'stage')
        this.#hear(name, 'seen', await client.socket.emitWithAck('seen', { until: 9_000_000_000_000_000 }));
      const late = await connectLive(this.#world.origin, {
        ...(name === 'token'
          ? { headers: { origin: undefined, authorization: `Bearer ${this.#cast.token}` } }
          : name === 'stage'
            ? { cookie: this.#cast.cookies.owner, stage: true as const }
            : name === 'reader'
              ? {}
              : { cookie: this.#cast.cookies[name] }),
      });
      for (const after of [0, 9]) {
        const welcome = await late.open(this.#cast.debateId, after, [1, 2], client?.timeOf(after) ?? 0);
        this.#hear(
          name,
          `comes knowing ${after}`,
          welcome.ok ? { ...welcome, present: inOrder(welcome.present) } : welcome,
        );
      }
      late.close();
      for (const [what, answer] of await asked(this.#world.origin, this.#cast, name, times, random))
        this.#hear(name, what, answer);
    }
  }

  close(): void {
    this.#barrier?.close();
    for (const client of [...this.#clients.values(), ...this.#groups.values()]) client.close();
  }

  #hear(name: ViewerName, what: string, message: unknown): void {
    const said = typeof message === 'string' ? message : JSON.stringify(message);
    this.#heard[name].push(`${what}: ${plain(said)}`);
  }
}

/** Without what is drawn by chance in every run: names of connections. Times and lengths stay. */
function plain(text: string): string {
  return text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, '00000000-0000-0000-0000-000000000000');
}

/** Connections have names that are drawn by chance, and so has their order. */
function inOrder(present: readonly unknown[]): readonly string[] {
  return present.map((one) => plain(JSON.stringify(one))).sort();
}

/** The content everyone sees when a history begins. */
export async function begin(story: Story, before: readonly Act[]): Promise<void> {
  for (const act of [...BEGINNING, ...before]) {
    story.tick();
    const refused = await story.does(act);
    if (refused) throw new Error(`${act.by}: ${refused}: ${JSON.stringify(act.operation)}`);
  }
}
