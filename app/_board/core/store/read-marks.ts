import type { SeenMessage } from '../../../../domain/protocol/seen-messages.ts';
import { isSameSeen, mergeSeen, type Seen } from '../../../../domain/unread/seen.ts';
import { receivedSeen } from '../../../../domain/unread/sent-seen.ts';
import type { Transport } from '../transport/transport.ts';
import type { BoardCell } from './board-cell.ts';

/** What the viewer has seen of the debate, on any device. */
export class ReadMarks {
  readonly #cell: BoardCell;
  readonly #transport: Transport;

  constructor(cell: BoardCell, transport: Transport) {
    this.#cell = cell;
    this.#transport = transport;
  }

  /** Merges what was seen with what is known: devices report in any order. */
  see(seen: Seen): void {
    const { seen: known } = this.#cell.read();
    const joined = known ? mergeSeen(known, seen) : seen;
    if (known === null) this.#cell.change({ seen: joined, lastVisit: joined.left });
    else if (!isSameSeen(known, joined)) this.#cell.change({ seen: joined });
  }

  /** Sends what the viewer has seen here, and receives what they have seen on any device. Rejects if the connection is lost. */
  async send(message: SeenMessage): Promise<void> {
    this.see(receivedSeen(await this.#transport.sendSeen(message)));
  }
}
