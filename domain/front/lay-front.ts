import { finish, type Steps } from '../collections/steps.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { shownPositions } from '../debate/map/positions-in-order.ts';
import { ancestorsOf } from '../debate/map/tree.ts';
import { boundsOf, type Point, type Rect } from '../layout/map-geometry.ts';
import { GHOST_ID, type Ghost, ghostPlace, type MapSource, MOTION_ID, nodeOf } from '../layout/map-tree.ts';
import { type BranchIndex, ClaimsBelow } from './claims-below.ts';
import {
  emptyIdOf,
  type FrontBox,
  type FrontLayout,
  type FrontLook,
  type FrontMeasure,
  moreIdOf,
} from './front-box.ts';
import {
  ARGUMENT_GAP,
  emptyHeight,
  type FrontForm,
  frontForm,
  INDENT,
  isLarge,
  type LargeScale,
  LINE_HEIGHT,
  largeScales,
  type StageSize,
  WIDEST_CARD,
} from './front-form.ts';
import { type BudgetedClaim, rowsOn, shareRows, shownOf } from './row-budget.ts';

export interface FrontOptions {
  readonly stage: StageSize;
  readonly measure: FrontMeasure;
  /** The viewer's explicit choices. */
  readonly folds?: ReadonlyMap<string, boolean>;
  /** Number of times the viewer expanded each list, by parent id. */
  readonly asked?: ReadonlyMap<string, number>;
  /** Ids that are shown regardless of rank. */
  readonly needed?: ReadonlySet<string>;
  /** Claim whose wording is being edited. Its ancestors stay open. */
  readonly edited?: string | null;
  /** Previous layout. Its rows and its `whole` mode are kept. `null` starts over. */
  readonly earlier?: FrontLayout | null;
  readonly ghost?: Ghost | null;
  /** Cache shared between layouts. */
  readonly below?: BranchIndex;
}

/** Lists longer than `LONG` start with `FIRST` arguments and grow by `MORE`. */
const LONG = 12;
const FIRST = 8;
const MORE = 50;
/** Additional gap between cards, in pixels. */
const CARD_GAP = 6;
/** Maximum offset of an open claim below the top of its arguments, in pixels. */
const IN_SIGHT = 120;
/** Share of the free height above a front that is shorter than its stage. */
const OVER = 0.45;
/** Pixels by which positions stand further apart in large type, at most. */
const MOST_APART = 72;
/** Bottom margin for the toolbar, in pixels. */
const FOOT = 56;
/** Maximum number of claims in `whole` mode. */
const FEW = 40;
/** Maximum indented depth on a phone. */
const DEEPEST = 8;

const NO_FOLDS: ReadonlyMap<string, boolean> = new Map();
const NO_NUMBERS: ReadonlyMap<string, number> = new Map();
const NOTHING: ReadonlySet<string> = new Set();

/**
 * Lays out the front: motion, positions and first-level claims, one column per depth. An open claim has its arguments in the next
 * column, and its siblings fold to one line. A debate that fits the stage starts fully open. Pure: equal input gives an equal layout.
 */
export function layFront(state: DebateState, options: FrontOptions): FrontLayout {
  return finish(layFrontSteps(state, options));
}

/** `layFront` in small steps, so that large debates don't block the page. */
export function* layFrontSteps(state: DebateState, options: FrontOptions): Steps<FrontLayout> {
  const below = options.below ?? new ClaimsBelow();
  yield* below.follow(state);
  // Keep the mode while people read: opening a composer or a new claim must not fold anything.
  const { stage, earlier } = options;
  const wasWhole = earlier?.whole;
  if (wasWhole !== false && below.of(MOTION_ID).below <= FEW) {
    const wasLarge = earlier !== null && earlier !== undefined && isLarge(earlier.form.scale);
    for (const scale of earlier && !wasLarge ? [] : largeScales(stage)) {
      const large = new Laying(state, options, below, 'whole', scale).lay();
      const stays = earlier?.form.scale === scale;
      if (large.form.columns === 'motion' && (stays || isInView(large))) return large;
    }
    const all = new Laying(state, options, below, 'whole').lay();
    if (wasWhole || isInView(all)) return all;
  }
  return new Laying(state, options, below, 'folded').lay();
}

/** Layout without boxes. */
export const EMPTY_FRONT: FrontLayout = {
  boxes: [],
  byId: new Map(),
  bounds: boundsOf([]),
  form: frontForm({ width: 1_280, height: 800 }, 0, ''),
  stage: { width: 1_280, height: 800 },
  down: 0,
  whole: false,
};

function isInView({ bounds, stage }: FrontLayout): boolean {
  return bounds.y + bounds.height + FOOT <= stage.height && bounds.x + bounds.width <= stage.width;
}

