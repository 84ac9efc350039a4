/** A process that opens the embedded database in the folder it is given, says how that went, and stays. */
import { openDatabase } from '../../server/database/open-database.ts';
import { StartError } from '../../server/database/start-error.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';

const [dataDir = ''] = process.argv.slice(2);

try {
  const database = await openDatabase({ dataDir });
  process.stdout.write('opened\n');
  const log = new DatabaseLog(database);
  await log.createDebate({ id: 'd', title: 'Trade', visibility: 'public', listing: {} }, []);
  for (let head = (await log.heads(['d'])).get('d')?.head ?? 0; ; head += 1) {
    const entry = { seq: head + 1, at: head, actor: 'a', author: 'a', shape: 1, type: 't', payload: {} };
    const [result] = await log.append([{ debateId: 'd', head, entries: [entry], answers: [] }]);
    if (result?.kind !== 'appended') throw new Error(`not appended: ${JSON.stringify(result)}`);
    process.stdout.write(`acknowledged ${head + 1}\n`);
  }
} catch (error) {
  process.stdout.write(error instanceof StartError ? `refused: ${error.message}\n` : `failed: ${error}\n`);
  process.exitCode = 1;
}
