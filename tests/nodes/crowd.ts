import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { socketTransport } from '../../app/_board/core/transport/socket-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { OperationMaker } from '../simulation/operation-maker.ts';
import { Random } from '../simulation/random.ts';

/** Operations of one person under way at most: who waits for the server does not pile up more. */
const UNDER_WAY = 3;

/** One person: the board's real store and its real way to the server. */
export interface CrowdPerson {
  readonly store: BoardStore;
  /** The server's acknowledgements, by the number of the operation. */
  readonly acknowledged: ReadonlyMap<number, number>;
}

/** People who work in one debate at once, on whatever node they come to. */
export class Crowd {
  readonly people: CrowdPerson[] = [];
  readonly #pace: number;
  readonly #random: Random;
  readonly #maker: OperationMaker;
  readonly #leaving: (() => void)[] = [];
  #working: NodeJS.Timeout[] = [];

  /** `pace`: milliseconds between two things one person does, about. */
  constructor(seed: number, pace: number) {
    this.#pace = pace;
    this.#random = new Random(seed);
    this.#maker = new OperationMaker(this.#random, true);
  }

  /** Someone comes in. */
  enter(origin: string, cookie: string, debateId: string): void {
    const acknowledged = new Map<number, number>();
    const transport = asInPage(recording(socketTransport(origin, { origin, cookie }), acknowledged));
    const page = { debateId, participantId: null, people: [] };
    const store = createBoardStore(page, EMPTY_STATE, transport);
    store.enableRules(RULES);
    this.people.push({ store, acknowledged });
    this.#leaving.push(store.connect());
  }

  /** Everyone works, until they rest. */
  work(): void {
    this.#working = this.people.map(({ store }) =>
      setInterval(() => this.#act(store), this.#pace * (0.5 + this.#random.next())),
    );
  }

  rest(): void {
    for (const timer of this.#working) clearInterval(timer);
    this.#working = [];
  }

  acknowledged(): number {
    return this.people.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
  }

  /** How many are connected and have the debate open. */
  live(): number {
    return this.people.filter(({ store }) => store.state().connection.kind === 'live').length;
  }

  /** How many operations wait for an answer, or for their entry. */
  waiting(): number {
    return this.people.reduce((sum, { store }) => sum + store.state().replica.pending.length, 0);
  }

  leave(): void {
    this.rest();
    for (const leave of this.#leaving) leave();
  }

  #act(store: BoardStore): void {
    const { replica } = store.state();
    if (replica.participantId === null || replica.pending.length >= UNDER_WAY) return;
    const operation = this.#maker.make(replica.view);
    if (operation) store.submit(operation);
  }
}

function recording(transport: Transport, acknowledged: Map<number, number>): Transport {
  const note = (clientSeq: number, answer: OperationAnswer) => {
    if (answer.ok) acknowledged.set(clientSeq, answer.seq);
  };
  return {
    ...transport,
    open: async (message) => {
      const welcome = await transport.open(message);
      if (welcome.ok) for (const [clientSeq, answer] of welcome.answers) note(clientSeq, answer);
      return welcome;
    },
    submit: async (message) => {
      const answer = await transport.submit(message);
      note(message.clientSeq, answer);
      return answer;
    },
  };
}

/**
 * In a page each message is a task of its own, and a caller that waits for an answer has it before the next one comes. Node's
 * WebSocket hands over several at once.
 */
function asInPage(transport: Transport): Transport {
  const inTurn = (listener: TransportListener): TransportListener => ({
    connected: () => listener.connected(),
    disconnected: () => listener.disconnected(),
    frame: (frame) => setImmediate(() => listener.frame(frame)),
    people: (people) => setImmediate(() => listener.people(people)),
    presence: (update) => setImmediate(() => listener.presence(update)),
    pointers: (pointers) => setImmediate(() => listener.pointers(pointers)),
    groups: (overviews) => setImmediate(() => listener.groups(overviews)),
    carets: (carets) => setImmediate(() => listener.carets(carets)),
    pointersMuted: (change) => setImmediate(() => listener.pointersMuted(change)),
    standing: (standing) => setImmediate(() => listener.standing(standing)),
    seen: (seen) => setImmediate(() => listener.seen(seen)),
    closing: (closing) => setImmediate(() => listener.closing(closing)),
  });
  return { ...transport, connect: (listener) => transport.connect(inTurn(listener)) };
}
