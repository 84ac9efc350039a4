import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { StartError } from '../database/start-error.ts';
import { type Order, orderAnswerSchema } from './orders.ts';
import { operatorSocketPath } from './socket-path.ts';

/** The running server of a data folder, as a command sees it. */
export interface RunningOwner {
  /** Carries out an order; the data folder with the copy, if it makes one. Throws a `StartError` if the server can't or ends. */
  give(order: Order): Promise<string | null>;
  /** Ends the connection: copies are deleted, and writes are accepted again. */
  close(): void;
}

/** Connects to the server that has the embedded database of a data folder; `null` if none is running. */
export async function findRunningOwner(dataDir: string): Promise<RunningOwner | null> {
  const path = operatorSocketPath(dataDir);
  if (path === null) return null;
  const socket = connect(path);
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
  if (!connected) return null;
  socket.on('error', () => undefined);
  const answers = createInterface(socket)[Symbol.asyncIterator]();
  return {
    give: async (order) => {
      socket.write(`${JSON.stringify(order)}\n`);
      const next = await answers.next().catch(() => null);
      if (!next || next.done)
        throw new StartError('The running server stopped meanwhile. Give the command again.');
      const answer = orderAnswerSchema.parse(JSON.parse(next.value));
      if (!answer.done) throw new StartError(`The running server could not do it: ${answer.problem}`);
      return answer.folder;
    },
    close: () => socket.end(),
  };
}
