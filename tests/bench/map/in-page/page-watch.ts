/** A task of the page's main thread that took more than 50 ms. Times in milliseconds since the navigation. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** Something that came to be seen. */
export interface Sight {
  /** Milliseconds since the navigation until the frame with it was painted. */
  readonly at: number;
  /** The middle of what of it is in the window, in pixels. */
  readonly x: number;
  readonly y: number;
}

/** Measurements a page reports about itself; the same for every board. */
export interface PageWatch {
  /** Begins to look for an element in view, not covered, that fits the selector and holds the text; the answer asks for it. */
  expect(selector: string, text: string): number;
  /** The element that was awaited, once it is painted. */
  seen(expected: number): Promise<Sight>;
  /** The claim of Parley's map nearest to the middle of the window; `withRoom`: one with another below it. */
  claimInView(withRoom: boolean): string | null;
  /** The long tasks since this was last asked. */
  longTasks(): LongTask[];
  /** Kept when the main thread has nothing to do. */
  idle(): Promise<void>;
  /** Kept when nothing of the page has changed for so many milliseconds. */
  still(milliseconds: number): Promise<void>;
  /** This page's clock. */
  now(): number;
}

declare global {
  var pageWatch: PageWatch;
}

/** The height of what Parley has above its map: nothing of a card is seen there. */
const HEADER = 57;

/** Pixels between two claims of a column, at most. */
const GAP = 40;

const tasks: LongTask[] = [];
const take = (entries: readonly PerformanceEntry[]) => {
  for (const { startTime, duration } of entries) tasks.push({ start: startTime, duration });
};
const observer = new PerformanceObserver((list) => take(list.getEntries()));
observer.observe({ type: 'longtask', buffered: true });

const sights: Promise<Sight>[] = [];

globalThis.pageWatch = {
  expect: (selector, text) => sights.push(find(selector, text)) - 1,
  seen: (expected) => sights[expected] ?? Promise.reject(new Error('never expected')),
  claimInView,
  longTasks: () => {
    take(observer.takeRecords());
    return tasks.splice(0);
  },
  idle: () => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 5_000 })),
  still,
  now: () => performance.now(),
};

function still(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      changes.disconnect();
      resolve();
    };
    let timer = window.setTimeout(done, milliseconds);
    const changes = new MutationObserver(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(done, milliseconds);
    });
    changes.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
}

function find(selector: string, text: string): Promise<Sight> {
  return new Promise((resolve) => {
    const look = () => {
      const found = [...document.querySelectorAll(selector)].find(
        (element) => element.textContent.includes(text) && isSeen(element),
      );
      if (!found) return;
      changes.disconnect();
      painted().then((at) => resolve({ at, ...middleOf(found) }));
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    look();
  });
}

/** The time when the next frame has been handed on to be shown: the first task after it. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

function claimInView(withRoom: boolean): string | null {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-box^="c_"][role="treeitem"]')];
  const fitting = cards
    .filter((card) => Number(card.ariaLevel) > 2 && isSeen(card) && (!withRoom || hasRoom(card, cards)))
    .sort((a, b) => fromMiddle(a) - fromMiddle(b));
  return fitting[0]?.dataset.box ?? null;
}

/** True if another is visible right below it, in the same column: then anything added between them is visible too. */
function hasRoom(card: HTMLElement, cards: readonly HTMLElement[]): boolean {
  const { left, bottom } = card.getBoundingClientRect();
  return cards.some((other) => {
    const below = other.getBoundingClientRect();
    const isNext = Math.abs(below.left - left) < 1 && below.top > bottom && below.top < bottom + GAP;
    return isNext && other.ariaLevel === card.ariaLevel && below.bottom < innerHeight;
  });
}

function fromMiddle(element: Element): number {
  const { x, y } = middleOf(element);
  return Math.hypot(x - innerWidth / 2, y - innerHeight / 2);
}

/** In the window, and not covered. */
function isSeen(element: Element): boolean {
  const { x, y } = middleOf(element);
  return element.contains(document.elementFromPoint(x, y));
}

/** The middle of what of it is in the window. */
function middleOf(element: Element): { x: number; y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const [x, y] = [
    Math.max(0, left) + Math.min(innerWidth, right),
    Math.max(HEADER, top) + Math.min(innerHeight, bottom),
  ];
  return { x: x / 2, y: y / 2 };
}
