import type { ComponentType } from 'react';
import type { PrintArticleProps } from './print-article.tsx';

let article: ComponentType<PrintArticleProps> | null = null;

/** Returns the printed article's component; `null` until it is loaded. */
export function loadedArticle(): ComponentType<PrintArticleProps> | null {
  return article;
}

/** Loads the printed article. */
export async function loadArticle(): Promise<void> {
  article = (await import('./print-article.tsx')).default;
}
