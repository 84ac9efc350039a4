import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or event carries. */
export interface LogContext {
  /** The request's id, as its answer's `X-Request-Id` has it. */
  readonly request?: string;
  /** The connection an event came by, and the event. */
  readonly connection?: string;
  readonly event?: string;
  /** The operation an event asks for: its client and number. */
  readonly operation?: string;
}

const current = new AsyncLocalStorage<LogContext>();

/** Runs something whose log lines carry these ids, also those written later by what it started. */
export function inLogContext<T>(context: LogContext, run: () => T): T {
  return current.run(context, run);
}

/** The ids of the request or event under way. */
export function logContext(): LogContext {
  return current.getStore() ?? {};
}
