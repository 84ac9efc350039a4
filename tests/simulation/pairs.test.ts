import { describe, expect, test } from 'vitest';
import { decide } from '../../domain/debate/engine/decide.ts';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import type { Operation, OperationType } from '../../domain/debate/engine/operations.ts';
import type { PairRow } from '../../domain/spec/pairs.ts';
import { createReplica, predict, submit } from '../../domain/sync/replica.ts';
import { aDebate, type DebateBuilder, everythingOf } from '../support/debate-builder.ts';
import { sampleOf } from '../support/how-many.ts';
import { firstOf, PERSONAL_TYPES, SAMPLES } from '../support/operation-samples.ts';
import { aBusyDebate } from '../support/pairs/busy-debate.ts';
import { ALL_CASES, asker } from '../support/pairs/pair-cases.ts';
import { type Asked, canBothBeAsked } from '../support/pairs/pair-outcome.ts';
import { pairsOf, rowFor } from '../support/pairs/pair-table.ts';
import { Tab } from './tab.ts';

/** Comments are their author's; everything else is asked by one who may. */
const firstFor = (type: OperationType) => (type.startsWith('comment.') ? 'dana' : 'olga');
const secondFor = (type: OperationType) => (type.startsWith('comment.') ? 'dana' : 'mona');
const WATCHER = 'otto';

const BEGUN = aDebate();
const BUSY = aBusyDebate();

/** A debate in which both operations of a pair are worth asking for. */
function debateFor(one: OperationType, other: OperationType): DebateBuilder {
  const debate = BEGUN.copy();
  for (const [type, who] of [
    [one, firstFor(one)],
    [other, secondFor(other)],
  ] as const) {
    for (const first of firstOf(type)) debate.ask(who, first);
  }
  return debate;
}

/** The operations of two people; if both add something, each adds their own. */
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

function expectAtRest(debate: DebateBuilder, tabs: readonly Tab[]): void {
  for (const { replica, who } of tabs) {
    expect(replica.pending).toEqual([]);
    expect(everythingOf(replica.view)).toEqual(everythingOf(debate.projection(who)));
  }
}

describe('[SY13] two operations on one state, in the order the server took them', () => {
  for (const one of PERSONAL_TYPES) {
    test.each(sampleOf(PERSONAL_TYPES, 4))(`${one}, then %s`, (other) => {
      const debate = debateFor(one, other);
      const tabs = [firstFor(one), secondFor(other), WATCHER].map((who) => new Tab(debate, who));
      const [first, second] = tabs as [Tab, Tab];
      first.replica = submit(first.replica, 1, sample(one, 'one'));
      second.replica = submit(second.replica, 1, sample(other, 'other'));
      const expected = predict(
        createReplica(debate.projection(first.who), first.who, decide),
        sample(one, 'one'),
      ).ok;
      first.sends();
      second.sends();
      for (const tab of tabs) tab.hears();
      expectAtRest(debate, tabs);
      expect(first.answers.map(({ ok }) => ok)).toEqual([expected]);
      expect(second.answers).toHaveLength(1);
    });
  }
});

interface Meetings {
  readonly row: PairRow;
  /** The type of the later of both. */
  readonly type: OperationType;
  readonly pairs: (readonly [Asked, Asked])[];
}

/** Every two operations of people that meet in a way the table of pairs mentions, by its rows and the type of the later. */
function meetings(): Meetings[] {
  const met = new Map<PairRow, Map<OperationType, Meetings>>();
  for (const [debate, first, later] of pairsOf(
    ALL_CASES.filter(({ type }) => asker(type, 'first') !== SYSTEM),
  )) {
    const row = rowFor(debate, first, later);
    if (!row || !canBothBeAsked(debate.state, first, later)) continue;
    const { type } = later.operation;
    const ofRow = met.get(row) ?? new Map<OperationType, Meetings>();
    const known = ofRow.get(type) ?? { row, type, pairs: [] };
    known.pairs.push([first, later]);
    met.set(row, ofRow.set(type, known));
  }
  return [...met.values()].flatMap((ofRow) => [...ofRow.values()]);
}

describe('[SY13] [PA1] two operations that meet leave all alike, as the table of pairs says', () => {
  const named = meetings().map(
    ({ row, type, pairs }) => [`${row.first.join(', ')}, then ${type}: ${row.where}`, row, pairs] as const,
  );

  test.each(named)('%s', (_, { outcome }, pairs) => {
    for (const [first, later] of sampleOf(pairs, 1)) {
      const debate = BUSY.copy();
      const tabs = [first.actor.id, later.actor.id, WATCHER].map((who) => new Tab(debate, who));
      const [one, other] = tabs as [Tab, Tab];
      one.replica = submit(one.replica, 1, first.operation);
      other.replica = submit(other.replica, 1, later.operation);
      one.sends();
      other.sends();
      for (const tab of tabs) tab.hears();
      expectAtRest(debate, tabs);
      const answers = [one, other].flatMap((tab) => tab.answers);
      expect(answers.map(({ ok }) => ok)).toEqual([true, !outcome.startsWith('refused')]);
    }
  });
});

describe('[SY13] [SY5] two edits of one text queued behind each other, an operation of someone else between', () => {
  test.each(PERSONAL_TYPES)('%s', (other) => {
    const debate = debateFor('claim.edit', other);
    const tabs = ['olga', secondFor(other), WATCHER].map((who) => new Tab(debate, who));
    const [first, second] = tabs as [Tab, Tab];
    const edits = ['one two and three', 'so one two and three'].filter((text) =>
      first.writes('c-a', text),
    ).length;
    second.replica = submit(second.replica, 1, sample(other, 'other'));
    first.sends();
    second.sends();
    for (let round = 0; round < 3; round += 1) {
      for (const tab of tabs) tab.hears();
      first.sends();
    }
    for (const tab of tabs) tab.hears();
    expectAtRest(debate, tabs);
    expect(first.answers).toHaveLength(edits);
  });
});
