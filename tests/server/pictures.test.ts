import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { argumentMapOf } from '../../domain/formats/argument-map.ts';
import { extractBranch } from '../../domain/formats/exports/extract-branch.ts';
import { CARD } from '../../domain/layout/card-metrics.ts';
import { MAP_GEOMETRY } from '../../domain/layout/map-geometry.ts';
import { MAP_COLOURS, THEMES } from '../../server/rendering/pictures/map-colours.ts';
import { PICTURE_LIMITS } from '../../server/rendering/pictures/picture-limits.ts';
import { writePng } from '../../server/rendering/pictures/write-png.ts';
import { writeSvg } from '../../server/rendering/pictures/write-svg.ts';
import { anyDebate } from '../support/any-debate.ts';
import { drawn, drawnText } from '../support/drawn.ts';
import { debateSaying, wordsToDraw } from '../support/exchanged.ts';

const ELEMENTS = new Set(['svg', 'title', 'desc', 'style', 'rect', 'g', 'path', 'text']);

/** All elements of a picture, with what stands in them. */
function elementsOf(svg: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      found.push({ name: node.tagName, attributes, text: textIn(node) });
    }
    if ('childNodes' in node) node.childNodes.forEach(look);
  };
  look(parseFragment(svg.replace(/^<\?xml.*\?>\n/, '')));
  return found;
}

const textIn = (node: DefaultTreeAdapterTypes.ParentNode): string =>
  node.childNodes
    .map((each) => ('value' in each ? each.value : 'childNodes' in each ? textIn(each) : ''))
    .join('');
const plain = (text: string) => text.replace(/\s+/g, '');

describe.each(wordsToDraw())('with %j in it', (words) => {
  test('the SVG is sound XML, holds these words as words, and nothing but a picture', async () => {
    const debate = debateSaying(words);
    const svg = await drawnText(writeSvg(debate, 'light'));
    const { errors } = await validateXML({ xml: { fileName: 'map.svg', contents: svg }, schema: [] });
    expect(errors.filter(({ message }) => !/no DTD/.test(message))).toEqual([]);
    const elements = elementsOf(svg);
    expect(elements.filter(({ name }) => !ELEMENTS.has(name))).toEqual([]);
    expect(
      elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on|href/.test(name)),
    ).toEqual([]);
    const titles = elements
      .filter(({ name }) => name === 'title')
      .map(({ text }) => plain(text))
      .join('\n');
    for (const { text } of argumentMapOf(debate).claims) expect(titles).toContain(plain(text));
  });
});

describe('the map as SVG', () => {
  test('characters that XML lacks are replaced by a character of their own', async () => {
    const svg = await drawnText(writeSvg(debateSaying('no \ufffe character \uffff'), 'light'));
    expect(
      (await validateXML({ xml: { fileName: 'map.svg', contents: svg }, schema: [] })).errors.filter(
        ({ message }) => !/no DTD/.test(message),
      ),
    ).toEqual([]);
    expect(svg).toContain('no \ufffd character \ufffd');
  });

  test.each([1, 2, 3, 4])(
    'of any debate (%i) it has a card for each claim of the map, with its text',
    async (seed) => {
      const { state } = anyDebate(seed);
      const debate = { state, names: new Map<string, string>(), kept: [] };
      const elements = elementsOf(await drawnText(writeSvg(debate, 'dark')));
      const cards = elements.filter(({ attributes }) => attributes.class === 'claim');
      expect(cards).toHaveLength(argumentMapOf(debate).claims.length);
      const lines = plain(
        elements
          .filter(({ name }) => name === 'text')
          .map(({ text }) => text)
          .join(''),
      );
      for (const { claim } of argumentMapOf(debate).claims) expect(lines).toContain(plain(claim.text));
    },
  );

  test('no line is wider than its card, in no script', async () => {
    for (const words of [
      'Supercalifragilisticexpialidocious '.repeat(6),
      '关税提高价格'.repeat(30),
      'الرسوم الجمركية '.repeat(12),
    ]) {
      const svg = await drawnText(writeSvg(debateSaying(words), 'light'));
      const widths = elementsOf(svg).flatMap(({ attributes }) => Number(attributes.textlength ?? 0));
      expect(Math.max(...widths)).toBeLessThanOrEqual(MAP_GEOMETRY.claimWidth - CARD.claim.inset + 0.1);
    }
  });

  test('Arabic begins at the right', async () => {
    const elements = elementsOf(await drawnText(writeSvg(debateSaying('الرسوم الجمركية'), 'light')));
    const arabic = elements.filter(({ name, text }) => name === 'text' && text === 'الرسوم الجمركية');
    expect(arabic.length).toBeGreaterThan(0);
    for (const { attributes } of arabic) expect(attributes.direction).toBe('rtl');
  });

  test('its fonts are in it, for every character that is written', async () => {
    const elements = elementsOf(await drawnText(writeSvg(debateSaying('中文 العربية 😀 é'), 'light')));
    const styles = elements
      .filter(({ name }) => name === 'style')
      .map(({ text }) => text)
      .join('\n');
    const ranges = [...styles.matchAll(/unicode-range:([^}]+)/g)].flatMap(([, range]) =>
      (range ?? '').split(','),
    );
    for (const { name, text } of elements)
      if (name === 'text')
        for (const character of text) expect(ranges).toContain(`U+${character.codePointAt(0)?.toString(16)}`);
    expect(styles).not.toMatch(/url\((?!data:font\/woff2;base64,)|@import/);
  });

  test('it has a name and a description, and its links say nothing twice', async () => {
    const elements = elementsOf(await drawnText(writeSvg(debateSaying('Some words'), 'light')));
    const [picture] = elements;
    expect(picture?.attributes).toMatchObject({ 'aria-labelledby': 'title', 'aria-describedby': 'desc' });
    expect(elements.find(({ attributes }) => attributes.id === 'desc')?.text).toMatch(/^Motion: Some words/);
    expect(elements.find(({ attributes }) => attributes.class === 'links')?.attributes).toMatchObject({
      'aria-hidden': 'true',
    });
  });

  test('a branch is drawn with the way to it alone', async () => {
    const debate = debateSaying('Some words');
    const state = extractBranch(debate.state, 'c-m');
    const elements = elementsOf(
      await drawnText(writeSvg({ ...debate, state: state ?? EMPTY_STATE }, 'light')),
    );
    expect(elements.filter(({ attributes }) => attributes.class === 'claim')).toHaveLength(3);
  });

  test('an empty debate is a picture, too', async () => {
    const debate = { state: EMPTY_STATE, names: new Map<string, string>(), kept: [] };
    expect(await drawnText(writeSvg(debate, 'light'))).toContain('</svg>');
  });
});

