'use client';

import { useEffect, useState } from 'react';
import { useReadable } from '../claim/use-readable.ts';
import { CardMeasure } from './measure-card.ts';
import { fontFamily } from './text-width.ts';

/** Measures cards once the page's fonts are there; null until then, a moment. */
export function useCardMeasure(): CardMeasure | null {
  const [measure, setMeasure] = useState<CardMeasure | null>(null);
  const readable = useReadable();
  useEffect(() => {
    let left = false;
    const fonts = [
      `15px ${fontFamily('--font-sans')}`,
      `600 15px ${fontFamily('--font-sans')}`,
      `650 19px ${fontFamily('--font-serif')}`,
    ];
    const loaded = Promise.allSettled(fonts.map((font) => document.fonts.load(font)));
    void loaded.then(() => {
      if (!left) setMeasure(new CardMeasure(readable));
    });
    return () => {
      left = true;
    };
  }, [readable]);
  return measure;
}
