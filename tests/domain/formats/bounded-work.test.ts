import { describe, expect, test } from 'vitest';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { type FormatName, readFormat } from '#domain/formats/formats.ts';
import { commentHtml } from '#domain/formats/pages/comment-html.ts';
import { formatMarkdown } from '#domain/markdown/format-markdown.ts';
import { readMarkdown } from '#domain/markdown/read-markdown.ts';
import { ADVERSARIAL, UNITS } from '../../support/adversarial.ts';
import { sampleOf } from '../../support/how-many.ts';
import { paced, processorTime, timeOf } from '../../support/processor-time.ts';

/** Characters of the larger text; the other one is a quarter of it. */
const LONG = 40_000;
/** Milliseconds of processor time up to which nothing is compared: so much takes whatever else a machine does. */
const FLOOR = 270;
/** Work that grows as the text does takes four times as long, and that of its square sixteen times. */
const RATIO = 8;

/** How often both texts are read at most: something else on the machine may slow down one reading, hardly all of them. */
const TRIES = 3;

/** Milliseconds of processor time that reading takes, whether the text is accepted or refused. */
async function workOf(format: FormatName, bytes: Uint8Array): Promise<number> {
  const before = processorTime();
  await readFormat(format, bytes).catch((error: unknown) => {
    if (!(error instanceof FormatError)) throw error;
  });
  return processorTime() - before;
}

const WAYS = Object.entries(ADVERSARIAL).flatMap(([format, ways]) =>
  Object.entries(ways).map(([way, make]) => [format as FormatName, way, make] as const),
);

describe('[FI4] reading takes as long as the text is, whatever it repeats', () => {
  test.each(WAYS)('%s, %s', { timeout: 240_000 }, async (format, _, make) => {
    const of = (unit: string, length: number) => make(unit.repeat(Math.ceil(length / unit.length)));
    for (const unit of sampleOf(UNITS, 12)) {
      let [long, short] = [await workOf(format, of(unit, LONG)), 0];
      if (long < FLOOR) continue;
      for (let tried = 1; ; tried += 1) {
        const again = await workOf(format, of(unit, LONG / 4));
        short = tried === 1 ? again : Math.min(short, again);
        if (long / short < RATIO || tried === TRIES) break;
        long = Math.min(long, await workOf(format, of(unit, LONG)));
      }
      expect(long / short, `${JSON.stringify(unit)}: ${short} ms, then ${long} ms`).toBeLessThan(RATIO);
    }
  });
});

/** Fragments that a hostile comment repeats: containers, emphasis, links, code, tables, HTML, and mixtures. */
const COMMENT_UNITS = [
  ...UNITS,
  ...[
    '>',
    '> ',
    '>\n',
    '> a\n',
    '>- 1. ',
    '- > ',
    '> - ',
    '1. ',
    '-\n',
    '- a\n',
    '1. a\n',
    '- a\n\n',
    '- a\n  ',
  ],
  ...[
    '**a*',
    '*a',
    'a*',
    '*a ',
    '_a_ ',
    '**a** ',
    '***a** b*',
    '*a_b',
    '`*[',
    '*[a](',
    '- **a*\n',
    '> *a* `b`\n',
  ],
  ...[
    '[a](b) ',
    '![a](b)',
    '*[a](b)* ',
    '[[a]',
    '[x](<',
    '` ',
    '``a`',
    '```\n',
    'www.a.b ',
    'http://a.b ',
    'a@b.c ',
  ],
  ...[
    '# a\n',
    '***\n',
    'a  \n',
    '|a|b|\n|-|-|\n',
    '<b>a</b>',
    '<http://a.b> ',
    '&amp;',
    '- a\n  - b\n    - c\n',
  ],
];
/** Comments whose hostile part stands beside lines that go on with it. */
const MIXED = [
  ['a deep item and lines that go on with it', `${'- '.repeat(16)}a\n${'b\n'.repeat(2_500)}`],
  ['a deep item and empty lines', `${'- '.repeat(16)}a\n${'\n'.repeat(5_000)}`],
  ['a deep quote in turn with paragraphs', `${'>'.repeat(16)}\n${'a\n\n'.repeat(10)}`.repeat(110)],
  ['items ever deeper', Array.from({ length: 70 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
] as const;
/** Milliseconds of processor time for one comment: a few on an idle machine. */
const COMMENT_WORK = 50;

/** Milliseconds of processor time that a comment takes to be read and written, at best. */
function commentWork(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < 5 && least > COMMENT_WORK / 2; tried += 1) {
    const work = timeOf(() => formatMarkdown(readMarkdown(text), text));
    least = Math.min(least, work);
    commentHtml(text);
  }
  return least < COMMENT_WORK ? least : paced(least);
}

describe('[FI4] a comment of any text of the largest size is shown at once', () => {
  const LENGTH = LIMITS.commentCharacters;
  test.each(COMMENT_UNITS)('%j, repeated', (unit) => {
    const full = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    // As much of it as is still read as formatting, more or less.
    const part = unit.repeat(100).slice(0, LENGTH);
    for (const text of [full, part]) expect(commentWork(text)).toBeLessThan(COMMENT_WORK);
  });
  test.each(MIXED)('%s', (_, text) => {
    expect(commentWork(text.slice(0, LENGTH))).toBeLessThan(COMMENT_WORK);
  });
  test('realistic text keeps its formatting: long lists, nested quotes, many links and bold words', () => {
    const item = '- a point of **some weight**, as [was said](https://example.org) ';
    const long = `${`${item}${'x'.repeat(30)}\n`.repeat(40)}\n${'> > said so, at some length, and more than once\n'.repeat(20)}`;
    expect(long.length).toBeGreaterThan(LENGTH - 500);
    const { children } = readMarkdown(long.slice(0, LENGTH));
    expect(children.map(({ type }) => type)).toEqual(['list', 'blockquote']);
  });
  test('realistic text keeps its formatting: formulas, paths and ampersands', () => {
    const line = '**Lemma.** Let \\(a \\leq b\\), see C:\\Proofs\\lemma & Q&A, 1\\. ';
    const long = line.repeat(Math.floor(LENGTH / line.length));
    const [paragraph] = readMarkdown(long).children;
    expect(paragraph).toHaveProperty('children.0.type', 'strong');
  });
  test.each(['\\!', '&lt;', '&#33;'])('%s repeated is too much markup', (unit) => {
    const text = unit.repeat(Math.floor(LENGTH / unit.length));
    expect(readMarkdown(text).children).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: text }] },
    ]);
  });
  test('too much markup is plain text, whole, in its paragraphs', () => {
    const text = `a ${'>'.repeat(3)}\nb\n\n${'>'.repeat(100)} c\n`;
    expect(commentHtml(text)).toBe(
      `<p dir="auto">a &gt;&gt;&gt;<br>b</p><p dir="auto">${'&gt;'.repeat(100)} c<br></p>`,
    );
  });
});
