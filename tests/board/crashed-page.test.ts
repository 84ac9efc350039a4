import { describe, expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import type { Operation } from '../../domain/debate/engine/operations.ts';
import { toSnapshot } from '../../domain/debate/engine/snapshot.ts';
import type { OpenMessage, SubmitMessage } from '../../domain/protocol/client-messages.ts';
import type { Frame, Welcome } from '../../domain/protocol/server-messages.ts';
import { adoptOutbox, type Outbox } from '../../domain/sync/outbox.ts';
import type { OperationAnswer } from '../../domain/sync/pending-operation.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, agree, type DebateBuilder, editTo, newClaim, seal } from '../support/debate-builder.ts';

/** A server that is asked under one identity only; what it is asked is noted, and what it answers is the test's. */
class Desk implements Transport {
  readonly opened: OpenMessage[] = [];
  readonly submitted: SubmitMessage[] = [];
  /** Its known operations of the page before, by number. */
  readonly known = new Map<number, OperationAnswer>();
  send: (frame: Frame) => void = () => undefined;
  /** Asked for more than it knows, it reads what other servers have written; nothing, if there is none. */
  catchUp: () => Promise<void> = async () => undefined;
  readonly #debate: DebateBuilder;

  constructor(debate: DebateBuilder) {
    this.#debate = debate;
  }

  connect(listener: TransportListener) {
    this.send = (frame) => listener.frame(frame);
    listener.connected();
    return () => undefined;
  }

  async open(message: OpenMessage): Promise<Welcome> {
    this.opened.push(message);
    const answers = message.unanswered.flatMap((clientSeq) => {
      const answer = this.known.get(clientSeq);
      return answer ? [[clientSeq, answer] as const] : [];
    });
    const debate = this.#debate;
    if (message.after > debate.state.seq) await this.catchUp();
    const { seq } = debate.state;
    // Nothing was written at 0: as if another log was followed.
    const isOther = message.at === 0;
    return {
      ok: true,
      participantId: 'dana',
      standing: null,
      people: [],
      present: [],
      pointers: [],
      pointersMuted: false,
      answers,
      state: isOther
        ? {
            kind: 'snapshot',
            snapshot: toSnapshot(debate.projection('dana')),
            frame: debate.frame('dana', seq),
            rewound: true,
          }
        : { kind: 'entries', frame: debate.frame('dana', message.after) },
    };
  }

  async submit(message: SubmitMessage): Promise<OperationAnswer> {
    this.submitted.push(message);
    const isKnown = this.known.has(message.clientSeq);
    return isKnown
      ? { ok: false, rejection: { code: 'identity_reused' } }
      : this.#debate.ask('dana', message.operation);
  }

  sendSeen = () => new Promise<never>(() => {});
  askClock = async () => 0;
  sendPresence() {}

  sendPointer() {}

  sendCaret() {}
  watchGroups() {}
}

/** Dana's next page: it finds one argument that was not sent yet, as far as the browser had kept; it was made `ahead` entries later. */
function nextPage(
  debate: DebateBuilder,
  ahead = 0,
  operation: Operation = newClaim('n', 'c-a'),
): { store: BoardStore; desk: Desk } {
  const desk = new Desk(debate);
  const page = { debateId: 'd', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), desk);
  store.enableRules(RULES);
  const item = { clientSeq: 7, operation, payload: null, sent: false, confirmedBy: null };
  const kept: Outbox = {
    debateId: 'd',
    participantId: 'dana',
    clientId: 'tab-before',
    clientSeq: 7,
    seq: debate.state.seq + ahead,
    pending: [item],
    texts: { 'c-a': { revision: 1, text: 'one two three' } },
    refused: [],
  };
  store.resume(adoptOutbox(kept));
  return { store, desk };
}

