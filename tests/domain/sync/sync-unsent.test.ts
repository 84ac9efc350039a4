import { describe, expect, test } from 'vitest';
import { decide } from '#domain/debate/engine/decide.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { restoreDraft, serializeDraft } from '#domain/sync/draft.ts';
import { liveText } from '#domain/sync/live-text.ts';
import { adoptOutbox, packOutbox } from '#domain/sync/outbox.ts';
import {
  canResubmit,
  coalescesWithPending,
  dropAcknowledged,
  enablePrediction,
  markForResend,
  markPayloadUnknown,
  resubmit,
  submitTyping,
} from '#domain/sync/replica.ts';
import { Tab } from '../../simulation/tab.ts';
import { wordingEditor } from '../../simulation/tab-editor.ts';
import { twoTabs } from '../../simulation/two-tabs.ts';
import { aDebate, editTo, newClaim } from '../../support/debate-builder.ts';
import { erase } from '../../support/erased-words.ts';

const LONG = 'x'.repeat(300);
const WORDING = { type: 'claim.edit', claimId: 'c-a' } as const;

describe('[SY14] a draft that doesn’t fit', () => {
  test('is kept with the text it was made on, and is there again', () => {
    const { dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    expect(serializeDraft(dana.replica, WORDING, editor.draft)).toBeNull();
    editor.holds(`one two three ${LONG}`);
    const kept = serializeDraft(dana.replica, WORDING, editor.draft);
    const unsent = diffText('one two three', `one two three ${LONG}`);
    expect(kept).toEqual({ text: WORDING, live: 'one two three', unsent });
    expect(restoreDraft(dana.replica, 'c-a', kept ?? undefined)).toEqual({ name: 'c-a', unsent });
  });

  test('is carried over what others wrote since', () => {
    const { debate, dana } = twoTabs();
    const editor = wordingEditor(dana, 'c-a');
    editor.holds(`one two three ${LONG}`);
    const kept = serializeDraft(dana.replica, WORDING, editor.draft) ?? undefined;
    debate.does('emil', editTo(debate.state, 'c-a', 'zero one two three'));
    const later = new Tab(debate, 'dana').replica;
    expect(restoreDraft(later, 'c-a', kept)).toEqual({
      name: 'c-a',
      unsent: diffText('zero one two three', `zero one two three ${LONG}`),
    });
  });

  test('is empty where none was kept, and where the text is gone', () => {
    const { dana } = twoTabs();
    const kept = { text: WORDING, live: 'one', unsent: diffText('one', 'two') };
    expect(restoreDraft(dana.replica, 'c-a', undefined)).toEqual({ name: 'c-a', unsent: null });
    expect(restoreDraft(dana.replica, 'c-gone', kept)).toEqual({ name: 'c-gone', unsent: null });
    expect(
      serializeDraft(
        dana.replica,
        { type: 'claim.edit', claimId: 'c-gone' },
        { name: 'c-gone', unsent: kept.unsent },
      ),
    ).toBeNull();
  });
});

describe('a live text', () => {
  test('of a claim that only its author has is as the view has it', () => {
    const { dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a', { text: 'new' }));
    dana.writes('c-n', 'newer');
    expect(liveText(dana.replica, 'c-n')).toEqual({ text: 'newer', base: 2, own: [] });
    expect(liveText(dana.replica, 'c-gone')).toBeNull();
  });

  test('has pending edits on top of each other, one that others made unnecessary left out', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two');
    dana.writes('c-a', 'one');
    expect(liveText(dana.replica, 'c-a')).toEqual({
      text: 'one',
      base: 3,
      own: [diffText('one two three', 'one two'), diffText('one two', 'one')],
    });
    debate.does('emil', editTo(debate.state, 'c-a', 'one two'));
    dana.hears();
    expect(liveText(dana.replica, 'c-a')).toEqual({
      text: 'one',
      base: 3,
      own: [diffText('one two', 'one')],
    });
  });
});

describe('[SY14] the stored operations of a page', () => {
  test('are numbered beyond all that the page before may have used', () => {
    const { dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    const outbox = packOutbox('d', dana.replica, { id: 'tab-dana-1', seq: 7 }, []) ?? expect.fail('nothing');
    expect(adoptOutbox(outbox)).toEqual({ ...outbox, clientSeq: 7 + 1_000 });
  });

  test('hold drafts and the texts that are edited, but nothing of someone who has not joined', () => {
    const { dana, debate } = twoTabs();
    const draft = { text: WORDING, live: 'one', unsent: diffText('one', 'two') };
    dana.writes('c-a', 'one two');
    dana.asks(newClaim('n', 'c-a', { text: 'new' }));
    dana.writes('c-n', 'newer');
    const client = { id: 'tab-dana-1', seq: 3 };
    expect(packOutbox('d', dana.replica, client, [], [draft])).toEqual({
      debateId: 'd',
      participantId: 'dana',
      clientId: 'tab-dana-1',
      clientSeq: 3,
      seq: debate.state.seq,
      pending: dana.replica.pending,
      texts: { 'c-a': { revision: 1, text: 'one two three' }, 'c-n': { revision: 1, text: 'new' } },
      refused: [],
      drafts: [draft],
    });
    expect(packOutbox('d', new Tab(debate, 'dana').replica, client, [], [draft])).toMatchObject({
      pending: [],
    });
    expect(packOutbox('d', { ...dana.replica, participantId: null }, client, [])).toBeNull();
  });

  test('are stored once the sign-in has ended, but not once the account is deleted', () => {
    const { dana, debate } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    const client = { id: 'tab-dana-1', seq: 1, participantId: 'dana' };
    const signedOut = { ...dana.replica, participantId: null };
    expect(packOutbox('d', signedOut, client, [])).toMatchObject({ participantId: 'dana' });
    debate.does(SYSTEM, erase('dana'));
    expect(packOutbox('d', { ...signedOut, confirmed: debate.projection(null) }, client, [])).toBeNull();
  });
});

describe('a pending operation', () => {
  const pendingOf = (tab: Tab) =>
    tab.replica.pending.map(({ clientSeq, sent, payload, maybeSent, confirmedBy }) => [
      clientSeq,
      sent,
      payload !== null,
      maybeSent ?? false,
      confirmedBy,
    ]);

  test('counts as sent in another form if that is not known; the others stay', () => {
    const { dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    dana.hands();
    dana.asks(newClaim('m', 'c-a'));
    dana.replica = markPayloadUnknown(dana.replica, 1);
    expect(pendingOf(dana)).toEqual([
      [1, true, false, true, null],
      [2, false, false, false, null],
    ]);
  });

  test('that can’t be accepted now is sent again as it was', () => {
    const { dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    dana.asks(newClaim('m', 'c-a'));
    const [first] = dana.hands();
    expect(dana.hands()).toEqual([]);
    dana.replica = markForResend(dana.replica, 2);
    expect(dana.hands()).toEqual([]);
    dana.replica = markForResend(dana.replica, 1);
    expect(pendingOf(dana)[0]).toEqual([1, false, true, false, null]);
    expect(dana.hands()).toEqual([first]);
  });

  test('that was acknowledged is dropped when nothing more arrives', () => {
    const { dana } = twoTabs();
    dana.asks(newClaim('n', 'c-a'));
    dana.sends();
    dana.asks(newClaim('m', 'c-a'));
    expect(dana.replica.view.claims.has('c-n')).toBe(true);
    dana.replica = dropAcknowledged(dana.replica);
    expect(dana.replica.pending.map(({ clientSeq }) => clientSeq)).toEqual([2]);
    expect(dana.replica.view.claims.has('c-n')).toBe(false);
  });

  test('is predicted once the page has the rules', () => {
    const { dana } = twoTabs();
    const replica = { ...dana.replica, decide: null };
    const asked = new Tab(aDebate(), 'dana');
    asked.replica = replica;
    asked.replica = submitTyping(replica, 1, {
      ...WORDING,
      base: 1,
      change: diffText('one two three', 'one'),
    });
    expect(asked.replica.view).toBe(replica.confirmed);
    asked.replica = enablePrediction(asked.replica, decide);
    expect(asked.text('c-a')).toBe('one');
    expect(enablePrediction(asked.replica, decide)).toBe(asked.replica);
  });
});

describe('typing', () => {
  const typed = (from: string, to: string, base: number) => ({
    ...WORDING,
    base,
    change: diffText(from, to),
  });

  test('joins what was typed before and not sent yet', () => {
    const { dana } = twoTabs();
    dana.replica = submitTyping(dana.replica, 1, typed('one two three', 'one two', 1));
    expect(coalescesWithPending(dana.replica, typed('one two', 'one', 2))).toBe(true);
    dana.replica = submitTyping(dana.replica, 2, typed('one two', 'one', 2));
    expect(dana.replica.pending.map(({ clientSeq, operation }) => [clientSeq, operation])).toEqual([
      [1, typed('one two three', 'one', 1)],
    ]);
    expect(dana.text('c-a')).toBe('one');
    dana.replica = submitTyping(dana.replica, 3, typed('one', 'one two three', 2));
    expect(dana.replica.pending).toEqual([]);
    expect(dana.text('c-a')).toBe('one two three');
  });

  test('doesn’t join what was sent, may have been sent, or is of another text', () => {
    const { dana } = twoTabs();
    const more = typed('one two', 'one', 2);
    dana.replica = submitTyping(dana.replica, 1, typed('one two three', 'one two', 1));
    const other = {
      type: 'claim.edit',
      claimId: 'c-b',
      base: 1,
      change: diffText('four five six', 'four'),
    } as const;
    expect(coalescesWithPending(dana.replica, other)).toBe(false);
    expect(coalescesWithPending(markPayloadUnknown(dana.replica, 1), more)).toBe(false);
    dana.hands();
    expect(coalescesWithPending(dana.replica, more)).toBe(false);
    dana.replica = submitTyping(dana.replica, 2, more);
    expect(dana.replica.pending.map(({ clientSeq }) => clientSeq)).toEqual([1, 2]);
    expect(coalescesWithPending(new Tab(aDebate(), 'dana').replica, more)).toBe(false);
  });
});

describe('an edit of a text that the server no longer remembers', () => {
  const tooOld = { code: 'base_too_old' } as const;

  test('is submitted again once, or whenever it was rebased since it was sent', () => {
    const { debate, dana } = twoTabs();
    dana.writes('c-a', 'one two');
    dana.asks(newClaim('n', 'c-a'));
    dana.hands();
    expect(canResubmit(dana.replica, 1, { code: 'locked' })).toBe(false);
    expect(canResubmit(dana.replica, 2, tooOld)).toBe(false);
    expect(canResubmit(dana.replica, 9, tooOld)).toBe(false);
    expect(canResubmit(dana.replica, 1, tooOld)).toBe(true);
    dana.replica = resubmit(dana.replica, 1, 3);
    expect(
      dana.replica.pending.map(({ clientSeq, payload, retryAfterSeq }) => [
        clientSeq,
        payload,
        retryAfterSeq,
      ]),
    ).toEqual([
      [3, null, debate.state.seq],
      [2, null, undefined],
    ]);
    expect(dana.hands()).toEqual([]);
    expect(canResubmit(dana.replica, 3, tooOld)).toBe(false);
    debate.does('emil', editTo(debate.state, 'c-a', 'zero one two three'));
    dana.hears();
    const [sent] = dana.hands();
    expect(sent?.payload).toEqual({
      ...WORDING,
      base: 2,
      change: diffText('zero one two three', 'zero one two'),
    });
    debate.does('emil', editTo(debate.state, 'c-a', 'one two three'));
    dana.hears();
    expect(canResubmit(dana.replica, 3, tooOld)).toBe(true);
    dana.replica = resubmit(dana.replica, 3, 4);
    expect(dana.hands().map(({ clientSeq, retryAfterSeq }) => [clientSeq, retryAfterSeq])).toEqual([[4, -1]]);
  });
});

test('an empty replica has no live text', () => {
  const replica = { confirmed: EMPTY_STATE, pending: [], view: EMPTY_STATE };
  expect(liveText(replica, 'c-a')).toBeNull();
});
