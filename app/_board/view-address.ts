/** How many entries of this tab's history, up to the present one, were made by choosing something on this board. */
const DEPTH = 'parleyDepth';

/** The address of the board in the browser: it names what is selected, and Back leads to what was selected before. */
export interface ViewAddress {
  /** The id it names; empty for none. */
  read(): string;
  /** Takes what is selected now. Closing goes back to before the first choice, in one step. */
  write(id: string | null): void;
  /** Takes what is selected instead of the last choice: Back leads to what was selected before that. */
  replace(id: string): void;
  /** Calls when the person went back or forward, or changed the address by hand; the answer stops it. */
  follow(changed: (id: string) => void): () => void;
}

export function createViewAddress(): ViewAddress {
  /** On the way back to before the first choice, which takes the browser a moment; and what is selected since. */
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

/** As it stands where it is no code for anything: then it names nothing. */
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
