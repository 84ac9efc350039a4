import type { ZoomTransform } from 'd3-zoom';
import { type DebateState, EMPTY_STATE } from '../../../domain/debate/state.ts';
import { type Point, type Rect, touches } from '../../../domain/layout/map-geometry.ts';
import type { MapBox, MapLayout } from '../../../domain/layout/map-layout.ts';
import { GHOST_ID, MOTION_ID } from '../../../domain/layout/map-tree.ts';
import { indexBoxes, indexLinks, type SpatialIndex } from '../../../domain/layout/spatial-index.ts';
import type { BoardStore } from '../store/board-store.ts';
import { Attention } from './attention.ts';
import { Camera } from './camera.ts';
import { drawMap } from './draw-map.ts';
import { findLink } from './find-link.ts';
import { type LevelOfDetail, levelOfDetail } from './level-of-detail.ts';
import { departures, MapMotion } from './map-motion.ts';
import { type MapPalette, onThemeChange, readPalette } from './map-palette.ts';

/** Screen pixels around the view in which cards are kept ready. */
const MARGIN = 240;

/** New elements in one frame: as many as leave the frame its time. */
const NEW_EACH_FRAME = 5;

/** What React shows of the scene. A new object when any of it changed. */
export interface SceneView {
  /** Ids of what is shown as elements, in reading order. */
  readonly shown: readonly string[];
  readonly level: LevelOfDetail;
  readonly zoom: number;
}

export interface Stage {
  readonly viewport: HTMLElement;
  readonly layer: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

const NOTHING: ReadonlySet<string> = new Set();

const NO_LAYOUT: MapLayout = {
  boxes: [],
  byId: new Map(),
  byLink: new Map(),
  bounds: { x: 0, y: 0, width: 0, height: 0 },
};

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
  #layout = NO_LAYOUT;
  #boxes: SpatialIndex = indexBoxes([]);
  #links: SpatialIndex = indexBoxes([]);
  #motion: MapMotion | null = null;
  /** Where one looked from when the map was last left. */
  #left: ZoomTransform | null = null;
  #opened = false;
  #frame = 0;
  #view: SceneView = { shown: [], level: 'cards', zoom: 1 };
  #held: ReadonlySet<string> = new Set();
  #selected: string | null = null;
  readonly attention = new Attention();
  readonly #elements = new Map<string, HTMLElement>();
  readonly #listeners = new Set<() => void>();
  readonly #drawn = new Set<(scene: MapScene) => void>();

