import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025/debate.ts';
import { generateDebate } from '../../server/cli/generate/generate-debate.ts';
import { createServerOn } from '../../server/compose/create-server.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readEnv } from '../../server/env.ts';
import { parley } from '../../server/handle.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { storeSeed } from '../../server/services/seed/store-seed.ts';
import { noPages } from '../support/no-pages.ts';
import { answerParent } from './child-server.ts';

/** Child process: the real server without pages, on the database the environment names. Signs in guests when asked. */
const env = readEnv(process.env);
const database = await openDatabase({ databaseUrl: env.databaseUrl ?? undefined, dataDir: env.dataDir });
const log = new DatabaseLog(database);
const server = await createServerOn(database, env, createLogger('warn'), noPages);
const origin = `http://127.0.0.1:${server.port}`;

/** A generated debate: its positions and people, and the seed of its random numbers. */
const PROPORTIONS = { positions: 3, people: 40, seed: 1 };

answerParent(origin, {
  signIn: async (name) => {
    const signedIn = await parley().auth.signInGuest(name, new Headers());
    if (!signedIn.ok) throw new Error(`refused: ${signedIn.rejection.code}`);
    return signedIn.cookies[0]?.split(';')[0] ?? '';
  },
  makeDebate: (id) => storeSeed(database, log, { ...madeInChina2025, slug: id }),
  generate: async (claims, votesPerClaim) =>
    (await generateDebate(database, { ...PROPORTIONS, claims, votesPerClaim })).debateId,
  stop: () => server.stop(),
});
