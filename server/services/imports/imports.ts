import { randomBytes } from 'node:crypto';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { type Refusal, refuse } from '#domain/debate/engine/refusal.ts';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Visibility } from '#domain/debate/head/head.ts';
import type { TableColumns } from '#domain/formats/csv/claim-table.ts';
import type { FormatProblem } from '#domain/formats/format-error.ts';
import type { FormatName } from '#domain/formats/formats.ts';
import type { ImportPreview } from '#domain/formats/imports/import-preview.ts';
import type { SignedIn } from '../../auth/sign-in/sign-ins.ts';
import { FairQueue, type QueueBounds } from '../../limits/fair-queue.ts';
import type { Sender } from '../../limits/sender.ts';
import type { OperationLog, StoredEntry } from '../../log/operation-log.ts';
import type { WorkerBounds } from '../../workers/answer-jobs.ts';
import { type WorkerEnd, WorkerFailure } from '../../workers/worker-failure.ts';
import { WorkerProcess } from '../../workers/worker-process.ts';
import type { DebateStarts } from '../debates/debate-starts.ts';
import { newParticipantId } from '../participants/participants.ts';
import type { ReadMarksStore } from '../participants/read-marks.ts';
import type { ImportedFile, ImportProblem, ReadImport } from './read-import.ts';

/** Files read at once, each in a separate process. */
const AT_ONCE = 2;
/** Maximum files waiting or running, per person and for all people at an address. */
const HELD: QueueBounds['held'] = { person: 9, peopleOfAddress: 42 };
/** Each person's files are read one at a time. */
const READ: QueueBounds = { held: HELD, running: { person: 1, all: AT_ONCE } };
/** Large files being received or read: each is held in memory whole. */
const RECEIVED: QueueBounds = { held: HELD, running: { person: 1, peopleOfAddress: 4, all: 8 } };

/** Limits for reading one file: 10,000 claims with 100,000 votes take 4 to 6 seconds of a busy processor. */
export const READING_BOUNDS: WorkerBounds = { processorMs: 15_000, memoryMb: 768, residentMb: 1_280 };

interface Brought {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly format: FormatName | null;
  readonly columns?: TableColumns | null;
}

export type ImportAnswer =
  | { readonly ok: true; readonly preview: ImportPreview; readonly debateId?: string }
  | ({ readonly ok: false } & ImportProblem)
  | Refusal
  | 'busy';

/** Imported debates: previewed first, and created completely or not at all. */
export class Imports {
  readonly #log: OperationLog;
  readonly #starts: DebateStarts;
  readonly #seenMarks: ReadMarksStore;
  readonly #now: () => number;
  readonly #address: () => string;
  readonly #received = new FairQueue(RECEIVED);
  readonly #readings = new FairQueue(READ);
  /** Idle processes. */
  readonly #readers: WorkerProcess[];

  /** Number of files that wait or are being read. */
  get jobs(): number {
    return this.#received.jobs + this.#readings.jobs;
  }

  /** `address`: the current request's network address. */
  constructor(parts: {
    log: OperationLog;
    starts: DebateStarts;
    seenMarks: ReadMarksStore;
    now: () => number;
    address: () => string;
    bounds?: WorkerBounds;
  }) {
    this.#log = parts.log;
    this.#starts = parts.starts;
    this.#seenMarks = parts.seenMarks;
    this.#now = parts.now;
    this.#address = parts.address;
    const { bounds = READING_BOUNDS } = parts;
    this.#readers = Array.from({ length: AT_ONCE }, () => new WorkerProcess('import', bounds));
  }

  /**
   * Handles a file that a person sends, its arrival included, when there is room to hold it, if they may start debates. `length`:
   * bytes, as its sender says.
   */
  async receive<T>(person: SignedIn, length: number, handle: () => Promise<T>): Promise<T | RejectionCode> {
    const problem = await this.#starts.problem(person);
    if (problem) return problem;
    return length <= LIMITS.messageBytes ? handle() : this.#received.run(this.#sender(person), handle);
  }

  /** Previews a file; nothing is created. */
  async preview(person: SignedIn, brought: Brought): Promise<ImportAnswer> {
    const problem = await this.#starts.problem(person);
    if (problem) return refuse(problem);
    const read = await this.#read(person, { ...brought, owner: null, now: this.#now() });
    if (read === 'busy') return read;
    return 'problem' in read ? { ok: false, ...read } : { ok: true, preview: read.preview };
  }

  /**
   * Creates a debate from a file. Authors stay distinct in it, and the people named in the file become participants from a file: the server
   * makes no claim about who they are.
   */
  async create(person: SignedIn, brought: Brought, visibility: Visibility): Promise<ImportAnswer> {
    const problem = await this.#starts.problem(person);
    if (problem) return refuse(problem);
    const [debateId, ownerId] = [`d_${randomBytes(9).toString('base64url')}`, newParticipantId()];
    const entries: StoredEntry[] = [];
    const owner = { ownerId, visibility };
    const read = await this.#read(person, { ...brought, owner, now: this.#now() }, entries);
    if (read === 'busy') return read;
    if ('problem' in read) return { ok: false, ...read };
    const { preview, listing, names } = read;
    const participants = [
      { id: ownerId, userId: person.id, name: person.name },
      ...names.map(([id, name]) => ({ id, userId: null, name })),
    ];
    const debate = { id: debateId, title: preview.title, visibility, listing, participants };
    await this.#log.createDebate(debate, entries);
    await this.#seenMarks.begin(debateId, ownerId, entries.at(-1)?.at ?? 0);
    return { ok: true, preview, debateId };
  }

  /** Ends the reading processes; a file being read is abandoned. */
  stop(): void {
    for (const reader of this.#readers) reader.stop();
  }

  #read(
    person: SignedIn,
    file: ImportedFile,
    entries: StoredEntry[] = [],
  ): Promise<ReadImport | ImportProblem | 'busy'> {
    return this.#readings.run(this.#sender(person), async () => {
      const reader = this.#readers.pop();
      if (!reader) throw new Error('More files are read at once than there are readers');
      try {
        return await reader.run<ReadImport | ImportProblem, StoredEntry[]>(file, (some) => {
          for (const entry of some) entries.push(entry);
        });
      } catch (error) {
        if (!(error instanceof WorkerFailure)) throw error;
        return { problem: PROBLEM_OF[error.why], line: null, detail: '' };
      } finally {
        this.#readers.push(reader);
      }
    });
  }

  #sender({ id }: SignedIn): Sender {
    return { person: id, address: this.#address() };
  }
}

/** The problem reported to a person whose file ended its reader. */
const PROBLEM_OF: Readonly<Record<WorkerEnd, FormatProblem>> = {
  time: 'too_slow',
  memory: 'too_much_memory',
  ended: 'reader_failed',
};
