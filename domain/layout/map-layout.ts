import type { DebateState } from '../debate/state.ts';
import { finish, type Steps } from '../debate/steps.ts';
import { changedPlaces } from './changed-places.ts';
import { fitLanes } from './lay-lanes.ts';
import { layTree, type Measure } from './lay-tree.ts';
import { boundsOf, type MapForm, type Rect } from './map-geometry.ts';
import { type Ghost, type MapSource, MOTION_ID } from './map-tree.ts';
import { type MapBox, placeBoxes } from './place-boxes.ts';

/** A map laid out; what it was made of is kept, so that the next one is made from what changed. */
export interface MapLayout {
  /** In reading order: parents before children, siblings in order. */
  readonly boxes: readonly MapBox[];
  readonly byId: ReadonlyMap<string, MapBox>;
  /** Those whose children hang from a rail. */
  readonly railed: readonly MapBox[];
  readonly bounds: Rect;
  readonly form: MapForm;
  /** How tall a column may be, in pixels. */
  readonly limit: number;
  /** How many times too wide or too tall the map was when that was found. */
  readonly off: number;
  readonly source: MapSource | null;
}

export const EMPTY_LAYOUT: MapLayout = {
  boxes: [],
  byId: new Map(),
  railed: [],
  bounds: boundsOf([]),
  form: 'wide',
  limit: Infinity,
  off: 1,
  source: null,
};

export interface MapLayoutOptions {
  readonly measure: Measure;
  /**
   * Ids of what may have another height than in the earlier picture though its text is the same; all of it where nothing is
   * said. Asking each of ten thousand took longer than all else an edit asks for.
   */
  readonly resizable?: Iterable<string> | undefined;
  readonly collapsed?: ReadonlySet<string>;
  readonly ghost?: Ghost | null;
  /** Wide where nothing is said. */
  readonly form?: MapForm;
  /** The picture before this one: what did not change is taken from it, and columns stay where they can. */
  readonly earlier?: MapLayout | null;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The map of a debate, left to right: the motion, its positions, each with a lane of claims, in columns as in a newspaper
 * where one would be too long. Pure: the same debate, folds, measures and earlier picture give the same picture; where
 * nothing changed, the earlier one itself.
 */
export function layoutMap(state: DebateState, options: MapLayoutOptions): MapLayout {
  return finish(layoutSteps(state, options));
}

/** The same in small steps, for a first picture of many claims. */
function* layoutSteps(
  state: DebateState,
  {
    measure,
    resizable,
    collapsed = NOTHING,
    ghost = null,
    form = 'wide',
    earlier: before = null,
  }: MapLayoutOptions,
): Steps<MapLayout> {
  const earlier = before?.form === form ? before : null;
  const source = { state, collapsed, ghost };
  const resized = earlier ? resizedIn(earlier, measure, resizable) : [];
  const changed = earlier?.source ? changedPlaces(earlier.source, source, resized) : null;
  if (earlier && changed?.size === 0) return earlier;
  const trees = yield* layTree(
    {
      source,
      measure,
      columns: { limit: earlier?.limit ?? Infinity, form },
      before: (id) => earlier?.byId.get(id)?.block,
      isSame: (id) => changed !== null && !changed.has(id),
    },
    MOTION_ID,
  );
  const { limit, off, blocks } = yield* fitLanes(
    { form, limit: earlier?.limit ?? Infinity, off: earlier?.off ?? 1, blocks: trees },
    earlier !== null && earlier.boxes.length > 0,
  );
  const boxes = yield* placeBoxes(blocks, measure(MOTION_ID, 'motion'), form, earlier ?? EMPTY_LAYOUT);
  const byId = new Map<string, MapBox>();
  for (const box of boxes) byId.set(box.id, box);
  return {
    boxes,
    byId,
    railed: boxes.filter(({ rail }) => rail.length > 0),
    bounds: boundsOf(boxes),
    form,
    limit,
    off,
    source,
  };
}

/** The box that a link gives its place; a cross-link gives none. */
export function boxOfLink({ source, byId }: MapLayout, linkId: string): MapBox | undefined {
  const box = byId.get(source?.state.links.get(linkId)?.from ?? '');
  return box?.link === linkId ? box : undefined;
}

function resizedIn(
  { boxes, byId }: MapLayout,
  measure: Measure,
  resizable: Iterable<string> | undefined,
): string[] {
  const asked = resizable ? [MOTION_ID, ...resizable].flatMap((id) => byId.get(id) ?? []) : boxes;
  return asked.flatMap(({ id, kind, height }) => (measure(id, kind) === height ? [] : [id]));
}
