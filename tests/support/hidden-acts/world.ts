import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import type { SignedIn } from '#server/auth/sign-in/sign-ins.ts';
import { parley } from '#server/handle.ts';
import { apiRoutes } from '../api-routes.ts';
import { connectLive, type LiveClient } from '../live-client.ts';
import { addClaim } from '../log-node.ts';
import type { FreshDatabase } from '../shared-postgres.ts';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from '../smtp-sink.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { type Act, PEOPLE, type PersonName, type ViewerName } from './acts.ts';

/** The people and debate of a test: made once, so that ids and sign-ins are the same in every world. */
export interface Cast {
  readonly debateId: string;
  readonly group: string;
  readonly ids: Readonly<Record<PersonName, string>>;
  readonly cookies: Readonly<Record<PersonName, string>>;
  readonly emails: Readonly<Record<PersonName, string>>;
  /** Of Ben's token. */
  readonly token: string;
  /** Someone whose tabs come and go, and who is erased with their words in the end. */
  readonly bystander: { readonly id: string; readonly cookie: string };
  /** Someone else who looks at nothing: what concerns them says how far the log was looked through. */
  readonly witness: { readonly id: string; readonly cookie: string; readonly email: string };
  /** The first three numbers of the addresses they ask from. */
  readonly network: string;
}

/** An answer as it came over the wire. */
interface Answer {
  readonly status: number;
  /** Names and values in turn. */
  readonly head: readonly string[];
  readonly bytes: Buffer;
}

/** Everything a viewer was sent, each with what it answers. */
export type Heard = Readonly<Record<ViewerName, readonly string[]>>;

/** How soon each wants mail. */
const PACES = {
  owner: 'hourly',
  moderator: 'daily',
  ann: 'once',
  ben: 'once',
  sam: 'daily',
  oda: 'hourly',
} as const;

/** One secret for all worlds: a sign-in of one is good in the others. */
const SECRET = 'one secret for all worlds of the test';

/** The time at which worlds begin, in milliseconds since 1970. */
export const BEGIN = Date.UTC(2026, 2, 2, 9);

/** A server on a database that the test has made, whose clock the test sets; and the mail server it sends through. */
export class World {
  readonly #server: TestServer;
  readonly #smtp: SmtpSink;
  readonly #clock: { now: number };
  readonly #database: Client;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(server: TestServer, smtp: SmtpSink, clock: { now: number }, database: Client) {
    this.#server = server;
    this.#smtp = smtp;
    this.#clock = clock;
    this.#database = database;
  }

  /** `port`: the same in every world, as its address is in mails. */
  static async start(database: FreshDatabase, port: number): Promise<World> {
    const clock = { now: BEGIN };
    const smtp = await startSmtpSink();
    const settings = {
      AUTH_SECRET: SECRET,
      PORT: `${port}`,
      APP_URL: `http://127.0.0.1:${port}`,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Parley <parley@example.org>',
      TRUST_PROXY: '1',
    };
    const server = await startTestServer({ database, settings, pages: apiRoutes, now: () => clock.now });
    const client = new Client(database.url);
    await client.connect();
    return new World(server, smtp, clock, client);
  }

  /** All mail so far, in order. */
  get mails(): readonly ReceivedMail[] {
    return this.#smtp.mails;
  }

  /** True if there is mail that the mail server has not taken yet. */
  async hasWaitingMail(): Promise<boolean> {
    return (await this.#database.query('SELECT 1 FROM digest LIMIT 1')).rows.length > 0;
  }

  /** Asks over the wire. */
  async request(method: string, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const options = { method, agent: this.#agent, headers: { ...headers, 'x-request-id': 'hidden-acts' } };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.origin}${path}`, options, (answer) => {
        const { statusCode: status = 0, rawHeaders } = answer;
        // Node's own clock, and what is drawn for each answer.
        const head = rawHeaders.map((text, nth) =>
          rawHeaders[nth - 1] === 'Date' ? '' : text.replace(/'nonce-[^']+'/, "'nonce'"),
        );
        buffer(answer).then((bytes) => resolve({ status, head, bytes }), reject);
      });
      asked.on('error', reject).end();
    });
  }

  get origin(): string {
    return this.#server.origin;
  }

  setClock(now: number): void {
    this.#clock.now = now;
  }

  /** Stops the server and leaves its database. */
  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.#database.end();
    await this.#server.stop();
    await this.#smtp.stop();
  }

  /** Makes a debate with everyone in it, the nth. */
  async cast(nth: number): Promise<Cast> {
    const { debates, groups, tokens, notificationSettings } = parley();
    const emails = {} as Record<PersonName, string>;
    const known = {} as Record<PersonName, string>;
    for (const name of PEOPLE) ({ email: emails[name], cookie: known[name] } = await signIn(name, nth));
    const personOf = (name: PersonName) => signedIn(known[name]);
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
    const bystander = await this.#joinAndLeave('Bystander', nth, debateId, [
      addClaim('bystanders', 'Words of a bystander', 'p_position1'),
    ]);
    const witness = await this.#joinAndLeave('Witness', nth, debateId);
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
    for (const name of PEOPLE)
      await notificationSettings.chooseMail(await personOf(name), { pace: PACES[name] });
    await notificationSettings.chooseMail(await signedIn(witness.cookie), { pace: 'once' });
    const network = `10.0.${nth}`;
    return {
      debateId,
      group: group ?? '',
      ids,
      cookies: known,
      emails,
      token: token.secret,
      bystander,
      witness,
      network,
    };
  }

  /** Lets someone else join the nth debate, submit these operations and leave. */
  async #joinAndLeave(
    name: string,
    nth: number,
    debateId: string,
    operations: readonly Act['operation'][] = [],
  ) {
    const account = await signIn(name, nth);
    const client = await connectLive(this.origin, account);
    const joined = await client.open(debateId);
    for (const operation of operations) await done(client, operation);
    client.close();
    return { ...account, id: (joined.ok && joined.participantId) || '' };
  }
}

/** Makes an account of the nth debate, and signs in to it. */
async function signIn(name: string, nth: number): Promise<{ email: string; cookie: string }> {
  const { auth, people } = parley();
  const email = `${name.toLowerCase()}${nth}@example.org`;
  const id = await people.create({ name, email });
  return { email, cookie: (await auth.signIn(id, 'mail', new Headers()))[0]?.split(';')[0] ?? '' };
}

async function signedIn(cookie: string): Promise<SignedIn> {
  const person = await parley().auth.currentPerson(new Headers({ cookie }));
  if (!person) throw new Error('Someone is not signed in');
  return person;
}

async function done(client: LiveClient, operation: Act['operation']): Promise<void> {
  const answer = await client.submit(operation);
  if (!answer.ok) throw new Error(`${operation.type}: ${answer.rejection.code}`);
}
