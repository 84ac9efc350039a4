import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '#domain/debate/engine/evolve.ts';
import { invertEffect } from '#domain/debate/engine/invert.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { operationSchema } from '#domain/debate/engine/operations.ts';
import { historyOf, isTextEdit, revisionIn, textIn, textNamed } from '#domain/debate/texts/texts.ts';
import {
  applyChange,
  diffText,
  insertedLength,
  invertChange,
  splitChange,
  type TextChange,
  transformChange,
  wholeCharacters,
} from '#domain/ot/text-change.ts';
import { aDebate, editTo, newClaim } from '#tests/support/debate-builder.ts';
import { SAMPLES } from '#tests/support/operation-samples.ts';

const piece = fc.constantFrom('a', 'b', ' ', '\n', '中', '文', '😀', '👩‍👩‍👧', 'é', 'ß');
const aText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('[TX3] the difference of two texts', () => {
  test('makes the one into the other, and cuts no character in two', () => {
    fc.assert(
      fc.property(aText, aText, (before, after) => {
        const change = diffText(before, after);
        expect(applyChange(before, change)).toBe(after);
        let at = 0;
        for (const part of change) {
          const [length, ...lines] = typeof part === 'number' ? [part] : part;
          expect(before.slice(0, at).isWellFormed()).toBe(true);
          expect(lines.join('\n').isWellFormed()).toBe(true);
          at += length;
        }
      }),
    );
  });

  test('is small: one word in a long text', () => {
    expect(diffText('one two three', 'one 2 three')).toEqual([4, [3, '2'], 6]);
  });

  test('keeps emoji that share half of their units whole', () => {
    expect(diffText('😀', '😁')).toEqual([[2, '😁']]);
    expect(diffText('a😀b', 'a🐀b')).toEqual([1, [2, '🐀'], 1]);
  });
});

test('[TX4] a change and its inverse leave the text as it was', () => {
  fc.assert(
    fc.property(aText, aText, (before, after) => {
      const change = diffText(before, after);
      const inverse = invertChange(before, change);
      expect(inverse && applyChange(after, inverse)).toBe(before);
    }),
  );
});

test('[TX5] two changes carried over each other give one text in both orders', () => {
  fc.assert(
    fc.property(aText, aText, aText, (base, one, other) => {
      const [first, second] = [diffText(base, one), diffText(base, other)];
      const later = transformChange(second, first);
      const earlier = transformChange(first, second, 'earlier');
      if (later === null || earlier === null) throw new Error('They were made on one text');
      const merged = applyChange(one, later);
      expect(merged).toBe(applyChange(other, earlier));
      expect(merged?.isWellFormed()).toBe(true);
    }),
  );
});

test('[TX6] at one place the words ordered first stand first', () => {
  const debate = aDebate();
  const [dana, emil] = ['DANA ', 'EMIL '].map((word) => editTo(debate.state, 'c-a', `${word}one two three`));
  debate.does('dana', dana as NonNullable<typeof dana>).does('emil', emil as NonNullable<typeof emil>);
  expect(debate.text('c-a')).toBe('DANA EMIL one two three');
});

describe('[TX7] edit against edit: both people’s words stand', () => {
  test.each([
    ['apart', 'one 1 two three', 'one two three 3', 'one 1 two three 3'],
    ['one takes away what surrounds the other', 'three', 'one two and three', 'and three'],
    ['both rewrite one word', 'one TWO three', 'one 2 three', 'one TWO2 three'],
  ])('%s', (_, first, second, merged) => {
    const debate = aDebate();
    const [one, other] = [editTo(debate.state, 'c-a', first), editTo(debate.state, 'c-a', second)];
    debate.does('dana', one).does('emil', other);
    expect(debate.text('c-a')).toBe(merged);
    expect(debate.state.claims.get('c-a')).toMatchObject({ wording: 1 });
    expect(revisionIn(debate.state, 'c-a')).toBe(3);
  });

  test('over many changes', () => {
    const debate = aDebate();
    const late = editTo(debate.state, 'c-a', 'one two three!');
    for (let edit = 0; edit < LIMITS.rememberedChanges; edit += 1) {
      debate.does('dana', editTo(debate.state, 'c-a', `${edit} one two three`));
    }
    debate.does('emil', late);
    expect(debate.text('c-a')).toBe(`${LIMITS.rememberedChanges - 1} one two three!`);
  });
});

