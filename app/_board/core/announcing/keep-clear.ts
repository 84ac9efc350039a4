import { itemOf } from '#app/_ui/focus/catch-focus.ts';
import { WIDE } from '../view/wide.ts';

/** Places where a message can be, the usual one first. */
const PLACES = ['', 'end', 'across', 'start'];

/** Keeps a message from covering what it must not cover while the bottom controls come and go. Returns a function that ends this. */
export function stayClear(message: HTMLElement): () => void {
  keepClear(message);
  const observer = new MutationObserver((changes) => {
    const isThumb = changes.some(({ addedNodes, removedNodes }) =>
      [...addedNodes, ...removedNodes].some(
        (node) =>
          node instanceof Element && (node.matches(AT_THUMB) || node.querySelector(AT_THUMB) !== null),
      ),
    );
    if (isThumb) keepClear(message);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/**
 * Places a message so that it covers no timer, none of the map's tools and not the claim it may be about: the focused one and the
 * selected one with its panel. On a phone, where the panel takes the whole width, it is above the bottom controls.
 */
function keepClear(message: HTMLElement): void {
  message.style.setProperty('--thumb-height', `${thumbHeight()}px`);
  const wide = window.matchMedia(WIDE).matches ? ', aside[data-selected]' : '';
  const kept = [...document.querySelectorAll(`[role="timer"], [data-map-tools]${wide}`), ...claimsAtHand()];
  const covered = kept.map((element) => element.getBoundingClientRect());
  const isFree = (place: string) => {
    message.dataset.place = place;
    const rect = message.getBoundingClientRect();
    return !covered.some((other) => overlap(rect, other));
  };
  if (!PLACES.some(isFree)) message.dataset.place = PLACES[0];
}

/** Returns the pixels from the bottom of the window to the top of the controls there, or of the keyboard. */
function thumbHeight(): number {
  const { innerHeight, visualViewport: visible } = window;
  const tops = [...document.querySelectorAll(AT_THUMB)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, top }) => width > 0 && top > innerHeight / 2)
    .map(({ top }) => top);
  const bottom = visible ? visible.offsetTop + visible.height : innerHeight;
  return Math.max(0, Math.round(innerHeight - Math.min(bottom, ...tops)));
}

const AT_THUMB = '[data-view-switch], [data-map-tools], [data-at-thumb]';

function claimsAtHand(): Element[] {
  const focused = document.activeElement?.closest('[role="treeitem"]');
  const selected = itemOf(
    document.querySelector<HTMLElement>('aside[data-selected]')?.dataset.selected ?? '',
  );
  // A claim in the outline contains its arguments too: only its row is meant.
  return [focused, selected].flatMap((item) => item?.querySelector(':scope > [data-row]') ?? item ?? []);
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return b.width > 0 && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
