import { describe, expect, test } from 'vitest';
import type { Operation, OperationType } from '../../domain/debate/operations.ts';
import {
  acknowledge,
  createReplica,
  foretell,
  type Replica,
  receive,
  submit,
  takeSendable,
} from '../../domain/sync/replica.ts';
import {
  aDebate,
  type DebateBuilder,
  editTo,
  everythingOf,
  PERSONAL_TYPES,
  SAMPLES,
} from '../support/debate-builder.ts';

/** Comments are their author's; everything else is asked by one who may. */
const firstFor = (type: OperationType) => (type.startsWith('comment.') ? 'dana' : 'olga');
const secondFor = (type: OperationType) => (type.startsWith('comment.') ? 'dana' : 'mona');
const WATCHER = 'otto';

/** A debate in which both operations of a pair are worth asking for. */
function debateFor(one: OperationType, other: OperationType): DebateBuilder {
  const debate = aDebate();
  for (const [type, who] of [
    [one, firstFor(one)],
    [other, secondFor(other)],
  ] as const) {
    const { first } = SAMPLES[type];
    if (first) debate.ask(who, first);
  }
  return debate;
}

/** What each of two people asks; where both add something, each adds their own. */
function sample(type: OperationType, key: 'one' | 'other'): Operation {
  const { operation } = SAMPLES[type];
  if (!type.endsWith('.add')) return operation;
  const own = (id: string) => `${id}-${key}`;
  switch (operation.type) {
    case 'claim.add':
      return { ...operation, claimId: own(operation.claimId), linkId: own(operation.linkId) };
    case 'link.add':
      return { ...operation, linkId: own(operation.linkId) };
    case 'source.add':
      return { ...operation, sourceId: own(operation.sourceId) };
    case 'position.add':
      return { ...operation, positionId: own(operation.positionId) };
    case 'comment.add':
      return { ...operation, commentId: own(operation.commentId) };
    default:
      return operation;
  }
}

class Tab {
  replica: Replica;
  readonly #debate: DebateBuilder;
  readonly #who: string;
  #asked = 0;
  settled: boolean[] = [];

  constructor(debate: DebateBuilder, who: string) {
    this.#debate = debate;
    this.#who = who;
    this.replica = createReplica(debate.projection(who), who);
  }

  asks(operation: Operation): this {
    this.#asked += 1;
    this.replica = submit(this.replica, this.#asked, operation);
    return this;
  }

  /** All that may be sent reaches the server, and is answered. */
  sends(): void {
    const { replica, toSend } = takeSendable(this.replica);
    this.replica = replica;
    for (const { clientSeq, payload } of toSend) {
      if (!payload) throw new Error('Nothing to send');
      const answer = this.#debate.ask(this.#who, payload);
      this.settled.push(answer.ok);
      this.replica = acknowledge(this.replica, clientSeq, answer);
    }
  }

  hears(): void {
    const { to, entries, own } = this.#debate.frame(this.#who, this.replica.confirmed.seq);
    this.replica = receive(this.replica, to, entries, own);
  }

  expectAtRest(): void {
    expect(this.replica.pending).toEqual([]);
    expect(everythingOf(this.replica.view)).toEqual(everythingOf(this.#debate.projection(this.#who)));
  }
}

describe('[SY13] two operations on one state, in the order the server took them', () => {
  for (const one of PERSONAL_TYPES) {
    test.each(PERSONAL_TYPES)(`${one}, then %s`, (other) => {
      const debate = debateFor(one, other);
      const tabs = [firstFor(one), secondFor(other), WATCHER].map((who) => new Tab(debate, who));
      const [first, second] = tabs as [Tab, Tab];
      const operation = sample(one, 'one');
      const expected = foretell(first.replica, operation).ok;
      first.asks(operation);
      second.asks(sample(other, 'other'));
      first.sends();
      second.sends();
      for (const tab of tabs) tab.hears();
      for (const tab of tabs) tab.expectAtRest();
      expect(first.settled).toEqual([expected]);
      expect(second.settled).toHaveLength(1);
    });
  }
});

describe('[SY13] [SY5] two edits of one text queued behind each other, an operation of somebody else between', () => {
  test.each(PERSONAL_TYPES)('%s', (other) => {
    const debate = debateFor('claim.edit', other);
    const tabs = ['olga', secondFor(other), WATCHER].map((who) => new Tab(debate, who));
    const [first, second] = tabs as [Tab, Tab];
    for (const text of ['one two and three', 'so one two and three']) {
      first.asks(editTo(first.replica.view, 'c-a', text));
    }
    second.asks(sample(other, 'other'));
    first.sends();
    second.sends();
    for (let round = 0; round < 3; round += 1) {
      for (const tab of tabs) tab.hears();
      first.sends();
    }
    for (const tab of tabs) tab.hears();
    for (const tab of tabs) tab.expectAtRest();
    expect(first.settled).toHaveLength(2);
  });
});
