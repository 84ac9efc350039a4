import { describe, expect, test } from 'vitest';
import { escapeText, readKialoText, unescapeLine } from '#domain/formats/kialo/kialo-text.ts';
import { splitKialo } from '#domain/formats/kialo/split-kialo.ts';

describe('words in Kialo’s text', () => {
  const link = (title: string, url: string) => ({ title, url });

  test.each<[string, string, { title: string; url: string }[], number[]]>([
    ['plain', 'plain', [], []],
    ['[a](b)', 'a', [link('a', 'b')], []],
    ['x [a](b) y [c](d).', 'x a y c.', [link('a', 'b'), link('c', 'd')], []],
    ['[a](b)[c](d)', 'ac', [link('a', 'b'), link('c', 'd')], []],
    ['[a] (b)', '[a] (b)', [], []],
    ['[](b)', '[](b)', [], []],
    ['[a]()', '[a]()', [], []],
    ['[a](b', '[a](b', [], []],
    ['[a](b c)', '[a](b c)', [], []],
    ['[a\\](b)', '[a](b)', [], []],
    ['\\[a](b)', '[a](b)', [], []],
    ['\\\\[a](b)', '[a](b)', [], []],
    ['[a \\] b](c\\)d)', 'a ] b', [link('a ] b', 'c)d')], []],
    ['[a [b](c)', 'a [b', [link('a [b', 'c')], []],
    ['[a\nb](c)', 'a\nb', [link('a\nb', 'c')], []],
    ['[a\\\nb](c) [d](e)', '[a\\\nb](c) d', [link('d', 'e')], []],
    ['so [1], and [2] [3]. [12]', 'so, and. [12]', [], [1, 2, 3]],
    ['not \\[1\\] [1](x)', 'not [1] 1', [link('1', 'x')], []],
    [' a \\( b \\) ', 'a ( b )', [], []],
    ['\\1. a\n \\-> See 1.\n\\Sources: b\n\\\\c', '1. a\n -> See 1.\nSources: b\n\\c', [], []],
  ])('%j', (raw, text, links, cited) => {
    expect(readKialoText(raw, (number) => number < 10)).toEqual({ text, links, cited });
  });

  test.each([
    ['a\n1. b', 'a\n\\1. b'],
    ['1.2.3. x', '\\1.2.3. x'],
    ['1 x', '1 x'],
    ['  -> See 1', '  \\-> See 1'],
    ['Sources: x', '\\Sources: x'],
    ['\\a', '\\\\\\a'],
    ['a [b](c)', 'a \\[b\\]\\(c\\)'],
  ])('%j is written %j, and read back', (text, written) => {
    expect(escapeText(text)).toBe(written);
    expect(readKialoText(written, () => true)).toEqual({ text: text.trim(), links: [], cited: [] });
  });

  test('only signs that were added before a line are removed', () => {
    expect(['\\1.', ' \\-> x', '\\x', 'a \\1', '\\Sources'].map(unescapeLine)).toEqual([
      '1.',
      ' -> x',
      '\\x',
      'a \\1',
      '\\Sources',
    ]);
  });
});

describe('a line with a number begins a claim only if the number follows', () => {
  const numbersIn = (...headings: readonly string[]) =>
    splitKialo(`Discussion Name:\nx\n\n${headings.join('\n')}\n`).items.map(({ number }) => number);

  test.each<[readonly string[], readonly string[]]>([
    [
      ['1. Thesis: a', '1.1. Pro: b', '1.1.1. Con: c', '1.2. Con: d', '2. Thesis: e', '2.1. Pro: f'],
      ['1', '1.1', '1.1.1', '1.2', '2', '2.1'],
    ],
    [
      ['1. Thesis: a', '1.3. Pro: b', '1.7. Con: c'],
      ['1', '1.3', '1.7'],
    ],
    [
      ['1. Thesis: a', '1.1. Pro: b', '1.1. Con: c'],
      ['1', '1.1'],
    ],
    [
      ['1. Thesis: a', '1.2. Pro: b', '1.1. Con: c'],
      ['1', '1.2'],
    ],
    [['1. Thesis: a', '1.1.1. Pro: b'], ['1']],
    [
      ['1. Thesis: a', '2.1. Pro: b', '3. Thesis: c'],
      ['1', '3'],
    ],
    [
      ['1. Thesis: a', '1.1. Pro: b', '1.1.1.1. Pro: c', '2.2. Pro: d'],
      ['1', '1.1'],
    ],
    [
      ['1.1. Thesis: a', '1.1.1. Pro: b'],
      ['1.1', '1.1.1'],
    ],
    [['1. Thesis: a', '1.1. Pro b', '1.1. Other: c'], ['1']],
  ])('%j', (headings, numbers) => {
    expect(numbersIn(...headings)).toEqual(numbers);
  });

  test.each(['2. Thesis: a', '1.2. Thesis: a', '1.1.1. Pro: a'])('%s is no beginning', (heading) => {
    expect(() => numbersIn(heading)).toThrow('text before the first claim');
  });

  test('its text is without as many spaces as stand before its number', () => {
    const { items } = splitKialo('Discussion Name:\nx\n\n1. Thesis:\n a\n  1.1. Pro: b\n   c\n d\n');
    expect(items).toEqual([
      { number: '1', kind: 'Thesis', text: 'a', line: 4 },
      { number: '1.1', kind: 'Pro', text: 'b\n c\nd', line: 6 },
    ]);
  });

  test('the list of sources ends the text, if it is one', () => {
    const file = (end: string) => splitKialo(`Discussion Name:\nx\n\n1. Thesis:\na\nSources:\n${end}`);
    expect(file('no list\n').items[0]?.text).toBe('a\nSources:\nno list');
    const { items, sources } = file(
      '\n[2] B www.b.example\nquote \\[1\\]\n[5] http://c.example/x\n[7] D (1)\n',
    );
    expect(items[0]?.text).toBe('a');
    expect([...sources]).toEqual([
      [2, { title: 'B', url: 'www.b.example', excerpt: 'quote [1]' }],
      [5, { title: '', url: 'http://c.example/x', excerpt: '' }],
      [7, { title: 'D (1)', url: '', excerpt: '' }],
    ]);
  });
});

test.each(['Discussion Name:\nTea?\n\n1. Thesis: Tea is warm', 'Discussion Title: Tea?\n\n1. Tea is warm'])(
  'a file of Kialo’s that was pasted with blank lines before it is read, and errors name its lines: %j',
  (file) => {
    const read = splitKialo(`\n  \n${file}`);
    expect(read.title).toBe('Tea?');
    expect(read.items.map(({ line }) => line)).toEqual(splitKialo(file).items.map(({ line }) => line + 2));
  },
);