describe('[TX8] edits that do not fit', () => {
  const change = diffText('one two three', 'one');

  test('a revision that never was', () => {
    const debate = aDebate();
    for (const base of [0, 2, 1_000_000_000]) {
      expect(debate.refusal('dana', { type: 'claim.edit', claimId: 'c-a', base, change })).toBe(
        'base_too_old',
      );
    }
  });

  test('a revision no longer remembered', () => {
    const debate = aDebate();
    const late = editTo(debate.state, 'c-a', 'one');
    for (let edit = 0; edit <= LIMITS.rememberedChanges; edit += 1) {
      debate.does('dana', editTo(debate.state, 'c-a', `${edit} one two three`));
    }
    const answer = debate.ask('emil', late);
    expect(answer).toEqual({
      ok: false,
      rejection: { code: 'base_too_old', limit: LIMITS.rememberedChanges },
    });
  });

  test.each<[string, TextChange]>([
    ['too short', [3]],
    ['too long', [300]],
    ['too long by what it takes away', [[300, 'x']]],
  ])('a change %s', (_, misfit) => {
    const operation = { type: 'claim.edit', claimId: 'c-a', base: 1, change: misfit } as const;
    expect(aDebate().refusal('dana', operation)).toBe('change_malformed');
  });
});

test('[TX9] two edits that do the same: the later has nothing to change', () => {
  const debate = aDebate();
  const edit = editTo(debate.state, 'c-a', 'one three');
  debate.does('dana', edit);
  expect(debate.refusal('emil', edit)).toBe('nothing_changed');
  expect(debate.refusal('emil', editTo(debate.state, 'c-a', 'one three'))).toBe('nothing_changed');
});

test('[TX10] two composed edits stay within the limit', () => {
  const debate = aDebate();
  const long = 'x'.repeat(300);
  const [one, other] = [`${long} one two three`, `one two three ${long}`].map((text) =>
    editTo(debate.state, 'c-a', text),
  );
  debate.does('dana', one as NonNullable<typeof one>);
  const answer = debate.ask('emil', other as NonNullable<typeof other>);
  expect(answer).toEqual({
    ok: false,
    rejection: { code: 'text_too_long', limit: LIMITS.wordingCharacters },
  });
});

describe('[TX11] malformed changes', () => {
  const hostile: unknown[] = [
    null,
    {},
    'abc',
    [null],
    [-1],
    [1.5],
    [Number.NaN],
    [[]],
    [['x']],
    [[1, 2]],
    [[1, 'x', null]],
    [{ length: 3 }],
    [[[1]]],
  ];

  test.each(hostile.map((change) => [JSON.stringify(change), change]))('%s', (_, change) => {
    const operation = { type: 'claim.edit', claimId: 'c-a', base: 1, change };
    expect(operationSchema.safeParse(operation).success).toBe(false);
    const debate = aDebate();
    const text = change as TextChange;
    expect(debate.refusal('dana', { type: 'claim.edit', claimId: 'c-a', base: 1, change: text })).toBe(
      'change_malformed',
    );
    const entry = { seq: 99, at: 9_999, actor: 'dana', author: 'dana' };
    const after = evolve(debate.state, {
      ...entry,
      effect: { type: 'claim.edited', claimId: 'c-a', change: text },
    });
    expect(after).toMatchObject({ seq: 99, claims: debate.state.claims });
  });

  test('shapes that parse, in whatever pieces, are applied, merged or refused, and never throw', () => {
    const length = fc.integer({ min: 0, max: 14 });
    const part = fc.oneof(
      length,
      fc.tuple(length, fc.string({ maxLength: 3 })),
      fc.tuple(length, fc.string({ maxLength: 2 }), fc.string({ maxLength: 2 })),
      length.map((taken) => [taken] as const),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.array(part, { maxLength: 6 }), (one, other) => {
        const debate = aDebate();
        const ask = (change: unknown) => ({ type: 'claim.edit', claimId: 'c-a', base: 1, change });
        for (const operation of [one, other].map(ask)) {
          const parsed = operationSchema.safeParse(operation);
          if (parsed.success) debate.ask('dana', parsed.data);
        }
        expect(debate.text('c-a').isWellFormed()).toBe(true);
      }),
    );
  });

  test('parts that keep nothing merge like the change without them, and are not kept', () => {
    const debate = aDebate();
    const edit = (change: TextChange) => ({ type: 'claim.edit', claimId: 'c-a', base: 1, change }) as const;
    debate.does('dana', edit([0, [0, '1 '], 13, 0])).does('emil', edit([13, 0, [0, ' 2'], 0]));
    expect(debate.text('c-a')).toBe('1 one two three 2');
    expect(historyOf(debate.state, 'c-a').changes.map(({ change }) => change)).toEqual([
      [[0, '1 '], 13],
      [15, [0, ' 2']],
    ]);
  });
});

