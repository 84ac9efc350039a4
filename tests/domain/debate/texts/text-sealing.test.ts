import { describe, expect, test } from 'vitest';
import { ENTRY_SHAPE, SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolve, evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { operationSchema } from '#domain/debate/engine/operations.ts';
import { upcastEntry } from '#domain/debate/engine/upcast.ts';
import { historyOf, revisionIn } from '#domain/debate/texts/texts.ts';
import { diffText, type TextChange } from '#domain/ot/text-change.ts';
import { aDebate, type DebateBuilder, editTo, seal } from '#tests/support/debate-builder.ts';

describe('[TX13] sealing', () => {
  test('makes the next wording, once', () => {
    const debate = aDebate();
    const wording = () => debate.state.claims.get('c-a')?.wording;
    debate
      .does('dana', editTo(debate.state, 'c-a', 'one'))
      .does('emil', editTo(debate.state, 'c-a', 'one 2'));
    expect(wording()).toBe(1);
    debate.does(SYSTEM, seal('c-a'));
    expect(wording()).toBe(2);
  });

  test('of text that was typed and removed makes none', () => {
    const debate = aDebate();
    for (const text of ['one', 'one two three']) debate.does('dana', editTo(debate.state, 'c-a', text));
    debate.does(SYSTEM, seal('c-a'));
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 1, tally: { earlier: 0 } });
  });

  describe('[VO7] with the words it had before', () => {
    const reworded = (debate: DebateBuilder, text: string) =>
      debate.does('dana', editTo(debate.state, 'c-a', text)).does(SYSTEM, seal('c-a'));
    const claimOf = (debate: DebateBuilder) => debate.state.claims.get('c-a');

    test('the claim has that wording again, and so have the votes on it', () => {
      const debate = reworded(aDebate(), 'one');
      debate.does('olga', { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 2 });
      expect(claimOf(debate)).toMatchObject({ wording: 2, tally: { agree: 1, disagree: 1, earlier: 1 } });
      reworded(debate, 'one two three');
      expect(claimOf(debate)).toMatchObject({ wording: 1, tally: { agree: 1, disagree: 1, earlier: 1 } });
      reworded(debate, 'one');
      expect(claimOf(debate)).toMatchObject({ wording: 2, tally: { earlier: 1 } });
    });

    test('the next new wording has a number of its own', () => {
      const debate = reworded(reworded(reworded(aDebate(), 'one'), 'one two three'), 'four');
      expect(claimOf(debate)).toMatchObject({ wording: 3, tally: { earlier: 1 } });
      reworded(debate, 'one');
      expect(claimOf(debate)).toMatchObject({ wording: 4 });
    });

    test('a vote on the wording that was given up counts as earlier; one that never was is refused', () => {
      const debate = reworded(reworded(aDebate(), 'one'), 'one two three');
      const vote = (wording: number) =>
        ({ type: 'vote.cast', claimId: 'c-a', answer: 'pass', wording }) as const;
      expect(debate.refusal('olga', vote(3))).toBe('wording_changed');
      debate.does('olga', vote(2));
      expect(claimOf(debate)?.tally).toEqual({ agree: 1, disagree: 0, pass: 1, earlier: 1 });
    });

    test('a projection, which has no votes, folds it alike', () => {
      const debate = reworded(aDebate(), 'one');
      debate.does('olga', { type: 'vote.cast', claimId: 'c-a', answer: 'disagree', wording: 2 });
      const [before, from] = [debate.projection('dana'), debate.state.seq];
      reworded(debate, 'one two three');
      const { entries, own } = debate.frame('dana', from);
      const folded = evolveAll(before, [...entries, ...(own ?? [])]);
      expect(folded.claims.get('c-a')?.tally).toEqual(claimOf(debate)?.tally);
    });

    test('a log of before this rule folds as it did', () => {
      const debate = reworded(aDebate(), 'one');
      debate.does('dana', editTo(debate.state, 'c-a', 'one two three'));
      const sealed = { seq: 99, at: 9_000, actor: SYSTEM, author: SYSTEM, shape: 2 };
      const entry = upcastEntry({ ...sealed, type: 'text.sealed', payload: { text: 'c-a' } }, ENTRY_SHAPE);
      expect(evolve(debate.state, entry).claims.get('c-a')?.wording).toBe(3);
    });
  });

  test('forgets how the text came about', () => {
    const debate = aDebate();
    const late = editTo(debate.state, 'c-a', 'one two three!');
    debate.does('dana', editTo(debate.state, 'c-a', 'one')).does(SYSTEM, seal('c-a'));
    expect(debate.refusal('emil', late)).toBe('base_too_old');
    expect(historyOf(debate.state, 'c-a')).toEqual({ revision: 2, changes: [], sealed: null });
  });
});

