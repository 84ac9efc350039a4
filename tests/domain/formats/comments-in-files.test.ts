import { expect, test } from 'vitest';
import { argumentMapOf } from '#domain/formats/argument-map.ts';
import { commentHtml } from '#domain/formats/pages/comment-html.ts';
import { writeHtml } from '#domain/formats/pages/write-html.ts';
import { writeMarkdown } from '#domain/formats/pages/write-markdown.ts';
import { formatMarkdown } from '#domain/markdown/format-markdown.ts';
import { readMarkdown } from '#domain/markdown/read-markdown.ts';
import { aDebate, comment } from '../../support/debate-builder.ts';

const p = (html: string) => `<p dir="auto">${html}</p>`;
const a = (address: string, words: string) =>
  `<a href="${address}" rel="noopener noreferrer nofollow">${words}</a>`;
const quoted = (times: number, html: string) =>
  `${'<blockquote>'.repeat(times)}${html}${'</blockquote>'.repeat(times)}`;

/** A comment as HTML and as CommonMark; absent: it stays as it was written. */
test.each<[text: string, html: string, markdown?: string]>([
  ['a\nb', p('a<br>b')],
  ['a  \nb', p('a<br>b'), 'a\\\nb'],
  ['**b** *i* `c<d`', p('<strong>b</strong> <em>i</em> <code>c&lt;d</code>')],
  ['# Head *x*', p('<strong>Head <em>x</em></strong>'), '**Head *x***'],
  ['```js\na < b\n```', '<pre><code>a &lt; b</code></pre>'],
  ['---', '<hr>', '***'],
  ['1. a\n2. b', `<ol><li>${p('a')}</li><li>${p('b')}</li></ol>`],
  ['3. a\n4. b', `<ol start="3"><li>${p('a')}</li><li>${p('b')}</li></ol>`],
  ['- a\n\n  b\n- c', `<ul><li>${p('a')}${p('b')}</li><li>${p('c')}</li></ul>`],
  ['1. a\n\n   ```\n   c\n   ```', `<ol><li>${p('a')}<pre><code>c</code></pre></li></ol>`],
  ['+ plus\n* star', `<ul><li>${p('plus')}</li></ul><ul><li>${p('star')}</li></ul>`, '- plus\n\n* star'],
  ['> q\n> > r', quoted(1, p('q') + quoted(1, p('r'))), '> q\n>\n> > r'],
  [`${'> '.repeat(9)}deep`, quoted(9, p('deep'))],
  [`${'> '.repeat(10)}deep *x*`, quoted(9, p('&gt; deep *x*')), `${'> '.repeat(9)}\\> deep \\*x\\*`],
  [
    '[x](https://a.example/?q=1&r="2")',
    p(a('https://a.example/?q=1&amp;r=%222%22', 'x')),
    '[x](https://a.example/?q=1\\&r="2")',
  ],
  ['[x *y*](mailto:a@b.example)', p('x <em>y</em>'), 'x *y*'],
  ['**[x](ftp://a.example)**', p('<strong>x</strong>'), '**x**'],
  [
    '![alt](https://a.example/i.png)',
    p(`!${a('https://a.example/i.png', 'alt')}`),
    '\\![alt](https://a.example/i.png)',
  ],
  [
    'www.a.example and https://b.example/x_y',
    p(
      `${a('http://www.a.example/', 'www.a.example')} and ${a('https://b.example/x_y', 'https://b.example/x_y')}`,
    ),
    '[www.a.example](http://www.a.example) and <https://b.example/x_y>',
  ],
  ['a@b.example', p('a@b.example'), 'a\\@b.example'],
  ['<b>no</b> &amp;', p('&lt;b&gt;no&lt;/b&gt; &amp;'), '\\<b>no\\</b> &'],
  ['    indented', p('indented'), 'indented'],
  ['head\n===', p('head<br>==='), 'head\n\\==='],
  [
    '[a]: https://a.example',
    p(`[a]: ${a('https://a.example/', 'https://a.example')}`),
    '\\[a]: <https://a.example>',
  ],
  ['| a | b |\n|---|---|', p('| a | b |<br>|---|---|')],
  ['~~no~~', p('~~no~~'), '\\~~no~~'],
])('the comment %j', (text, html, markdown = text) => {
  expect(commentHtml(text)).toBe(html);
  expect(formatMarkdown(readMarkdown(text), text)).toBe(markdown);
});

