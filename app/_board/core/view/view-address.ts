/** Number of entries in this tab's history, up to the present one, that were made on this board. */
const DEPTH = 'parleyDepth';
/** The depth at which something began to cover the debate that still does at the present entry. */
const COVERED_AT = 'parleyCoveredAt';

/** The board's address in the browser: it names the selected item, and Back leads to the one before, or closes what covers the debate. */
export interface ViewAddress {
  /** The id in the address; empty for none. */
  read(): string;
  /** Sets the selected item. Closing goes back to before the first selection, in one step. */
  write(id: string | null): void;
  /** Replaces the last selection: Back leads to the one before that. */
  replace(id: string): void;
  /** Notes that something covers the debate, or nothing does any longer. */
  cover(isCovered: boolean): void;
  /**
   * Calls `moved` when the viewer goes back or forward, or edits the address: with the id in it, and whether they went back to before
   * something covered the debate. Returns an unsubscribe function.
   */
  follow(moved: (id: string, uncovered: boolean) => void): () => void;
}

export function createViewAddress(): ViewAddress {
  /** True while going back, which takes the browser a moment; and what is wanted then. */
  let leaving = false;
  let selected: string | null = null;
  let covered = false;

  const read = () => decoded(window.location.hash.slice(1));
  const addressOf = (id: string | null) => {
    const { pathname, search } = window.location;
    return `${pathname}${search}${id === null ? '' : `#${id}`}`;
  };
  const push = (id: string | null, coveredAt = numberNow(COVERED_AT)) => {
    // With what Next keeps in an entry: it loads the page again on one without.
    const kept = { ...window.history.state, [DEPTH]: depthNow() + 1, [COVERED_AT]: coveredAt };
    window.history.pushState(kept, '', addressOf(id));
  };
  const leave = (entries: number) => {
    leaving = true;
    window.history.go(-entries);
  };
  const settleCover = () => {
    const coveredAt = numberNow(COVERED_AT);
    if (covered && coveredAt === null) push(read() || null, depthNow() + 1);
    else if (!covered && coveredAt !== null) leave(depthNow() - coveredAt + 1);
  };

  return {
    read,
    write(id) {
      selected = id;
      if (leaving) return;
      const made = depthNow() - (numberNow(COVERED_AT) ?? 0);
      if (id !== null) push(id);
      else if (made > 0) leave(made);
      else window.history.replaceState(window.history.state, '', addressOf(null));
    },
    replace(id) {
      selected = id;
      if (!leaving) window.history.replaceState(window.history.state, '', addressOf(id));
    },
    cover(isCovered) {
      covered = isCovered;
      if (leaving) return;
      selected = read() || null;
      settleCover();
    },
    follow(moved) {
      const onMoved = () => {
        if (!leaving) {
          const uncovered = covered && numberNow(COVERED_AT) === null;
          covered &&= !uncovered;
          return moved(read(), uncovered);
        }
        leaving = false;
        // The entry before may be a link to a claim, which is closed now too.
        if (selected === null && read() !== '')
          window.history.replaceState(window.history.state, '', addressOf(null));
        else if (selected !== null && read() !== selected) push(selected);
        settleCover();
      };
      window.addEventListener('popstate', onMoved);
      return () => window.removeEventListener('popstate', onMoved);
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
  return numberNow(DEPTH) ?? 0;
}

/** A number that the present entry of the history keeps. */
function numberNow(key: string): number | null {
  const state: unknown = window.history.state;
  const kept: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, key) : null;
  return typeof kept === 'number' ? kept : null;
}
