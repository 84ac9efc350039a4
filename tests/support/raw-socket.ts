import { WebSocket } from 'ws';
import { LIVE_PATH } from '../../domain/protocol/events.ts';

/** A connection that sends raw text, past every client library. */
export interface RawSocket {
  readonly received: string[];
  readonly closed: Promise<void>;
  readonly isOpen: boolean;
  send(packet: string | Buffer): void;
  /** Sends an event with an acknowledgement; what it was answered, undefined where the connection ended. */
  ask(event: string): Promise<unknown>;
  /** Stops reading and answering. */
  pause(): void;
  end(): void;
}

/** Connects by hand, up to where events may be sent. */
export async function connectRaw(origin: string, cookie = ''): Promise<RawSocket> {
  const address = `${origin.replace('http', 'ws')}${LIVE_PATH}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { headers: { origin, cookie } });
  const received: string[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  socket.on('message', (data) => {
    received.push(String(data));
    changed();
  });
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      resolve();
      changed();
    });
  });
  socket.on('error', () => {});
  const until = <T>(find: () => T | undefined): Promise<T | undefined> =>
    new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined && socket.readyState <= WebSocket.OPEN) return;
        listeners.delete(check);
        resolve(found);
      };
      listeners.add(check);
      check();
    });
  const packet = (start: string) => received.find((text) => text.startsWith(start));
  await until(() => packet('0{'));
  socket.send('40');
  await until(() => packet('40'));
  let asked = 0;
  return {
    received,
    closed,
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    send: (data) => socket.send(data),
    ask: async (event) => {
      asked += 1;
      const start = `43${asked}[`;
      socket.send(`42${asked}${event}`);
      const answer = await until(() => packet(start));
      return answer === undefined ? undefined : JSON.parse(answer.slice(start.length - 1))[0];
    },
    pause: () => socket.pause(),
    end: () => socket.terminate(),
  };
}
