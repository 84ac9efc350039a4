import type { TextWidth } from '#domain/layout/wrap-text.ts';

/** Number of words whose widths are kept; at more, they are measured again. */
const MOST_KEPT = 20_000;

/** Measures texts in one font, word by word, with a cache: a debate uses the same words again and again. */
export function textWidth(font: string): TextWidth {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  if (context) context.font = font;
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      width = context?.measureText(text).width ?? text.length * 8;
      if (known.size >= MOST_KEPT) known.clear();
      known.set(text, width);
    }
    return width;
  };
}

/** Returns the font families of the page in the form that a canvas takes. */
export function fontFamily(token: '--font-sans' | '--font-serif'): string {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim() || 'sans-serif';
}
