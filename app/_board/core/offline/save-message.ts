import type { SavedSummary } from './saved-summary.ts';

/** Message in which a page asks its service worker to keep it, so that it opens without a network. */
export interface SaveMessage {
  readonly keep: 'page';
  /** Path of the page. */
  readonly path: string;
  /** Addresses of the scripts, styles and fonts it uses. */
  readonly assets: readonly string[];
  /** Summary of the debate it shows, for lists; `null` if it shows none. */
  readonly debate: SavedSummary | null;
}

export function isSaveMessage(message: unknown): message is SaveMessage {
  return typeof message === 'object' && message !== null && 'keep' in message && message.keep === 'page';
}

/** Message in which a page asks its service worker, over a port, whether it was opened from a kept copy. */
export interface CopyQuestion {
  readonly ask: 'shown copy';
  /** Path of the page. */
  readonly path: string;
}

export function isCopyQuestion(message: unknown): message is CopyQuestion {
  return typeof message === 'object' && message !== null && 'ask' in message && message.ask === 'shown copy';
}

/** A kept copy that was shown in place of the page. */
export interface ShownCopy {
  /** Time when the server made it, in milliseconds since 1970; `null`: unknown. */
  readonly madeAt: number | null;
}

/** Answers to a page that was opened from a copy: first the copy, then whether the page itself arrived. Others get none. */
export type CopyAnswer = ShownCopy | 'arrived' | 'failed';

/** Names of the caches. */
export const CACHES = { pages: 'parley-pages', assets: 'parley-assets' } as const;

/** Cache entry in which the service worker reads whose debates this browser keeps. */
export const SAVED_FOR = { cache: 'parley-kept-for', path: '/kept-for' } as const;

/** The list of debates; it is kept together with the first debate. */
export const LIST = '/';

/** Name of the browser's database of kept debates, and of its table. */
export const DEBATES = ['parley-debates', 'debates'] as const;

/** Maximum number of debates' pages kept: the most recently opened ones. */
export const MOST_SAVED_PAGES = 20;