/** A vertical list of claims. */
interface List {
  readonly parent: FrontBox;
  readonly shown: readonly string[];
  /** Number of omitted claims. */
  readonly left: number;
  readonly x: number;
  readonly y: number;
  /** Right limit in pixels. */
  readonly right: number;
}

/** Position in a list, starting at 1, and the list's length. */
interface Place {
  readonly place: number;
  readonly siblings: number;
}

const ALONE: Place = { place: 1, siblings: 1 };

/** Builds one layout, top to bottom and left to right. */
class Laying {
  readonly #state: DebateState;
  readonly #options: FrontOptions;
  readonly #below: BranchIndex;
  readonly #whole: boolean;
  readonly #source: MapSource;
  /** Claims kept open by text that is being written. */
  readonly #writtenUnder: ReadonlySet<string>;
  readonly #levels: number;
  readonly #form: FrontForm;
  readonly #boxes: FrontBox[] = [];
  /** True if no open first claim is placed yet. */
  #isAboveOpen = true;

  /** `whole`: claims are open by default; `large`: and in this scale of large type. */
  constructor(
    state: DebateState,
    options: FrontOptions,
    below: BranchIndex,
    mode: 'folded' | 'whole',
    large?: LargeScale,
  ) {
    this.#state = state;
    this.#options = options;
    this.#below = below;
    this.#whole = mode !== 'folded';
    this.#source = { state, collapsed: NOTHING, ghost: options.ghost ?? null };
    this.#writtenUnder = new Set(placesOf(this.#source, options.edited ?? null));
    this.#levels = this.#openLevels();
    this.#form = frontForm(options.stage, this.#levels, state.head?.motion ?? '', large);
  }

  lay(): FrontLayout {
    const form = this.#form;
    const { side, top } = form;
    const beside = form.columns === 'motion';
    const ids = shownPositions(this.#state).map(({ id }) => id);
    const width = beside ? form.motionWidth : this.#right - side;
    const height = this.#heightOf(MOTION_ID, 'motion', width);
    const motion = this.#put(MOTION_ID, 'motion', null, { x: side, y: top, width, height }, ids);
    const x = beside ? side + width + form.motionGap : side;
    const rows = this.#rowsOf(ids);
    let y = beside ? top : top + height + form.motionGap;
    ids.forEach((id, at) => {
      const place = { place: at + 1, siblings: ids.length };
      y = this.#layLane(motion, id, rows[at] ?? 0, { x, y }, place) + form.laneGap;
    });
    return this.#centred(y - form.laneGap, beside ? top + height : 0, ids);
  }

  get #right(): number {
    return this.#options.stage.width - this.#form.side;
  }

  /** Number of claims each position shows. */
  #rowsOf(positions: readonly string[]): readonly number[] {
    const claims = positions.map((id) => this.#countUnder(id));
    return this.#whole ? claims : shareRows(rowsOn(this.#options.stage, this.#form, claims.length), claims);
  }

  /** Places a position with its claims. Returns their bottom edge. */
  #layLane(motion: FrontBox, id: string, rows: number, { x, y }: Point, place: Place): number {
    const form = this.#form;
    const beside = form.columns === 'motion' || form.columns === 'positions';
    const width = beside ? form.positionWidth : this.#right - x;
    const height = this.#heightOf(id, 'position', width);
    const ids = this.#idsUnder(id);
    const { shown, left } = this.#shownUnder(id, ids, rows);
    const children = ids.length === 0 ? [emptyIdOf(id)] : withMoreRow(id, shown, left);
    const box = this.#put(id, 'position', motion, { x, y, width, height }, children, place);
    const at = beside ? { x: x + width + form.positionGap, y } : { x, y: y + height + form.rowGap };
    if (ids.length === 0) {
      const wide = Math.min(this.#right - at.x, WIDEST_CARD);
      const room = emptyHeight(form);
      this.#put(emptyIdOf(id), 'empty', box, { ...at, width: wide, height: room });
      return Math.max(at.y + room, y + height);
    }
    const end = this.#layList({ parent: box, shown, left, ...at, right: this.#right });
    return Math.max(end, y + height);
  }

