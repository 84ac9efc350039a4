import { describe, expect, test } from 'vitest';
import { createBoardStore } from '../../app/_board/core/opening/create-board-store.ts';
import type { BoardStore } from '../../app/_board/core/store/board-store.ts';
import { TextBinding } from '../../app/_board/core/store/text-binding.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Rejection } from '../../domain/debate/engine/rejections.ts';
import type { Outbox } from '../../domain/sync/outbox.ts';
import { RULES } from '../../domain/sync/rules.ts';
import { aDebate, type DebateBuilder, editTo, retract } from '../support/debate-builder.ts';

const WORDING = { type: 'claim.edit', claimId: 'c-a' } as const;

/** A page of Dana's, as the server renders it now, with what the page before has kept. */
function pageOf(debate: DebateBuilder, kept: Outbox | null = null): BoardStore {
  const page = { debateId: 'a-debate', participantId: 'dana', people: [] };
  const store = createBoardStore(page, debate.projection('dana'), silentTransport());
  store.enableRules(RULES);
  if (kept) store.resume(kept);
  return store;
}

/** The data a browser has stored of a closed page. */
function keptOf(page: BoardStore): Outbox {
  return structuredClone(page.outbox()) as Outbox;
}

/** An editor on the wording, and the last it said of what does not fit. */
function editorOn(page: BoardStore) {
  const said: { problem: Rejection | null } = { problem: null };
  const session = new TextBinding(page, WORDING, {
    incoming: () => {},
    problem: (problem) => {
      said.problem = problem;
    },
  });
  return { session, said };
}

const spoken = () => new Promise<void>((go) => setImmediate(go));

describe('[SY22] an open editor’s text that cannot be submitted survives the page', () => {
  const long = 'b'.repeat(500);
  const typedTooMuch = (debate: DebateBuilder) => {
    const page = pageOf(debate);
    const { session } = editorOn(page);
    session.type([session.text.length, [0, long]]);
    return { page, text: session.text };
  };

  test('the next page has it in the editor, with the reason, and it goes when it fits', async () => {
    const debate = aDebate();
    const { page, text } = typedTooMuch(debate);
    const next = pageOf(debate, keptOf(page));
    const { session, said } = editorOn(next);
    expect(session.text).toBe(text);
    await spoken();
    expect(said.problem?.code).toBe('text_too_long');
    session.type([text.length - long.length, [long.length, '!']]);
    expect(next.state().replica.view.claims.get('c-a')?.text).toBe(session.text);
    expect(session.text).toMatch(/[^b]!$/);
    expect(next.state().drafts.size).toBe(0);
  });

  test('others’ edits meanwhile are merged around it', () => {
    const debate = aDebate();
    const { page, text } = typedTooMuch(debate);
    const before = debate.state.claims.get('c-a')?.text ?? '';
    debate.does('emil', editTo(debate.state, 'c-a', `Well: ${before}`));
    expect(editorOn(pageOf(debate, keptOf(page))).session.text).toBe(`Well: ${text}`);
  });

  test('it is kept though nobody opens the editor, from page to page', () => {
    const debate = aDebate();
    const { page, text } = typedTooMuch(debate);
    const next = pageOf(debate, keptOf(pageOf(debate, keptOf(page))));
    expect(editorOn(next).session.text).toBe(text);
  });

  test('closing the editor keeps it with what was refused, as ever, and with that alone', () => {
    const debate = aDebate();
    const { page } = typedTooMuch(debate);
    debate.does('dana', retract('c-a'));
    const next = pageOf(debate, keptOf(page));
    const { session } = editorOn(next);
    session.end();
    expect(next.state().refused.map(({ rejection }) => rejection.code)).toEqual(['claim_retracted']);
    expect(next.state().drafts.size).toBe(0);
  });

  test('an open editor leaves alone what the page before has left: it is for the next one', () => {
    const debate = aDebate();
    const { page } = typedTooMuch(debate);
    const next = pageOf(debate);
    const { session } = editorOn(next);
    next.resume(keptOf(page));
    session.type([0, [0, 'So '], 13]);
    session.end();
    expect(next.state().replica.view.claims.get('c-a')?.text).toBe('So one two three');
    expect(editorOn(next).session.text).toBe(`So one two three${long}`);
  });

  test('submitted text leaves nothing to store', () => {
    const page = pageOf(aDebate());
    const { session } = editorOn(page);
    session.type([session.text.length, [0, '!']]);
    session.end();
    expect(page.state().drafts.size).toBe(0);
    expect(page.outbox()?.drafts).toEqual([]);
  });
});

describe('[SY19] words that an editor holds when it closes are kept with the rejected operations', () => {
  /** Words that do not fit, in an editor of a text that something happens to before it closes. */
  const typedIn = (debate: DebateBuilder) => {
    const page = pageOf(debate);
    const { session } = editorOn(page);
    session.type([13, [0, 'x'.repeat(500)]]);
    return { page, session };
  };
  const update = (page: BoardStore, debate: DebateBuilder) =>
    page.hydrateFromCache(debate.projection('dana'), 'dana', []);

  test('also if their text is gone by then: the board was cleared', async () => {
    const debate = aDebate();
    const { page, session } = typedIn(debate);
    debate.does('olga', { type: 'debate.clear' });
    update(page, debate);
    await spoken();
    expect(page.state().drafts.size).toBe(1);
    session.end();
    expect(page.state().refused).toMatchObject([
      {
        operation: { ...WORDING, base: 1, change: [13, [0, 'x'.repeat(500)]] },
        rejection: { code: 'unknown_claim' },
      },
    ]);
    expect(page.state().drafts.size).toBe(0);
  });

  test('also if they only wait for an own edit before them, which does not fit for now', () => {
    const debate = aDebate();
    const page = pageOf(debate);
    const { session, said } = editorOn(page);
    session.type([13, [0, 'x'.repeat(300)]]);
    debate.does('emil', editTo(debate.state, 'c-a', `${'y'.repeat(300)} one two three`));
    update(page, debate);
    session.type([session.text.length, [0, '!']]);
    expect(said.problem).toBeNull();
    session.end();
    expect(page.state().refused).toMatchObject([
      { operation: { change: [614, [0, '!']] }, rejection: { code: 'base_too_old' } },
    ]);
  });
});

test('[SY6] [SY18] an edit of which nothing is left counts for nothing: what is done and typed behind it fits', () => {
  const debate = aDebate();
  const before = pageOf(debate);
  const taken = editTo(debate.state, 'c-a', 'one three');
  before.submit(taken);
  // It arrived, but its page closed before the acknowledgement: the next page has it twice until it gets one.
  debate.does('dana', taken);
  const page = pageOf(debate, keptOf(before));
  page.submit(editTo(page.state().replica.view, 'c-a', 'ONE and three'));
  const { session, said } = editorOn(page);
  expect(session.text).toBe('ONE and three');
  session.type([session.text.length, [0, '!']]);
  expect([said.problem, session.text]).toEqual([null, 'ONE and three!']);
  expect(page.state().replica.view.claims.get('c-a')?.text).toBe('ONE and three!');
});
