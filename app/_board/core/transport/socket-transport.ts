import { io, type Socket } from 'socket.io-client';
import { type ClientEvents, LIVE_PATH, type ServerEvents } from '#domain/protocol/events.ts';
import type { AccessDenied, Welcome } from '#domain/protocol/server-messages.ts';
import { decodeWelcome, type SentSnapshot, type WelcomeWire } from '#domain/protocol/welcome-wire.ts';
import { inflate } from './inflate.ts';
import { newTraceparent } from './traceparent.ts';
import { type Transport, UnreadableAnswer } from './transport.ts';

/** Milliseconds after which an unanswered request counts as lost. */
const ANSWER_TIMEOUT = 10_000;
/** How many times as long an opening may take: its answer may be a whole debate, over a slow network. */
const OPENING = 3;
/** The share of it in which a server that is there answers what needs no database. */
const PROMPTLY = 0.3;

/**
 * Transport over Socket.IO. Each tab has one connection. Without a page (in tests) it needs an address and the headers that a browser
 * would send. `answerTimeout`: milliseconds after which an unanswered request counts as lost.
 */
export function socketTransport(
  url?: string,
  extraHeaders?: Record<string, string>,
  answerTimeout = ANSWER_TIMEOUT,
): Transport {
  const page = typeof window === 'undefined' ? null : window;
  const socket: Socket<ServerEvents, ClientEvents> = io(url ?? page?.location.origin, {
    path: LIVE_PATH,
    // Long polling would have to stay on one node; every browser that shows the board has WebSocket.
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
    randomizationFactor: 0.6,
    withCredentials: true,
    ...(extraHeaders && { extraHeaders }),
  });
  /** Messages that arrived while a welcome was being unpacked; `null` while none is. */
  let waiting: (() => void)[] | null = null;
  const inOrder = (deliver: () => void) => {
    if (waiting) waiting.push(deliver);
    else deliver();
  };
  const release = () => {
    const delivered = waiting ?? [];
    waiting = null;
    for (const deliver of delivered) deliver();
  };
  const unpack = (sent: WelcomeWire, state: SentSnapshot) => {
    waiting = [];
    return inflate(state.packed)
      .then((packed) => decodeWelcome(sent, state, packed))
      .catch((cause: unknown) => {
        throw new UnreadableAnswer('welcome', { cause });
      })
      .finally(() => setTimeout(release));
  };
  /** When the last packet arrived, of any kind. */
  let heardAt = 0;
  const heard = () => {
    heardAt = performance.now();
  };
  /** Openings without an answer yet. It counts as heard only when all of it is there, which takes long over a slow network. */
  let openings = 0;
  let isAsking = false;
  /**
   * Replaces the connection if nothing at all has arrived since this time, and nothing comes when the server is asked for something that it
   * answers at once: the network has gone, and the server's pings, which would tell, are far apart.
   */
  const replaceIfSilent = async (since: number) => {
    const isSilent = () => socket.connected && heardAt < since && openings === 0;
    if (isAsking || !isSilent()) return;
    isAsking = true;
    const { engine } = socket.io;
    const question = socket.timeout(PROMPTLY * answerTimeout).emitWithAck('clock', {});
    await question.catch(() => null);
    isAsking = false;
    if (isSilent() && engine === socket.io.engine) socket.disconnect().connect();
  };
  const answered = async <T>(answer: Promise<T>): Promise<T> => {
    const askedAt = performance.now();
    return answer.catch((error: unknown) => {
      void replaceIfSilent(askedAt);
      throw error;
    });
  };
  return {
    open: (message) =>
      new Promise((resolve, reject) => {
        const askedAt = performance.now();
        openings += 1;
        socket.timeout(OPENING * answerTimeout).emit('open', message, (error, answer) => {
          openings -= 1;
          if (error) {
            void replaceIfSilent(askedAt);
            reject(error);
          }
          // In the same task: a frame may follow in the same packet.
          else if (answer.ok && answer.state.kind === 'packed') resolve(unpack(answer, answer.state));
          else resolve(answer as Welcome | AccessDenied);
        });
      }),
    submit: (message) => {
      const traceparent = newTraceparent();
      const traced = traceparent === undefined ? message : { ...message, traceparent };
      return answered(socket.timeout(answerTimeout).emitWithAck('submit', traced));
    },
    sendSeen: async (message) => {
      const answer = await answered(socket.timeout(answerTimeout).emitWithAck('seen', message));
      if (!answer.ok) throw new Error(answer.rejection.code);
      return answer.seen;
    },
    askClock: async () => {
      const answer = await answered(socket.timeout(answerTimeout).emitWithAck('clock', {}));
      if (!answer.ok) throw new Error(answer.rejection.code);
      return answer.now;
    },
    sendPresence: (message) => {
      // Late presence is worse than none: it is not buffered while offline.
      if (socket.connected) socket.emit('presence', message, () => {});
    },
    sendPointer: (message) => {
      if (socket.connected) socket.emit('pointer', message, () => {});
    },
    sendCaret: (message) => {
      if (socket.connected) socket.emit('caret', message, () => {});
    },
    watchGroups: (watching) => {
      if (socket.connected) socket.emit('watchGroups', { watching }, () => {});
    },
    connect(listener) {
      const offline = () => socket.disconnect();
      const online = () => socket.connect();
      let later: ReturnType<typeof setTimeout> | undefined;
      const onlineIn = (pause: number) => {
        clearTimeout(later);
        later = setTimeout(online, pause);
      };
      // A network may have gone while the page was hidden or the phone asleep.
      const shown = () => {
        if (page?.document.visibilityState === 'visible') void replaceIfSilent(performance.now());
      };
      socket.on('connect', () => {
        heard();
        socket.io.engine.on('packet', heard);
        listener.connected();
      });
      socket.on('disconnect', (reason) => {
        waiting = null;
        // Requests made after a sleep wait for the next connection, where they would come before the debate is open there: they count
        // as unanswered.
        socket.sendBuffer = [];
        listener.disconnected();
        // The server ended it on purpose: Socket.IO does not reconnect in that case.
        if (reason === 'io server disconnect') onlineIn(500 + Math.random() * 1_500);
      });
      // Refused on connecting (the database was unreachable, or too many connections): Socket.IO gives up, we retry.
      socket.on('connect_error', () => {
        if (!socket.active) onlineIn(1_000 + Math.random() * 2_000);
      });
      socket.on('frame', (frame) => inOrder(() => listener.frame(frame)));
      socket.on('people', (people) => inOrder(() => listener.people(people)));
      socket.on('presence', (update) => inOrder(() => listener.presence(update)));
      socket.on('pointers', (moved) => inOrder(() => listener.pointers(moved)));
      socket.on('pointersMuted', (change) => inOrder(() => listener.pointersMuted(change)));
      socket.on('groups', (overviews) => inOrder(() => listener.groups(overviews)));
      socket.on('carets', (update) => inOrder(() => listener.carets(update)));
      socket.on('standing', (standing) => inOrder(() => listener.standing(standing)));
      socket.on('seen', (seen) => inOrder(() => listener.seen(seen)));
      socket.on('closing', (closing) => listener.closing(closing));
      // Shows a cut network at once, not after a missed heartbeat.
      page?.addEventListener('offline', offline);
      page?.addEventListener('online', online);
      page?.document.addEventListener('visibilitychange', shown);
      socket.connect();
      return () => {
        clearTimeout(later);
        page?.removeEventListener('offline', offline);
        page?.removeEventListener('online', online);
        page?.document.removeEventListener('visibilitychange', shown);
        // Before its listeners go: the board hears of it, and may connect again for a person who has just signed in.
        socket.disconnect();
        socket.removeAllListeners();
      };
    },
  };
}