/** Markup of a text counts: 600 signs are read, with more it is plain paragraphs. */
test.each<[what: string, text: string, read: boolean]>([
  ['600 signs: 597 lines before one with two', `${'x\n'.repeat(597)}**b**`, true],
  ['more lines', `${'x\n'.repeat(598)}**b**`, false],
  ['signs in a row, which count once', `**b** ${'*'.repeat(2_000)}`, true],
  ['many signs', `**b** ${'a_b '.repeat(600)}`, false],
  ['links', `**b** ${'www.a.example '.repeat(600)}`, false],
  ['lines of a quote, which count thrice', `**b**\n\n${'> x\n'.repeat(197)}`, true],
  ['more lines of a quote', `**b**\n\n${'> x\n'.repeat(198)}`, false],
  ['quotes nested 16 deep', `**b**\n\n${'> '.repeat(16)}x`, true],
  ['quotes nested 17 deep', `**b**\n\n${'> '.repeat(17)}x`, false],
  ['lines after a list that ended', `**b**\n\n- x\n\n${'y\n'.repeat(589)}`, true],
  ['one more line after a list', `**b**\n\n- x\n\n${'y\n'.repeat(590)}`, false],
  ['lines within a list that goes on', `**b**\n\n- x\n\n${'  y\n'.repeat(300)}`, false],
  ['a list within white space of 40 columns', `**b**\n\n${' '.repeat(40)}- x`, false],
  ['a list behind tabs', `**b**\n\n${'\t'.repeat(9)}- x`, false],
])('a comment with %s', (_, text, isRead) => {
  expect(JSON.stringify(readMarkdown(text)).includes('"strong"')).toBe(isRead);
});

test('a text with too much markup has its paragraphs', () => {
  const text = `one\ntwo\n \n\nthree ${'a_b '.repeat(600)}\n\n  \n`;
  expect(readMarkdown(text).children.map((node) => ('children' in node ? node.children : []))).toMatchObject([
    [{ type: 'text', value: 'one\ntwo' }],
    [{ type: 'text' }],
  ]);
});

test('replies follow the comment that they answer, not what was written in between', () => {
  const debate = aDebate()
    .does('emil', comment({ commentId: 'm-other', text: 'Another thread' }))
    .does('emil', comment({ commentId: 'm-reply', replyTo: 'm-a' }))
    .does('dana', comment({ commentId: 'm-again', replyTo: 'm-reply' }));
  const order = () =>
    argumentMapOf({ state: debate.state, names: new Map(), kept: [] }).comments.map((one) => one.comment.id);
  expect(order()).toEqual(['m-a', 'm-reply', 'm-again', 'm-other']);
  debate.does('dana', { type: 'comment.withdraw', commentId: 'm-a' });
  expect(order()).toEqual(['m-reply', 'm-again', 'm-other']);
});

test('comments on a cross-link are in the files to read, with the claims that it links', () => {
  const on = { kind: 'link', id: 'x-a' } as const;
  const { state } = aDebate().does('emil', comment({ commentId: 'm-link', on, text: 'Far-fetched' }));
  const debate = { state, names: new Map(), kept: [] };
  expect([...writeMarkdown(debate)].join('')).toContain('- on the link from 2.1 to 1.1.1: Far-fetched');
  const ends = ['2.1', '1.1.1'].map((number) => `<a href="#claim-${number}">${number}</a>`);
  expect([...writeHtml(debate)].join('')).toContain(
    `<small>on the link from ${ends.join(' to ')}</small><p dir="auto">Far-fetched</p>`,
  );
});
