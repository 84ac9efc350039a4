/** The database can't be reached at the moment. The statement may have been executed or not; it can be tried again later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** True if it answered that it can't do this: it may fail at these rows alone. */
  readonly hasAnswered: boolean;

  constructor(cause: unknown) {
    super('The database cannot be reached at the moment.', { cause });
    this.hasAnswered = !isConnectionLoss(cause) && hasCode(cause, INNER_TROUBLE);
  }
}

const LOST_CODES = new Set([
  // Sockets
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  // Prisma
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  // PostgreSQL: took too long, shut down by the administrator, crashed, starting up or down, idle for too
  // long, out of connections
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  // … too slow, read-only after a fail-over
  '57014',
  '25006',
]);
const LOST_KINDS = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
]);
const LOST_SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|query read timeout|PGlite is (closed|closing)/i;

/** The class of PostgreSQL's codes of connections. */
const CONNECTION = /^08/;
/** Codes of PostgreSQL's system, such as a disk, and of itself: on a full disk some statements fail so. Corrupted data doesn't pass. */
const INNER_TROUBLE = /^(58|XX000)/;
/** Those, and its resources: these have nothing to do with what a statement asks. */
const TROUBLE = /^(53|58|XX000)/;

/** True if an error of Prisma, of its adapters or of a driver means that the database can't be reached, or can't work at the moment. */
export function isUnavailable(error: unknown): boolean {
  return isConnectionLoss(error) || hasCode(error, TROUBLE);
}

/** True if the database cancelled a statement, mostly because it took longer than any may. */
export function isTooSlow(error: unknown): boolean {
  return hasCode(error, /^57014$/);
}

/** True if an error means that the database can't be reached. */
export function isConnectionLoss(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, kind, message }) =>
      (code !== undefined && (LOST_CODES.has(code) || CONNECTION.test(code))) ||
      (kind !== undefined && LOST_KINDS.has(kind)) ||
      LOST_SENTENCES.test(message),
  );
}

/**
 * True if an error means that a statement conflicted with another one running at the same time, wrote nothing, and will likely succeed when
 * retried.
 */
export function isConflict(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, kind }) =>
      code === '40001' ||
      code === '40P01' ||
      code === '23505' ||
      code === 'P2034' ||
      kind === 'TransactionWriteConflict' ||
      kind === 'UniqueConstraintViolation',
  );
}

/** True if an error means that a row no longer exists: to be changed, or to refer to. */
export function isRowMissing(error: unknown): boolean {
  return causesOf(error).some(
    ({ code, kind }) =>
      code === '23503' || code === 'P2003' || code === 'P2025' || kind === 'ForeignKeyConstraintViolation',
  );
}

/** PostgreSQL's own words where it cannot go on, because it cannot write its log for one; null for any other error. */
export function panicIn(error: unknown): string | null {
  return causesOf(error).find(({ severity }) => severity === 'PANIC')?.message ?? null;
}

function hasCode(error: unknown, codes: RegExp): boolean {
  return causesOf(error).some(({ code }) => code !== undefined && codes.test(code));
}

interface Cause {
  code: string | undefined;
  severity: string | undefined;
  kind: string | undefined;
  message: string;
}

/** An error and its causes. Drivers, adapters and Prisma wrap each other's errors in different ways. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  const seen = new Set<object>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    const { code, originalCode, severity, kind, message, cause, meta, driverAdapterError, errors } =
      next as Record<string, unknown>;
    causes.push({
      code: textOf(originalCode) ?? textOf(code),
      severity: textOf(severity),
      kind: textOf(kind),
      message: textOf(message) ?? '',
    });
    waiting.push(cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : []));
  }
  return causes;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