  /** Begins on these elements; the answer ends it. */
  start(stage: Stage): () => void {
    const camera = new Camera(stage.viewport, this.request);
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

  get state(): DebateState {
    return this.#state;
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

  /**
   * Takes a state and its layout. What one is on, points at or looks at stays where it is on the screen; the rest moves to
   * its place.
   */
  show(state: DebateState, layout: MapLayout): void {
    this.#state = state;
    if (layout !== this.#layout) this.#move(layout, this.#anchor());
    this.request();
  }

  /** What is shown as an element wherever it stands: the focused card, a composer. */
  hold(ids: ReadonlySet<string>): void {
    this.#held = ids;
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

  select(id: string | null): void {
    this.#selected = id;
    this.request();
  }

  /** An element shows the box with this id; the answer says that it does no longer. */
  place(id: string, element: HTMLElement): () => void {
    this.#elements.set(id, element);
    this.#put(id, element);
    return () => {
      if (this.#elements.get(id) === element) this.#elements.delete(id);
    };
  }

  elementOf(id: string): HTMLElement | undefined {
    return this.#elements.get(id);
  }

  /** The box at a point of the window. */
  boxAt(client: Point): MapBox | undefined {
    return this.#camera ? this.#boxes.at(this.#camera.toMap(client)) : undefined;
  }

  /** The link at a point of the window, as the id it has in the debate. */
  linkAt(client: Point): string | null {
    return this.#camera ? findLink(this.#camera, this.#links, this.#layout, client) : null;
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

  /** Brings something to the middle of the view, near enough to read. */
  goTo(id: string): void {
    const box = this.#layout.byId.get(id);
    if (box) this.#camera?.read(box);
  }

  fit(): void {
    this.#camera?.fit(this.#layout.bounds);
  }

  /** Asks for a drawing with the next frame. */
  readonly request = (): void => {
    if (this.#frame === 0 && this.#stage) this.#frame = requestAnimationFrame(this.#draw);
  };

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
    const chosen = [focused, hovered, this.#selected].find(inView);
    return chosen ?? this.#boxes.nearest(middle)?.id ?? null;
  }

  #move(layout: MapLayout, anchor: string | null): void {
    const before = this.#layout;
    const old = anchor === null ? undefined : before.byId.get(anchor);
    const now = anchor === null ? undefined : layout.byId.get(anchor);
    const shift = old && now ? { x: now.x - old.x, y: now.y - old.y } : { x: 0, y: 0 };
    const from = departures(before, layout, (box) => this.#placeOf(box), shift);
    this.#layout = layout;
    this.#boxes = indexBoxes(layout.boxes);
    this.#links = indexLinks(layout);
    if (shift.x !== 0 || shift.y !== 0) this.#camera?.moveBy(shift.x, shift.y);
    const still = before.boxes.length === 0 || prefersStillness();
    this.#motion = still || from.size === 0 ? null : new MapMotion(from, performance.now());
    for (const [id, element] of this.#elements) this.#put(id, element);
  }

  readonly #draw = (now: number): void => {
    this.#frame = 0;
    const { camera, palette } = this;
    const stage = this.#stage;
    if (!stage || !camera || !palette || camera.size.width === 0) return;
    if (!this.#opened) this.#open(camera);
    this.#animate(now);
    const { x, y, k } = camera.view;
    stage.layer.style.setProperty('--thick', String(Math.max(1, 1 / k)));
    stage.layer.style.transform = `translate(${snap(x)}px, ${snap(y)}px) scale(${k})`;
    const seen = camera.seen();
    this.#choose(k);
    drawMap(stage.canvas, camera.size, camera.view, {
      palette,
      state: this.#state,
      layout: this.#layout,
      boxes: this.#boxes.within(seen),
      linked: this.#links.within(seen),
      level: levelOfDetail(k),
      zoom: k,
      seen,
      elements: this.#view.level === 'cards' ? new Set(this.#view.shown) : NOTHING,
      active: this.attention.hovered ?? this.attention.focused ?? this.#selected,
      place: (box) => this.#rectOf(box),
    });
    for (const drawn of this.#drawn) drawn(this);
  };

  /** A panel that opens must not cover what it is about. */
  #resize(camera: Camera): void {
    const box = this.#selected === null ? undefined : this.#layout.byId.get(this.#selected);
    const inView = box !== undefined && touches(camera.seen(), box);
    camera.resize();
    if (this.#opened && inView) camera.reveal(box);
    this.request();
  }

  #open(camera: Camera): void {
    const motion = this.#layout.byId.get(MOTION_ID);
    if (!motion) return;
    this.#opened = true;
    if (this.#left) camera.goBack(this.#left);
    else camera.open(this.#layout.bounds, motion);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #animate(now: number): void {
    if (!this.#motion) return;
    if (this.#motion.advance(now)) this.#motion = null;
    else this.request();
    for (const [id, element] of this.#elements) this.#put(id, element);
  }

  #choose(zoom: number): void {
    const level = levelOfDetail(zoom);
    const seen = this.#camera?.seen(MARGIN) ?? this.#layout.bounds;
    const ids = this.#ration(level === 'cards' ? this.#boxes.within(seen) : []);
    for (const id of this.#held) ids.add(id);
    const shown = [...ids]
      .flatMap((id) => this.#layout.byId.get(id) ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ id }) => id);
    const was = this.#view;
    const same = shown.length === was.shown.length && shown.every((id, at) => id === was.shown[at]);
    if (same && level === was.level && zoom === was.zoom) return;
    this.#view = { shown: same ? was.shown : shown, level, zoom };
    for (const listener of this.#listeners) listener();
  }

  /** Makes a few new elements a frame; the canvas draws the others until their turn comes. */
  #ration(near: readonly MapBox[]): Set<string> {
    const ids = new Set<string>();
    let left = NEW_EACH_FRAME;
    for (const { id } of near) {
      if (!this.#elements.has(id)) left -= 1;
      if (left >= 0 || this.#elements.has(id)) ids.add(id);
    }
    if (left < 0) this.request();
    return ids;
  }

  #put(id: string, element: HTMLElement): void {
    const box = this.#layout.byId.get(id);
    if (!box) return;
    const { x, y } = this.#placeOf(box);
    element.style.transform = `translate(${x}px, ${y}px)`;
  }

  #placeOf(box: MapBox): Point {
    return this.#motion ? this.#motion.place(box) : box;
  }

  #rectOf(box: MapBox): Rect {
    if (!this.#motion) return box;
    return { ...this.#placeOf(box), width: box.width, height: box.height };
  }
}

const scenes = new WeakMap<BoardStore, MapScene>();

/** The scene of a board: the same each time its map is shown, so that one comes back to where one was. */
export function sceneOf(store: BoardStore): MapScene {
  const known = scenes.get(store) ?? new MapScene();
  scenes.set(store, known);
  return known;
}

function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** On whole pixels of the screen, so that text stays sharp. */
function snap(value: number): number {
  return Math.round(value * devicePixelRatio) / devicePixelRatio;
}