  /** Places a list of claims. Returns its bottom edge. */
  #layList(list: List): number {
    const { parent, shown, left, x, right } = list;
    const isFirst = parent.kind === 'position';
    const anyOpen = isFirst ? this.#levels > 0 : shown.some((id) => this.#isOpen(id));
    const look = anyOpen && !this.#whole ? 'line' : isFirst && !anyOpen ? 'row' : 'card';
    const { openWidth } = this.#form;
    const card = Math.min(Math.max(right - x, openWidth), this.#whole && anyOpen ? openWidth : WIDEST_CARD);
    const width = look === 'card' ? card : Math.max(right - x, openWidth);
    const gap = this.#form.rowGap + (look === 'card' ? CARD_GAP : 0);
    const siblings = shown.length + (left > 0 ? 1 : 0);
    let y = list.y;
    shown.forEach((id, at) => {
      const place = { place: at + 1, siblings };
      if (id === GHOST_ID) {
        const height = this.#heightOf(id, 'ghost', card);
        this.#put(id, 'ghost', parent, { x, y, width: card, height }, [], place);
        y += height + gap;
      } else if (this.#isOpen(id)) {
        y = this.#layOpen(id, list, y, place) + gap;
      } else {
        const own = look === 'line' && isFirst && this.#staysWhole ? 'row' : look;
        const height = own === 'line' ? LINE_HEIGHT : this.#heightOf(id, own, width);
        this.#put(id, own, parent, { x, y, width, height }, [], place);
        y += height + gap;
      }
    });
    if (left > 0) {
      const rest = { x, y, width: card, height: LINE_HEIGHT };
      this.#put(moreIdOf(parent.id), 'more', parent, rest, [], { place: siblings, siblings }, left);
      y += LINE_HEIGHT + gap;
    }
    return y - gap;
  }

