import { describe, expect, test } from 'vitest';
import { NeededCharacters } from '../../server/rendering/typeset/needed-characters.ts';
import type { SetLine } from '../../server/rendering/typeset/typeface.ts';
import { openTypefaces } from '../../server/rendering/typeset/typefaces.ts';
import { inVisualOrder } from '../../server/rendering/typeset/visual-order.ts';

async function line(text: string): Promise<SetLine> {
  const needed = new NeededCharacters();
  needed.note(text, 'text');
  return (await openTypefaces(needed)).text.line(text);
}

/** The words of a line's runs as they stand from left to right, each with its family. */
const runsOf = ({ runs }: SetLine) => runs.map(({ text, font }) => `${font.family} ${text}`);
const isWhole = ({ runs }: SetLine) => runs.every(({ glyphs }) => glyphs.every(({ id }) => id !== 0));

describe('lines of text', () => {
  test('Latin text is one run of the board’s own typeface, kerned', async () => {
    const set = await line('To AVAIL');
    expect(runsOf(set)).toEqual(['inter To AVAIL']);
    const alone = await Promise.all([...'To AVAIL'].map(line));
    expect(set.width).toBeLessThan(alone.reduce((sum, { width }) => sum + width, 0));
  });

  test.each([
    ['Chinese', '关税提高价格，消费者受损。', 'noto-sans-sc'],
    ['Japanese', 'かなとカナ', 'noto-sans-sc'],
    ['Korean', '한국의 반도체', 'noto-sans-kr'],
    ['Arabic', 'الرسوم الجمركية', 'noto-sans-arabic'],
    ['Hebrew', 'שלום עולם', 'noto-sans-hebrew'],
    ['Hindi', 'यह तर्क हिन्दी में है', 'noto-sans-devanagari'],
    ['Thai, with a vowel of two signs', 'ระหว่างคำ', 'noto-sans-thai'],
    ['signs', '⊘∀→', 'noto-sans-math'],
    ['emoji', '😀🚢', 'noto-emoji'],
    ['Cyrillic and Greek', 'Правда λόγος', 'inter'],
  ])('%s has a sign for every character', async (_, text, family) => {
    const set = await line(text);
    expect(isWhole(set)).toBe(true);
    expect(set.runs.map(({ font }) => font.family)).toContain(family);
  });

  test('Arabic letters take the form of their place, and stand from right to left', async () => {
    const [joined, apart] = [await line('بيت'), await line('ب ي ت')];
    expect(joined.fromRight).toBe(true);
    expect(joined.runs.flatMap(({ glyphs }) => glyphs.map(({ at }) => at))).toEqual(
      joined.runs.flatMap(({ glyphs }) => glyphs.map(({ at }) => at)).sort((a, b) => b - a),
    );
    expect(joined.width).toBeLessThan(apart.width - 2 * 0.2);
  });

  test('a Latin word and a number in an Arabic line stand where a reader looks for them', async () => {
    const texts = runsOf(await line('ترفع EV بنسبة 25')).map((run) =>
      run.split(' ').slice(1).join(' ').trim(),
    );
    expect(texts.filter((text) => text !== '')).toEqual(['25', 'بنسبة', 'EV', 'ترفع']);
  });

  test('a joined emoji is one glyph', async () => {
    for (const emoji of ['👨‍👩‍👧', '🇨🇳', '👍🏽']) {
      const { runs } = await line(emoji);
      const shown = runs.flatMap(({ glyphs }) => glyphs.filter(({ advance }) => advance > 0));
      expect(shown, emoji).toHaveLength(1);
    }
  });

  test('a character without a font is a box, and breaks nothing', async () => {
    const set = await line('before \u{13000} after');
    expect(isWhole(set)).toBe(false);
    expect(set.width).toBeGreaterThan((await line('before  after')).width);
  });

  test('a font holds no more than is needed of it', async () => {
    const needed = new NeededCharacters();
    needed.note('产业', 'text');
    const { text } = await openTypefaces(needed);
    const chinese = text.fonts.filter(({ family }) => family === 'noto-sans-sc');
    expect(chinese.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(8_000);
  });

  test('parts of a line are turned level by level', () => {
    const parts = [0, 1, 2, 2, 1, 0, 1].map((level, at) => ({ level, at }));
    expect(inVisualOrder(parts).map(({ at }) => at)).toEqual([0, 4, 2, 3, 1, 5, 6]);
  });
});
