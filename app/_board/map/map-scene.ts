import type { ZoomTransform } from 'd3-zoom';
import { type DebateState, EMPTY_STATE } from '../../../domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout } from '../../../domain/front/front-box.ts';
import type { StageSize } from '../../../domain/front/front-form.ts';
import { EMPTY_FRONT } from '../../../domain/front/lay-front.ts';
import {
  boundsOf,
  contains,
  grown,
  type Point,
  type Rect,
  touches,
} from '../../../domain/layout/map-geometry.ts';
import { GHOST_ID } from '../../../domain/layout/map-tree.ts';
import { indexBoxes, indexLinks, type SpatialIndex } from '../../../domain/layout/spatial-index.ts';
import { Attention } from './attention.ts';
import { Camera } from './camera.ts';
import { CardElements, putElement } from './card-elements.ts';
import { drawMap } from './draw-map.ts';
import { findLink } from './find-link.ts';
import { type MapMarks, UNMARKED } from './map-marks.ts';
import { departures, MapMotion } from './map-motion.ts';
import { type MapPalette, onThemeChange, readPalette } from './map-palette.ts';

/** Screen pixels around the view in which cards are kept ready. */
const MARGIN = 240;

/** What React shows of the scene. A new object when any of it changed. */
export interface SceneView {
  /** Ids of what is shown as elements, in reading order. */
  readonly shown: readonly string[];
  /** Size of the viewport; `null` until measured. */
  readonly stage: StageSize | null;
}

/** DOM elements of the map. */
export interface MapElements {
  readonly viewport: HTMLElement;
  readonly layer: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** Pixels of the map around a box that count as its gap. */
const BESIDE = 14;

/** Screen pixels at the edges of the view where the search bar may cover what is found. */
const SEARCH_BAR = 72;

/**
 * The map on the screen: the one place where layout, camera, animation, canvas and elements meet. React makes the cards
 * that `view` names and hands their elements over; everything that happens while one pans or zooms happens here, without
 * rendering.
 */
export class MapScene {
  #elementsOf: MapElements | null = null;
  #camera: Camera | null = null;
  #palette: MapPalette | null = null;
  #state: DebateState = EMPTY_STATE;
  #layout: FrontLayout = EMPTY_FRONT;
  #boxes: SpatialIndex<FrontBox> = indexBoxes<FrontBox>([]);
  /** Null until it is asked for with this layout. */
  #links: SpatialIndex<FrontBox> | null = null;
  #motion: MapMotion | null = null;
  /** Where one looked from when the map was last left. */
  #left: ZoomTransform | null = null;
  #opened = false;
  #frame = 0;
  #view: SceneView = { shown: [], stage: null };
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
  readonly #drawn = new Set<(scene: MapScene) => void>();
  readonly #laidOut = new Set<() => void>();
  readonly #leftReading = new Set<() => void>();

