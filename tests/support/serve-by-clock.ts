/**
 * A process that serves as `server/main.ts` does, the built pages too, by a clock its parent sets: it is started with the time, in
 * milliseconds since 1970, gets another by a message, and answers it. In between time all but stands still, so that no story
 * is so slow that an hour passes in it: a millisecond goes by each time someone asks.
 */
import { createServer } from '../../server/compose/create-server.ts';
import { startupBanner } from '../../server/compose/startup-banner.ts';
import { stopOnSignal } from '../../server/compose/stop-on-signal.ts';
import { readEnv } from '../../server/env.ts';
import { nextPages } from '../../server/http/next-pages.ts';
import { createLogger } from '../../server/logging/logger.ts';

let time = Number(process.argv[2]);
process.on('message', (to: number) => {
  time = Math.max(time, to);
  process.send?.(time);
});

const env = readEnv(process.env);
const logger = createLogger(env.logLevel);
const starting = createServer(env, logger, nextPages, {
  now: () => {
    time += 1;
    return time;
  },
});
stopOnSignal(starting, logger);
const server = await starting;
for (const line of startupBanner(env, server)) process.stderr.write(`${line}\n`);