  /** On a phone, claims above the open one keep their height, so that it stays where it was touched. */
  get #staysWhole(): boolean {
    return this.#isAboveOpen && this.#form.columns === 'one';
  }

  /** Places an open claim with its arguments: beside it, or indented below it on a phone. */
  #layOpen(id: string, { parent, x, right }: List, y: number, place: Place): number {
    if (parent.kind === 'position') this.#isAboveOpen = false;
    const ids = this.#idsUnder(id);
    const all = this.#countUnder(id);
    const { shown, left } = this.#shownUnder(id, ids, all > LONG ? FIRST : all);
    const under = this.#form.columns === 'one';
    const width = under ? right - x : this.#form.openWidth;
    const height = this.#heightOf(id, 'open', width);
    const at = this.#boxes.length;
    const box = this.#put(id, 'open', parent, { x, y, width, height }, withMoreRow(id, shown, left), place);
    const gap = this.#form.rowGap + CARD_GAP;
    if (under) {
      const inset = box.depth > DEEPEST ? 0 : INDENT;
      return this.#layList({ parent: box, shown, left, x: x + inset, y: y + height + gap, right });
    }
    const list = { parent: box, shown, left, x: x + width + ARGUMENT_GAP, right };
    const before = this.#whole ? undefined : this.#earlier(id);
    const wasOpen = before?.look === 'open';
    const top = wasOpen ? Math.max(y, this.#earlier(before.children[0] ?? '')?.y ?? y) : y;
    const end = this.#layList({ ...list, y: top });
    // Center it beside its arguments, but keep it near their top.
    const centred = Math.round(Math.min(IN_SIGHT, Math.max(0, (end - y - height) / 2)));
    // One that was on the screen stays where it was: claims above it fold, and its arguments begin in the room they leave.
    const down = before ? Math.max(0, before.y - y) : centred;
    const late = wasOpen ? 0 : Math.max(0, y + down + height - end);
    this.#boxes[at] = { ...box, y: y + down };
    for (let next = at + 1; late > 0 && next < this.#boxes.length; next += 1) {
      const argument = this.#boxes[next];
      if (argument) this.#boxes[next] = { ...argument, y: argument.y + late };
    }
    return Math.max(y + down + height, end + late) + CARD_GAP;
  }

  /** A box as the previous layout had it, before it was moved to the middle of the stage. */
  #earlier(id: string): FrontBox | undefined {
    const { earlier } = this.#options;
    const box = earlier?.byId.get(id);
    return earlier && box ? { ...box, y: box.y - earlier.down } : undefined;
  }

  /** Splits a list into shown claims and the number of omitted ones. */
  #shownUnder(
    parent: string,
    ids: readonly string[],
    most: number,
  ): { shown: readonly string[]; left: number } {
    if (this.#whole) return { shown: ids, left: 0 };
    const room = most + MORE * ((this.#options.asked ?? NO_NUMBERS).get(parent) ?? 0);
    const all = this.#countUnder(parent);
    if (all <= room) return { shown: ids, left: all - ids.length };
    const kept = shownOf(
      ids.map((id) => this.#ranked(id)),
      room,
      all,
    );
    const shown = ids.filter((id) => kept.has(id));
    return { shown, left: all - shown.length };
  }

  #ranked(id: string): BudgetedClaim {
    const tally = this.#state.claims.get(id)?.tally;
    const votes = tally ? tally.agree + tally.disagree + tally.pass : 0;
    const needed = id === GHOST_ID || this.#isOpen(id) || (this.#options.needed ?? NOTHING).has(id);
    const wasShown = this.#options.earlier?.byId.has(id) === true;
    return { id, weight: this.#below.of(id).below + votes, needed, wasShown };
  }

  #isOpen(id: string): boolean {
    if (this.#writtenUnder.has(id)) return true;
    const said = (this.#options.folds ?? NO_FOLDS).get(id);
    return (said ?? this.#whole) && this.#below.of(id).below > 0;
  }

  /** Depth of nested open claims. */
  #openLevels(): number {
    let ids = shownPositions(this.#state).flatMap(({ id }) => this.#idsUnder(id));
    for (let levels = 0; ; levels += 1) {
      const open = ids.filter((id) => this.#isOpen(id));
      if (open.length === 0) return levels;
      ids = open.flatMap((id) => this.#idsUnder(id));
    }
  }

  /** Its children, followed by the argument being written, if any. */
  #idsUnder(id: string): readonly string[] {
    const ids = this.#below.under(id);
    return ghostPlace(this.#source) === id ? [...ids, GHOST_ID] : ids;
  }

  /** Number of its children, of which some may not be here yet. */
  #countUnder(id: string): number {
    const ids = this.#idsUnder(id);
    const { supports, attacks } = this.#below.of(id);
    return Math.max(ids.length, supports + attacks);
  }

  #heightOf(id: string, look: FrontLook, width: number): number {
    return this.#options.measure({ id, look, width, form: this.#form });
  }

  #put(
    id: string,
    look: FrontLook,
    parent: FrontBox | null,
    rect: Rect,
    children: readonly string[] = [],
    place = ALONE,
    more = 0,
  ): FrontBox {
    const counts = this.#below.of(id);
    const isMade = look === 'more' || look === 'empty';
    const node = isMade
      ? { ...nodeOf(this.#source, MOTION_ID), id, kind: 'more' as const, hue: parent?.hue ?? null }
      : nodeOf(this.#source, id);
    const folded = node.kind === 'claim' && look !== 'open' ? counts.below : 0;
    const lane = node.kind === 'position' ? id : (parent?.lane ?? null);
    const depth = parent === null ? 0 : parent.depth + 1;
    const { x, y, width, height } = rect;
    const box: FrontBox = {
      ...node,
      ...place,
      ...{ x, y, width, height },
      ...{ look, counts, more, folded, lane, depth, children },
      parent: parent?.id ?? null,
      order: this.#boxes.length,
    };
    this.#boxes.push(box);
    return box;
  }

  /** Centers a short front on its stage, and the motion beside its positions. `end`: the last position's; `beside`: the motion's. */
  #centred(end: number, beside: number, positions: readonly string[]): FrontLayout {
    const { stage, earlier } = this.#options;
    const { top } = this.#form;
    const large = isLarge(this.#form.scale);
    // In large type positions stand apart, as far as there is room.
    const room = Math.floor((stage.height - end - FOOT) / (positions.length + 1));
    const apart = large ? Math.max(0, Math.min(MOST_APART, room)) : 0;
    const last = end + apart * Math.max(0, positions.length - 1);
    const free = stage.height - Math.max(last, beside) - FOOT;
    // Opening a claim changes the front's length: the claim stays where it is.
    const keeps = earlier && !this.#whole && this.#levels > 0;
    const down = keeps ? earlier.down : Math.max(0, Math.round(free * OVER - top));
    const seen = Math.min(Math.max(last, beside), stage.height) - top;
    const aside = large ? Math.max(0, Math.round((beside - last) / 2)) : 0;
    const { x, width } = boundsOf(this.#boxes);
    const across = large ? Math.max(0, Math.round((this.#right - x - width) / 2)) : 0;
    const boxes = this.#boxes.map((box) => {
      const middle = beside > 0 ? Math.max(0, Math.round((seen - box.height) / 2)) : 0;
      const own =
        box.id === MOTION_ID ? middle : aside + apart * Math.max(0, positions.indexOf(box.lane ?? ''));
      return { ...box, x: box.x + across, y: box.y + down + own };
    });
    const byId = new Map(boxes.map((box) => [box.id, box]));
    return { boxes, byId, bounds: boundsOf(boxes), form: this.#form, stage, down, whole: this.#whole };
  }
}

/** Claims that stay open because text is being written below them. */
function placesOf(source: MapSource, edited: string | null): readonly string[] {
  const place = ghostPlace(source);
  const answered = place === null ? [] : [place, ...ancestorsOf(source.state, place)];
  return edited === null ? answered : [...answered, ...ancestorsOf(source.state, edited)];
}

/** Ids of a list's rows, including its `more` row. */
function withMoreRow(parent: string, shown: readonly string[], left: number): readonly string[] {
  return left > 0 ? [...shown, moreIdOf(parent)] : shown;
}
