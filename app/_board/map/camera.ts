import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Point, Rect } from '../../../domain/layout/map-geometry.ts';

const ZOOM_LIMITS: [number, number] = [0.02, 2];
const MARGIN = 24;

/**
 * Where one looks at the map from. Wheel and trackpad pan, with ctrl or ⌘ they zoom; dragging pans, two fingers pinch.
 * Nothing else moves it but the calls below.
 */
export class Camera {
  readonly #element: HTMLElement;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  #view: ZoomTransform = zoomIdentity;
  // Kept: asking an element for its size makes the browser lay the page out, in the middle of a frame.
  #size = { width: 0, height: 0 };

  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent(ZOOM_LIMITS)
      .extent(() => [
        [0, 0],
        [this.#size.width, this.#size.height],
      ])
      .filter(mayStart)
      .wheelDelta((event) => clamp(-event.deltaY * (event.deltaMode === 1 ? 0.16 : 0.01), -0.5, 0.5))
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        this.#view = event.transform;
        changed();
      });
    this.resize();
    select(element).call(this.#zoom).on('dblclick.zoom', null);
    element.addEventListener('wheel', this.#pan, { passive: false });
  }

  readonly end = (): void => {
    select(this.#element).on('.zoom', null);
    this.#element.removeEventListener('wheel', this.#pan);
  };

  /** The element has another size now. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#element;
    this.#size = { width, height };
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  get view(): ZoomTransform {
    return this.#view;
  }

  /** What is seen, in the map's pixels, with a margin of so many of the screen's around it. */
  seen(margin = 0): Rect {
    const { x, y, k } = this.#view;
    const { width, height } = this.#size;
    return {
      x: (-x - margin) / k,
      y: (-y - margin) / k,
      width: (width + 2 * margin) / k,
      height: (height + 2 * margin) / k,
    };
  }

  /** A point of the window, on the map. */
  toMap(client: Point): Point {
    const corner = this.#element.getBoundingClientRect();
    const [x, y] = this.#view.invert([client.x - corner.left, client.y - corner.top]);
    return { x, y };
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(select(this.#element), factor);
  }

  /** Shows all of it. */
  fit(rect: Rect): void {
    this.#show(this.#fitting(rect), middleOf(rect));
  }

  /** The first look: all of it where that can be read, else its start at a size that can. */
  open(all: Rect, start: Rect): void {
    const k = this.#reading();
    if (this.#fitting(all) >= 0.7) this.fit(all);
    else
      this.#go(
        zoomIdentity.translate(MARGIN - start.x * k, this.#size.height / 2 - middleOf(start).y * k).scale(k),
      );
  }

  goBack(view: ZoomTransform): void {
    this.#go(view);
  }

  /** Moves the least that brings all of this into view. */
  reveal(rect: Rect): void {
    const seen = this.seen(-MARGIN);
    const dx = shortfall(rect.x, rect.width, seen.x, seen.width);
    const dy = shortfall(rect.y, rect.height, seen.y, seen.height);
    if (dx !== 0 || dy !== 0) this.moveBy(dx, dy);
  }

  /** Moves what is seen, in the map's pixels. */
  moveBy(dx: number, dy: number): void {
    this.#zoom.translateBy(select(this.#element), -dx, -dy);
  }

  /** Brings a point of the map to the middle. */
  centre(point: Point): void {
    this.#show(this.#view.k, point);
  }

  /** Brings it to the middle, at a size that can be read. */
  read(rect: Rect): void {
    this.#show(Math.max(this.#view.k, this.#reading()), middleOf(rect));
  }

  /** A zoom at which cards are read comfortably, with as many columns as the screen allows. */
  #reading(): number {
    return clamp(this.#size.width / 1600, 0.84, 1);
  }

  #fitting({ width, height }: Rect): number {
    const k = Math.min((this.#size.width - 2 * MARGIN) / width, (this.#size.height - 2 * MARGIN) / height);
    return clamp(Number.isFinite(k) ? k : 1, ZOOM_LIMITS[0], 1);
  }

  #show(k: number, middle: Point): void {
    this.#go(
      zoomIdentity
        .translate(this.#size.width / 2 - middle.x * k, this.#size.height / 2 - middle.y * k)
        .scale(k),
    );
  }

  #go(view: ZoomTransform): void {
    this.#zoom.transform(select(this.#element), view);
  }

  readonly #pan = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey || scrollsItself(event)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 32 : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const { k } = this.#view;
    const dx = (sideways ? event.deltaY : event.deltaX) * unit;
    const dy = (sideways ? 0 : event.deltaY) * unit;
    this.moveBy(dx / k, dy / k);
  };
}

/** Gestures that move the map: not a drag that begins on a card, which carries the card, or on a control. */
function mayStart(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  const on = event.target instanceof Element ? event.target : null;
  if (on?.closest('textarea, input, select, [contenteditable]')) return false;
  if (event instanceof MouseEvent)
    return event.button === 0 && !event.ctrlKey && !on?.closest('[data-box], button');
  return true;
}

/** A text field that is longer than its frame scrolls before the map pans. */
function scrollsItself(event: WheelEvent): boolean {
  const field = event.target instanceof Element ? event.target.closest('textarea, [data-scrolls]') : null;
  return field !== null && field.scrollHeight > field.clientHeight + 1;
}

function shortfall(start: number, size: number, seenStart: number, seenSize: number): number {
  if (start < seenStart || size > seenSize) return start - seenStart;
  return Math.max(0, start + size - seenStart - seenSize);
}

function middleOf({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
