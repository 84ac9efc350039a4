import { AsyncLocalStorage } from 'node:async_hooks';

/** The ids in every log line of one request or event. */
export interface LogContext {
  /** The request's id, as in its answer's `X-Request-Id`. */
  readonly request?: string;
  /** The event, and the connection it arrived on. */
  readonly connection?: string;
  readonly event?: string;
  /** The operation an event submits: its client and number. */
  readonly operation?: string;
}

const current = new AsyncLocalStorage<LogContext>();

/** Runs a function whose log lines carry these ids, including later ones of work it started. */
export function inLogContext<T>(context: LogContext, run: () => T): T {
  return current.run(context, run);
}

/** The ids of the current request or event. */
export function logContext(): LogContext {
  return current.getStore() ?? {};
}
