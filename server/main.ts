import { createServer } from './create-server.ts';
import { StartError } from './database/start-error.ts';
import { type Env, readEnv } from './env.ts';
import { nextPages } from './http/next-pages.ts';
import { createLogger } from './logger.ts';

/** Starts the server for the settings in the environment, and stops it in order when told to. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLogger(env.logLevel);
  const started = performance.now();
  const server = await createServer(env, logger, nextPages);
  logger.info({ port: server.port, milliseconds: Math.round(performance.now() - started) }, 'serving');
  process.stderr.write(`Parley is at ${addressOf(env, server.port)}\n`);
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error: error instanceof Error ? error.name : typeof error }, 'did not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function addressOf({ appUrl, host }: Env, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return appUrl ?? `http://${everywhere ? 'localhost' : host}:${port}`;
}

main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
