import { openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { MemoryLog } from '../../server/log/memory-log.ts';
import { startEmbeddedDatabase } from '../support/database.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeOperationLog } from './operation-log.contract.ts';

describeOperationLog('memory', async () => {
  const log = new MemoryLog();
  return { log, other: log, stop: async () => undefined };
});

describeOperationLog('PGlite', async () => {
  const { database, stop } = await startEmbeddedDatabase();
  return { log: new DatabaseLog(database), other: new DatabaseLog(database), stop };
});

describeOperationLog('PostgreSQL', async () => {
  const server = await startPostgres({ fsync: false });
  const nodes = [
    await openDatabase({ databaseUrl: server.url, dataDir: '' }),
    await openDatabase({ databaseUrl: server.url, dataDir: '' }),
  ] as const;
  return {
    log: new DatabaseLog(nodes[0]),
    other: new DatabaseLog(nodes[1]),
    stop: async () => {
      await Promise.all(nodes.map((node) => node.close()));
      await server.stop();
    },
  };
});
