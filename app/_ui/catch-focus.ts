/** Frames for which a place to put the focus on is waited for: a view may have to be drawn first. */
const PATIENCE = 90;

let last: { readonly id: string } | null = null;
let byKeyboard = false;

/** Follows what has the focus, so that `catchFocus` knows where to go back to; the answer stops it. */
export function followFocus(): () => void {
  const ended = new AbortController();
  const listening = { capture: true, signal: ended.signal };
  const remember = ({ target }: FocusEvent) => {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role="treeitem"]') : null;
    const id = item?.dataset.box ?? item?.id;
    if (id) last = { id };
  };
  const keyboard = () => {
    byKeyboard = true;
  };
  const pointer = () => {
    byKeyboard = false;
  };
  document.addEventListener('focusin', remember, listening);
  document.addEventListener('keydown', keyboard, listening);
  document.addEventListener('pointerdown', pointer, listening);
  return () => ended.abort();
}

/**
 * After something went that may have had the focus (a dialog, a view, the panel): puts a lost focus back on the item of
 * the tree that had it last, or on the one that Tab reaches. For those on the keyboard only: nothing scrolls under a hand
 * on the mouse.
 */
export function catchFocus(): void {
  let frames = 0;
  const look = () => {
    const { activeElement } = document;
    if (!byKeyboard || (activeElement !== null && activeElement !== document.body)) return;
    const item = lastFocused();
    frames += 1;
    if (item) item.focus();
    else if (frames < PATIENCE) requestAnimationFrame(look);
  };
  // What closes gives the focus back by itself where it can: that comes first.
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/** The item of the tree that had the focus last, else the one that Tab reaches. */
export function lastFocused(): HTMLElement | null {
  return lastItem() ?? document.querySelector('[role="treeitem"][tabindex="0"]');
}

/** Takes an item as the one that had the focus last: it was chosen elsewhere. */
export function holdItem(id: string): void {
  last = { id };
}

/** The item of a tree that shows this, where it is on the page. */
export function itemOf(id: string): HTMLElement | null {
  const escaped = CSS.escape(id);
  return document.querySelector(`[role="treeitem"]:is([id="${escaped}"], [data-box="${escaped}"])`);
}

function lastItem(): HTMLElement | null {
  return last && itemOf(last.id);
}

/** After the item with the focus was put elsewhere in a text: brings it back into view. */
export function followItem(): void {
  requestAnimationFrame(() => {
    document.querySelector('[data-item]:focus > [data-row]')?.scrollIntoView({ block: 'nearest' });
  });
}
