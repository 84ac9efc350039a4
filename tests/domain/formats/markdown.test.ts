import { Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { escapeLinkText, escapeMarkdown } from '../../../domain/formats/pages/escape-markdown.ts';

describe('a text in Markdown', () => {
  test.each([
    'The U.S. exports (mostly) chips, e.g. to Taiwan; “why?”',
    'C# and F#, 5 < 6 & 7 > 3',
    '+5% in 2019, -3% in 2020!',
    'snake_case, 2 * 3 ~ 6, {x} = |y| ^ $5',
    'see [1] and [sic]: nothing, at 3@home',
    'It costs 1.5 million. 2025 was worse.',
  ])('%s stays as it is, but for what would mean more', (text) => {
    const escaped = escapeMarkdown(text);
    expect(escaped.replaceAll('\\[', '[').replaceAll('\\]', ']').replaceAll('&#64;', '@')).toBe(text);
    expect(textIn(escaped)).toBe(text);
  });

  test.each([
    ['U.S.', 'U.S.'],
    ['1. First', '1\\. First'],
    ['- a', '\\- a'],
    ['# a', '\\# a'],
    ['> a', '\\> a'],
    ['*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'],
    ['a](b) [c', 'a\\](b) \\[c'],
    ['<b>', '\\<b>'],
    ['&amp;', '\\&amp;'],
    ['a\\b', 'a\\\\b'],
    ['www.a.example', 'www&#46;a.example'],
    ['ann@a.example', 'ann&#64;a.example'],
  ])('%j is written %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
    expect(textIn(escaped)).toBe(text);
  });

  test('the words of a link keep their brackets to themselves', () => {
    expect(escapeLinkText('[a] b]')).toBe('\\[a\\] b\\]');
  });
});

/** The text of the only paragraph that is found. */
function textIn(markdown: string): string {
  const paragraph = new Parser().parse(markdown).firstChild;
  expect([paragraph?.type, paragraph?.next ?? null]).toEqual(['paragraph', null]);
  let text = '';
  for (let node = paragraph?.firstChild ?? null; node; node = node.next) {
    expect(node.type).toBe('text');
    text += node.literal ?? '';
  }
  return text;
}
