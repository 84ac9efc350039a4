import { LIST } from './save-message.ts';

/** The board of a debate, or of one of its branches. */
const BOARD = /^\/debates\/[^/]+(?:\/claims\/[^/]+)?$/;

/**
 * True for the address of a page worth saving: a board, or the list of debates. With a query it is another page: a search, or one that
 * begins elsewhere.
 */
export function isSaveable({ pathname, search }: Pick<URL, 'pathname' | 'search'>): boolean {
  return search === '' && (pathname === LIST || BOARD.test(pathname));
}
