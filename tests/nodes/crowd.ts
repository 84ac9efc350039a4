import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { socketTransport } from '../../app/_board/core/transport/socket-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { isPassing } from '../../domain/debate/engine/rejections.ts';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { adoptOutbox } from '../../domain/sync/outbox.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { OperationMaker } from '../simulation/operation-maker.ts';
import { Random } from '../simulation/random.ts';

/** Operations of one person under way at most: who waits for the server does not pile up more. */
const UNDER_WAY = 3;

/** Something a person's page asked the server for. */
export interface Asked {
  readonly clientId: string;
  readonly clientSeq: number;
  readonly operation: Operation;
  /** The last answer that is not one to ask again after; null before there is one. */
  answer: OperationAnswer | null;
  /** True if the page has shown that it was refused. */
  isShown: boolean;
}

/** One person: the board's real store and its real way to the server. */
export interface CrowdPerson {
  readonly cookie: string;
  readonly store: BoardStore;
  /** Everything this page and those before it asked, by its identity. */
  readonly asked: ReadonlyMap<string, Asked>;
}

/** People who work in one debate at once, on whatever node they come to. */
export class Crowd {
  readonly people: CrowdPerson[] = [];
  readonly #pace: number;
  readonly #random: Random;
  readonly #maker: OperationMaker;
  readonly #leaving = new Map<CrowdPerson, () => void>();
  #working: NodeJS.Timeout[] = [];

  /** `pace`: milliseconds between two things one person does, about. */
  constructor(seed: number, pace: number) {
    this.#pace = pace;
    this.#random = new Random(seed);
    this.#maker = new OperationMaker(this.#random, true);
  }

  /** Someone comes in; the page goes on with what `before` has left in the browser. */
  enter(origin: string, cookie: string, debateId: string, before?: CrowdPerson): CrowdPerson {
    const asked = new Map(before?.asked);
    const transport = asInPage(
      recording(socketTransport(origin, { origin, cookie }), asked, () => store.clientId),
    );
    const page = { debateId, participantId: null, people: [] };
    const store = createBoardStore(page, EMPTY_STATE, transport);
    store.enableRules(RULES);
    store.subscribe(() => {
      for (const { clientSeq } of store.state().refused) {
        const shown = asked.get(`${store.clientId} ${clientSeq}`);
        if (shown) shown.isShown = true;
      }
    });
    const left = before?.store.outbox();
    if (left) store.resume(adoptOutbox(structuredClone(left)));
    const person = { cookie, store, asked };
    this.people.push(person);
    this.#leaving.set(person, store.connect());
    return person;
  }

  /** Someone's page is loaded again: what was not sent yet is sent by the new one. */
  reload(person: CrowdPerson, origin: string): CrowdPerson {
    this.dismiss(person);
    return this.enter(origin, person.cookie, person.store.state().debateId, person);
  }

  /** Someone's page is closed. */
  dismiss(person: CrowdPerson): void {
    this.#leaving.get(person)?.();
    this.#leaving.delete(person);
    this.people.splice(this.people.indexOf(person), 1);
  }

  /** Everyone works, until they rest. */
  work(): void {
    this.#working = Array.from({ length: this.people.length }, (_, nth) =>
      setInterval(() => this.#act(this.people[nth]?.store), this.#pace * (0.5 + this.#random.next())),
    );
  }

  rest(): void {
    for (const timer of this.#working) clearInterval(timer);
    this.#working = [];
  }

  acknowledged(): number {
    const accepted = this.people.map(({ asked }) => [...asked.values()].filter(({ answer }) => answer?.ok));
    return accepted.reduce((sum, { length }) => sum + length, 0);
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
    for (const person of [...this.people]) this.dismiss(person);
  }

  #act(store: BoardStore | undefined): void {
    if (!store) return;
    const { replica } = store.state();
    if (replica.participantId === null || replica.pending.length >= UNDER_WAY) return;
    const operation = this.#maker.make(replica.view);
    if (operation) store.submit(operation);
  }
}

function recording(transport: Transport, asked: Map<string, Asked>, clientId: () => string): Transport {
  const note = (identity: string, answer: OperationAnswer) => {
    const one = asked.get(identity);
    if (one && (answer.ok || !isPassing(answer.rejection))) one.answer = answer;
  };
  return {
    ...transport,
    open: async (message) => {
      const welcome = await transport.open(message);
      const answers = welcome.ok ? welcome.answers : [];
      for (const [clientSeq, answer] of answers) note(`${message.clientId} ${clientSeq}`, answer);
      return welcome;
    },
    submit: async (message) => {
      const own = { clientId: clientId(), ...message };
      const identity = `${own.clientId} ${own.clientSeq}`;
      if (!asked.has(identity)) asked.set(identity, { ...own, answer: null, isShown: false });
      const answer = await transport.submit(message);
      note(identity, answer);
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
