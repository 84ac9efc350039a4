import { describeError } from '../logging/describe-error.ts';
import type { Logger } from '../logging/logger.ts';
import type { RunningServer } from './create-server.ts';

/** Milliseconds after which a stop is given up: service managers and containers usually kill after ten seconds. */
const LONGEST = 9_000;

/**
 * Stops the server in order on SIGTERM or SIGINT, and ends the process: with 0 if that succeeded, with 1 after nine seconds. One that is
 * still starting is stopped once it has started: it may take connections a moment before its promise resolves.
 */
export function stopOnSignal(server: Promise<RunningServer>, logger: Logger): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error({ seconds: LONGEST / 1_000 }, 'did not stop in time');
      process.exit(1);
    }, LONGEST).unref();
    server
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: describeError(error) }, 'did not stop in order');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
