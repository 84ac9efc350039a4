import { createServer } from '../../server/create-server.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { createLogger } from '../../server/logger.ts';
import { noPages } from '../support/no-pages.ts';
import { answerParent } from './child-server.ts';

/** Child process: the real server without pages, on the database the environment names. Signs in guests when asked. */
const server = await createServer(readEnv(process.env), createLogger('warn'), noPages);
const origin = `http://127.0.0.1:${server.port}`;

answerParent(origin, {
  signIn: async (name) => {
    const signedIn = await parley().auth.signInGuest(name, new Headers());
    if (!signedIn.ok) throw new Error(`refused: ${signedIn.rejection.code}`);
    return signedIn.cookies[0]?.split(';')[0] ?? '';
  },
  stop: () => server.stop(),
});
