import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { stripBidiControls } from '#app/_ui/messages/strip-bidi-controls.ts';
import { evolve } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import type { Operation } from '#domain/debate/engine/operations.ts';
import { foldBlankLines } from '#domain/debate/texts/blank.ts';
import { countCharacters, nameProblem, textProblem } from '#domain/debate/texts/wording.ts';
import { readFormat } from '#domain/formats/formats.ts';
import { nameInFile } from '#domain/formats/imports/imported-name.ts';
import { diffText } from '#domain/ot/text-change.ts';
import { aDebate, comment, editTo, newClaim } from '#tests/support/debate-builder.ts';

describe('[TX1] bounds count code points', () => {
  test.each([
    ['letters', 'x'],
    ['Chinese', '辩'],
    ['emoji of two UTF-16 units', '😀'],
    ['letters with a combining mark, which count as two', 'é'],
  ])('%s', (_, character) => {
    const each = countCharacters(character);
    const full = character.repeat(LIMITS.wordingCharacters / each);
    expect(textProblem(full, LIMITS.wordingCharacters)).toBeNull();
    expect(textProblem(`${full}x`, LIMITS.wordingCharacters)).toEqual({ code: 'text_too_long', limit: 500 });
  });

  test('a megabyte is refused for its length, not looked at', () => {
    expect(textProblem('\u0000'.repeat(1_000_000), 500)?.code).toBe('text_too_long');
  });
});

describe('[TX2] texts that may not stand', () => {
  test.each([
    ['nothing', '', 'text_empty'],
    ['blanks and line feeds', ' \n\t ', 'text_empty'],
    ['NUL', 'a\u0000b', 'text_malformed'],
    ['carriage return', 'a\rb', 'text_malformed'],
    ['escape', 'a\u001bb', 'text_malformed'],
    ['delete', 'a\u007fb', 'text_malformed'],
    ['a lone high surrogate', 'a\ud83d', 'text_malformed'],
    ['a lone low surrogate', '\ude00a', 'text_malformed'],
  ])('%s', (_, text, code) => {
    expect(textProblem(text, 500)?.code).toBe(code);
    expect(aDebate().refusal('dana', newClaim('n', 'east', { text }))).toBe(code);
  });

  test('tab, line feed and every script may', () => {
    expect(textProblem('a\tb\nعربي 中文 🇩🇪', 500)).toBeNull();
  });

  const UNSEEN: [string, string][] = [
    ['zero width space', '\u200b'],
    ['soft hyphen', '\u00ad'],
    ['Hangul filler', '\u3164'],
    ['braille without dots', '\u2800'],
    ['an override', '\u202e'],
    ['word joiner', '\u2060'],
    ['a variation selector', '\ufe0f'],
    ['a tag', '\u{e0020}'],
    ['next line', '\u0085'],
    ['all of them among blanks', ' \u200b\n\u00ad\u3164\t\u2800\u202e\u2060\u3000'],
  ];

  test.each(UNSEEN)('invisible characters are blank: %s', (_, text) => {
    const debate = aDebate();
    const refused = (who: string, operation: Operation) =>
      expect(debate.refusal(who, operation)).toBe('text_empty');
    refused('dana', newClaim('n', 'east', { text }));
    refused('dana', editTo(debate.state, 'c-a', text));
    refused('dana', comment({ commentId: 'm-n', text }));
    refused('olga', { type: 'debate.edit', title: text });
    refused('olga', { type: 'debate.edit', motion: text });
    refused('olga', { type: 'position.edit', positionId: 'east', name: text });
    refused('mona', { type: 'participant.rename', participantId: 'emil', name: text });
    expect(nameInFile(text)).toBe('');
  });

  test.each([
    ['emoji with variation selectors', '❤️'],
    ['emoji joined', '👩‍👩‍👧'],
    ['Persian with a zero width non-joiner', 'می‌خواهم'],
    ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['braille', '⠓⠊'],
  ])('visible text stays, with invisible characters in it: %s', (_, text) => {
    expect(textProblem(text, 500)).toBeNull();
    expect(nameProblem(text, 60)).toBeNull();
  });

  test('invisible text in a file counts as none', async () => {
    const { state } = await readFormat('tgf', new TextEncoder().encode('x A\ny \u200b\u2800\n#\n'));
    expect([...state.claims.values()].map(({ text }) => text).sort()).toEqual(['A', '…']);
  });

  test('a blank text from before is folded as it was', () => {
    const debate = aDebate();
    const change = diffText('one two three', '\u200b');
    const entry = { seq: 99, at: 9_000, actor: 'dana', author: 'dana' };
    const after = evolve(debate.state, {
      ...entry,
      effect: { type: 'claim.edited', claimId: 'c-a', change },
    });
    expect(after.claims.get('c-a')?.text).toBe('\u200b');
  });

  test('a change that would break a character is refused', () => {
    const debate = aDebate().does('dana', newClaim('n', 'east', { text: '😀!' }));
    expect(debate.refusal('dana', { type: 'claim.edit', claimId: 'c-n', base: 1, change: [[1], 2] })).toBe(
      'text_malformed',
    );
  });
});

