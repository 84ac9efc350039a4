import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Refusal } from '#domain/debate/engine/refusal.ts';
import { fromSnapshot } from '#domain/debate/engine/snapshot.ts';
import type { OpenMessage } from '#domain/protocol/client-messages.ts';
import { PROTOCOL_VERSION } from '#domain/protocol/version.ts';
import { decodeWelcome, type WelcomeWire } from '#domain/protocol/welcome-wire.ts';
import type { ChildServer } from '../child-server.ts';
import { percentile } from '../figures.ts';
import { connectParley } from '../light-client.ts';
import { DATABASES, type DatabaseName, type Meter, withParley } from './with-parley.ts';

const CLAIMS = 5_000;
/** People who join one after another, and people who join at once. */
const ALONE = 100;
const CROWD = 200;
/** People who have come and gone before, one after another: a server has compiled by then what a join calls. */
const BEFORE = 200;

/** The cost of joining a large debate. Times in milliseconds. */
export interface JoinFigures {
  /** From connecting until the debate is decoded, middle and 99 in 100 of those who join one after another. */
  readonly usable: number;
  readonly usableP99: number;
  /** Processor time of the server and its database for each of them. */
  readonly cpu: number;
  /** Of it, the database's. */
  readonly databaseCpu: number;
  /** Bytes of the answer as a share of the debate's JSON. */
  readonly bytes: number;
  /** From the first connection of a crowd until each of them has the answer. */
  readonly crowd: number;
  /** Processor time for each of them. */
  readonly crowdCpu: number;
}

export interface JoinsResult {
  readonly claims: number;
  readonly crowdSize: number;
  readonly postgresql: JoinFigures;
  readonly pglite: JoinFigures;
}

/** Signed-in guests join a debate of 5,000 claims, one after another and then all at once, on both databases. */
export async function benchJoins(profiles: string, say: (line: string) => void): Promise<JoinsResult> {
  const measure = (database: DatabaseName) => {
    say(`joins: Parley on ${DATABASES[database]} …`);
    const path = profiles === '' ? null : `${profiles}/joins-${database}.cpuprofile`;
    return withParley(database, (server, meter) => measureServer(server, meter, path));
  };
  const postgresql = await measure('postgresql');
  const pglite = await measure('pglite');
  return { claims: CLAIMS, crowdSize: CROWD, postgresql, pglite };
}

async function measureServer(
  server: ChildServer,
  { usage, atRest }: Meter,
  profile: string | null,
): Promise<JoinFigures> {
  const debateId = await server.generate(CLAIMS);
  const cookies: string[] = [];
  for (let index = 0; index < ALONE + CROWD + BEFORE; index += 1)
    cookies.push(await server.signIn(`Guest ${index}`));
  const joinAs = (index: number) => join(server.origin, debateId, cookies[index] ?? '', index);
  const openAs = (index: number) => open(server.origin, debateId, cookies[index] ?? '', index);
  const first = await joinAs(ALONE + CROWD);
  for (let index = 1; index < BEFORE; index += 1) await joinAs(ALONE + CROWD + index);
  // The log of the new debate is searched for notifications once it is open.
  await atRest();
  const times: number[] = [];
  if (profile) await server.profile();
  const before = await usage();
  for (let index = 0; index < ALONE; index += 1) times.push((await joinAs(index)).took);
  const between = await usage();
  const began = performance.now();
  await Promise.all(Array.from({ length: CROWD }, (_, index) => openAs(ALONE + index)));
  const crowd = performance.now() - began;
  const after = await usage();
  if (profile) await server.keepProfile(profile);
  return {
    usable: percentile(times, 0.5),
    usableP99: percentile(times, 0.99),
    cpu: (between.cpu - before.cpu) / ALONE,
    databaseCpu: (between.databaseCpu - before.databaseCpu) / ALONE,
    bytes: first.sent / first.json,
    crowd,
    crowdCpu: (after.cpu - between.cpu) / CROWD,
  };
}

const decompress = promisify(gunzip);

/** Opens a debate as a board does, decodes it, and leaves. */
async function join(origin: string, debateId: string, cookie: string, index: number) {
  const began = performance.now();
  const sent = await open(origin, debateId, cookie, index);
  if (sent.state.kind !== 'packed') throw new Error('no snapshot was sent');
  const packed = (await decompress(Buffer.from(sent.state.packed, 'base64'))).toString();
  const { state } = decodeWelcome(sent, sent.state, packed);
  if (state.kind !== 'snapshot' || fromSnapshot(state.snapshot).claims.size === 0)
    throw new Error('an empty debate');
  const took = performance.now() - began;
  return { took, sent: JSON.stringify(sent).length, json: JSON.stringify(state.snapshot).length };
}

/** Connects, opens a debate, and leaves when the answer has come. */
async function open(origin: string, debateId: string, cookie: string, index: number): Promise<WelcomeWire> {
  const client = await connectParley(origin, cookie, () => {});
  const message: OpenMessage = {
    protocol: PROTOCOL_VERSION,
    debateId,
    clientId: `tab_bench${index}`,
    after: 0,
    at: 0,
    unanswered: [],
  };
  const sent = (await client.send('open', message)) as WelcomeWire | Refusal;
  client.close();
  if (!sent.ok) throw new Error(`the debate does not open: ${sent.rejection.code}`);
  return sent;
}
