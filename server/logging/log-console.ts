import { format } from 'node:util';
import { describeError } from './describe-error.ts';
import type { Logger } from './logger.ts';

const LEVELS = {
  error: 'error',
  warn: 'warn',
  info: 'info',
  log: 'info',
  debug: 'debug',
  trace: 'debug',
} as const;
/** Maximum characters kept of a message that a library prints. */
const LONGEST = 300;

/**
 * Writes to the log what would be printed to the console beside it: Next's errors, libraries' messages, Node's warnings, and errors that
 * end the process. Errors are described without their messages, see `describeError`.
 */
export function logConsole(logger: Logger): void {
  for (const [method, level] of Object.entries(LEVELS) as [
    keyof typeof LEVELS,
    'error' | 'warn' | 'info' | 'debug',
  ][])
    console[method] = (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      if (error) logger[level]({ err: describeError(error) }, 'an error was printed');
      else logger[level]({ printed: format(...parts).slice(0, LONGEST) }, 'a sentence was printed');
    };
  // Node prints warnings in a listener.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => logger.warn({ err: describeError(warning) }, 'Node warns'));
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: describeError(error) }, 'the server stops after an uncaught error');
    process.exit(1);
  });
}
