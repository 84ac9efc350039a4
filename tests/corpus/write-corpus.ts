/**
 * `npm run corpus`: writes logs as this release stores them, with every type of entry, by the server's own write path on an
 * embedded database; what they fold to; a backup, each debate's Parley file, and the operations as browsers keep them. `npm run corpus -- digests` only writes what the
 * kept logs of all releases fold to today: look at the difference before you commit it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { toStoredEntry } from '../../domain/debate/engine/upcast.ts';
import { writeBackup } from '../../server/cli/backup/write-backup.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { aDebate } from '../support/debate-builder.ts';
import { unanswer } from '../support/made-steelmen.ts';
import { firstOf, OPERATION_TYPES, SAMPLES } from '../support/operation-samples.ts';
import {
  CORPUS,
  type CorpusFile,
  corpusVersions,
  type Digests,
  digestsOf,
  exportOf,
  foldStored,
  readCorpus,
} from './corpus.ts';
import { STORY } from './story.ts';

/** The clock of every corpus: what is written twice is the same. */
const NOW = Date.UTC(2026, 0, 1);
/** Operations after a type's sample that are needed for all its entries. */
const AFTERWARDS: Partial<Record<OperationType, Operation>> = {
  'meeting.setStatus': { type: 'meeting.setStatus', live: false },
  'steelman.answer': unanswer(),
};
/** The people who ask, in this order, until it is accepted. */
const PEOPLE = ['olga', 'dana', 'emil', 'susi', SYSTEM];

async function writeCorpus(version: string): Promise<void> {
  const folder = join(CORPUS, version);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-corpus-'));
  const database = await openDatabase({ dataDir });
  const failed = (error: unknown) => {
    throw error;
  };
  const log = new DatabaseLog(database);
  const rooms = new Rooms(log, new GroupCommit(log, () => NOW, failed), failed);
  const lines: string[] = [];
  const files: string[] = [];
  const create = async (debate: string) => {
    const { state, entries } = aDebate();
    const about = { id: debate, title: 'A debate', visibility: 'public', listing: listingOf(state) };
    await log.createDebate(about, entries.map(toStoredEntry));
  };
  const record = async (debate: string) => {
    const entries = await log.read(debate, 0, 1_000);
    for (const entry of entries) lines.push(JSON.stringify({ debate, ...entry }));
    const file: CorpusFile = { debate, parley: exportOf(foldStored(entries)) };
    files.push(JSON.stringify(file));
  };
  for (const type of OPERATION_TYPES) {
    const debate = `d_${type.replace('.', '-')}`;
    await create(debate);
    const { operation } = SAMPLES[type];
    await rooms.with(debate, async (room) => {
      if (room === null) throw new Error(`${debate} was not made`);
      for (const [index, one] of [...firstOf(type), operation, AFTERWARDS[type]].entries())
        if (one && one.type !== 'debate.create') await submit(room, one, index * PEOPLE.length);
    });
    await record(debate);
  }
  await create('d_story');
  await rooms.with('d_story', async (room) => {
    for (const [index, [who, operation, refused]] of STORY.entries()) {
      const answer = await room?.submit(toSubmission(who, 'corpus', index + 1, operation));
      const code = answer?.ok ? undefined : answer?.rejection.code;
      if (code !== refused) throw new Error(`${operation.type} of ${who}: ${code}`);
    }
  });
  await record('d_story');
  const pack = (name: string, text: string) =>
    writeFileSync(join(folder, name), gzipSync(text, { level: 9 }));
  pack('logs.jsonl.gz', `${lines.join('\n')}\n`);
  await writeBackup(database, join(folder, 'backup.gz'));
  pack('parley.jsonl.gz', `${files.join('\n')}\n`);
  const operations = [...Object.values(SAMPLES), ...STORY.map(([, operation]) => ({ operation }))];
  pack('operations.jsonl.gz', operations.map(({ operation }) => `${JSON.stringify(operation)}\n`).join(''));
  await database.close();
  await rm(dataDir, { recursive: true });
}

async function submit(
  room: { submit: (submission: ReturnType<typeof toSubmission>) => Promise<{ ok: boolean }> },
  operation: Operation,
  after: number,
): Promise<void> {
  for (const [index, who] of PEOPLE.entries()) {
    const answer = await room.submit(toSubmission(who, 'corpus', after + index + 1, operation));
    if (answer.ok) return;
  }
  throw new Error(`${operation.type} was refused to everybody`);
}

function writeDigests(version: string): void {
  const digests: Record<string, Digests> = {};
  for (const [debate, entries] of readCorpus(version)) digests[debate] = digestsOf(foldStored(entries));
  writeFileSync(join(CORPUS, version, 'digests.json'), `${JSON.stringify(digests, null, 2)}\n`);
}

const { version } = JSON.parse(readFileSync(join(CORPUS, '../../package.json'), 'utf8')) as {
  version: string;
};
if (process.argv[2] !== 'digests') await writeCorpus(version);
for (const one of corpusVersions()) writeDigests(one);
