import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ENTRY_SHAPE } from '../../domain/debate/engine/entries.ts';
import { ENTRY_TYPES } from '../../domain/debate/engine/events.ts';
import { brokenInvariants } from '../../domain/debate/engine/invariants.ts';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { REJECTION_CODES } from '../../domain/debate/engine/rejections.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import { upcastOperation } from '../../domain/debate/engine/upcast.ts';
import { readParley } from '../../domain/formats/parley/read-parley.ts';
import { headSchema } from '../../server/cli/backup/backup-file.ts';
import { restoreBackup } from '../../server/cli/backup/restore-backup.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { eraseFromLog } from '../../server/log/erase-from-log.ts';
import { loadState } from '../../server/log/snapshots/snapshots.ts';
import { firstAnswer } from '../../server/log/submission.ts';
import {
  CORPUS,
  corpusVersions,
  digestsOf,
  exportOf,
  foldStored,
  readCorpus,
  readCorpusFiles,
  readCorpusOperations,
} from '../corpus/corpus.ts';
import { putEmptyDatabase } from '../support/data-template.ts';
import { temporaryFolder } from '../support/database.ts';
import { sampleOf } from '../support/how-many.ts';

const versions = corpusVersions();
const newest = versions.at(-1) ?? '';

describe('[RL8] the kept logs of a release', { timeout: 120_000 }, () => {
  test('have every type of entry of today, in the shape of today, where the release is the newest', () => {
    const entries = [...readCorpus(newest).values()].flat();
    const ofToday = entries.filter(({ shape }) => shape === ENTRY_SHAPE).map(({ type }) => type);
    expect([...new Set(ofToday)].sort(), 'run "npm run corpus"').toEqual([...ENTRY_TYPES].sort());
    const { version } = JSON.parse(readFileSync(join(CORPUS, '../../package.json'), 'utf8'));
    expect(newest).toBe(version);
  });

  test.each(versions)('of %s fold to what they did', (version) => {
    const digests = JSON.parse(readFileSync(join(CORPUS, version, 'digests.json'), 'utf8'));
    const folded: Record<string, unknown> = {};
    for (const [debate, entries] of readCorpus(version)) {
      const state = foldStored(entries);
      expect(brokenInvariants(state), debate).toEqual([]);
      folded[debate] = digestsOf(state);
    }
    expect(folded).toEqual(digests);
  });

  test.each(versions)('of %s: each Parley file has the debate that its log folds to', (version) => {
    const logs = readCorpus(version);
    const stateOf = (parley: string) => toSnapshot(readParley(Buffer.from(parley)).state);
    for (const { debate, parley } of readCorpusFiles(version)) {
      const folded = foldStored(logs.get(debate) ?? []);
      expect(stateOf(parley), debate).toEqual(stateOf(exportOf(folded)));
    }
  });

  test.each(versions)('of %s: the operations that a browser keeps are operations of today', (version) => {
    for (const operation of readCorpusOperations(version))
      expect(
        operationSchema.safeParse(upcastOperation(operation)).error,
        JSON.stringify(operation),
      ).toBeUndefined();
  });

  test.each(versions)(
    'of %s: its backup is restored by the release that has its tables, else refused by name',
    async (version) => {
      const path = join(CORPUS, version, 'backup.gz');
      const [head = ''] = gunzipSync(readFileSync(path)).toString().split('\n', 1);
      const { migrations } = headSchema.parse(JSON.parse(head));
      const folder = await temporaryFolder();
      await putEmptyDatabase(folder.path);
      const database = await openDatabase({ dataDir: folder.path });
      const rows = await database.prisma.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`;
      const isOurs = rows.map(({ name }) => name).join() === migrations.join();
      if (isOurs) {
        expect(await restoreBackup(database, path)).toBeGreaterThan(1_000);
        const log = new DatabaseLog(database);
        let erased = 0;
        for (const [debate, entries] of readCorpus(version)) {
          const loaded = (await loadState(log, debate)) ?? expect.fail(`${debate} is not there`);
          expect(digestsOf(loaded.state)).toEqual(digestsOf(foldStored(entries)));
          const all = { after: 0, before: 1_000, types: ENTRY_TYPES, by: null, always: [] };
          expect((await log.search(debate, all, 1_000)).length).toBe(entries.length);
          const erasing = { words: true, now: () => loaded.state.at };
          const people = sampleOf([...loaded.state.participants.keys()], 2);
          for (const id of people)
            erased += Number((await eraseFromLog(log, debate, id, erasing))?.ok ?? false);
          const left = (await loadState(log, debate)) ?? expect.fail(`${debate} is not there any more`);
          expect(brokenInvariants(left.state), debate).toEqual([]);
        }
        expect(erased).toBeGreaterThan(0);
        const submissions = await database.prisma.submission.findMany();
        for (const { debateId, clientId, clientSeq } of submissions) {
          const [stored = expect.fail('no answer')] = await log.answers(debateId, [{ clientId, clientSeq }]);
          const answer = firstAnswer(stored, stored.hash);
          if (!answer.ok) expect(REJECTION_CODES).toContain(answer.rejection.code);
        }
      } else {
        await expect(restoreBackup(database, path)).rejects.toThrow(/another release of Parley/);
      }
      await database.close();
      await folder.remove();
    },
  );
});
