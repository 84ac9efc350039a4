import type { UseStore } from 'idb-keyval';
import { fetchWithParts } from '#app/_ui/lazy-component.ts';

/**
 * Loaded when there is something to keep or to look for, and before the server can become unreachable: the first paint does not wait for
 * it.
 */
export const library = () => import('idb-keyval');
fetchWithParts(library);

/** Returns a table of the browser's database, which is opened once. */
export function browserTable(database: string, table: string): () => Promise<UseStore> {
  let opened: Promise<UseStore> | undefined;
  return () => {
    opened ??= library().then(({ createStore }) => createStore(database, table));
    return opened;
  };
}