  /** Begins on these elements; the answer ends it. */
  start(elements: MapElements): () => void {
    const leftReading = () => {
      for (const left of this.#leftReading) left();
    };
    const camera = new Camera(elements.viewport, { changed: this.request, leftReading });
    camera.bound(this.#layout.bounds);
    this.#elementsOf = elements;
    this.#camera = camera;
    this.#palette = readPalette();
    const resized = new ResizeObserver(() => this.#resize(camera));
    resized.observe(elements.viewport);
    this.#tellStage(camera);
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
      this.#elementsOf = null;
      this.#camera = null;
      this.#opened = false;
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): SceneView => this.#view;

  get layout(): FrontLayout {
    return this.#layout;
  }

  get camera(): Camera | null {
    return this.#camera;
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

  /** Calls `left` when the viewer zooms out past readable text. Returns an unsubscribe function. */
  onLeftReading(left: () => void): () => void {
    this.#leftReading.add(left);
    return () => this.#leftReading.delete(left);
  }

  /**
   * Takes a state and its layout. What one is on, points at or looks at stays at its height on the screen; the rest moves to
   * its place.
   */
  show(state: DebateState, layout: FrontLayout): void {
    this.#state = state;
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

  /** Centers a box as soon as it is laid out, unless it is already visible. */
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
  boxAt(client: Point): FrontBox | undefined {
    return this.#camera ? this.#boxes.at(this.#camera.toMap(client)) : undefined;
  }

  /** The box at a point of the map, or the nearest to it. */
  boxNear(point: Point): FrontBox | undefined {
    return this.#boxes.at(point) ?? this.#boxes.nearest(point);
  }

  /** The box at a point of the window, or the one whose edge is so near that the gap beside it is meant. */
  boxBeside(client: Point): FrontBox | undefined {
    const point = this.#camera?.toMap(client);
    if (!point) return undefined;
    const box = this.#boxes.at(point) ?? this.#boxes.nearest(point);
    return box && contains(grown(box, BESIDE), { ...point, width: 0, height: 0 }) ? box : undefined;
  }

  /** The boxes that touch a frame between two points of the window. */
  boxesBetween(a: Point, b: Point): readonly FrontBox[] {
    if (!this.#camera) return [];
    const corners = [this.#camera.toMap(a), this.#camera.toMap(b)];
    return this.#boxes.within(boundsOf(corners.map((corner) => ({ ...corner, width: 0, height: 0 }))));
  }

  /** The link at a point of the window, as the id it has in the debate. */
  linkAt(client: Point): string | null {
    return this.#camera ? findLink(this.#camera, this.#linksNow(), this.#layout, client) : null;
  }

  /** Last drawn rectangle of a box. */
  rectOf(id: string): Rect | undefined {
    const box = this.#layout.byId.get(id);
    return box && this.#rectOf(box);
  }

  reveal(id: string): void {
    const box = this.#layout.byId.get(id);
    if (box) this.#camera?.reveal(box);
  }

  /** Centers the given boxes. */
  lookAt(ids: ReadonlySet<string>): void {
    const boxes = [...ids].flatMap((id) => this.#layout.byId.get(id) ?? []);
    if (boxes.length > 0) this.#camera?.read(boundsOf(boxes));
  }

  /** Shows the start of the map, or the focused branch. */
  begin(): void {
    const { branch } = this.#marks;
    if (branch) this.lookAt(branch.under);
    else this.#camera?.open();
  }

  /** Asks for a drawing with the next frame. */
  readonly request = (): void => {
    if (this.#frame === 0 && this.#elementsOf) this.#frame = requestAnimationFrame(this.#draw);
  };

  #linksNow(): SpatialIndex<FrontBox> {
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
    // At the top, stay there.
    return chosen ?? (seen.y <= 0 ? null : (this.#boxes.nearest(middle)?.id ?? null));
  }

  #move(layout: FrontLayout, anchor: string | null): void {
    const before = this.#layout;
    const wasSeen = this.#camera?.seen(MARGIN);
    const were = wasSeen ? this.#boxes.within(wasSeen) : [];
    this.#layout = layout;
    this.#boxes = indexBoxes(layout.boxes);
    this.#links = null;
    const shift = this.#follow(before, anchor);
    const nowSeen = this.#camera?.seen(MARGIN);
    // Animate only boxes that are or were visible.
    const seen = [
      ...were.flatMap(({ id }) => layout.byId.get(id) ?? []),
      ...(nowSeen ? this.#boxes.within(nowSeen) : []),
    ];
    const from = departures(seen, before, (box) => this.#placeOf(box), shift);
    const still = before.boxes.length === 0 || prefersStillness();
    this.#motion = still || from.size === 0 ? null : new MapMotion(from, performance.now());
    this.#elements.put(layout, (box) => this.#placeOf(box));
  }

  /**
   * Keeps the anchor at its height on screen and reveals the arguments of a newly opened claim. Returns the view's movement in map
   * pixels.
   */
  #follow(before: FrontLayout, anchor: string | null): Point {
    const camera = this.#camera;
    if (!camera) return { x: 0, y: 0 };
    const { x, y, k } = camera.view;
    const old = before.byId.get(anchor ?? '');
    const now = this.#layout.byId.get(anchor ?? '');
    camera.bound(this.#layout.bounds);
    camera.moveBy(0, old && now ? now.y - old.y : 0);
    const opened = before.boxes.length === 0 ? undefined : this.#openedSince(before);
    if (opened) {
      const ids = [opened.id, ...opened.children];
      const branch = boundsOf(ids.flatMap((id) => this.#layout.byId.get(id) ?? []));
      // From the top of its arguments down to the claim itself.
      camera.reveal({ ...branch, height: opened.y + opened.height - branch.y }, true);
    }
    return { x: (x - camera.view.x) / k, y: (y - camera.view.y) / k };
  }

  #openedSince(before: FrontLayout): FrontBox | undefined {
    const opened = this.#layout.boxes.filter(({ id, look }) => {
      const was = before.byId.get(id);
      return look === 'open' && was !== undefined && was.look !== 'open';
    });
    return opened.length === 1 ? opened[0] : undefined;
  }

  readonly #draw = (now: number): void => {
    this.#frame = 0;
    const { camera } = this;
    const [elements, palette] = [this.#elementsOf, this.#palette];
    if (!elements || !camera || !palette || camera.size.width === 0) return;
    if (!this.#opened) this.#open(camera);
    this.#goToAwaited(camera);
    this.#goToSought(camera);
    this.#animate(now);
    const { x, y, k } = camera.view;
    elements.layer.style.transform = `translate(${snap(x)}px, ${snap(y)}px) scale(${k})`;
    const seen = camera.seen();
    this.#choose(camera.seen(MARGIN));
    drawMap(elements.canvas, camera.size, camera.view, {
      palette,
      state: this.#state,
      layout: this.#layout,
      boxes: this.#boxes.within(seen),
      linked: this.#linksNow().within(seen),
      zoom: k,
      marks: this.#marks,
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
    this.#tellStage(camera);
    this.request();
  }

  #tellStage({ size: { width, height } }: Camera): void {
    const { stage } = this.#view;
    if (width === 0 || (stage?.width === width && stage.height === height)) return;
    this.#tell({ ...this.#view, stage: { width, height } });
  }

  #open(camera: Camera): void {
    if (this.#layout.boxes.length === 0) return;
    this.#opened = true;
    if (this.#left) camera.goBack(this.#left);
    else camera.open();
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
    if (!contains(camera.seen(-SEARCH_BAR), box)) camera.read(box);
  }

  #animate(now: number): void {
    if (!this.#motion) return;
    if (this.#motion.advance(now)) this.#motion = null;
    else this.request();
    this.#elements.put(this.#layout, (box) => this.#placeOf(box));
  }

  #choose(around: Rect): void {
    const { shown, all } = this.#elements.choose(this.#layout, this.#boxes.within(around));
    if (!all) this.request();
    const was = this.#view.shown;
    if (shown.length === was.length && shown.every((id, at) => id === was[at])) return;
    this.#tell({ ...this.#view, shown });
  }

  #tell(view: SceneView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }

  #placeOf(box: FrontBox): Point {
    return this.#motion ? this.#motion.place(box) : box;
  }

  #rectOf(box: FrontBox): Rect {
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
