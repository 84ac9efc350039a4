import { createServer } from './create-server.ts';
import { StartError } from './database/start-error.ts';
import { type Env, readEnv } from './env.ts';
import { nextPages } from './http/next-pages.ts';
import { createLogger } from './logger.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Starts the server for the settings in the environment, and stops it in order when told to. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const logger = createLogger(env.logLevel);
  const started = performance.now();
  const server = await createServer(env, logger, nextPages);
  logger.info({ port: server.port, milliseconds: Math.round(performance.now() - started) }, 'serving');
  process.stderr.write(`Parley is at ${addressOf(env, server.port)}\n`);
  stopOnSignal(server, logger);
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
