'use client';

import { type RefObject, useEffect, useState } from 'react';
import { type Selectors, selectorsOf } from '#domain/debate/sources/passage-place.ts';
import { placeAt } from './article-places.ts';

/**
 * Returns the selected passage of an article: it follows the browser's own selection, by pointer, finger or keys. It stays selected while
 * the viewer uses its actions, wherever the browser's selection moves then.
 */
export function useSelectedPassage(
  root: RefObject<HTMLElement | null>,
  text: string,
): [selected: Selectors | null, drop: () => void] {
  const [selected, setSelected] = useState<Selectors | null>(null);
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      const { anchorNode, focusNode } = selection ?? {};
      const article = root.current;
      if (!selection || !article || !anchorNode || !focusNode) return;
      if (!article.contains(anchorNode) || !article.contains(focusNode)) return;
      const [one, other] = [
        placeAt(anchorNode, selection.anchorOffset),
        placeAt(focusNode, selection.focusOffset),
      ];
      if (one === null || other === null) return;
      setSelected(selectorsOf(text, Math.min(one, other), Math.max(one, other)));
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [root, text]);
  const drop = () => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return [selected, drop];
}
