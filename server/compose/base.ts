import type { Database } from '../database/open-database.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../logging/logger.ts';
import type { Meters, Metrics } from '../metrics/meters.ts';
import type { Traces } from '../tracing/traces.ts';

/** The base of every part of the server. */
export interface Base {
  readonly env: Env;
  readonly logger: Logger;
  readonly database: Database;
  readonly meters: Meters;
  /** `null`: nothing is measured. */
  readonly metrics: Metrics | null;
  readonly traces: Traces;
  /** The server's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Serves over https. */
  readonly https: boolean;
  /** Makes a function that logs errors as a failure of `what`. */
  readonly failed: (what: string) => (error: unknown) => void;
}
