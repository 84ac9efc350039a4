'use client';

import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { preloadComponent } from '../../_ui/lazy-component.ts';
import { usePrinting } from '../../_ui/use-printing.ts';
import { useBoard } from '../core/store/board-context.tsx';
import { afterFirstCards } from '../core/view/first-cards.ts';
import { setPrintLoader } from '../core/view/print-debate.ts';
import { loadArticle, loadedArticle } from './load-article.ts';
import type { PrintArticleProps } from './print-article.tsx';

/** Milliseconds after the first cards at which the article is loaded: once the browser prints, it is too late. */
const FETCHED_AFTER = 500;

/**
 * Prints the debate as an article, whichever view is on screen. It is created when the browser is about to print and removed afterwards.
 * Until it is loaded, a note is printed; without scripts, the outline itself, if it shows what every reader sees.
 */
export function PrintOnDemand({ branch }: PrintArticleProps) {
  const printing = usePrinting();
  useEffect(() => {
    setPrintLoader(loadArticle);
    return afterFirstCards(FETCHED_AFTER, () => preloadComponent(loadArticle));
  }, []);
  const isReader = useBoard(({ replica }) => replica.participantId === null);
  const Article = loadedArticle();
  if (printing && Article) return createPortal(<Article branch={branch} />, document.body);
  return <span hidden data-awaits-paper={isReader ? 'shared' : 'own'} />;
}