describe('[SY15] a page that ended before the browser had kept its last changes', () => {
  test('its next one asks also what became of what it seems not to have sent', async () => {
    const debate = aDebate();
    const { store, desk } = nextPage(debate);
    debate.does('dana', newClaim('n', 'c-a'));
    desk.known.set(7, { ok: true, seq: debate.state.seq });
    store.connect();
    await expect.poll(() => store.state().replica.pending).toEqual([]);
    expect(desk.opened.map(({ unanswered }) => unanswered)).toEqual([[7]]);
    expect(desk.submitted).toEqual([]);
    expect(store.state().replica.view.claims.has('c-n')).toBe(true);
  });

  test('an operation it had sent in another form, still under way, counts as it was sent', async () => {
    const debate = aDebate();
    const { store, desk } = nextPage(debate);
    const submit = desk.submit.bind(desk);
    desk.submit = (message) => {
      debate.does('dana', newClaim('n', 'c-a', { text: 'As it was sent' }));
      desk.known.set(7, { ok: true, seq: debate.state.seq });
      desk.submit = submit;
      return submit(message);
    };
    store.connect();
    await expect.poll(() => store.state().replica.pending).toEqual([]);
    expect(store.state().refused).toEqual([]);
    expect(desk.opened).toHaveLength(2);
    expect(store.state().replica.view.claims.get('c-n')?.text).toBe('As it was sent');
  });

  test('an edit it had sent on a text too old to merge is asked for again at once, as it has been carried since', async () => {
    const debate = aDebate();
    const typed = editTo(debate.state, 'c-a', 'one two three!');
    debate.does('emil', editTo(debate.state, 'c-a', 'E one two three')).does(SYSTEM, seal('c-a'));
    const { store, desk } = nextPage(debate, 0, typed);
    const submit = desk.submit.bind(desk);
    // Operations sent by the page before come first, and get the same answers.
    desk.submit = () => {
      desk.known.set(7, { ok: false, rejection: { code: 'base_too_old' } });
      desk.submit = submit;
      return Promise.resolve({ ok: false, rejection: { code: 'identity_reused' } });
    };
    store.connect();
    await expect
      .poll(() => desk.submitted.map(({ operation }) => operation))
      .toEqual([{ ...typed, base: 2, change: [15, [0, '!']] }]);
  });

  test('typing in the next page is no part of what may have been sent, and builds on it', async () => {
    const debate = aDebate();
    const { store, desk } = nextPage(debate, 0, editTo(debate.state, 'c-a', 'one two three a'));
    const submit = desk.submit.bind(desk);
    // Sent with more in it than the browser had kept.
    desk.submit = (message) => {
      debate.does('dana', editTo(debate.state, 'c-a', 'one two three abc'));
      desk.known.set(7, { ok: true, seq: debate.state.seq });
      desk.submit = submit;
      return submit(message);
    };
    expect(
      store.submitTyping(editTo(store.state().replica.view, 'c-a', 'one two three a!'), false),
    ).toBeNull();
    store.connect();
    await expect.poll(() => debate.text('c-a')).toMatch(/^one two three (abc!|!abc)$/);
    desk.send(debate.frame('dana', store.state().replica.confirmed.seq));
    expect(store.state().replica.pending).toEqual([]);
    expect(store.state().replica.view.claims.get('c-a')?.text).toBe(debate.text('c-a'));
  });

  test('an operation of the next page has a number that it cannot have used', async () => {
    const { store, desk } = nextPage(aDebate());
    store.connect();
    expect(store.submit(agree('c-b'))).toBeNull();
    await expect.poll(() => desk.submitted).toHaveLength(2);
    expect(desk.submitted.map(({ clientSeq }) => clientSeq)).toEqual([7, 7 + LIMITS.pendingOperations + 1]);
  });
});

describe('a stored outbox that is ahead of what the server sends', () => {
  /** Others' operations meanwhile. */
  const others = [agree('c-b'), newClaim('e', 'c-d')] as const;

  test('[SY14] waits until the server has caught up, for which it is asked', async () => {
    const debate = aDebate();
    const { seq } = debate.state;
    const { store, desk } = nextPage(debate, 2);
    desk.catchUp = async () => void debate.does('emil', ...others);
    store.connect();
    await expect.poll(() => desk.submitted).toHaveLength(1);
    expect(desk.opened.map(({ after }) => after)).toEqual([seq, seq + 2]);
    expect(store.state().replica.view.claims.has('c-n')).toBe(true);
    expect(store.state().replica.view.claims.has('c-e')).toBe(true);
  });

  test('[SY14] is applied once, if the entries it waits for arrive while the server is asked for them', async () => {
    const debate = aDebate();
    const { store, desk } = nextPage(debate, 2);
    const answers: (() => void)[] = [];
    desk.catchUp = () => new Promise((go) => void answers.push(go));
    store.connect();
    await expect.poll(() => desk.opened).toHaveLength(2);
    expect(store.outbox()?.pending).toHaveLength(1);
    const before = debate.state.seq;
    debate.does('emil', ...others);
    desk.send(debate.frame('dana', before));
    expect(store.state().replica.pending).toHaveLength(1);
    answers[0]?.();
    await expect.poll(() => desk.submitted).toHaveLength(1);
    expect(store.state().replica.pending).toHaveLength(1);
  });

  test('[SY17] is applied on a log that ends before it although the server has caught up: it was restored from a backup', async () => {
    const debate = aDebate();
    const { store, desk } = nextPage(debate, 2);
    store.connect();
    await expect.poll(() => desk.submitted.map(({ clientSeq }) => clientSeq)).toEqual([7]);
    expect(store.state().replica.view.claims.has('c-n')).toBe(true);
    expect(store.submit(agree('c-b'))).toBeNull();
    expect(desk.opened).toHaveLength(2);
  });
});
