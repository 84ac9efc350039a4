'use client';

import { createContext, useContext } from 'react';
import type { DebateState } from '#domain/debate/engine/state.ts';
import type { OutlineNode, OutlineTree } from '#domain/outline/outline-tree.ts';

/** Values that each part of the article uses. */
export interface PrintedArticle {
  readonly debateId: string;
  readonly state: DebateState;
  readonly tree: OutlineTree;
  /** True if a line's replies are left to another page. */
  readonly isCut: (node: OutlineNode) => boolean;
  /** Number of printed lines of one list; the rest is left to another page too. */
  readonly listed: number;
  /** Numbers of the endnotes, by source. */
  readonly noteNumbers: ReadonlyMap<string, number>;
}

const Context = createContext<PrintedArticle | null>(null);

export const ArticleContext = Context.Provider;

export function useArticle(): PrintedArticle {
  const article = useContext(Context);
  if (article === null) throw new Error('useArticle outside of an article');
  return article;
}
