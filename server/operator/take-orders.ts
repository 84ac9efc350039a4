import { randomUUID } from 'node:crypto';
import { chmod, readdir, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { wasMoved } from '../database/data-folder.ts';
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
  for (const name of stale) await rm(join(parts.dataDir, name), { recursive: true, force: true });
  if (path === null) {
    parts.failed(new Error('The path of the data folder is too long for a socket'));
    return () => undefined;
  }
  // A killed server leaves it. The folder's lock is held.
  if (process.platform !== 'win32') await rm(path, { force: true });
  const callers = new Set<Caller>();
  const server = createServer((socket) => {
    const caller = new Caller(socket, parts);
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

/** One connection of a command: its orders run one after the other, and what they began ends with it. */
class Caller {
  readonly #socket: Socket;
  readonly #parts: TakingParts;
  readonly #copies: string[] = [];
  #holds = false;
  #isServing = true;

  constructor(socket: Socket, parts: TakingParts) {
    this.#socket = socket;
    this.#parts = parts;
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
    const { order } = orderSchema.parse(JSON.parse(line));
    if (order === 'hold') {
      this.#holds = true;
      await this.#parts.database.refuseWrites(true);
      return { done: true, folder: null };
    }
    const folder = join(this.#parts.dataDir, `${COPY}${randomUUID()}`);
    this.#copies.push(folder);
    await this.#parts.database.copyTo(folder);
    return { done: true, folder };
  }

  async #tidyUp(): Promise<void> {
    for (const folder of this.#copies) await rm(folder, { recursive: true, force: true });
    // After a move, what was written here would be lost.
    if (this.#holds && !wasMoved(this.#parts.dataDir)) await this.#parts.database.refuseWrites(false);
  }
}
