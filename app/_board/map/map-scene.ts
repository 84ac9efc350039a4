import type { ZoomTransform } from 'd3-zoom';
import { standingPositions } from '../../../domain/debate/standing-positions.ts';
import { type DebateState, EMPTY_STATE } from '../../../domain/debate/state.ts';
import {
  boundsOf,
  contains,
  grown,
  type Point,
  type Rect,
  touches,
} from '../../../domain/layout/map-geometry.ts';
import { EMPTY_LAYOUT, type MapLayout } from '../../../domain/layout/map-layout.ts';
import { GHOST_ID, MOTION_ID } from '../../../domain/layout/map-tree.ts';
import type { MapBox } from '../../../domain/layout/place-boxes.ts';
import { positionLetters } from '../../../domain/layout/position-letters.ts';
import { indexBoxes, indexLinks, type SpatialIndex } from '../../../domain/layout/spatial-index.ts';
import { Attention } from './attention.ts';
import { Camera } from './camera.ts';
import { CardElements, putElement } from './card-elements.ts';
import { drawMap } from './draw-map.ts';
import { findLink } from './find-link.ts';
import { type LevelOfDetail, levelOfDetail } from './level-of-detail.ts';
import { type MapMarks, UNMARKED } from './map-marks.ts';
import { departures, MapMotion } from './map-motion.ts';
import { type MapPalette, onThemeChange, readPalette } from './map-palette.ts';

/** Screen pixels around the view in which cards are kept ready. */
const MARGIN = 240;

/** What React shows of the scene. A new object when any of it changed. */
export interface SceneView {
  /** Ids of what is shown as elements, in reading order. */
  readonly shown: readonly string[];
  readonly level: LevelOfDetail;
}

export interface Stage {
  readonly viewport: HTMLElement;
  readonly layer: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** Pixels of the map around a box that count as its gap. */
const BESIDE = 14;

/** Screen pixels at the edges of the view where the search bar may cover what is found. */
const SEARCH_BAR = 72;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The map on the screen: the one place where layout, camera, animation, canvas and elements meet. React makes the cards
 * that `view` names and hands their elements over; everything that happens while one pans or zooms happens here, without
 * rendering.
 */
export class MapScene {
  #stage: Stage | null = null;
  #camera: Camera | null = null;
  #palette: MapPalette | null = null;
  #state: DebateState = EMPTY_STATE;
  #letters: ReadonlyMap<string, string> = new Map();
  #layout: MapLayout = EMPTY_LAYOUT;
  #boxes: SpatialIndex = indexBoxes([]);
  /** Null until it is asked for with this layout. */
  #links: SpatialIndex | null = null;
  #motion: MapMotion | null = null;
  /** Where one looked from when the map was last left. */
  #left: ZoomTransform | null = null;
  #opened = false;
  #fitFirst = false;
  #frame = 0;
  #view: SceneView = { shown: [], level: 'cards' };
  #selected: string | null = null;
  /** Selected, and not gone to yet. */
  #awaited: string | null = null;
  /** Looked for, and not gone to yet. */
  #sought: string | null = null;
  /** What stays with the next layout, whatever one is on. */
  #still: string | null = null;
  #marks: MapMarks = UNMARKED;
  readonly attention = new Attention();
  readonly #elements = new CardElements();
  readonly #listeners = new Set<() => void>();
  readonly #headings = new Map<string, Rect>();
  readonly #drawn = new Set<(scene: MapScene) => void>();
  readonly #laidOut = new Set<() => void>();

