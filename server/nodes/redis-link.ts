import { setTimeout as pause } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';

/** Hints under way to Redis at most. Beyond it (Redis is there and does not answer) they are dropped: hints may be. */
const MOST_UNDER_WAY = 1_000;
/** Milliseconds without an answer after which a connection is made anew. */
const SILENCE = 4_000;
/** Milliseconds until the next try to read, after Redis refused one: it may be loading, or want another password. */
const AFTER_REFUSAL = 1_000;

const COMMON: RedisOptions = {
  connectTimeout: SILENCE,
  socketTimeout: SILENCE,
  // Some tenths of a second at first, two seconds at most, and no two nodes in step.
  retryStrategy: (times) => Math.min(100 * 2 ** (times - 1), 1_500) + Math.random() * 500,
};
/** What cannot be told now is not told later: nothing is kept for a Redis that is away. */
const PUBLISHER: RedisOptions = {
  ...COMMON,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
};
/** Who listens waits for as long as it takes. */
const SUBSCRIBER: RedisOptions = { ...COMMON, maxRetriesPerRequest: null };

/** What the adapter of Socket.IO asks of a client. */
interface AdapterClient {
  readonly options: object;
  publish(channel: string, message: Buffer): Promise<unknown>;
  xadd(parameters: [key: string, ...fields: (string | number)[]]): Promise<unknown>;
  duplicate(): AdapterListener;
}

interface AdapterListener {
  on(event: 'error' | 'messageBuffer', listen: (...of: unknown[]) => void): void;
  subscribe(channels: string[]): Promise<unknown>;
  xread(...parameters: (string | number)[]): Promise<unknown>;
  disconnect(): void;
}

/** The way to Redis: one connection that tells, and those that listen. */
export interface RedisLink {
  /** What the adapter takes for its client. */
  readonly client: AdapterClient;
  /** Whether Redis can be told something now. */
  readonly isThere: boolean;
  close(): void;
}

/**
 * Opens the way to Redis without waiting for it: it may be away at the start or at any time. `changed` hears when it
 * goes and why, in a word, and when it is there again.
 *
 * The adapter gets what it asks of a client and nothing else, because it trusts Redis more than hints deserve: it waits
 * for some of its promises nowhere (a broken one would end the process), asks again at once when a reading fails (on a
 * closed connection that never lets go of the thread), and bounds nothing.
 */
export function openRedis(url: string, changed: (isThere: boolean, why: string) => void): RedisLink {
  const publisher = new Redis(url, PUBLISHER);
  const listening: Redis[] = [];
  const isThere = watchConnection(publisher, changed);
  const tell = bounded();
  const asking = keepAsking(listening);
  return {
    client: {
      options: {},
      publish: (channel, message) => tell(() => publisher.publish(channel, message)).catch(() => 0),
      xadd: (parameters) => tell(() => publisher.call('xadd', ...parameters)),
      duplicate: () => {
        const client = new Redis(url, SUBSCRIBER);
        client.on('error', () => undefined);
        listening.push(client);
        return listener(client);
      },
    },
    get isThere() {
      return isThere();
    },
    close: () => {
      clearInterval(asking);
      for (const client of [publisher, ...listening]) client.disconnect();
    },
  };
}

/** Tells when a connection goes and comes, each once; the answer says whether it is there. */
function watchConnection(client: Redis, changed: (isThere: boolean, why: string) => void): () => boolean {
  // Null until the first try has ended, so that a Redis that is away at the start is told of as well.
  let isThere: boolean | null = null;
  let why = '';
  const note = (now: boolean) => {
    if (now === isThere) return;
    isThere = now;
    changed(now, why);
  };
  client.on('error', (error: NodeJS.ErrnoException) => {
    // The first word alone: what follows may name a user.
    why = error.code ?? error.message.split(' ')[0] ?? '';
  });
  client.on('ready', () => note(true));
  client.on('close', () => note(false));
  return () => isThere === true;
}

/** Lets only so much be under way at once. */
function bounded(): <T>(send: () => Promise<T>) => Promise<T> {
  let underWay = 0;
  return async (send) => {
    if (underWay >= MOST_UNDER_WAY) throw new Error('Redis does not answer');
    underWay += 1;
    try {
      return await send();
    } finally {
      underWay -= 1;
    }
  };
}

/** Who only listens would not notice a connection that broke in silence: so they ask for a sign of life. */
function keepAsking(clients: readonly Redis[]): NodeJS.Timeout {
  return setInterval(() => {
    for (const client of clients) if (client.status === 'ready') client.ping().catch(() => undefined);
  }, SILENCE);
}

function listener(client: Redis): AdapterListener {
  return {
    on: (event, listen) => client.on(event, listen),
    subscribe: (channels) => client.subscribe(...channels).catch(() => 0),
    // In small letters: by this name ioredis knows the form of the answer.
    xread: (...parameters) =>
      client.call('xread', ...parameters).catch(async (error: unknown) => {
        await pause(AFTER_REFUSAL, undefined, { ref: false });
        throw error;
      }),
    disconnect: () => client.disconnect(),
  };
}