describe('the map as PNG', () => {
  const debate = debateSaying('Some words 中文 العربية');

  test.each(THEMES)('has the width that was asked for, and the board’s colours (%s)', async (theme) => {
    const picture = PNG.sync.read(Buffer.from(await drawn(writePng(debate, { theme, width: 1_200 }))));
    expect(picture.width).toBe(1_200);
    const colours = new Set<string>();
    for (let at = 0; at < picture.data.length; at += 4)
      colours.add(`#${Buffer.from(picture.data.subarray(at, at + 3)).toString('hex')}`);
    const { paper, card, hues, support } = MAP_COLOURS[theme];
    for (const colour of [paper, card, hues.teal, support]) expect(colours).toContain(colour);
  });

  test('is as wide as may be, and no wider', async () => {
    const { width } = PNG.sync.read(
      Buffer.from(await drawn(writePng(debate, { theme: 'light', width: 100_000 }))),
    );
    expect(width).toBeGreaterThan(1_200);
    expect(width).toBeLessThanOrEqual(PICTURE_LIMITS.pngSide);
  });

  test('bands join without a seam: a large picture made small is the small one', async () => {
    const [large, small] = await Promise.all(
      [4_000, 1_000].map(async (width) =>
        PNG.sync.read(Buffer.from(await drawn(writePng(debate, { theme: 'light', width })))),
      ),
    );
    if (!large || !small) expect.fail('not drawn');
    let off = 0;
    for (let y = 0; y < small.height; y += 1)
      for (let x = 0; x < small.width; x += 1) {
        let sum = 0;
        for (let dy = 0; dy < 4; dy += 1)
          for (let dx = 0; dx < 4; dx += 1)
            sum += large.data[((4 * y + dy) * large.width + 4 * x + dx) * 4] ?? 0;
        off = Math.max(off, Math.abs(sum / 16 - (small.data[(y * small.width + x) * 4] ?? 0)));
      }
    expect(off).toBeLessThan(110);
  });

  test('a map too large to be read is marks under its motion', async () => {
    const picture = PNG.sync.read(Buffer.from(await drawn(writePng(debate, { theme: 'light', width: 240 }))));
    expect(picture.width).toBeLessThanOrEqual(240);
    const dark = (row: number) => {
      for (let x = 0; x < picture.width; x += 1)
        if ((picture.data[(row * picture.width + x) * 4] ?? 255) < 96) return true;
      return false;
    };
    // Its motion stands above everything else.
    expect(Array.from({ length: 40 }, (_, row) => dark(row))).toContain(true);
  });
});

describe('the look of pictures', () => {
  test.each(THEMES)('has the colours of the board’s style sheet (%s)', (theme) => {
    const css = readFileSync('app/_ui/tokens.css', 'utf8');
    const start = theme === 'light' ? css.indexOf(':root {') : css.indexOf(":root[data-theme='dark'] {");
    const block = css.slice(start, css.indexOf('}', start));
    const tokens = Object.fromEntries(
      [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? '', value]),
    );
    const { hues, card, soft, faint, ...others } = MAP_COLOURS[theme];
    for (const [hue, colour] of Object.entries(hues)) expect(tokens[`hue-${hue}`]).toBe(colour);
    for (const [name, colour] of Object.entries(others)) expect(tokens[name]).toBe(colour);
    expect([tokens['paper-raised'], tokens['ink-soft'], tokens['ink-faint']]).toEqual([card, soft, faint]);
  });
});
