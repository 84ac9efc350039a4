import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type Point, type Rect, touches } from '../../../domain/layout/map-geometry.ts';
import { HEADINGS, headingsReach } from './draw-heading.ts';
import { type Covered, roomiest, roomsFor } from './fit-room.ts';
import { levelOfDetail, NARROW } from './level-of-detail.ts';

const NEAREST = 2;
/** One may zoom out so far, and further where the whole map needs it. */
const FAR = 0.2;
const MARGIN = 24;
/** Pixels at the lower edge where the map's tools stand, on a phone with the choice of the view. */
const TOOLS = { wide: 72, narrow: 132 };
/** Pixels over the uppermost lane where its name stands from afar, on a phone with the motion over that. */
const NAMES = { wide: 16, narrow: 56 };
/** Pixels from the lower right corner that the overview takes, with a margin: see `map-view.module.css`. */
const OVERVIEW = { width: 168 + 32, height: 112 + 32 };
/** From which zoom on the texts of cards are read with ease: they have 12 pixels then. */
const LEGIBLE = 0.8;
/** Pixels from an edge within which a carried card moves the view, and pixels a frame it does so at most. */
const EDGE = 48;
const PULL = 14;

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
  #left = 0;
  #all: Rect = { x: 0, y: 0, width: 0, height: 0 };

  constructor(element: HTMLElement, changed: () => void) {
    this.#element = element;
    this.#zoom = zoom<HTMLElement, unknown>()
      .scaleExtent([1, NEAREST])
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

  /** The element has another size now. Where its start has moved, a pane opened or closed there: the middle stays. */
  resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#element;
    const { left } = this.#element.getBoundingClientRect();
    const middle = middleOf(this.seen());
    const keepsMiddle = this.#size.width > 0 && width > 0 && left !== this.#left;
    this.#size = { width, height };
    this.#left = left;
    this.#limit();
    if (keepsMiddle) this.#show(this.#view.k, { x: middle.x, y: middleOf(this.seen()).y });
  }

  /** What there is to see. */
  bound(all: Rect): void {
    this.#all = all;
    this.#limit();
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

  /** How a thing carried to this point of the window pulls the view, in pixels of the screen a frame: near an edge only. */
  pullAt({ x, y }: Point): Point {
    const { left, right, top, bottom } = this.#element.getBoundingClientRect();
    return { x: pull(x, left, right), y: pull(y, top, bottom) };
  }

  zoomBy(factor: number): void {
    this.#zoom.scaleBy(select(this.#element), factor);
  }

  /** Shows all there is. */
  fit(): void {
    const k = this.#fitting();
    const { x, y } = middleOf(this.#all);
    const { above, below, beside } = this.#covered();
    // On a phone from the left edge on: the motion over the lanes may be wider than they are.
    const across =
      this.#size.width < NARROW
        ? this.#all.x + (this.#size.width / 2 - MARGIN) / k
        : x + (beside - headingsReach(k, this.#size.width)) / k / 2;
    this.#show(k, { x: across, y: y + (below - above) / 2 / k });
  }

  /** Shows a part of the map as large as the view allows; nothing larger than it is. */
  look(rect: Rect): void {
    const [across, down] = [this.#size.width - 2 * MARGIN, this.#size.height - 2 * MARGIN];
    const k = Math.min(1, across / rect.width, down / rect.height);
    if (k > 0 && Number.isFinite(k)) this.#show(k, middleOf(rect));
  }

  /** The first look: everything where its texts can be read, else its start at a size at which they can. */
  open(start: Rect): void {
    const fitting = this.#fitting();
    const whole = levelOfDetail(fitting);
    // Cards that shrink are too small soon; titles keep their size, but are too narrow to begin with on a phone.
    const titles = whole === 'titles' && this.#size.width >= NARROW;
    if (titles || fitting >= LEGIBLE) this.fit();
    else this.begin(start, this.#reading());
  }

  /** Looks from this start on, at the left edge of the view, at a size that can be read. */
  begin(start: Rect, k = this.readable): void {
    const room = this.#size.height - (this.#size.width < NARROW ? TOOLS.narrow : TOOLS.wide);
    const over = (room - this.#all.height * k) / 2;
    // A low map in the middle; of a tall one the upper edge, as far down as leaves its start in view.
    const top =
      over > MARGIN
        ? over - this.#all.y * k
        : Math.min(MARGIN - this.#all.y * k, room - (start.y + start.height) * k);
    this.#go(zoomIdentity.translate(MARGIN - start.x * k, top).scale(k));
  }

  goBack(view: ZoomTransform): void {
    this.#go(view);
  }

  /** Moves the least that brings all of this into view, and out from under the overview. */
  reveal(rect: Rect): void {
    const seen = this.#free();
    const dx = shortfall(rect.x, rect.width, seen.x, seen.width);
    const dy = shortfall(rect.y, rect.height, seen.y, seen.height);
    const shown = { ...rect, x: rect.x - dx, y: rect.y - dy };
    const overview = this.#overview();
    const covered = touches(overview, shown) ? shown.y + shown.height - overview.y : 0;
    const room = Math.max(0, shown.y - seen.y);
    const lift = Math.min(covered, room);
    if (dx !== 0 || dy + lift !== 0) this.moveBy(dx, dy + lift);
  }

  /** What is seen and not covered, with a margin: on a phone the tools stand over the lower edge. */
  #free(): Rect {
    const seen = this.seen(-MARGIN);
    const tools = this.#size.width < NARROW ? (TOOLS.narrow - MARGIN) / this.#view.k : 0;
    return { ...seen, height: Math.max(0, seen.height - tools) };
  }

  /** Where the overview stands, in the map's pixels, with a margin; nowhere on a phone. */
  #overview(): Rect {
    const { x, y, width, height } = this.seen();
    const shown = this.#size.width < NARROW ? { width: 0, height: 0 } : OVERVIEW;
    const { k } = this.#view;
    return {
      x: x + width - shown.width / k,
      y: y + height - shown.height / k,
      width: shown.width / k,
      height: shown.height / k,
    };
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

  /** Stands with this point in the middle. */
  lookFrom(middle: Point, k: number): void {
    this.#show(k, middle);
  }

  /** The zoom as it is, or the least at which cards can be read. */
  get readable(): number {
    return Math.max(this.#view.k, this.#reading());
  }

  /** The zoom nearest to this that one may have here. */
  allowed(k: number): number {
    const [least, most] = this.#zoom.scaleExtent();
    return clamp(k, least, most);
  }

  /** A zoom at which cards are read comfortably, with as many columns as the screen allows. */
  #reading(): number {
    return clamp(this.#size.width / 1600, 0.84, 1);
  }

  #fitting(): number {
    return this.#fittingIn(this.#covered());
  }

  #fittingIn({ above, below, beside }: Covered): number {
    const { width, height } = this.#all;
    if (width === 0 || this.#size.width === 0) return 1;
    const across = this.#size.width - 2 * MARGIN - beside;
    const down = this.#size.height - 2 * MARGIN - above - below;
    const k = Math.min(1, across / width, down / height);
    if (headingsReach(k, this.#size.width) === 0) return k;
    return Math.min(down / height, (across - HEADINGS.room) / (width - HEADINGS.width));
  }

  /** Pixels of the screen that the whole map leaves free around it, besides the margin. */
  #covered(): Covered {
    if (this.#size.width < NARROW) return { above: NAMES.narrow, below: TOOLS.narrow, beside: 0 };
    const overview = { width: OVERVIEW.width - MARGIN, height: OVERVIEW.height - MARGIN };
    const rooms = roomsFor({ names: NAMES.wide, toolbar: TOOLS.wide - MARGIN, overview });
    return roomiest(rooms, (room) => this.#fittingIn(room), detailAt);
  }

  #limit(): void {
    this.#zoom.scaleExtent([Math.min(FAR, this.#fitting()), NEAREST]);
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

/**
 * Gestures that move the map: not a drag that begins on a card, which carries the card, or on a
 * control, nor one with Shift, which draws a frame. */
function mayStart(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  const on = event.target instanceof Element ? event.target : null;
  if (on?.closest('textarea, input, select, [contenteditable]')) return false;
  if (event instanceof MouseEvent)
    return event.button === 0 && !event.ctrlKey && !event.shiftKey && !on?.closest('[data-box], button');
  return true;
}

/** A text field that is longer than its frame scrolls before the map pans. */
function scrollsItself(event: WheelEvent): boolean {
  const field = event.target instanceof Element ? event.target.closest('textarea, [data-scrolls]') : null;
  return field !== null && field.scrollHeight > field.clientHeight + 1;
}

/** What can be read at this zoom. */
function detailAt(k: number): string {
  return k >= LEGIBLE ? 'legible' : levelOfDetail(k);
}

/** The nearer to an edge, the stronger. */
function pull(at: number, start: number, end: number): number {
  if (at < start + EDGE) return -Math.min(1, (start + EDGE - at) / EDGE) * PULL;
  return at > end - EDGE ? Math.min(1, (at - end + EDGE) / EDGE) * PULL : 0;
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