test('[TX15] pasted text weighs more in a text’s history', () => {
  const debate = aDebate();
  const paste = (text: string, base: number) =>
    ({
      type: 'source.edit',
      sourceId: 's-a',
      field: 'note',
      base,
      change: [[0, text], ...(base > 1 ? [9_000 * (base - 1)] : [])],
    }) as const;
  for (let base = 1; base <= 15; base += 1) debate.does('dana', paste('x'.repeat(9_000), base));
  const { changes } = historyOf(debate.state, 's-a.note');
  expect(changes).toHaveLength(Math.floor(LIMITS.rememberedCharacters / 9_000));
  expect(changes.at(-1)?.revision).toBe(16);
});

test('[TX15] deletions at many places have weight too', () => {
  const debate = aDebate();
  const note = { type: 'source.edit', sourceId: 's-a', field: 'note' } as const;
  const write = (base: number, change: TextChange) => debate.does('dana', { ...note, base, change });
  const everyOther = Array.from({ length: 200 }, (): TextChange => [[1], 1]).flat();
  for (let base = 1; base <= 9; base += 1)
    write(base, [[0, 'x'.repeat(9_600)], ...(base > 1 ? [9_600 * (base - 1)] : [])]);
  debate.does(SYSTEM, seal('s-a.note'));
  for (let edit = 0; edit < 40; edit += 1)
    write(10 + edit, [...everyOther, 9_600 * 9 - 200 * edit - 400] as TextChange);
  const { changes } = historyOf(debate.state, 's-a.note');
  expect(changes).toHaveLength(Math.floor(LIMITS.rememberedCharacters / (401 * LIMITS.rememberedPart)));
});

describe('[TX19] one edit', () => {
  const edit = (change: unknown) => ({ type: 'claim.edit', claimId: 'c-a', base: 1, change });
  const takes = (change: unknown) => operationSchema.safeParse(edit(change)).success;

  test('puts in 10,000 units at most, in however many lines and parts', () => {
    expect(takes([[0, 'x'.repeat(10_000)]])).toBe(true);
    expect(takes([[0, 'x'.repeat(10_001)]])).toBe(false);
    expect(takes([[0, 'x'.repeat(5_000)], 1, [0, 'x'.repeat(5_001)]])).toBe(false);
    expect(takes([[0, ...Array.from({ length: 10_002 }, () => '')]])).toBe(false);
  });

  test('has 500 parts at most', () => {
    expect(takes(Array.from({ length: 500 }, () => 1))).toBe(true);
    expect(takes(Array.from({ length: 501 }, () => 1))).toBe(false);
  });
});

test('[TX16] entries of the first shape fold as they did', () => {
  const frame = { seq: 99, at: 9_000, actor: 'dana', author: 'dana', shape: 1 };
  const fold = (type: string, payload: object) =>
    evolve(aDebate().state, upcastEntry({ ...frame, type, payload }, ENTRY_SHAPE));
  const reworded = fold('claim.edited', { claimId: 'c-a', change: diffText('one two three', 'one') });
  expect(reworded.claims.get('c-a')).toMatchObject({ text: 'one', wording: 2, tally: { earlier: 1 } });
  expect(historyOf(reworded, 'c-a').sealed).toBeNull();
  const commented = fold('comment.edited', { commentId: 'm-a', text: 'Why not?' });
  expect(commented.comments.get('m-a')).toMatchObject({ text: 'Why not?', editedAt: 9_000 });
  expect(revisionIn(commented, 'm-a')).toBe(2);
  const summed = fold('position.edited', { positionId: 'east', name: 'Orient', summary: 'Where it dawns' });
  expect(summed.positions.get('east')).toMatchObject({ name: 'Orient', summary: 'Where it dawns' });
});
