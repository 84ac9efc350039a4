import type { LogEntry } from '#domain/debate/engine/entries.ts';
import { REVEALING, type Reveals, revealIn, revealsIn } from '#domain/history/activity.ts';
import { agendaEntries } from '../../log/agenda-entries.ts';
import type { DebateRoom } from '../../log/debate-room.ts';
import type { OperationLog } from '../../log/operation-log.ts';

/** The reveals of a debate, as far as its log was read. */
interface ReadReveals {
  seq: number;
  readonly entries: LogEntry[];
  readonly reveals: Map<string, number>;
  reading: Promise<void> | null;
}

/** The reveals of a debate: with the entries that made them, without their agendas, oldest first. */
export interface DebateReveals {
  readonly entries: readonly LogEntry[];
  readonly reveals: Reveals;
}

/** The reveals of debates. Each log is read once, for all who ask; what is known is dropped with the debate's room. */
export class KnownReveals {
  readonly #log: Pick<OperationLog, 'search'>;
  readonly #read = new WeakMap<DebateRoom, ReadReveals>();

  constructor(log: Pick<OperationLog, 'search'>) {
    this.#log = log;
  }

  /** The reveals of a debate up to a number of its log, and maybe later ones. */
  async of(room: DebateRoom, upTo: number): Promise<DebateReveals> {
    const read = this.#read.get(room) ?? { seq: 0, entries: [], reveals: new Map(), reading: null };
    this.#read.set(room, read);
    while (read.seq < upTo) {
      read.reading ??= this.#readOn(room.id, read, upTo).finally(() => {
        read.reading = null;
      });
      await read.reading;
    }
    return read;
  }

  async #readOn(debateId: string, read: ReadReveals, upTo: number): Promise<void> {
    for await (const entry of agendaEntries(this.#log, debateId, { after: read.seq, upTo }, REVEALING)) {
      const reveal = revealIn(entry);
      if (reveal) read.entries.push(reveal);
      for (const [id, seq] of reveal ? revealsIn([reveal]) : []) read.reveals.set(id, seq);
      read.seq = entry.seq;
    }
    read.seq = upTo;
  }
}
