import { io, type Socket } from 'socket.io-client';
import { type ClientEvents, LIVE_PATH, type ServerEvents } from '../../../domain/protocol/events.ts';
import type { Transport } from './transport.ts';

/** Milliseconds after which an unanswered request counts as lost. */
const ANSWER_TIMEOUT = 10_000;

/** The way to the server over Socket.IO. Each tab has one connection. */
export function socketTransport(url?: string): Transport {
  const socket: Socket<ServerEvents, ClientEvents> = io(url ?? window.location.origin, {
    path: LIVE_PATH,
    transports: ['websocket', 'polling'],
    autoConnect: false,
    reconnectionDelay: 300,
    reconnectionDelayMax: 4_000,
    randomizationFactor: 0.6,
    withCredentials: true,
  });
  return {
    open: (message) => socket.timeout(ANSWER_TIMEOUT).emitWithAck('open', message),
    submit: (message) => socket.timeout(ANSWER_TIMEOUT).emitWithAck('submit', message),
    tellPresence: (message) => {
      // Presence told late is worse than not told: it is not buffered while offline.
      if (socket.connected) socket.emit('presence', message, () => {});
    },
    tellCaret: (message) => {
      if (socket.connected) socket.emit('caret', message, () => {});
    },
    connect(listener) {
      const offline = () => socket.disconnect();
      const online = () => socket.connect();
      socket.on('connect', () => listener.connected());
      socket.on('disconnect', (reason) => {
        listener.disconnected();
        // The server ended it on purpose: Socket.IO does not come back by itself.
        if (reason === 'io server disconnect') window.setTimeout(online, 500 + Math.random() * 1_500);
      });
      // Turned away at the door (the database was away, too many connections): Socket.IO gives up, we do not.
      socket.on('connect_error', () => {
        if (!socket.active) window.setTimeout(online, 1_000 + Math.random() * 2_000);
      });
      socket.on('frame', (frame) => listener.frame(frame));
      socket.on('people', (people) => listener.people(people));
      socket.on('presence', (update) => listener.presence(update));
      socket.on('carets', ({ here, gone }) =>
        listener.carets({ here: here.filter(({ connection }) => connection !== socket.id), gone }),
      );
      socket.on('closing', (closing) => listener.closing(closing));
      // A cut network shows at once, not when a heartbeat is missed.
      window.addEventListener('offline', offline);
      window.addEventListener('online', online);
      socket.connect();
      return () => {
        window.removeEventListener('offline', offline);
        window.removeEventListener('online', online);
        socket.removeAllListeners();
        socket.disconnect();
      };
    },
  };
}
