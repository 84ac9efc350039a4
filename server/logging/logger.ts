import { type Logger, pino } from 'pino';
import { logContext } from './log-context.ts';

export type { Logger } from 'pino';

/**
 * JSON lines on standard output, each with the ids of the request or event it belongs to. Nothing personal goes in: ids, codes,
 * counts and times only, never names or words.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    mixin: logContext,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
