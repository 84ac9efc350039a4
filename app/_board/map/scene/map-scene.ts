import type { ZoomTransform } from 'd3-zoom';
import { Listeners } from '#app/_ui/listeners.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import type { FrontBox, FrontLayout } from '#domain/front/front-box.ts';
import type { StageSize } from '#domain/front/front-form.ts';
import { EMPTY_FRONT } from '#domain/front/lay-front.ts';
import { boundsOf, contains, grown, type Point, type Rect, touches } from '#domain/layout/map-geometry.ts';
import { GHOST_ID } from '#domain/layout/map-tree.ts';
import { indexBoxes, indexLinks, type SpatialIndex } from '#domain/layout/spatial-index.ts';
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

/** The part of the scene that React shows. A new object whenever any of it changed. */
export interface SceneView {
  /** Ids of the boxes shown as elements, in reading order. */
  readonly shown: readonly string[];
  /** Size of the viewport in map pixels at zoom 1; `null` until measured. */
  readonly stage: StageSize | null;
}

/** DOM elements of the map. */
export interface MapElements {
  readonly viewport: HTMLElement;
  readonly layer: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** Map pixels around a box that count as its gap. */
const BESIDE = 14;

/** Screen pixels at the edges of the view where the search bar may cover results. */
const SEARCH_BAR = 72;

/**
 * The map on the screen: the one place where layout, camera, animation, canvas and elements meet. React renders the cards that `view`
 * names and hands their elements over; everything that happens while the viewer pans or zooms happens here, without rendering.
 */
export class MapScene {
  #elementsOf: MapElements | null = null;
  #camera: Camera | null = null;
  #palette: MapPalette | null = null;
  #state: DebateState = EMPTY_STATE;
  #layout: FrontLayout = EMPTY_FRONT;
  #boxes: SpatialIndex<FrontBox> = indexBoxes<FrontBox>([]);
  /** `null` until requested for this layout. */
  #links: SpatialIndex<FrontBox> | null = null;
  #motion: MapMotion | null = null;
  /** The view when the map was last left. */
  #left: ZoomTransform | null = null;
  #opened = false;
  #frame = 0;
  #view: SceneView = { shown: [], stage: null };
  #selected: string | null = null;
  /** Selected, and not yet brought into view. */
  #awaited: string | null = null;
  /** To be centered, and not yet brought into view. */
  #sought: string | null = null;
  /** Keeps its place with the next layout, wherever the focus is. */
  #still: string | null = null;
  #marks: MapMarks = UNMARKED;
  readonly attention = new Attention();
  readonly #elements = new CardElements();
  readonly #listeners = new Listeners();
  readonly #drawn = new Set<(scene: MapScene) => void>();
  readonly #laidOut = new Set<() => void>();
  readonly #leftReading = new Set<() => void>();

  /** Starts on these elements. Returns a function that ends it. */
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
    this.#reportStage(camera);
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

  readonly subscribe = this.#listeners.subscribe;

  readonly view = (): SceneView => this.#view;

  get layout(): FrontLayout {
    return this.#layout;
  }

  get camera(): Camera | null {
    return this.#camera;
  }

  /** Calls `drawn` after each drawing, for parts that follow the view. Returns an unsubscribe function. */
  onDrawn(drawn: (scene: MapScene) => void): () => void {
    this.#drawn.add(drawn);
    return () => this.#drawn.delete(drawn);
  }

  /** Calls `laidOut` when boxes have new places. Returns an unsubscribe function. */
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
   * Takes a state and its layout. The box with the focus, the pointer or the selection keeps its height on the screen; the rest moves to
   * its new place.
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

  /** Keeps this box in place with the next layout: the target of a dropped card, while the card itself goes to where it was dropped. */
  keepStill(id: string): void {
    this.#still = id;
  }

  /** Sets the boxes that are elements wherever they are: the focused card, a composer. */
  hold(ids: ReadonlySet<string>): void {
    this.#elements.hold(ids);
    this.request();
  }

  /** Sets the hovered box; `null` for none. */
  point(id: string | null): void {
    this.attention.hover(id);
    this.request();
  }

  /** Sets the box with the keyboard focus; `null` for none. */
  focusOn(id: string | null): void {
    this.attention.focus(id);
    this.request();
  }

  /** Takes what the panel shows now. If it was selected elsewhere (by a link, a list, the outline) the map scrolls to it. */
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

  /** Takes what is highlighted. */
  mark(marks: MapMarks): void {
    this.#marks = marks;
    this.request();
  }

  /** Registers an element for the box with this id. Returns a function that removes it. */
  place(id: string, element: HTMLElement): () => void {
    const box = this.#layout.byId.get(id);
    if (box) putElement(element, this.#placeOf(box));
    return this.#elements.add(id, element);
  }

  elementOf(id: string): HTMLElement | undefined {
    return this.#elements.get(id);
  }

  /** Returns the box at a point of the window. */
  boxAt(client: Point): FrontBox | undefined {
    return this.#camera ? this.#boxes.at(this.#camera.toMap(client)) : undefined;
  }

  /** Returns the box at a point of the map, or the nearest to it. */
  boxNear(point: Point): FrontBox | undefined {
    return this.#boxes.at(point) ?? this.#boxes.nearest(point);
  }

  /** Returns the box at a point of the window, or the one so near that the gap beside it is meant. */
  boxBeside(client: Point): FrontBox | undefined {
    const point = this.#camera?.toMap(client);
    if (!point) return undefined;
    const box = this.#boxes.at(point) ?? this.#boxes.nearest(point);
    return box && contains(grown(box, BESIDE), { ...point, width: 0, height: 0 }) ? box : undefined;
  }

  /** Returns the boxes that touch a frame between two points of the window. */
  boxesBetween(a: Point, b: Point): readonly FrontBox[] {
    if (!this.#camera) return [];
    const corners = [this.#camera.toMap(a), this.#camera.toMap(b)];
    return this.#boxes.within(boundsOf(corners.map((corner) => ({ ...corner, width: 0, height: 0 }))));
  }

  /** Returns the id of the link at a point of the window. */
  linkAt(client: Point): string | null {
    return this.#camera ? findLink(this.#camera, this.#linksNow(), this.#layout, client) : null;
  }

  /** Returns the last drawn rectangle of a box. */
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

  /** Requests a drawing with the next frame. */
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
    // A composer grows and closes; what it replies to stays.
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

  /** Keeps an opening panel from covering its subject, and a narrower window from hiding the focused card. */
  #resize(camera: Camera): void {
    const { focused } = this.attention;
    const box = [focused, this.#selected]
      .map((id) => (id === null ? undefined : this.#layout.byId.get(id)))
      .find((one) => one !== undefined && touches(camera.seen(), one));
    camera.resize();
    if (this.#opened && box) camera.reveal(box);
    this.#reportStage(camera);
    this.request();
  }

  #reportStage({ stage: { width, height } }: Camera): void {
    const { stage } = this.#view;
    if (width === 0 || (stage?.width === width && stage.height === height)) return;
    this.#notify({ ...this.#view, stage: { width, height } });
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
    this.#notify({ ...this.#view, shown });
  }

  #notify(view: SceneView): void {
    this.#view = view;
    this.#listeners.notify();
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

/** Rounds to whole screen pixels, so that text stays sharp. */
function snap(value: number): number {
  return Math.round(value * devicePixelRatio) / devicePixelRatio;
}