describe('[TX21] signs that turn the direction', () => {
  const TURNS = [...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];

  test.each(TURNS.map((sign) => [sign.codePointAt(0)?.toString(16), sign]))(
    'U+%s stands in no name',
    (_, sign) => {
      const name = `${sign}annA`;
      const debate = aDebate();
      const refused = (operation: Operation) =>
        expect(debate.refusal('olga', operation)).toBe('text_malformed');
      refused({ type: 'participant.rename', participantId: 'emil', name });
      refused({ type: 'position.edit', positionId: 'east', name });
      refused({ type: 'position.add', positionId: 'p-n', name, hue: 'blue', summary: '' });
      refused({ type: 'debate.edit', title: name });
      refused({ type: 'group.form', groups: [{ groupId: 'g-n', debateId: 'd-n', name, members: ['emil'] }] });
      expect(nameInFile(name)).toBe('annA');
    },
  );

  test('marks of a direction, which turn nothing, may', () => {
    expect(nameProblem('\u200eAnna (\u200fאנה\u200f)', 60)).toBeNull();
  });

  test('in claims, comments and motions they may', () => {
    const text = '\u202bשלום\u202c';
    aDebate()
      .does('dana', newClaim('n', 'east', { text }))
      .does('dana', comment({ commentId: 'm-n', text }))
      .does('olga', { type: 'debate.edit', motion: text });
  });

  test('a name from before is folded as it was', () => {
    const entry = { seq: 99, at: 9_000, actor: 'olga', author: 'olga' };
    const effect = { type: 'position.edited', positionId: 'east', name: '\u202etsaE' } as const;
    expect(evolve(aDebate().state, { ...entry, effect }).positions.get('east')?.name).toBe('\u202etsaE');
  });

  test('in sentences of the board they are left out', () => {
    const messages = { said: '{name} left {count, number} claims', gone: '<b>{name}</b> left' };
    const say = stripBidiControls(createTranslator({ locale: 'en', messages }));
    expect(say('said', { name: '\u2069\u202eannA', count: 2 })).toBe('annA left 2 claims');
    const b = (chunks: string) => `*${chunks}*`;
    expect(say.markup('gone', { name: '\u202eannA', b })).toBe('*annA* left');
    expect(say('said', { name: 'Zoë \u200f', count: 1 })).toBe('Zoë \u200f left 1 claims');
    expect(say.has('gone')).toBe(true);
  });
});

describe('[TX22] several blank lines on end', () => {
  test.each([
    ['stay as they are where there is one', 'a\n\nb\nc', 'a\n\nb\nc'],
    ['are one', 'a\n\n\n\nb', 'a\n\nb'],
    ['are one where they have white space', 'a\n \t\n\u00a0\n\nb', 'a\n\nb'],
    ['are one where they have what nobody sees', 'a\n\u200b\n\u2800\n\u2060\nb', 'a\n\nb'],
    ['are one where a text begins', `${'\n'.repeat(100)}a`, '\na'],
    ['leave what stands before the next word', 'a\n\n\n  b', 'a\n\n  b'],
  ])('%s', (_, text, shown) => {
    expect(foldBlankLines(text)).toBe(shown);
    expect(foldBlankLines(shown)).toBe(shown);
  });

  test('are stored as they were written', () => {
    const text = 'a\n\n\n\nb';
    expect(
      aDebate()
        .does('dana', newClaim('n', 'east', { text }))
        .text('c-n'),
    ).toBe(text);
  });

  test('take no longer in a long text', () => {
    const text = `a${'\n '.repeat(50_000)}b`;
    expect(foldBlankLines(text)).toBe('a\n\n b');
  });
});
