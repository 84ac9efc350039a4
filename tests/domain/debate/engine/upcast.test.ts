import { describe, expect, test } from 'vitest';
import { ENTRY_SHAPE } from '#domain/debate/engine/entries.ts';
import { NewerEntry, storedTypes, upcastEntry, upcastSnapshot } from '#domain/debate/engine/upcast.ts';
import { ratingsTotalOf } from '#domain/debate/votes/ballots.ts';
import { type Outbox, upcastOutbox } from '#domain/sync/outbox.ts';

/** The data a page of protocol 12 stored: its operations and rejections have the names of that time. */
function anOldOutbox(): Outbox {
  const operations = [
    { type: 'debate.turn', life: 'closed' },
    { type: 'participant.admit', participantId: 'otto', standing: 'in', reason: null },
    { type: 'debate.configure', held: ['newcomer'], pace: 5 },
    { type: 'claim.edit', claimId: 'c-a', base: 1, change: [3] },
  ];
  const pending = operations.map((operation, index) => ({
    clientSeq: index + 1,
    operation,
    payload: index === 0 ? operation : null,
    sent: index === 0,
    confirmedBy: null,
  }));
  const refused = [
    {
      clientSeq: 9,
      operation: { type: 'mark.put', on: 'c-a', what: 'unclear', other: null, note: 'Why?', revised: false },
      rejection: { code: 'withheld' },
    },
    {
      clientSeq: 10,
      operation: { type: 'report.settle', ids: ['r-a'], outcome: 'otherwise' },
      rejection: { code: 'too_many', limit: 7 },
    },
  ];
  const drafts = [{ text: { type: 'comment.edit', commentId: 'm-a' }, live: 'Why', unsent: [3, [0, '?']] }];
  const client = { debateId: 'd', participantId: 'dana', clientId: 'client-of-dana', clientSeq: 10, seq: 4 };
  return { ...client, pending, refused, texts: {}, drafts } as unknown as Outbox;
}

describe('[PR3] data a browser stored under an earlier protocol', () => {
  test('is sent and shown under the names of today', () => {
    const { pending, refused, drafts } = upcastOutbox(anOldOutbox());
    const closed = { type: 'debate.setStatus', status: 'closed' };
    expect(pending.map(({ operation }) => operation)).toEqual([
      closed,
      { type: 'participant.setMembership', participantId: 'otto', membership: 'member', reason: null },
      { type: 'debate.configure', approval: ['newcomer'], pace: 5 },
      { type: 'claim.edit', claimId: 'c-a', base: 1, change: [3] },
    ]);
    expect(pending.map(({ payload }) => payload)).toEqual([closed, null, null, null]);
    expect(refused).toMatchObject([
      { clientSeq: 9, operation: { type: 'flag.set', note: 'Why?' }, rejection: { code: 'content_hidden' } },
      { operation: { outcome: 'other_action' }, rejection: { code: 'too_many', limit: 7 } },
    ]);
    expect(drafts).toEqual(anOldOutbox().drafts);
  });

  test('is the same when it is read again', () => {
    const today = upcastOutbox(anOldOutbox());
    expect(upcastOutbox(today)).toEqual(today);
  });
});

describe('[RL1] an entry', () => {
  test('has the type of today, also if its words were erased since it was stored', () => {
    const frame = { seq: 7, at: 1, actor: 'olga', author: 'olga', shape: ENTRY_SHAPE };
    const erased = { ...frame, type: 'claim.divided', payload: { claimId: 'c-a', parts: [], taken: [] } };
    expect(upcastEntry(erased, ENTRY_SHAPE).effect).toEqual({ type: 'claim.split', ...erased.payload });
  });
});

describe('a snapshot in a file', () => {
  test('of today stays as it is', () => {
    const snapshot = { shape: ENTRY_SHAPE, life: 'open', weights: [] };
    expect(upcastSnapshot(snapshot)).toBe(snapshot);
  });

  test('of before reactions has its links’ disclosed totals under the names of today', () => {
    const [links, rest] = [[{ id: 'l-a' }], [['olga'], [5, 0, 0], 1, []]];
    expect(
      upcastSnapshot({
        shape: 10,
        links,
        weights: [],
        disclosedTotals: [
          ['c-a', ...rest],
          ['l-a', ...rest],
        ],
      }),
    ).toEqual({
      shape: 10,
      links,
      ratings: [],
      disclosedTotals: [
        ['c-a', ...rest],
        [ratingsTotalOf('l-a'), ...rest],
      ],
    });
  });

  test.each([
    null,
    [],
    'text',
    { shape: 10, links: [null], disclosedTotals: [4, ['l-a']] },
    { shape: 9 },
    { shape: 9, head: 3, withheld: 'x', participants: [null, 4, { standing: ['in'] }], constructor: 1 },
    JSON.parse('{ "shape": 9, "__proto__": { "life": 1 } }'),
  ])('may be anything: %j', (value) => {
    expect(() => upcastSnapshot(value)).not.toThrow();
    expect(Object.getPrototypeOf(upcastSnapshot(value) ?? {})).toBe(Object.getPrototypeOf(value ?? {}));
  });
});

describe('[RL1] a stored entry', () => {
  const stored = {
    seq: 7,
    at: 1,
    actor: 'olga',
    author: 'dana',
    shape: 3,
    type: 'claim.retracted',
    payload: { claimId: 'c-a' },
  };

  test('of a newer release is refused by its number, shape and type', () => {
    const newer = { ...stored, shape: 9 };
    expect(() => upcastEntry(newer, 8)).toThrow(new NewerEntry(newer));
    const unknown = { ...stored, type: 'claim.sung' };
    expect(() => upcastEntry(unknown, 8)).toThrow(
      'Entry 7 has shape 3 and type "claim.sung", which this release does not know',
    );
    const error = new NewerEntry(unknown);
    expect([error.seq, error.shape, error.type, error.name]).toEqual([7, 3, 'claim.sung', 'NewerEntry']);
  });

  test('is read without what an import kept for exports', () => {
    const kept = { ...stored, payload: { claimId: 'c-a', kept: { x: 1 } } };
    const { shape: _, type, payload, ...frame } = stored;
    expect(upcastEntry(kept, 8)).toEqual({ ...frame, effect: { type, ...payload } });
  });

  test('has one of the names that its type has had', () => {
    expect(storedTypes(['claim.split'])).toEqual(['claim.split', 'claim.divided']);
    expect(storedTypes(['claim.added'])).toEqual(['claim.added']);
  });
});
