'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { preloadComponent } from '../../_ui/lazy-component.ts';
import type { PrintArticleProps } from './print-article.tsx';

/** Milliseconds after which the article is loaded: nobody prints at once, and when they do there is no time to load it. */
const FETCHED_AFTER = 3_000;

/**
 * Prints the debate as an article, whichever view is on screen. It is created when the browser is about to print and removed afterwards;
 * without scripts the outline itself is printed.
 */
export function PrintOnDemand({ branch }: PrintArticleProps) {
  const [Article, setArticle] = useState<ComponentType<PrintArticleProps> | null>(null);
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const load = () => import('./print-article.tsx').then((part) => setArticle(() => part.default));
    const timer = window.setTimeout(() => preloadComponent(load), FETCHED_AFTER);
    return () => window.clearTimeout(timer);
  }, []);
  useEffect(() => {
    const print = window.matchMedia('print');
    // Synchronously: the browser captures the page as it is when this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const follow = () => setPrinting(print.matches);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    print.addEventListener('change', follow);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
      print.removeEventListener('change', follow);
    };
  }, []);
  return printing && Article ? createPortal(<Article branch={branch} />, document.body) : null;
}
