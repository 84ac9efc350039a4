/** Number of entries in this tab's history, up to the present one, that were made by selecting something on this board. */
const DEPTH = 'parleyDepth';

/** The board's address in the browser: it names the selected item, and Back leads to the one before. */
export interface ViewAddress {
  /** The id in the address; empty for none. */
  read(): string;
  /** Sets the selected item. Closing goes back to before the first selection, in one step. */
  write(id: string | null): void;
  /** Replaces the last selection: Back leads to the one before that. */
  replace(id: string): void;
  /** Calls `changed` when the viewer goes back or forward, or edits the address. Returns an unsubscribe function. */
  follow(changed: (id: string) => void): () => void;
}

export function createViewAddress(): ViewAddress {
  /** True while going back to before the first selection, which takes the browser a moment; and the item selected since. */
  let leaving = false;
  let selected: string | null = null;

  const read = () => decoded(window.location.hash.slice(1));
  const addressOf = (id: string | null) => {
    const { pathname, search } = window.location;
    return `${pathname}${search}${id === null ? '' : `#${id}`}`;
  };
  const push = (id: string) => window.history.pushState({ [DEPTH]: depthNow() + 1 }, '', addressOf(id));

  return {
    read,
    write(id) {
      selected = id;
      if (leaving) return;
      const depth = depthNow();
      if (id !== null) push(id);
      else if (depth > 0) {
        leaving = true;
        window.history.go(-depth);
      } else window.history.replaceState(null, '', addressOf(null));
    },
    replace(id) {
      selected = id;
      if (!leaving) window.history.replaceState(window.history.state, '', addressOf(id));
    },
    follow(changed) {
      const moved = () => {
        if (!leaving) return changed(read());
        leaving = false;
        // The first entry may be a link to a claim, which is closed now too.
        if (read() !== '') window.history.replaceState(null, '', addressOf(null));
        if (selected !== null) push(selected);
      };
      window.addEventListener('popstate', moved);
      return () => window.removeEventListener('popstate', moved);
    },
  };
}

/** Unchanged if it can't be decoded: then it names nothing. */
function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

function depthNow(): number {
  const state: unknown = window.history.state;
  const depth = typeof state === 'object' && state !== null ? Reflect.get(state, DEPTH) : 0;
  return typeof depth === 'number' ? depth : 0;
}
