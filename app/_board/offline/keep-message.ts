import type { KeptSummary } from './kept-summary.ts';

/** What a page asks its service worker to keep, so that it opens without a network. */
export interface KeepMessage {
  readonly keep: 'page';
  /** The page's path. */
  readonly path: string;
  /** Addresses of the scripts, styles and fonts it uses. */
  readonly assets: readonly string[];
  /** What a list says of the debate it shows, if it shows one. */
  readonly debate: KeptSummary | null;
}

export function isKeepMessage(message: unknown): message is KeepMessage {
  return typeof message === 'object' && message !== null && 'keep' in message && message.keep === 'page';
}

/** Names of the caches. */
export const CACHES = { pages: 'parley-pages', assets: 'parley-assets' } as const;

/** Where the service worker reads whose debates this browser keeps. */
export const KEPT_FOR = { cache: 'parley-kept-for', path: '/kept-for' } as const;

/** The list of debates: it is kept with the first of them. */
export const LIST = '/';

/** The browser's database of kept debates, and its table. */
export const DEBATES = ['parley-debates', 'debates'] as const;

/** Debates' pages kept at most: the ones opened last. */
export const PAGES_KEPT = 20;
