/** A process that serves as `server/main.ts` does, without pages; `/sign-in?name=…` answers a guest's cookie. */
import { createServer } from '../../server/create-server.ts';
import { StartError } from '../../server/database/start-error.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import type { Pages } from '../../server/http/next-pages.ts';
import { createLogger } from '../../server/logger.ts';
import { stopOnSignal } from '../../server/stop-on-signal.ts';
import { noPages } from './no-pages.ts';

try {
  const env = readEnv(process.env);
  const logger = createLogger(env.logLevel);
  const server = await createServer(env, logger, signInPages);
  stopOnSignal(server, logger);
  const origin = `http://127.0.0.1:${server.port}`;
  process.stdout.write(`serving ${origin}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

function signInPages(): Pages {
  return {
    ...noPages(),
    handle: async (request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const name = url.searchParams.get('name') ?? '';
      const signedIn = await parley().auth.signInGuest(name, url.origin);
      response.end(signedIn.ok ? signedIn.cookie.split(';')[0] : '');
    },
  };
}
