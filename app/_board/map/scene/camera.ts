import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import type { Point, Rect } from '#domain/layout/map-geometry.ts';
import { textScale } from './text-scale.ts';

/** Limits of the zoom, at which text is readable. Zooming out further opens the overview. */
const FARTHEST = 0.87;
const NEAREST = 1.5;
/** Fraction of the farthest zoom below which a pinch opens the overview. */
const BEYOND = 0.85;
/** Factor by which a key or a button zooms. */
const STEP = 1.3;
const TOUCHES = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
/** Margin around revealed boxes, in pixels. */
const MARGIN = 16;
/** Height of the toolbar area at the bottom, in pixels. */
const TOOLS = 56;
/** Distance from an edge, in pixels, within which a dragged card moves the view, and the maximum movement in pixels per frame. */
const EDGE = 48;
const PULL = 14;

/** Events of the camera. */
export interface CameraEvents {
  /** The view changed. */
  changed(): void;
  /** The viewer zoomed out past readable text. */
  leftReading(): void;
}

/**
 * The viewport over the map. Wheel and trackpad pan, with Ctrl or ⌘ they zoom; dragging pans, two fingers pinch. None of them leads
 * beyond the content. Nothing else moves it except the calls below.
 */
export class Camera {
  readonly #element: HTMLElement;
  readonly #zoom: ZoomBehavior<HTMLElement, unknown>;
  readonly #events: CameraEvents;
  #view: ZoomTransform = zoomIdentity;
  // Cached: asking an element for its size makes the browser do layout in the middle of a frame.
  #size = { width: 0, height: 0 };
  /** Screen pixels of a map pixel at zoom 1: more than one where the reader has chosen large text. */
  #unit = 1;
  #all: Rect = { x: 0, y: 0, width: 0, height: 0 };
  /** A pinch on the map: the fingers' distance at its start, and the zoom then. */
  #pinched: { readonly apart: number; readonly zoom: number } | null = null;