describe('[TX12] all texts are changed alike', () => {
  const texts = (['claim.edit', 'comment.edit', 'summary.edit', 'source.edit'] as const).map((type) => {
    const { operation } = SAMPLES[type];
    if (!isTextEdit(operation)) throw new Error('It is an edit');
    return [type, operation] as const;
  });

  test.each(texts)('%s: two edits of one revision are merged', (_, edit) => {
    const debate = aDebate();
    const name = textNamed(edit);
    const before = textIn(debate.state, name) ?? '';
    const who = edit.type === 'comment.edit' ? 'dana' : 'olga';
    for (const words of [' one', ' two']) {
      debate.does(who, { ...edit, base: 1, change: diffText(before, `${before}${words}`) });
    }
    expect(textIn(debate.state, name)).toBe(`${before} one two`);
    expect(revisionIn(debate.state, name)).toBe(3);
  });

  test.each(texts)('%s: undone by its inverse', (_, edit) => {
    const debate = aDebate();
    const before = debate.state;
    const who = edit.type === 'comment.edit' ? 'dana' : 'olga';
    debate.does(who, edit);
    const effect = debate.entries.at(-1)?.effect;
    const inverse = effect && invertEffect(before, effect, who);
    if (!inverse) throw new Error('It can be taken back');
    debate.does(who, inverse);
    expect(textIn(debate.state, textNamed(edit))).toBe(textIn(before, textNamed(edit)));
  });
});

describe('[TX20] a change that cuts a character in two', () => {
  const withText = (text: string) => aDebate().does('olga', newClaim('n', 'east', { text }));
  const edit = (change: TextChange) => ({ type: 'claim.edit', claimId: 'c-n', base: 1, change }) as const;

  test.each<[string, string, TextChange, string, TextChange]>([
    ['half an emoji for half another', 'a😀b', [2, [1, '\ude01'], 1], 'a😁b', [1, [2, '😁'], 1]],
    ['the first half', 'a😀b', [1, [1, '\ud83e'], 2], 'a🨀b', [1, [2, '🨀'], 1]],
    ['between two halves', '😀', [1, [0, '\ude00x\ud83d'], 1], '😀x😀', [[2, '😀x😀']]],
  ])('is widened: %s', (_, before, change, after, stored) => {
    const debate = withText(before).does('olga', edit(change));
    expect(debate.text('c-n')).toBe(after);
    expect(historyOf(debate.state, 'c-n').changes.at(-1)?.change).toEqual(stored);
  });

  test.each<[string, TextChange]>([
    ['takes out the first half', [1, [1], 2]],
    ['takes out the second half', [2, [1], 1]],
    ['puts something between', [2, [0, 'x'], 2]],
    ['puts in a half', [4, [0, '\ud83d']]],
  ])('is refused where the text would not be sound: %s', (_, change) => {
    expect(withText('a😀b').refusal('olga', edit(change))).toBe('text_malformed');
  });

  test('one of whole characters stays as it is, whatever it is', () => {
    fc.assert(
      fc.property(aText, aText, (before, after) => {
        const change = diffText(before, after);
        expect(wholeCharacters(change, before, after)).toBe(change);
      }),
    );
  });
});

test('[TX18] a change of many parts in pieces makes the same text', () => {
  const text = 'x'.repeat(1_000);
  const change = Array.from({ length: 500 }, (_, at): TextChange => [[1, `${at}`], 1]).flat();
  const pieces = splitChange(change, 10_000, 500);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(500);
  const made = pieces.reduce<string | null>((written, one) => written && applyChange(written, one), text);
  expect(made).toBe(applyChange(text, change));
});

test('[TX18] a long change in pieces makes the same text, and cuts no character', () => {
  fc.assert(
    fc.property(aText, aText, fc.integer({ min: 2, max: 6 }), (before, after, most) => {
      const pieces = splitChange(diffText(before, after), most);
      const text = pieces.reduce<string | null>(
        (made, piece) => (made === null ? null : applyChange(made, piece)),
        before,
      );
      expect(text).toBe(after);
      for (const piece of pieces) {
        if (pieces.length > 1) expect(insertedLength(piece)).toBeLessThanOrEqual(most);
        expect(JSON.stringify(piece).isWellFormed()).toBe(true);
      }
    }),
  );
});
