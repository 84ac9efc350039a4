'use client';

import { useEffect, useState } from 'react';
import { useReadable } from '../../core/claims/use-readable.ts';
import { SeenHeights } from './front-measure.ts';
import { fontFamily } from './text-width.ts';

/** Milliseconds the map waits for the page's fonts: after that it is laid out in system fonts, and once more later. */
const PATIENCE = 1_500;

/** Measures cards once the page's fonts are loaded; `null` until then, for a moment. */
export function useSeenHeights(): SeenHeights | null {
  const [heights, setHeights] = useState<SeenHeights | null>(null);
  const readable = useReadable();
  useEffect(() => {
    let left = false;
    const fonts = [
      `15px ${fontFamily('--font-sans')}`,
      `600 15px ${fontFamily('--font-sans')}`,
      `650 19px ${fontFamily('--font-serif')}`,
    ];
    const begin = () => {
      window.clearTimeout(timer);
      if (left) return;
      setHeights(new SeenHeights(readable));
    };
    const timer = window.setTimeout(begin, PATIENCE);
    void Promise.allSettled(fonts.map((font) => document.fonts.load(font))).then(begin);
    return () => {
      left = true;
      window.clearTimeout(timer);
    };
  }, [readable]);
  return heights;
}
