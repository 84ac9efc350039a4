import { madeInChina2025 } from '../prisma/seed/made-in-china-2025/debate.ts';
import { createServer } from './compose/create-server.ts';
import { startupBanner } from './compose/startup-banner.ts';
import { stopOnSignal } from './compose/stop-on-signal.ts';
import { warmUp } from './compose/warm-up.ts';
import { StartError } from './database/start-error.ts';
import { readEnv } from './env.ts';
import { localAddress } from './http/link-site.ts';
import { nextPages } from './http/next-pages.ts';
import { logConsole } from './logging/log-console.ts';
import { createLogger } from './logging/logger.ts';
import { collectGarbage } from './timing/collect-garbage.ts';
import { startWorkerStarter } from './workers/worker-starter.ts';

/** Starts the server with the settings in the environment, and stops it in order on a signal. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLogger(env.logLevel);
  if (!env.development) logConsole(logger);
  const started = performance.now();
  const starting = createServer(env, logger, nextPages);
  stopOnSignal(starting, logger);
  const server = await starting;
  logger.info({ port: server.port, milliseconds: Math.round(performance.now() - started) }, 'serving');
  for (const line of startupBanner(env, server)) process.stderr.write(`${line}\n`);
  startWorkerStarter();
  // The seeded debate likely exists, and is rendered like every debate's page.
  if (env.development) return;
  await warmUp(`${localAddress(env, server.port)}/debates/${madeInChina2025.slug}`);
  // A server that can't free memory early serves as well.
  await collectGarbage().catch(() => undefined);
}

main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
