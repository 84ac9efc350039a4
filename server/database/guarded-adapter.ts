import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { DatabaseUnavailable, isConnectionLoss } from './database-unavailable.ts';

/**
 * The same adapter, with every connection loss as a `DatabaseUnavailable`. Prisma passes on errors it doesn't know unchanged, so all users
 * of the client get this one type, whatever the driver's error.
 */
export function guardedAdapter(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => guardConnection(await guarded(() => factory.connect())),
  };
}

function guardConnection(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const { getConnectionInfo } = adapter;
  return {
    ...guardQueries(adapter),
    executeScript: (script) => guarded(() => adapter.executeScript(script)),
    startTransaction: async (isolationLevel?: IsolationLevel) =>
      guardTransaction(await guarded(() => adapter.startTransaction(isolationLevel))),
    ...(getConnectionInfo ? { getConnectionInfo: () => getConnectionInfo.call(adapter) } : {}),
    dispose: () => adapter.dispose(),
  };
}

function guardTransaction(transaction: Transaction): Transaction {
  const { createSavepoint, rollbackToSavepoint, releaseSavepoint } = transaction;
  return {
    ...guardQueries(transaction),
    options: transaction.options,
    commit: () => guarded(() => transaction.commit()),
    rollback: () => guarded(() => transaction.rollback()),
    ...(createSavepoint
      ? { createSavepoint: (name) => guarded(() => createSavepoint.call(transaction, name)) }
      : {}),
    ...(rollbackToSavepoint
      ? { rollbackToSavepoint: (name) => guarded(() => rollbackToSavepoint.call(transaction, name)) }
      : {}),
    ...(releaseSavepoint
      ? { releaseSavepoint: (name) => guarded(() => releaseSavepoint.call(transaction, name)) }
      : {}),
  };
}

function guardQueries(queryable: SqlQueryable): SqlQueryable {
  return {
    provider: queryable.provider,
    adapterName: queryable.adapterName,
    queryRaw: (query: SqlQuery) => guarded(() => queryable.queryRaw(query)),
    executeRaw: (query: SqlQuery) => guarded(() => queryable.executeRaw(query)),
  };
}

/** Runs it; a connection loss becomes a `DatabaseUnavailable`. */
export async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw isConnectionLoss(error) ? new DatabaseUnavailable(error) : error;
  }
}
