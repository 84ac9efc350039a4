/**
 * A process that serves as `server/main.ts` does, the built pages too. Given an id by a message, it stores the debate Parley opens
 * with once more under that id, and answers the id.
 */
import { madeInChina2025 } from '../../prisma/seed/made-in-china-2025/debate.ts';
import { createServerOn } from '../../server/compose/create-server.ts';
import { startupBanner } from '../../server/compose/startup-banner.ts';
import { stopOnSignal } from '../../server/compose/stop-on-signal.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readEnv } from '../../server/env.ts';
import { nextPages } from '../../server/http/next-pages.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { storeSeed } from '../../server/services/seed/store-seed.ts';

const env = readEnv(process.env);
const logger = createLogger(env.logLevel);
const database = await openDatabase({ dataDir: env.dataDir });
const log = new DatabaseLog(database);
const starting = createServerOn(database, env, logger, nextPages);
stopOnSignal(starting, logger);
const server = await starting;
process.on('message', async (slug: string) => {
  process.send?.(await storeSeed(database, log, { ...madeInChina2025, slug }));
});
for (const line of startupBanner(env, server)) process.stderr.write(`${line}\n`);
