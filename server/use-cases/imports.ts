import { randomBytes } from 'node:crypto';
import { LIMITS } from '../../domain/debate/limits.ts';
import type { Visibility } from '../../domain/debate/records/head.ts';
import { rejection } from '../../domain/debate/rejections.ts';
import type { FormatName } from '../../domain/formats/formats.ts';
import type { ImportPreview } from '../../domain/formats/import-preview.ts';
import type { Refusal } from '../../domain/protocol/server-messages.ts';
import type { SignedIn } from '../auth/sign-ins.ts';
import type { Database } from '../database/open-database.ts';
import type { OperationLog } from '../log/operation-log.ts';
import type { DebateStarts } from './debate-starts.ts';
import { newParticipantId } from './participants.ts';
import { type ImportedFile, type ImportProblem, type ReadImport, readImport } from './read-import.ts';
import { startThread } from './start-thread.ts';

/** Bytes up to which a file is read between other work: it takes less than starting a thread. */
const SMALL = 32 * 1024;
/** Large files on their way here at once, one of a person: each is held whole until it is read. */
const ARRIVING = 8;
/** Files read at once: each may take a processor for a while, and memory. */
const AT_ONCE = 2;
/** Milliseconds a file may take; what takes longer was made to. */
const DEADLINE = 60_000;
/** MB of memory that reading a file may take. */
const MEMORY_MB = 1_024;

interface Brought {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly format: FormatName | null;
}

export type ImportAnswer =
  | { readonly ok: true; readonly preview: ImportPreview; readonly debateId?: string }
  | ({ readonly ok: false } & ImportProblem)
  | Refusal
  | 'busy';

/** Debates that come from files: looked at first, and made whole or not at all. */
export class Imports {
  readonly #database: Database;
  readonly #log: OperationLog;
  readonly #starts: DebateStarts;
  readonly #now: () => number;
  readonly #arriving = new Set<string>();
  #running = 0;

  constructor(parts: { database: Database; log: OperationLog; starts: DebateStarts; now: () => number }) {
    this.#database = parts.database;
    this.#log = parts.log;
    this.#starts = parts.starts;
    this.#now = parts.now;
  }

  /** Takes in what a person sends, as long as there is room for it: `length` is how many bytes they say it has. */
  async receive<T>({ id }: SignedIn, length: number, take: () => Promise<T>): Promise<T | 'busy'> {
    if (length <= LIMITS.messageBytes) return take();
    if (this.#arriving.has(id) || this.#arriving.size >= ARRIVING) return 'busy';
    this.#arriving.add(id);
    try {
      return await take();
    } finally {
      this.#arriving.delete(id);
    }
  }

  /** What is in a file; nothing is made of it. */
  async preview(person: SignedIn, brought: Brought): Promise<ImportAnswer> {
    const problem = await this.#starts.problem(person);
    if (problem) return { ok: false, rejection: rejection(problem) };
    const read = await this.#read({
      ...brought,
      ownerId: 'preview',
      visibility: 'private',
      now: this.#now(),
    });
    if (read === 'busy') return read;
    return 'problem' in read ? { ok: false, ...read } : { ok: true, preview: read.preview };
  }

  /**
   * Makes a debate of a file. Who wrote what stays apart in it, and whom the file names is called so, as somebody who came with a
   * file: who they are is nobody's here to say.
   */
  async create(person: SignedIn, brought: Brought, visibility: Visibility): Promise<ImportAnswer> {
    const problem = await this.#starts.problem(person);
    if (problem) return { ok: false, rejection: rejection(problem) };
    const [debateId, ownerId] = [`d_${randomBytes(9).toString('base64url')}`, newParticipantId()];
    const read = await this.#read({ ...brought, ownerId, visibility, now: this.#now() });
    if (read === 'busy') return read;
    if ('problem' in read) return { ok: false, ...read };
    const { preview, entries, listing, names } = read;
    await this.#log.createDebate({ id: debateId, title: preview.title, visibility, listing }, entries);
    await this.#database.prisma.participant.createMany({
      data: [
        { id: ownerId, debateId, userId: person.id, name: person.name },
        ...names.map(([id, name]) => ({ id, debateId, userId: null, name })),
      ],
    });
    return { ok: true, preview, debateId };
  }

  async #read(file: ImportedFile): Promise<ReadImport | ImportProblem | 'busy'> {
    if (file.bytes.length <= SMALL) return readImport(file);
    if (this.#running >= AT_ONCE) return 'busy';
    this.#running += 1;
    try {
      return await inThread(file);
    } finally {
      this.#running -= 1;
    }
  }
}

/** Reads a file in a thread of its own. One that takes too long, or too much memory, is too large, whatever its size. */
function inThread(file: ImportedFile): Promise<ReadImport | ImportProblem> {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
  const worker = startThread('import', { workerData: file, resourceLimits });
  return new Promise((resolve, reject) => {
    const tooLarge = () =>
      resolve({ problem: 'too_large', line: null, detail: `${DEADLINE / 1_000} s, ${MEMORY_MB} MB` });
    const deadline = setTimeout(() => {
      tooLarge();
      void worker.terminate();
    }, DEADLINE);
    worker.once('message', resolve);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : reject(error),
    );
    worker.once('exit', () => {
      clearTimeout(deadline);
      reject(new Error('A file was not read to its end'));
    });
  });
}
