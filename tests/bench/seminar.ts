import type { OpenMessage } from '../../domain/protocol/client-messages.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { startPostgres } from '../support/postgres.ts';
import { type ChildServer, startChild } from './child-server.ts';
import { type Figures, summarise } from './figures.ts';
import { connectBroadcast, connectParley, type LightClient } from './light-client.ts';
import { untilWithin } from './until-within.ts';
import { withDataDir } from './with-data-dir.ts';

/** A seminar room: connections, those of them who write, and how long, each writer once a second. */
const CONNECTIONS = 200;
const SENDERS = 20;
const WARM_UP_SECONDS = 5;
const SECONDS = 30;
const DEBATE = 'made-in-china-2025';

export interface SeminarResult {
  readonly connections: number;
  readonly senders: number;
  readonly seconds: number;
  readonly frameBytes: number;
  readonly broadcast: Figures;
  readonly pglite: Figures & Ratios;
  readonly postgresql: Figures & Ratios;
}

interface Ratios {
  readonly p99Ratio: number;
  readonly cpuRatio: number;
}

/**
 * Two hundred connections in one debate, twenty of them writing once a second, signed in and limited like anybody, on both
 * databases; beside them in the same run a bare `ws` broadcast of as many messages of the same size.
 */
export async function benchSeminar(say: (line: string) => void): Promise<SeminarResult> {
  const pglite = await withDataDir((dataDir) => measureParley({ DATA_DIR: dataDir }, 'PGlite', say));
  const postgres = await startPostgres();
  const postgresql = await withDataDir((dataDir) =>
    measureParley({ DATA_DIR: dataDir, DATABASE_URL: postgres.url }, 'PostgreSQL', say),
  ).finally(() => postgres.stop());
  const frameBytes = Math.round(postgresql.bytes / postgresql.figures.operations);
  say(`bare ws broadcast of ${frameBytes} bytes …`);
  const floor = await startChild('./serve-broadcast.ts', { BENCH_FRAME_BYTES: String(frameBytes) });
  const broadcast = await measure(
    floor,
    (_index, hear) => connectBroadcast(floor.origin, hear),
    broadcastMessage,
  );
  await floor.stop();
  const besides = (figures: Figures) => ({
    ...figures,
    p99Ratio: figures.p99 / broadcast.figures.p99,
    cpuRatio: figures.cpuPerThousand / broadcast.figures.cpuPerThousand,
  });
  return {
    connections: CONNECTIONS,
    senders: SENDERS,
    seconds: SECONDS,
    frameBytes,
    broadcast: broadcast.figures,
    pglite: besides(pglite.figures),
    postgresql: besides(postgresql.figures),
  };
}

async function measureParley(env: Record<string, string>, name: string, say: (line: string) => void) {
  say(`Parley on ${name} …`);
  const server = await startChild('./serve-parley.ts', {
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    ...env,
  });
  const connect = async (index: number, hear: (text: string) => void) => {
    const client = await connectParley(server.origin, await server.signIn(`Guest ${index}`), hear);
    const message: OpenMessage = {
      protocol: PROTOCOL_VERSION,
      debateId: DEBATE,
      clientId: `tab_bench${index}`,
      after: 0,
      at: 0,
      unanswered: [],
    };
    const { ok, rejection } = (await client.send('open', message)) as OpenAnswer;
    if (!ok) throw new Error(`the debate does not open: ${rejection?.code}`);
    return client;
  };
  const measured = await measure(server, connect, parleyMessage);
  await server.stop();
  return measured;
}

/** What is read of the answer to `open`. */
interface OpenAnswer {
  readonly ok: boolean;
  readonly rejection?: { readonly code: string };
}

/** One write: `mark` is found again in what is heard of it. */
type Compose = (mark: string, sequence: number) => readonly [event: string, message: unknown];

const parleyMessage: Compose = (mark, sequence) => {
  const text =
    'A claim of a usual length, such as people write in a seminar when they answer one another in a hurry.';
  const operation =
    sequence % 2 === 0
      ? {
          type: 'claim.add',
          claimId: `c${mark}`,
          linkId: `l${mark}`,
          target: { kind: 'position', id: 'p_hawks' },
          relation: 'support',
          positionId: 'p_hawks',
          text,
        }
      : {
          type: 'comment.add',
          commentId: `n${mark}`,
          on: { kind: 'position', id: 'p_hawks' },
          replyTo: null,
          text,
        };
  return ['submit', { clientSeq: sequence + 1, operation }];
};

const broadcastMessage: Compose = (mark) => ['', { mark }];

async function measure(
  server: ChildServer,
  connect: (index: number, hear: (text: string) => void) => Promise<LightClient>,
  compose: Compose,
): Promise<{ figures: Figures; bytes: number }> {
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  const missing = new Map<string, number>();
  let bytes = 0;
  const hearAs = (index: number) => (text: string) => {
    const now = performance.now();
    if (index === 0) bytes += text.length;
    // A mark stands once in the id of what was written (a claim's link repeats it: only `c`, `n` and bare marks count).
    for (const [, mark] of text.matchAll(/"(?:claimId|commentId|mark)":"[cn]?(_m\d+_\d+)"/g)) {
      const at = sentAt.get(mark ?? '');
      if (at === undefined || mark === undefined) continue;
      latencies.push(now - at);
      missing.set(mark, (missing.get(mark) ?? 0) - 1);
    }
  };
  const clients: LightClient[] = [];
  for (let index = 0; index < CONNECTIONS; index += 1) clients.push(await connect(index, hearAs(index)));
  await write(clients, compose, WARM_UP_SECONDS, 0, () => {});
  bytes = 0;
  const before = await server.usage();
  await write(clients, compose, SECONDS, WARM_UP_SECONDS, (mark) => {
    sentAt.set(mark, performance.now());
    missing.set(mark, CONNECTIONS);
  });
  await untilWithin(() => [...missing.values()].every((left) => left <= 0), 10_000);
  const after = await server.usage();
  for (const client of clients) client.close();
  const lost = [...missing.values()].reduce((sum, left) => sum + Math.max(0, left), 0);
  const figures = summarise(latencies, {
    operations: missing.size,
    lost,
    cpu: after.cpu - before.cpu,
    memory: after.memory,
  });
  return { figures, bytes };
}

/** Lets the senders write once a second each, evenly spread over the second. */
async function write(
  clients: readonly LightClient[],
  compose: Compose,
  seconds: number,
  from: number,
  sending: (mark: string) => void,
): Promise<void> {
  const start = performance.now();
  for (let step = 0; step < seconds * SENDERS; step += 1) {
    await untilWithin(() => performance.now() >= start + (step * 1_000) / SENDERS, 60_000);
    const sender = step % SENDERS;
    const sequence = from + Math.floor(step / SENDERS);
    const mark = `_m${sender}_${sequence}`;
    const [event, message] = compose(mark, sequence);
    sending(mark);
    void clients[sender]?.send(event, message);
  }
}
