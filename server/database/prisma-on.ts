import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaClient } from '../../prisma/client/client.ts';
import { type Guard, guardedAdapter } from './guarded-adapter.ts';

/**
 * Milliseconds for which a transaction waits to begin, and for which it may go on. Prisma's 2 and 5 seconds refuse what people ask for on
 * a busy machine: the embedded database serves one transaction at a time.
 */
const TRANSACTIONS = { maxWait: 30_000, timeout: 30_000 };

/** Prisma on a database, with every loss of a connection as a `DatabaseUnavailable`. */
export function prismaOn(adapter: SqlDriverAdapterFactory, guard?: Guard): PrismaClient {
  return new PrismaClient({ adapter: guardedAdapter(adapter, guard), transactionOptions: TRANSACTIONS });
}
