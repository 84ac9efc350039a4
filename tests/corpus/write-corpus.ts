/**
 * `npm run corpus`: writes logs as this release stores them, with every type of entry, by the server's own write path on an
 * embedded database; what they fold to; and a backup and a Parley file. `npm run corpus -- digests` only says anew what the kept
 * logs of all releases fold to: look at the difference before you commit it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ENTRY_SHAPE, SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import { projectState } from '../../domain/debate/engine/project.ts';
import { downcastEntry } from '../../domain/debate/engine/upcast.ts';
import { writeParley } from '../../domain/formats/parley/write-parley.ts';
import { writeBackup } from '../../server/cli/backup/write-backup.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { DatabaseLog } from '../../server/log/database-log.ts';
import { listingOf } from '../../server/log/debate-listing.ts';
import { GroupCommit } from '../../server/log/group-commit.ts';
import { Rooms } from '../../server/log/rooms.ts';
import { toSubmission } from '../../server/log/submission.ts';
import { aDebate, OPERATION_TYPES, SAMPLES } from '../support/debate-builder.ts';
import { CORPUS, corpusVersions, type Digests, digestsOf, foldStored, readCorpus } from './corpus.ts';

/** The clock of every corpus: what is written twice is the same. */
const NOW = Date.UTC(2026, 0, 1);
/** What is done after a type's sample, where one entry of it is not all it leads to. */
const AFTERWARDS: Partial<Record<OperationType, Operation>> = {
  'meeting.turn': { type: 'meeting.turn', live: false },
};
/** Who asks, in this order, until it is granted. */
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
  const rooms = new Rooms(log, new GroupCommit(log, () => NOW, failed), () => undefined, failed);
  const lines: string[] = [];
  for (const type of OPERATION_TYPES) {
    const debate = `d_${type.replace('.', '-')}`;
    const { state, entries } = aDebate();
    const about = { id: debate, title: 'A debate', visibility: 'public', listing: listingOf(state) };
    await log.createDebate(
      about,
      entries.map((entry) => ({ ...downcastEntry(entry, ENTRY_SHAPE) })),
    );
    const { first, operation } = SAMPLES[type];
    await rooms.with(debate, async (room) => {
      if (room === null) throw new Error(`${debate} was not made`);
      for (const [index, one] of [first, operation, AFTERWARDS[type]].entries())
        if (one && one.type !== 'debate.create') await submit(room, one, index * PEOPLE.length);
    });
    for (const entry of await log.read(debate, 0, 1_000)) lines.push(JSON.stringify({ debate, ...entry }));
  }
  const pack = (name: string, text: string) =>
    writeFileSync(join(folder, name), gzipSync(text, { level: 9 }));
  pack('logs.jsonl.gz', `${lines.join('\n')}\n`);
  await writeBackup(database, join(folder, 'backup.gz'));
  const state = projectState(aDebate().state, 'readers', null);
  const names = new Map([...state.participants.keys()].map((id) => [id, `Participant ${id}`]));
  pack('debate.parley.json.gz', [...writeParley({ state, names, kept: [] })].join(''));
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
