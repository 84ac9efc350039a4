import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createServer } from '../../server/compose/create-server.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { freshDataFolder } from './data-template.ts';
import { noPages } from './no-pages.ts';
import { freePort } from './postgres-process.ts';
import { freshDatabase } from './shared-postgres.ts';

/** A server of its own, in this process, on a free port, without pages: everything else is real. */
export interface TestServer {
  readonly origin: string;
  readonly dataDir: string;
  /** The path of the link that makes its opener the administrator, as the last start had it. */
  readonly administratorLink: string | null;
  /** Lines the server has logged so far. */
  readonly logs: readonly string[];
  /** Signs a guest in; the cookie to send. */
  signIn(name: string): Promise<string>;
  /** Stops the server and starts it again on the same data; the port changes. */
  restart(): Promise<void>;
  /** Stops the server and leaves its data folder. */
  halt(): Promise<void>;
  /** Stops the server and removes its data. Calling it again does nothing. */
  stop(): Promise<void>;
}

/** Milliseconds: a test waits for many looks. */
const LOOK_EVERY = 50;

/** Starts a server on a database of its own, as the first start leaves it. */
export async function startTestServer(
  options: {
    /** `embedded`: in a fresh folder; the URL of a PostgreSQL database of the test's own; by default a fresh one. */
    database?: 'embedded' | { readonly url: string };
    /** `own`: the server's own address on this machine, on a port chosen before it starts. */
    appUrl?: string;
    settings?: Readonly<Record<string, string>>;
    pages?: () => Pages;
    /** The server's clock. */
    now?: () => number;
  } = {},
): Promise<TestServer> {
  const fresh = options.database === undefined ? await freshDatabase() : undefined;
  const database = fresh ?? options.database;
  const databaseUrl = database === 'embedded' ? undefined : database?.url;
  const dataDir = await (databaseUrl ? mkdtemp(join(tmpdir(), 'parley-test-')) : freshDataFolder());
  const port = options.appUrl === 'own' ? await freePort() : 0;
  // Read at each start: a test may have changed its settings since.
  const env = () =>
    readEnv({
      PORT: `${port}`,
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      APP_URL: port ? `http://127.0.0.1:${port}` : options.appUrl,
      LOG_LEVEL: 'silent',
      ...options.settings,
    });
  const logs: string[] = [];
  const logger = pino({ level: 'debug', base: null }, { write: (line: string) => void logs.push(line) });
  const start = () =>
    createServer(env(), logger, options.pages ?? noPages, { now: options.now, lookEvery: LOOK_EVERY });
  let server = await start();
  let stopped: Promise<void> | undefined;
  const origin = () => `http://127.0.0.1:${server.port}`;
  return {
    get origin() {
      return origin();
    },
    dataDir,
    get administratorLink() {
      return server.administratorLink;
    },
    logs,
    signIn: async (name) => {
      const signedIn = await parley().auth.signInGuest(name, new Headers());
      if (!signedIn.ok) throw new Error(`refused: ${signedIn.rejection.code}`);
      return signedIn.cookies[0]?.split(';')[0] ?? '';
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    halt: () => server.stop(),
    stop: () => {
      stopped ??= (async () => {
        await server.stop();
        await fresh?.drop();
        await rm(dataDir, { recursive: true, force: true });
      })();
      return stopped;
    },
  };
}
