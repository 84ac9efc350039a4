import { setTimeout as pause } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';

/** Maximum hints in flight to Redis. Beyond it (Redis is connected and doesn't answer) they are dropped: hints may be. */
const MOST_UNDER_WAY = 1_000;
/** Milliseconds without an answer after which a connection is replaced. */
const SILENCE = 4_000;
/** Milliseconds until the next try to read after Redis refused one: it may be loading, or require another password. */
const AFTER_REFUSAL = 1_000;

const COMMON: RedisOptions = {
  connectTimeout: SILENCE,
  socketTimeout: SILENCE,
  // Some tenths of a second at first, at most two seconds, and no two nodes in step.
  retryStrategy: (times) => Math.min(100 * 2 ** (times - 1), 1_500) + Math.random() * 500,
};
/** A message that can't be published now is dropped: nothing is queued for an unavailable Redis. */
const PUBLISHER: RedisOptions = {
  ...COMMON,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
};
/** Subscribers wait for as long as it takes. */
const SUBSCRIBER: RedisOptions = { ...COMMON, maxRetriesPerRequest: null };

/** The methods of a client that Socket.IO's adapter uses. */
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

/** The link to Redis: one connection that publishes, and those that subscribe. */
export interface RedisLink {
  /** The client passed to the adapter. */
  readonly client: AdapterClient;
  /** True if Redis is available now. */
  readonly isThere: boolean;
  close(): void;
}

/**
 * Opens the link to Redis without waiting for it: it may be unavailable at the start or at any time. `changed` is called when it is lost,
 * with the reason in a word, and when it is back.
 *
 * The adapter gets only the methods it uses, because it trusts Redis more than hints deserve: it doesn't await some of its promises (a
 * rejected one would end the process), retries at once when a read fails (on a closed connection that blocks the thread forever), and
 * limits nothing.
 */
export function openRedis(url: string, changed: (isThere: boolean, why: string) => void): RedisLink {
  const publisher = new Redis(url, PUBLISHER);
  const listening: Redis[] = [];
  const isThere = watchConnection(publisher, changed);
  const send = bounded();
  const asking = keepAsking(listening);
  return {
    client: {
      options: {},
      publish: (channel, message) => send(() => publisher.publish(channel, message)).catch(() => 0),
      xadd: (parameters) => send(() => publisher.call('xadd', ...parameters)),
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

/** Reports when a connection is lost and restored, each once; returns a function that says if it is connected. */
function watchConnection(client: Redis, changed: (isThere: boolean, why: string) => void): () => boolean {
  // `null` until the first try has ended, so that a Redis that is unavailable at the start is reported as well.
  let isThere: boolean | null = null;
  let why = '';
  const note = (now: boolean) => {
    if (now === isThere) return;
    isThere = now;
    changed(now, why);
  };
  client.on('error', (error: NodeJS.ErrnoException) => {
    // Only the first word: what follows may name a user.
    why = error.code ?? error.message.split(' ')[0] ?? '';
  });
  client.on('ready', () => note(true));
  client.on('close', () => note(false));
  return () => isThere === true;
}

/** Limits how many calls are in flight at once. */
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

/** A subscriber wouldn't notice a connection that broke silently: so it sends periodic pings. */
function keepAsking(clients: readonly Redis[]): NodeJS.Timeout {
  return setInterval(() => {
    for (const client of clients) if (client.status === 'ready') client.ping().catch(() => undefined);
  }, SILENCE);
}

function listener(client: Redis): AdapterListener {
  return {
    on: (event, listen) => client.on(event, listen),
    subscribe: (channels) => client.subscribe(...channels).catch(() => 0),
    // In lower case: ioredis knows the format of the answer by this name.
    xread: (...parameters) =>
      client.call('xread', ...parameters).catch(async (error: unknown) => {
        await pause(AFTER_REFUSAL, undefined, { ref: false });
        throw error;
      }),
    disconnect: () => client.disconnect(),
  };
}