  constructor(element: HTMLElement, events: CameraEvents) {
    this.#element = element;
    this.#events = events;
    this.#zoom = zoom<HTMLElement, unknown>()
      .extent(() => [
        [0, 0],
        [this.#size.width, this.#size.height],
      ])
      .filter(mayStart)
      .wheelDelta((event) => clamp(-event.deltaY * (event.deltaMode === 1 ? 0.16 : 0.01), -0.5, 0.5))
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        this.#view = event.transform;
        events.changed();
      });
    element.addEventListener('wheel', this.#wheel, { passive: false });
    // Before d3 handles it, which stops its propagation.
    for (const kind of TOUCHES) element.addEventListener(kind, this.#pinch, { capture: true, passive: true });
    select(element).call(this.#zoom).on('dblclick.zoom', null);
    this.resize();
  }

  readonly end = (): void => {
    select(this.#element).on('.zoom', null);
    this.#element.removeEventListener('wheel', this.#wheel);
    for (const kind of TOUCHES) this.#element.removeEventListener(kind, this.#pinch, { capture: true });
  };

  /** Updates the size of the viewport. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#element;
    this.#size = { width, height };
    this.#setUnit(textScale(width));
    this.#limit();
  }

  /** Sets the content's bounds, which limit panning. */
  bound(all: Rect): void {
    this.#all = all;
    this.#limit();
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  /** Size of the viewport in map pixels at zoom 1. */
  get stage(): { readonly width: number; readonly height: number } {
    return { width: this.#size.width / this.#unit, height: this.#size.height / this.#unit };
  }

  get view(): ZoomTransform {
    return this.#view;
  }

  /** Zoom of the view, whatever the reader's text size. */
  get zoom(): number {
    return this.#view.k / this.#unit;
  }

  /** Returns the visible rectangle in map pixels, with a margin in screen pixels around it. */
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

  /** Converts a point of the window to the map. */
  toMap(client: Point): Point {
    const corner = this.#element.getBoundingClientRect();
    const [x, y] = this.#view.invert([client.x - corner.left, client.y - corner.top]);
    return { x, y };
  }

  /** Returns how far something dragged to this point of the window moves the view, in screen pixels per frame: only near an edge. */
  pullAt({ x, y }: Point): Point {
    const { left, right, top, bottom } = this.#element.getBoundingClientRect();
    return { x: pull(x, left, right), y: pull(y, top, bottom) };
  }

  zoomIn(): void {
    this.#zoom.scaleBy(select(this.#element), STEP);
  }

  /** Zooms out; where text would be too small to read, the viewer leaves the map. */
  zoomOut(): void {
    if (this.#isFarthest()) this.#events.leftReading();
    else this.#zoom.scaleBy(select(this.#element), 1 / STEP);
  }

  /** Resets the view to the start of the map at zoom 1. */
  open(): void {
    this.#go(zoomIdentity.scale(this.#unit));
  }

  goBack(view: ZoomTransform): void {
    this.#go(view);
    this.moveBy(0, 0);
  }

  /** Pans as little as possible to show a rectangle, preferring its top left corner; clear of the toolbar, unless it may be beside it. */
  reveal(rect: Rect, besideTools = false): void {
    const seen = this.seen(-MARGIN);
    const height = Math.max(0, seen.height - (besideTools ? 0 : (TOOLS - MARGIN) / this.#view.k));
    const dx = shortfall(rect.x, rect.width, seen.x, seen.width);
    const dy = shortfall(rect.y, rect.height, seen.y, height);
    if (dx !== 0 || dy !== 0) this.moveBy(dx, dy);
  }

  /** Pans by map pixels, within the bounds. */
  moveBy(dx: number, dy: number): void {
    this.#zoom.translateBy(select(this.#element), -dx, -dy);
  }

  /** Centers a point at a scale, within the bounds. */
  lookFrom(middle: Point, k: number): void {
    this.#go(
      zoomIdentity
        .translate(this.#size.width / 2 - middle.x * k, this.#size.height / 2 - middle.y * k)
        .scale(k),
    );
    this.moveBy(0, 0);
  }

  /** Centers a rectangle. */
  read(rect: Rect): void {
    this.lookFrom({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, this.#view.k);
  }

  /** Current scale. Text is readable at all of them. */
  get readable(): number {
    return this.#view.k;
  }

  /** Returns the scale of a zoom, or of the nearest that is allowed. */
  scaleOf(zoom: number): number {
    return clamp(zoom, FARTHEST, NEAREST) * this.#unit;
  }

  #isFarthest(): boolean {
    return this.zoom <= FARTHEST + 0.001;
  }

  #setUnit(unit: number): void {
    const changed = unit / this.#unit;
    this.#unit = unit;
    this.#zoom.scaleExtent([FARTHEST * unit, NEAREST * unit]);
    const { x, y, k } = this.#view;
    if (changed !== 1) this.#go(zoomIdentity.translate(x * changed, y * changed).scale(k * changed));
  }

  #limit(): void {
    const { x, y, width, height } = this.#all;
    const { stage } = this;
    this.#zoom.translateExtent([
      [Math.min(0, x), Math.min(0, y)],
      [Math.max(stage.width, x + width + MARGIN), Math.max(stage.height, y + height + TOOLS)],
    ]);
  }

  #go(view: ZoomTransform): void {
    this.#zoom.transform(select(this.#element), view);
  }

  /** A pinch below readable zoom leaves the map, as zooming out does. */
  readonly #pinch = ({ touches }: TouchEvent): void => {
    const [a, b] = touches;
    if (!a || !b || touches.length > 2) {
      this.#pinched = null;
      return;
    }
    const apart = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    this.#pinched ??= { apart, zoom: this.zoom };
    if ((this.#pinched.zoom * apart) / this.#pinched.apart > FARTHEST * BEYOND) return;
    this.#pinched = { apart: Number.MIN_VALUE, zoom: 1 };
    this.#events.leftReading();
  };

  readonly #wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      if (event.deltaY <= 0 || !this.#isFarthest()) return;
      event.preventDefault();
      this.#events.leftReading();
      return;
    }
    if (scrollsItself(event)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 32 : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const { k } = this.#view;
    const dx = (sideways ? event.deltaY : event.deltaX) * unit;
    const dy = (sideways ? 0 : event.deltaY) * unit;
    this.moveBy(dx / k, dy / k);
  };
}

/**
 * Allows gestures that move the map: not a drag that begins on a card, which drags the card, or on a control, nor one with Shift, which
 * draws a selection frame. A finger moves the map from anywhere.
 */
function mayStart(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  const on = event.target instanceof Element ? event.target : null;
  if (on?.closest('textarea, input, select, [contenteditable]')) return false;
  if (event instanceof MouseEvent)
    return event.button === 0 && !event.ctrlKey && !event.shiftKey && !on?.closest('[data-box], button');
  return true;
}

/** True if a text field scrolls before the map pans: it is longer than its frame. */
function scrollsItself(event: WheelEvent): boolean {
  const field = event.target instanceof Element ? event.target.closest('textarea, [data-scrolls]') : null;
  return field !== null && field.scrollHeight > field.clientHeight + 1;
}

/** Stronger nearer to an edge. */
function pull(at: number, start: number, end: number): number {
  if (at < start + EDGE) return -Math.min(1, (start + EDGE - at) / EDGE) * PULL;
  return at > end - EDGE ? Math.min(1, (at - end + EDGE) / EDGE) * PULL : 0;
}

function shortfall(start: number, size: number, seenStart: number, seenSize: number): number {
  if (start < seenStart || size > seenSize) return start - seenStart;
  return Math.max(0, start + size - seenStart - seenSize);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
