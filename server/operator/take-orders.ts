import { randomUUID } from 'node:crypto';
import { chmod, readdir, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { noteMoved, wasMoved } from '../database/data-folder.ts';
import type { EmbeddedDatabase } from '../database/open-database.ts';
import { type OrderAnswer, orderSchema } from './orders.ts';
import { operatorSocketPath } from './socket-path.ts';

/** Copies stand in the data folder, under names that begin so. */
const COPY = 'copy-';

interface TakingParts {
  readonly dataDir: string;
  readonly database: EmbeddedDatabase;
  readonly failed: (error: unknown) => void;
}

/**
 * Takes orders of the operator's commands at a socket in the data folder, which only its owner may open: the embedded database belongs to
 * the server's process, and backups and moves need copies of it. Returns a function that stops it.
 */
export async function takeOrders(parts: TakingParts): Promise<() => void> {
  const path = operatorSocketPath(parts.dataDir);
  const stale = (await readdir(parts.dataDir)).filter((name) => name.startsWith(COPY));
  await removeAll(
    stale.map((name) => join(parts.dataDir, name)),
    parts.failed,
  );
  if (path === null) {
    parts.failed(new Error('The path of the data folder is too long for a socket'));
    return () => undefined;
  }
  // A killed server leaves it. The folder's lock is held.
  if (process.platform !== 'win32') await rm(path, { force: true });
  const callers = new Set<Caller>();
  const hold: Hold = { by: null };
  const server = createServer((socket) => {
    const caller = new Caller(socket, parts, hold);
    callers.add(caller);
    socket.once('close', () => callers.delete(caller));
  });
  server.on('error', parts.failed);
  await new Promise<void>((resolve) => {
    server.once('listening', resolve).once('error', () => resolve());
    server.listen(path);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600).catch(parts.failed);
  return () => {
    server.close();
    for (const caller of callers) caller.leave();
  };
}

/** Removes folders with copies, as far as it can. */
async function removeAll(folders: readonly string[], failed: (error: unknown) => void): Promise<void> {
  for (const folder of folders) await rm(folder, { recursive: true, force: true }).catch(failed);
}

/** The connection for which writes are refused; `null`: they are accepted, or the database was moved. */
interface Hold {
  by: Caller | null;
}

/** One connection of a command: its orders run one after the other, and what they began ends with it. */
class Caller {
  readonly #socket: Socket;
  readonly #parts: TakingParts;
  readonly #hold: Hold;
  readonly #copies: string[] = [];
  #isServing = true;

  constructor(socket: Socket, parts: TakingParts, hold: Hold) {
    this.#socket = socket;
    this.#parts = parts;
    this.#hold = hold;
    socket.on('error', () => undefined);
    void this.#serve().catch(parts.failed);
  }

  /** The server stops: the command may go on with its copy, and the next start removes it. */
  leave(): void {
    this.#isServing = false;
    this.#socket.destroy();
  }

  async #serve(): Promise<void> {
    try {
      for await (const line of createInterface(this.#socket)) {
        const answer = await this.#carryOut(line).catch((error: unknown): OrderAnswer => {
          this.#parts.failed(error);
          return { done: false, problem: error instanceof Error ? error.message : String(error) };
        });
        if (!this.#socket.destroyed) this.#socket.write(`${JSON.stringify(answer)}\n`);
      }
    } finally {
      if (this.#isServing) await this.#tidyUp();
    }
  }

  async #carryOut(line: string): Promise<OrderAnswer> {
    const order = orderSchema.parse(JSON.parse(line));
    if (order.order === 'copy') return { done: true, folder: await this.#copy() };
    if (order.order === 'hold') await this.#holdWrites();
    else await this.#retire(order.place);
    return { done: true, folder: null };
  }

  async #copy(): Promise<string> {
    const folder = join(this.#parts.dataDir, `${COPY}${randomUUID()}`);
    this.#copies.push(folder);
    await this.#parts.database.copyTo(folder);
    return folder;
  }

  /** A second move would end the hold of the first, or lose what is written between the two. */
  async #holdWrites(): Promise<void> {
    this.#hold.by ??= this;
    if (this.#hold.by !== this) throw new Error('another move is under way');
    await this.#parts.database.refuseWrites(true);
  }

  /** This process notes it itself: one that has restarted has accepted writes meanwhile. */
  async #retire(place: string): Promise<void> {
    if (this.#hold.by !== this) throw new Error('its writes are not held');
    await noteMoved(this.#parts.dataDir, place);
  }

  /** Writes are accepted again, whatever becomes of the copies; after a move, what was written here would be lost. */
  async #tidyUp(): Promise<void> {
    try {
      if (this.#hold.by === this && !wasMoved(this.#parts.dataDir))
        await this.#parts.database.refuseWrites(false);
    } finally {
      if (this.#hold.by === this) this.#hold.by = null;
      await removeAll(this.#copies, this.#parts.failed);
    }
  }
}
