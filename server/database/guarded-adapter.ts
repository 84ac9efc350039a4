import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { DatabaseUnavailable, isUnavailable } from './database-unavailable.ts';

/** How a statement is run, and its errors are seen to. */
export type Guard = <T>(run: () => Promise<T>) => Promise<T>;

/**
 * The same adapter, with every connection loss as a `DatabaseUnavailable`. Prisma passes on errors it doesn't know unchanged, so all users
 * of the client get this one type, whatever the driver's error.
 */
export function guardedAdapter(
  factory: SqlDriverAdapterFactory,
  guard: Guard = guarded,
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => guardConnection(await guard(() => factory.connect()), guard),
  };
}

function guardConnection(adapter: SqlDriverAdapter, guard: Guard): SqlDriverAdapter {
  const { getConnectionInfo } = adapter;
  return {
    ...guardQueries(adapter, guard),
    executeScript: (script) => guard(() => adapter.executeScript(script)),
    startTransaction: async (isolationLevel?: IsolationLevel) =>
      guardTransaction(await guard(() => adapter.startTransaction(isolationLevel)), guard),
    ...(getConnectionInfo ? { getConnectionInfo: () => getConnectionInfo.call(adapter) } : {}),
    dispose: () => adapter.dispose(),
  };
}

function guardTransaction(transaction: Transaction, guard: Guard): Transaction {
  const { createSavepoint, rollbackToSavepoint, releaseSavepoint } = transaction;
  return {
    ...guardQueries(transaction, guard),
    options: transaction.options,
    commit: () => guard(() => transaction.commit()),
    rollback: () => guard(() => transaction.rollback()),
    ...(createSavepoint
      ? { createSavepoint: (name) => guard(() => createSavepoint.call(transaction, name)) }
      : {}),
    ...(rollbackToSavepoint
      ? { rollbackToSavepoint: (name) => guard(() => rollbackToSavepoint.call(transaction, name)) }
      : {}),
    ...(releaseSavepoint
      ? { releaseSavepoint: (name) => guard(() => releaseSavepoint.call(transaction, name)) }
      : {}),
  };
}

function guardQueries(queryable: SqlQueryable, guard: Guard): SqlQueryable {
  return {
    provider: queryable.provider,
    adapterName: queryable.adapterName,
    queryRaw: (query: SqlQuery) => guard(() => queryable.queryRaw(query)),
    executeRaw: (query: SqlQuery) => guard(() => queryable.executeRaw(query)),
  };
}

/** Runs it; an error that will pass becomes a `DatabaseUnavailable`. */
export async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
  }
}
