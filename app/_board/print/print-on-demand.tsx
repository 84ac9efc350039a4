'use client';

import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { preloadComponent } from '../../_ui/lazy-component.ts';
import { afterFirstCards } from '../core/view/first-cards.ts';
import { preparePrintingBy } from '../core/view/print-debate.ts';
import { loadArticle, loadedArticle } from './load-article.ts';
import type { PrintArticleProps } from './print-article.tsx';

/** Milliseconds after the first cards at which the article is loaded: once the browser prints, it is too late. */
const FETCHED_AFTER = 500;

/**
 * Prints the debate as an article, whichever view is on screen. It is created when the browser is about to print and removed afterwards;
 * without scripts the outline itself is printed.
 */
export function PrintOnDemand({ branch }: PrintArticleProps) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    preparePrintingBy(loadArticle);
    return afterFirstCards(FETCHED_AFTER, () => preloadComponent(loadArticle));
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
  const Article = loadedArticle();
  return printing && Article ? createPortal(<Article branch={branch} />, document.body) : null;
}
