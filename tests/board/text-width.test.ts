// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { textWidth } from '../../app/_board/map/layout/text-width.ts';

afterEach(() => vi.restoreAllMocks());

test('a word is measured once, and forgotten once very many others were', () => {
  const measureText = vi.fn((text: string) => ({ width: text.length }));
  const context = { measureText } as unknown as CanvasRenderingContext2D;
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
  const widthOf = textWidth('16px sans-serif');
  const timesMeasured = (word: string) => measureText.mock.calls.filter(([text]) => text === word).length;
  for (let nth = 0; nth < 19_999; nth += 1) widthOf(`word${nth}`);
  expect([widthOf('word0'), timesMeasured('word0')]).toEqual([5, 1]);
  for (let nth = 19_999; nth <= 20_000; nth += 1) widthOf(`word${nth}`);
  expect([widthOf('word0'), timesMeasured('word0')]).toEqual([5, 2]);
});
