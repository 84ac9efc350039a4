import { describe, expect, test } from 'vitest';
import { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { revisionIn, textIn } from '../../domain/debate/texts/texts.ts';
import type { TextChange } from '../../domain/ot/text-change.ts';
import { createReplica } from '../../domain/sync/replica.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { NOTHING_TO_UNDO } from '../../domain/sync/undo-stack.ts';
import { aDebate, move, newClaim, retract, SOURCE } from '../support/debate-builder.ts';

const withMore = () => aDebate().does('olga', newClaim('e', 'east'), newClaim('f', 'east'));

function storeOf(who: string, debate = withMore()): BoardStore {
  const store = new BoardStore(
    {
      debateId: 'a-debate',
      replica: createReplica(debate.projection(who), who, null),
      branches: null,
      awaitsAll: false,
      people: new Map(),
      present: new Map(),
      count: null,
      pointersMuted: false,
      carets: new Map(),
      groupOverviews: new Map(),
      connection: { kind: 'connecting' },
      isOnlyRead: false,
      access: 'known',
      standing: null,
      seen: null,
      lastVisit: null,
      refused: [],
      drafts: new Map(),
      undo: NOTHING_TO_UNDO,
      recentlyChanged: new Map(),
      isPersisted: false,
      unsentOfOthers: 0,
    },
    silentTransport(),
    'tab-one',
  );
  store.enableRules(RULES);
  return store;
}

function retracted(store: BoardStore): string[] {
  const { claims } = store.state().replica.view;
  return [...claims.values()].filter((claim) => claim.retracted).map(({ id }) => id);
}

describe('several operations that are one action for the user', () => {
  test('[UN8] they are undone in one step and redone in one', () => {
    const store = storeOf('olga');
    store.submit(retract('c-d'));
    expect(store.submitTogether([retract('c-e'), retract('c-f')])).toEqual([]);
    expect(retracted(store).sort()).toEqual(['c-d', 'c-e', 'c-f']);
    for (const _ of [1, 2]) {
      expect(store.undo()).toBe(true);
      expect(retracted(store)).toEqual(['c-d']);
      expect(store.redo()).toBe(true);
      expect(retracted(store).sort()).toEqual(['c-d', 'c-e', 'c-f']);
    }
    store.undo();
    expect(store.undo()).toBe(true);
    expect(retracted(store)).toEqual([]);
    expect(store.undo()).toBe(false);
  });

  test('[UN8] one whose first operation cannot be undone leaves what was done before it', () => {
    const store = storeOf('olga');
    store.submit(retract('c-e'));
    expect(store.submitInTurn([{ ...SOURCE, sourceId: 's-n' }, retract('c-f'), retract('c-d')])).toBeNull();
    expect(store.undo()).toBe(true);
    expect(retracted(store)).toEqual(['c-e']);
    expect(store.submitTogether([{ ...SOURCE, sourceId: 's-o' }, retract('c-f')])).toEqual([]);
    expect(store.undo()).toBe(true);
    expect(retracted(store)).toEqual(['c-e']);
  });

  test('operations of which one needs the other are submitted all or not at all', () => {
    const store = storeOf('olga');
    const source = { ...SOURCE, sourceId: 's-n' };
    const cite = (claimId: string) => ({ type: 'claim.cite', claimId, sourceId: 's-n' }) as const;
    for (const _ of [1, 2]) expect(store.submitInTurn([source, cite('c-gone')])).not.toBeNull();
    expect(store.state().replica.pending).toEqual([]);
    expect(store.submitInTurn([source, cite('c-d')])).toBeNull();
    expect(store.state().replica.pending.map(({ operation }) => operation)).toMatchObject([
      source,
      cite('c-d'),
    ]);
  });

  test('[UN8] forbidden operations are left out, with their reasons, and the rest is one step', () => {
    const store = storeOf('olga');
    const refusals = store.submitTogether([
      move('c-a', 'c-b'),
      move('c-e', 'west'),
      move('c-gone', 'west'),
      move('c-f', 'west'),
    ]);
    expect(refusals).toHaveLength(2);
    expect(store.state().undo.undo).toHaveLength(2);
    store.undo();
    expect(store.state().undo.undo).toEqual([]);
    const { view } = store.state().replica;
    expect(view.links.get('l-e')?.target.id).toBe('east');
    expect(view.links.get('l-f')?.target.id).toBe('east');
  });

  test('[UN8] a step that no longer fits is dropped, and the others are undone', () => {
    const store = storeOf('olga');
    store.submitTogether([retract('c-e'), retract('c-f')]);
    store.submit({ type: 'claim.restore', claimId: 'c-f' });
    const { undo } = store.state().undo;
    expect(undo).toHaveLength(3);
    store.undo();
    store.submit({ type: 'claim.restore', claimId: 'c-f' });
    store.undo();
    expect(retracted(store)).toEqual(['c-e', 'c-f']);
    store.undo();
    expect(retracted(store)).toEqual([]);
  });
});

describe('many operations that are one action', () => {
  const claims = Array.from({ length: 250 }, (_, nth) => `many${nth}`);
  const debate = aDebate().does('olga', ...claims.map((id) => newClaim(id, 'east')));
  const all = claims.map((id) => retract(`c-${id}`));

  test('[UN8] they are undone to the last one, and redone', () => {
    const store = storeOf('olga', debate);
    store.submit(retract('c-d'));
    store.submitTogether(all);
    expect(store.undo()).toBe(true);
    expect(retracted(store)).toEqual(['c-d']);
    expect(store.redo()).toBe(true);
    expect(retracted(store)).toHaveLength(251);
  });

  test('[UN8] the rest waits for the next time if there is no room for all', () => {
    const many = Array.from({ length: LIMITS.pendingOperations - 100 }, (_, nth) => `many${nth}`);
    const store = storeOf('olga', aDebate().does('olga', ...many.map((id) => newClaim(id, 'east'))));
    store.submitTogether(many.map((id) => retract(`c-${id}`)));
    expect(store.undo()).toBe(true);
    expect(store.undo()).toBe(false);
    expect(retracted(store)).toHaveLength(many.length - 100);
    expect(store.state().undo.undo).toHaveLength(many.length - 100);
  });

  test('they are announced once: each announcement makes the whole page look at what changed', () => {
    const store = storeOf('olga', debate);
    let announced = 0;
    store.subscribe(() => {
      announced += 1;
    });
    store.submitTogether(all);
    store.undo();
    store.submitInTurn(all);
    expect(announced).toBe(3);
  });
});

describe('[TX19] [UN8] a long text that was taken out', () => {
  const name = 's-a.note';
  const noteOf = (store: BoardStore) => textIn(store.state().replica.view, name);
  const edit = (base: number, change: TextChange) =>
    ({ type: 'source.edit', sourceId: 's-a', field: 'note', base, change }) as const;
  const text = 'x'.repeat(LIMITS.editCharacters * 3);

  test('is put in again in pieces, as one step, and taken out again; others may write meanwhile', () => {
    const store = storeOf('dana');
    const editor = new TextBinding(
      store,
      { type: 'source.edit', sourceId: 's-a', field: 'note' },
      { incoming: () => {}, problem: () => {} },
    );
    editor.type([[0, text]]);
    editor.end();
    expect(store.submit(edit(revisionIn(store.state().replica.view, name), [[text.length]]))).toBeNull();
    const before = store.state().replica.pending.length;
    for (const _ of [1, 2]) {
      expect(store.undo()).toBe(true);
      expect(noteOf(store)).toBe(text);
      expect(store.redo()).toBe(true);
      expect(noteOf(store)).toBe('');
    }
    const asked = store.state().replica.pending.slice(before);
    expect(asked.filter(({ operation }) => !operationSchema.safeParse(operation).success)).toEqual([]);
    expect(asked.length).toBeGreaterThan(6);
  });
});

describe('[UN9] typing in an editor', () => {
  const editorOn = (store: BoardStore) =>
    new TextBinding(store, { type: 'claim.edit', claimId: 'c-a' }, { incoming: () => {}, problem: () => {} });
  const textOf = (store: BoardStore) => store.state().replica.view.claims.get('c-a')?.text;

  test('is one step, and the next time one opens it another', () => {
    const store = storeOf('olga');
    const first = editorOn(store);
    for (const [at, key] of ['!', '?', '.'].entries()) first.type([13 + at, [0, key]]);
    first.end();
    const second = editorOn(store);
    second.type([[0, 'so '], 16]);
    expect(textOf(store)).toBe('so one two three!?.');
    expect(store.undo()).toBe(true);
    expect(textOf(store)).toBe('one two three!?.');
    expect(second.text).toBe('one two three!?.');
    expect(store.undo()).toBe(true);
    expect(textOf(store)).toBe('one two three');
    expect(store.redo()).toBe(true);
    expect(textOf(store)).toBe('one two three!?.');
  });

  test('is skipped if it was deleted again: typing before it is undone, and nothing else', () => {
    const store = storeOf('olga');
    store.submit(retract('c-d'));
    const first = editorOn(store);
    first.type([13, [0, '!']]);
    first.end();
    const second = editorOn(store);
    second.type([14, [0, '?']]);
    second.type([14, [1]]);
    second.end();
    expect(textOf(store)).toBe('one two three!');
    expect(store.undo()).toBe(true);
    expect(textOf(store)).toBe('one two three');
    expect(retracted(store)).toEqual(['c-d']);
  });
});
