/** Number of frames to wait for an element that can take the focus: a view may have to be drawn first. */
const PATIENCE = 90;

let last: { readonly id: string } | null = null;
let byKeyboard = false;

/** Tracks the focused element, so that `catchFocus` knows where to return; returns a function that stops it and forgets the element. */
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
  return () => {
    ended.abort();
    last = null;
    byKeyboard = false;
  };
}

/**
 * Restores a lost focus after something closed that may have had it (a dialog, a view, the panel): to the tree item that last had it, or
 * to the one in the tab order. Only for keyboard use: nothing scrolls under the mouse.
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
  // A closing layer returns the focus by itself if it can: that comes first.
  requestAnimationFrame(() => requestAnimationFrame(look));
}

/**
 * Gives the focus to the first of these elements that there is in the next frame, once it is drawn. If the viewer presses a key or the pointer before, the focus stays
 * where they went: on a slow machine their next key would otherwise reach another claim than the one they chose.
 */
export function focusWhenDrawn(...ids: readonly string[]): void {
  const over = new AbortController();
  const listening = { capture: true, signal: over.signal };
  for (const act of ['keydown', 'pointerdown']) document.addEventListener(act, () => over.abort(), listening);
  requestAnimationFrame(() => {
    if (over.signal.aborted) return;
    over.abort();
    for (const id of ids) {
      const element = document.getElementById(id);
      if (element) return element.focus();
    }
  });
}

/** Returns the tree item that last had the focus, otherwise the one in the tab order. */
export function lastFocused(): HTMLElement | null {
  return lastItem() ?? document.querySelector('[role="treeitem"][tabindex="0"]');
}

/** Treats an item as the last focused one, because it was selected elsewhere. */
export function holdItem(id: string): void {
  last = { id };
}

/** Returns the tree item for this id, if it is on the page. */
export function itemOf(id: string): HTMLElement | null {
  const escaped = CSS.escape(id);
  return document.querySelector(`[role="treeitem"]:is([id="${escaped}"], [data-box="${escaped}"])`);
}

function lastItem(): HTMLElement | null {
  return last && itemOf(last.id);
}

/** Brings the focused item back into view after it was moved. */
export function followItem(): void {
  requestAnimationFrame(() => {
    document.querySelector('[data-item]:focus > [data-row]')?.scrollIntoView({ block: 'nearest' });
  });
}
