/** What a page asks its service worker to keep, so that it opens without a network. */
export interface KeepMessage {
  readonly keep: 'page';
  /** The page's path. */
  readonly path: string;
  /** Addresses of the scripts, styles and fonts it uses. */
  readonly assets: readonly string[];
}

export function isKeepMessage(message: unknown): message is KeepMessage {
  return typeof message === 'object' && message !== null && 'keep' in message && message.keep === 'page';
}

/** Names of the caches. */
export const CACHES = { pages: 'parley-pages', assets: 'parley-assets' } as const;

/** Pages kept at most: the ones opened last. */
export const PAGES_KEPT = 20;
