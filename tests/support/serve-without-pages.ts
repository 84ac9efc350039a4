/**
 * A process that serves as `server/main.ts` does, without pages. In their place `/sign-in?name=…` answers a guest's cookie,
 * `/sign-out` ends the sign-ins of who asks, `/make` makes a debate of theirs and answers its id, `/debates` lists what
 * anyone may see, `/read?debate=…` answers all that a page of a debate would be made of, `/erase` erases who asks, and `/fail`
 * asks the database for what it does not have. `/die?at=…` ends the process at a place of the write path, `/clock?ahead=…` sets its
 * clock so many milliseconds ahead of this machine's, and `/memory` answers the bytes it holds.
 */
import type { IncomingMessage } from 'node:http';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { createServer } from '../../server/compose/create-server.ts';
import { startupBanner } from '../../server/compose/startup-banner.ts';
import { stopOnSignal } from '../../server/compose/stop-on-signal.ts';
import { StartError } from '../../server/database/start-error.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { dieAt } from './die-at.ts';
import { noPages } from './no-pages.ts';

/** Milliseconds. */
let ahead = 0;

try {
  const env = readEnv(process.env);
  const logger = createLogger(env.logLevel);
  const starting = createServer(env, logger, fewPages, { now: () => Date.now() + ahead });
  stopOnSignal(starting, logger);
  const server = await starting;
  const origin = `http://127.0.0.1:${server.port}`;
  for (const line of startupBanner(env, server)) process.stderr.write(`${line}\n`);
  process.stdout.write(`serving ${origin}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function fewPages(): Pages {
  return { ...noPages(), handle: async (request, response) => void response.end(await answer(request)) };
}

async function answer({ url = '/', headers }: IncomingMessage): Promise<string> {
  const { auth, debates, debateLists, erasures } = parley();
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  if (pathname === '/debates') return JSON.stringify(await debateLists.list(null));
  if (pathname === '/sign-out') {
    const person = await auth.currentPerson(new Headers({ cookie: headers.cookie ?? '' }));
    return person ? auth.signOut(person) : '';
  }
  if (pathname === '/read') {
    const person = await auth.currentPerson(new Headers({ cookie: headers.cookie ?? '' }));
    const read = await debates.read(searchParams.get('debate') ?? '', person);
    return read.ok ? JSON.stringify([toSnapshot(read.view), read.opening]) : read.rejection.code;
  }
  if (pathname === '/die') return dieAt(searchParams.get('at') ?? '');
  if (pathname === '/clock') {
    ahead = Number(searchParams.get('ahead'));
    return String(Date.now() + ahead);
  }
  if (pathname === '/memory') return String(memory());
  if (pathname === '/fail') return String(await parley().debates.read('d_\0', null));
  if (pathname === '/erase') {
    const person = await auth.currentPerson(new Headers({ cookie: headers.cookie ?? '' }));
    const erased = person && (await erasures.erase(person.id, { words: true }));
    return erased?.ok ? 'erased' : '';
  }
  if (pathname === '/make') {
    const person = await auth.currentPerson(new Headers({ cookie: headers.cookie ?? '' }));
    const input = {
      title: 'Trade',
      motion: 'Trade makes friends',
      positions: [{ name: 'Yes', hue: 'blue', summary: '' }],
      visibility: 'public',
    } as const;
    const made = person && (await debates.create(person, { ...input, positions: [...input.positions] }));
    return made?.ok ? made.debateId : '';
  }
  const signedIn = await auth.signInGuest(searchParams.get('name') ?? '', new Headers());
  return signedIn.ok ? (signedIn.cookies[0]?.split(';')[0] ?? '') : '';
}

/** Bytes held once garbage is gone; that is collected where Node was started with `--expose-gc`. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
