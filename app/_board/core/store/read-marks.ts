import type { ReadMarksMessage } from '#domain/protocol/read-marks-messages.ts';
import { hasSameReadMarks, mergeReadMarks, type ReadMarks } from '#domain/unread/read-marks.ts';
import { unpackReadMarks } from '#domain/unread/sent-read-marks.ts';
import type { Transport } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';

/** The viewer's read marks of the debate, over all devices. */
export class ReadMarksSync {
  readonly #cell: BoardCell;
  readonly #transport: Transport;

  constructor(cell: BoardCell, transport: Transport) {
    this.#cell = cell;
    this.#transport = transport;
  }

  /** Merges what was seen with what is known: devices report in any order. */
  see(seen: ReadMarks): void {
    const { seen: known } = this.#cell.read();
    const joined = known ? mergeReadMarks(known, seen) : seen;
    if (known === null) this.#cell.change({ seen: joined, lastVisit: joined.left });
    else if (!hasSameReadMarks(known, joined)) this.#cell.change({ seen: joined });
  }

  /** Begins another visit, of a viewer who left when the debate was of this server time. */
  beginVisit(left: number): void {
    const { seen } = this.#cell.read();
    if (seen !== null) this.#cell.change({ lastVisit: Math.max(seen.left, left) });
  }

  /** Sends what the viewer has seen here, and receives what they have seen on any device. Rejects if the connection is lost. */
  async send(message: ReadMarksMessage): Promise<void> {
    this.see(unpackReadMarks(await this.#transport.sendSeen(message)));
  }
}
