import { HtmlRenderer, Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '#domain/formats/formats.ts';
import { escapeLinkText, escapeMarkdown } from '#domain/formats/pages/escape-markdown.ts';
import { aDebate, comment } from '../../support/debate-builder.ts';

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
    ['a ## b ##', 'a ## b \\##'],
    ['C#', 'C#'],
    ['####### a', '####### a'],
    ['###### a', '\\###### a'],
    ['1234567890. a', '1234567890. a'],
    ['12) a', '12\\) a'],
    ['12.a', '12.a'],
    ['+- a', '\\+- a'],
    ['-a', '-a'],
    ['===', '\\==='],
    ['== a', '== a'],
    ['~~a~~ ~ b', '\\~\\~a\\~\\~ ~ b'],
    ['_a_b_', '\\_a_b\\_'],
    ['a <b a<', 'a \\<b a\\<'],
    ['a & b &c; &#1;', 'a & b \\&c; \\&#1;'],
    ['HTTPS://a ftp:b', 'HTTPS&#58;//a ftp&#58;b'],
    ['a @b c@ d', 'a @b c@ d'],
    ['[a] b', '\\[a] b'],
    ['b [a] c', 'b [a] c'],
    ['b [a]', 'b \\[a\\]'],
  ])('%j is written %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
    expect(textIn(escaped)).toBe(text);
  });

  test('the words of a link keep their brackets to themselves', () => {
    expect(escapeLinkText('[a] b]')).toBe('\\[a\\] b\\]');
  });
});

describe('a comment in a file to read', () => {
  const text =
    'So **very** *slow*, as `ping` [shows](https://a.example/x):\n\n- <b>first</b>\n- [bad](javascript:alert(1))\n\n> said 1*2';
  const debate = () => ({
    state: aDebate()
      .does('dana', comment({ commentId: 'm-f', text }))
      .projection('dana'),
    names: new Map([['dana', 'Dana']]),
    kept: [],
  });
  const written = (format: 'html' | 'markdown') => [...FORMATS[format].write(debate())].join('');

  test('has its formatting as HTML', () => {
    const html = written('html');
    expect(html).toContain(
      '<p dir="auto">So <strong>very</strong> <em>slow</em>, as <code>ping</code> <a href="https://a.example/x" rel="noopener noreferrer nofollow">shows</a>:</p>',
    );
    expect(html).toContain(
      '<ul><li><p dir="auto">&lt;b&gt;first&lt;/b&gt;</p></li><li><p dir="auto">bad</p></li></ul>',
    );
    expect(html).toContain('<blockquote><p dir="auto">said 1*2</p></blockquote>');
    expect(html).not.toContain('**');
  });

  test('has its formatting as Markdown, within its item', () => {
    const markdown = written('markdown');
    const html = new HtmlRenderer().render(
      new Parser().parse(markdown.slice(markdown.indexOf('## Comments'))),
    );
    expect(html).toContain(
      'So <strong>very</strong> <em>slow</em>, as <code>ping</code> <a href="https://a.example/x">shows</a>:</p>',
    );
    expect(html).toContain('&lt;b&gt;first&lt;/b&gt;');
    expect(html).not.toContain('javascript');
    // All of it stands in one item of the list.
    expect(html.match(/<blockquote>\n<p>said 1\*2<\/p>\n<\/blockquote>\n<\/li>/)).not.toBeNull();
  });
});

test('a claim is written in Markdown with its votes, and without any if it has none', () => {
  const debate = { state: aDebate().projection('dana'), names: new Map(), kept: [] };
  const lines = [...FORMATS.markdown.write(debate)].join('').split('\n');
  const lineOf = (words: string) => lines.find((line) => line.includes(words)) ?? '';
  expect(lineOf('one two three')).toContain('1 agree, 0 disagree, 0 pass');
  expect(lineOf('seven')).not.toBe('');
  expect(lineOf('seven')).not.toContain('agree');
});

describe('replies in a file to read', () => {
  const say = (commentId: string, replyTo: string | null, text: string) =>
    comment({ commentId, replyTo, text, on: { kind: 'claim', id: 'c-b' } });
  const debate = (withdrawn: readonly string[] = []) => {
    const built = aDebate()
      .does('dana', say('m-1', null, 'First\n\n- of a list'))
      .does('dana', say('m-2', null, 'Second'))
      .does('emil', say('m-3', 'm-1', 'An answer\n\n- with a list'));
    for (const commentId of withdrawn) built.does('dana', { type: 'comment.withdraw', commentId });
    return { state: built.projection('dana'), names: new Map([['emil', 'Emil']]), kept: [] };
  };
  const asHtml = (of: ReturnType<typeof debate>) => {
    const markdown = [...FORMATS.markdown.write(of)].join('');
    return new HtmlRenderer()
      .render(new Parser().parse(markdown.slice(markdown.indexOf('## Comments'))))
      .replace(/\n/g, '');
  };

  test('are a list within the item they reply to, in Markdown', () => {
    expect(asHtml(debate())).toMatch(
      /First<\/p><ul><li>of a list<\/li><\/ul><ul><li><p>Emil in reply:<\/p><p>An answer<\/p><ul><li>with a list<\/li><\/ul><\/li><\/ul><\/li><li>.*Second/,
    );
  });

  test('are set in below it, as HTML', () => {
    const html = [...FORMATS.html.write(debate())].join('');
    expect(html).toMatch(
      /of a list<\/p><\/li><\/ul><\/li>\n<li class="reply"><small><bdi>Emil<\/bdi> in reply<\/small>/,
    );
  });

  test('to a withdrawn comment stand for themselves: they belong to no other', () => {
    const of = debate(['m-1']);
    expect(asHtml(of)).not.toContain('in reply');
    expect([...FORMATS.html.write(of)].join('')).not.toContain('class="reply"');
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