  /** Begins on these elements; the answer ends it. */
  start(stage: Stage): () => void {
    const camera = new Camera(stage.viewport, this.request);
    camera.bound(this.#layout.bounds);
    this.#stage = stage;
    this.#camera = camera;
    this.#palette = readPalette();
    const resized = new ResizeObserver(() => this.#resize(camera));
    resized.observe(stage.viewport);
    const themed = onThemeChange(() => {
      this.#palette = readPalette();
      this.request();
    });
    this.request();
    return () => {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#left = this.#opened ? camera.view : this.#left;
      camera.end();
      resized.disconnect();
      themed();
      this.#stage = null;
      this.#camera = null;
      this.#opened = false;
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SceneView => this.#view;

  get layout(): MapLayout {
    return this.#layout;
  }

  get camera(): Camera | null {
    return this.#camera;
  }

  get palette(): MapPalette | null {
    return this.#palette;
  }

  /** Calls after each drawing, for what follows the view without being part of it; the answer stops it. */
  onDrawn(drawn: (scene: MapScene) => void): () => void {
    this.#drawn.add(drawn);
    return () => this.#drawn.delete(drawn);
  }

  /** Calls when boxes have other places; the answer stops it. */
  onLaidOut(laidOut: () => void): () => void {
    this.#laidOut.add(laidOut);
    return () => this.#laidOut.delete(laidOut);
  }

  /**
   * Takes a state and its layout. What one is on, points at or looks at stays where it is on the screen; the rest moves to
   * its place.
   */
  show(state: DebateState, layout: MapLayout): void {
    this.#state = state;
    this.#letters = positionLetters(standingPositions(state));
    if (layout !== this.#layout) {
      this.#move(layout, this.#anchor());
      this.#still = null;
      for (const laidOut of this.#laidOut) laidOut();
    }
    this.request();
  }

  /** Has this stay where it is with the next layout: what a card is put under, which itself is to go where it was let go. */
  keepStill(id: string): void {
    this.#still = id;
  }

  /** What is shown as an element wherever it stands: the focused card, a composer. */
  hold(ids: ReadonlySet<string>): void {
    this.#elements.hold(ids);
    this.request();
  }

  /** The pointer is over this box, or over none. */
  point(id: string | null): void {
    this.attention.hover(id);
    this.request();
  }

  /** The keyboard's focus is on this box, or elsewhere. */
  focusOn(id: string | null): void {
    this.attention.focus(id);
    this.request();
  }

  /** Takes what is in the panel now: one who chose it elsewhere (a link to it, a list, the outline) is brought to it. */
  select(id: string | null): void {
    if (id !== this.#selected) this.#awaited = id;
    this.#selected = id;
    this.request();
  }

  /** Goes to this as soon as it has a place on the map, near enough to read; what is seen well already stays put. */
  seek(id: string): void {
    this.#sought = id;
    this.request();
  }

  /** Takes what is marked out among all. */
  mark(marks: MapMarks): void {
    this.#marks = marks;
    this.request();
  }

  /** An element shows the box with this id; the answer says that it does no longer. */
  place(id: string, element: HTMLElement): () => void {
    const box = this.#layout.byId.get(id);
    if (box) putElement(element, this.#placeOf(box));
    return this.#elements.add(id, element);
  }

  elementOf(id: string): HTMLElement | undefined {
    return this.#elements.get(id);
  }

  /** The box at a point of the window. */
  boxAt(client: Point): MapBox | undefined {
    return this.#camera ? this.#boxes.at(this.#camera.toMap(client)) : undefined;
  }

  /** The box at a point of the map, or the nearest to it. */
  boxNear(point: Point): MapBox | undefined {
    return this.#boxes.at(point) ?? this.#boxes.nearest(point);
  }

  /** The box at a point of the window, or the one whose edge is so near that the gap beside it is meant. */
  boxBeside(client: Point): MapBox | undefined {
    const point = this.#camera?.toMap(client);
    if (!point) return undefined;
    const box = this.#boxes.at(point) ?? this.#boxes.nearest(point);
    return box && contains(grown(box, BESIDE), { ...point, width: 0, height: 0 }) ? box : undefined;
  }

  /** The boxes that touch a frame between two points of the window. */
  boxesBetween(a: Point, b: Point): readonly MapBox[] {
    if (!this.#camera) return [];
    const corners = [this.#camera.toMap(a), this.#camera.toMap(b)];
    return this.#boxes.within(boundsOf(corners.map((corner) => ({ ...corner, width: 0, height: 0 }))));
  }

  /** The link at a point of the window, as the id it has in the debate. */
  linkAt(client: Point): string | null {
    return this.#camera ? findLink(this.#camera, this.#linksNow(), this.#layout, client) : null;
  }

  /** Where something stands now, as it was drawn last: from afar a heading is not where its box is. */
  rectOf(id: string): Rect | undefined {
    const box = this.#layout.byId.get(id);
    return this.#headings.get(id) ?? (box && this.#rectOf(box));
  }

  reveal(id: string): void {
    const box = this.#layout.byId.get(id);
    if (box) this.#camera?.reveal(box);
  }

  /** Brings what is to be written in into view, near enough to write in. */
  approach(id: string): void {
    if (this.#view.level === 'cards') this.reveal(id);
    else this.goTo(id);
  }

  /** Brings something to the middle of the view, near enough to read; the motion to where a map begins. */
  goTo(id: string): void {
    const box = this.#layout.byId.get(id);
    if (id === MOTION_ID && box) this.#camera?.begin(box);
    else if (box) this.#camera?.read(box);
  }

  /** Shows all of these that stand on the map. */
  lookAt(ids: ReadonlySet<string>): void {
    this.#camera?.look(boundsOf([...ids].flatMap((id) => this.#layout.byId.get(id) ?? [])));
  }

  /** Shows the branch one looks at alone, or all there is. */
  fit(): void {
    // Asked for while the map is still being laid out: then it opens so.
    if (!this.#opened) this.#fitFirst = true;
    const { branch } = this.#marks;
    if (branch) this.lookAt(branch.under);
    else this.#camera?.fit();
  }

  /** Asks for a drawing with the next frame. */
  readonly request = (): void => {
    if (this.#frame === 0 && this.#stage) this.#frame = requestAnimationFrame(this.#draw);
  };

  #linksNow(): SpatialIndex {
    this.#links ??= indexLinks(this.#layout);
    return this.#links;
  }

  #anchor(): string | null {
    const seen = this.#camera?.seen();
    if (!seen) return null;
    const inView = (id: string | null) => {
      const box = id === null ? undefined : this.#layout.byId.get(id);
      return box !== undefined && touches(seen, box);
    };
    const { hovered } = this.attention;
    // A composer grows and goes; what it answers stays.
    const ghost = this.#layout.byId.get(GHOST_ID);
    const focused = this.attention.focused === GHOST_ID ? (ghost?.parent ?? null) : this.attention.focused;
    const middle = { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
    const chosen = [this.#still, focused, hovered, this.#selected].find(inView);
    return chosen ?? this.#boxes.nearest(middle)?.id ?? null;
  }

  #move(layout: MapLayout, anchor: string | null): void {
    const before = this.#layout;
    const old = anchor === null ? undefined : before.byId.get(anchor);
    const now = anchor === null ? undefined : layout.byId.get(anchor);
    const shift = old && now ? { x: now.x - old.x, y: now.y - old.y } : { x: 0, y: 0 };
    const boxes = indexBoxes(layout.boxes);
    const from = departures(this.#seenOf(layout, boxes, shift), before, (box) => this.#placeOf(box), shift);
    this.#layout = layout;
    this.#camera?.bound(layout.bounds);
    this.#boxes = boxes;
    this.#links = null;
    if (shift.x !== 0 || shift.y !== 0) this.#camera?.moveBy(shift.x, shift.y);
    const still = before.boxes.length === 0 || prefersStillness();
    this.#motion = still || from.size === 0 ? null : new MapMotion(from, performance.now());
    this.#elements.put(layout, (box) => this.#placeOf(box));
  }

  /** Boxes of the next layout that are in view there, or were here: only these are seen to move. */
  #seenOf(layout: MapLayout, boxes: SpatialIndex, shift: Point): MapBox[] {
    const seen = this.#camera?.seen(MARGIN);
    if (!seen) return [];
    const were = this.#boxes.within(seen).flatMap(({ id }) => layout.byId.get(id) ?? []);
    return [...were, ...boxes.within({ ...seen, x: seen.x + shift.x, y: seen.y + shift.y })];
  }

  readonly #draw = (now: number): void => {
    this.#frame = 0;
    const { camera, palette } = this;
    const stage = this.#stage;
    if (!stage || !camera || !palette || camera.size.width === 0) return;
    if (!this.#opened) this.#open(camera);
    this.#goToAwaited(camera);
    this.#goToSought(camera);
    this.#animate(now);
    const { x, y, k } = camera.view;
    stage.layer.style.setProperty('--thick', String(Math.max(1, 1 / k)));
    stage.layer.style.transform = `translate(${snap(x)}px, ${snap(y)}px) scale(${k})`;
    const seen = camera.seen();
    const all = contains(seen, this.#layout.bounds) ? this.#layout.boxes : null;
    const level = levelOfDetail(k);
    this.#choose(level, camera.seen(MARGIN));
    this.#headings.clear();
    drawMap(stage.canvas, camera.size, camera.view, {
      palette,
      state: this.#state,
      letters: this.#letters,
      layout: this.#layout,
      boxes: all ?? this.#boxes.within(seen),
      linked: all ?? this.#linksNow().within(seen),
      railed: null,
      level,
      zoom: k,
      seen,
      elements: this.#view.level === 'cards' ? new Set(this.#view.shown) : NOTHING,
      marks: this.#marks,
      selected: this.#selected,
      focused: this.#focusedByKeyboard(),
      headings: this.#headings,
      active: this.attention.hovered ?? this.attention.focused ?? this.#selected,
      place: (box) => this.#rectOf(box),
    });
    for (const drawn of this.#drawn) drawn(this);
  };

  /** A panel that opens must not cover what it is about, nor a narrower window leave out what has the focus. */
  #resize(camera: Camera): void {
    const { focused } = this.attention;
    const box = [focused, this.#selected]
      .map((id) => (id === null ? undefined : this.#layout.byId.get(id)))
      .find((one) => one !== undefined && touches(camera.seen(), one));
    camera.resize();
    if (this.#opened && box) camera.reveal(box);
    this.request();
  }

  #open(camera: Camera): void {
    const motion = this.#layout.byId.get(MOTION_ID);
    if (!motion) return;
    this.#opened = true;
    if (this.#fitFirst) camera.fit();
    else if (this.#left) camera.goBack(this.#left);
    else camera.open(motion);
    this.#fitFirst = false;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #goToAwaited(camera: Camera): void {
    const box = this.#awaited === null ? undefined : this.#layout.byId.get(this.#awaited);
    if (!this.#opened || box === undefined) return;
    this.#awaited = null;
    if (!touches(camera.seen(), box)) camera.read(box);
  }

  #goToSought(camera: Camera): void {
    const box = this.#sought === null ? undefined : this.#layout.byId.get(this.#sought);
    if (!this.#opened || box === undefined) return;
    this.#sought = null;
    const near = levelOfDetail(camera.view.k) === 'cards';
    if (!near || !contains(camera.seen(-SEARCH_BAR), box)) camera.read(box);
  }

  #animate(now: number): void {
    if (!this.#motion) return;
    if (this.#motion.advance(now)) this.#motion = null;
    else this.request();
    this.#elements.put(this.#layout, (box) => this.#placeOf(box));
  }

  #choose(level: LevelOfDetail, around: Rect): void {
    const near = level === 'cards' ? this.#boxes.within(around) : [];
    const { shown, all } = this.#elements.choose(this.#layout, near);
    if (!all) this.request();
    const was = this.#view;
    const same = shown.length === was.shown.length && shown.every((id, at) => id === was.shown[at]);
    if (same && level === was.level) return;
    this.#view = { shown: same ? was.shown : shown, level };
    for (const listener of this.#listeners) listener();
  }

  #focusedByKeyboard(): string | null {
    const { focused } = this.attention;
    return focused !== null && this.elementOf(focused)?.matches(':focus-visible') ? focused : null;
  }

  #placeOf(box: MapBox): Point {
    return this.#motion ? this.#motion.place(box) : box;
  }

  #rectOf(box: MapBox): Rect {
    const place = this.#placeOf(box);
    if (place === box) return box;
    return { x: place.x, y: place.y, width: box.width, height: box.height };
  }
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** On whole pixels of the screen, so that text stays sharp. */
function snap(value: number): number {
  return Math.round(value * devicePixelRatio) / devicePixelRatio;
}
