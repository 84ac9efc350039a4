import WebSocket from 'ws';

/** A connection that costs the bench little: it speaks just enough of the wire to send, and hand on what it gets. */
export interface LightClient {
  /** The answer; undefined if the connection ended. */
  send(event: string, message: unknown): Promise<unknown>;
  close(): void;
}

/**
 * A client of Parley over a bare WebSocket: Engine.IO 4 and Socket.IO 5 in text frames (`0` open, `2`/`3` ping and pong,
 * `40` connect, `42` event with an acknowledgement id, `43` acknowledgement). `localAddress`: where it comes from, of this
 * machine's own addresses.
 */
export async function connectParley(
  origin: string,
  cookie: string,
  hear: (text: string) => void,
  localAddress?: string,
): Promise<LightClient> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live/?EIO=4&transport=websocket`, {
    headers: { origin, cookie },
    perMessageDeflate: false,
    ...(localAddress && { localAddress }),
  });
  const answers = new Map<string, (value: unknown) => void>();
  let sent = 0;
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error('the connection was closed'));
      for (const answer of answers.values()) answer(undefined);
      answers.clear();
    });
    socket.on('message', (data) => {
      const text = data.toString();
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40')) resolve();
      else if (text.startsWith('44')) reject(new Error(text));
      else if (text.startsWith('43')) acknowledge(text, answers);
      else if (text.startsWith('42["frame"')) hear(text);
    });
  });
  return {
    send: (event, message) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) return resolve(undefined);
        const id = String(sent);
        sent += 1;
        answers.set(id, resolve);
        socket.send(`42${id}${JSON.stringify([event, message])}`);
      }),
    close: () => socket.terminate(),
  };
}

function acknowledge(text: string, answers: Map<string, (value: unknown) => void>): void {
  const start = text.indexOf('[');
  const id = text.slice(2, start);
  answers.get(id)?.(JSON.parse(text.slice(start))[0]);
  answers.delete(id);
}

/** A client of the bare broadcast; `room`: the path it connects to. */
export async function connectBroadcast(
  origin: string,
  hear: (text: string) => void,
  room = '/',
): Promise<LightClient> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${room}`, { perMessageDeflate: false });
  socket.on('message', (data) => hear(data.toString()));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return {
    send: async (_event, message) => socket.send(JSON.stringify(message)),
    close: () => socket.terminate(),
  };
}
