import { finish, type Steps } from '../collections/steps.ts';
import type { Comment } from '../debate/comments/comment.ts';
import { isNamedIn } from '../debate/comments/mentions.ts';
import { threadOf } from '../debate/comments/threads.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Target } from '../debate/map/link.ts';
import { targetNow } from '../debate/map/merged.ts';
import { lanesIn, parentLinkOf, shownPlaceOf } from '../debate/map/tree.ts';
import { walkInOrder } from '../layout/map-tree.ts';
import { authorsAt } from './authors-at.ts';
import { commentsReadUntil } from './comments-read-until.ts';
import { mutedBranchOf } from './muted-branch.ts';
import { type ReadMarks, readUntil } from './read-marks.ts';
import { claimChange, isNewComment, shownAt } from './unread-at-claim.ts';

/** Kinds of unread items. The first three concern the viewer: an argument about their claim, a reply, a mention. */
export const UNREAD_KINDS = ['mention', 'reply', 'answer', 'claim', 'wording', 'comment'] as const;
export type UnreadKind = (typeof UNREAD_KINDS)[number];

/** An unread item. */
export interface UnreadItem {
  readonly kind: UnreadKind;
  /** The claim or comment. */
  readonly id: string;
  /** Where it is: the claim, position or link to open to read it. */
  readonly place: Target;
  /** The position whose lane it is in; `null`: none. */
  readonly lane: string | null;
  /** The author; empty if hidden. */
  readonly by: string;
  readonly at: number;
  /** True if it is in a branch that the viewer muted: it is neither counted nor stepped to. */
  readonly muted: boolean;
}

/** The starting point: everything unread, or everything since a moment, read or not. */
export type UnreadSince = { readonly seen: ReadMarks } | { readonly at: number };

/** Others' contributions, newest first; see `unreadSteps`. */
export function unreadItems(
  state: DebateState,
  participantId: string | null,
  since: UnreadSince,
  muted: readonly string[] = NONE,
): readonly UnreadItem[] {
  return finish(unreadSteps(state, participantId, since, muted));
}

/**
 * Others' visible contributions, newest first: one pass over claims and comments, and older ones are not examined further. In small steps,
 * for a page with other work to do. `muted`: the positions and claims whose branches the viewer muted.
 */
export function* unreadSteps(
  state: DebateState,
  participantId: string | null,
  since: UnreadSince,
  muted: readonly string[] = NONE,
): Steps<readonly UnreadItem[]> {
  const oldest = 'at' in since ? since.at : since.seen.until;
  const from = (placeId: string) => ('at' in since ? since.at : readUntil(since.seen, placeId));
  const news: UnreadItem[] = [];
  const isMuted = (placeId: string) => mutedBranchOf(state, placeId, muted) !== null;
  const laneOf = lanesIn(state);
  // Many comments are at one place: it is looked up once.
  const spots = new Map<string, Spot | null>();
  const spotOf = (on: Target): Spot | null => {
    const known = spots.get(on.id);
    if (known !== undefined) return known;
    const place = targetNow(state, on);
    const isMine = participantId !== null && authorsAt(state, on).includes(participantId);
    const read = 'at' in since ? since.at : commentsReadUntil(state, since.seen, on);
    const spot = place && {
      place,
      lane: laneAt(state, place, laneOf),
      from: read,
      isMine,
      muted: isMuted(on.id),
    };
    spots.set(on.id, spot);
    return spot;
  };
  let passed = 0;
  for (const claim of state.claims.values()) {
    passed += 1;
    if (passed % BREATH === 0) yield;
    if (claim.at <= oldest && !state.lastChanges.has(claim.id)) continue;
    const turn = claimChange(state, claim, from(claim.id), participantId);
    if (turn === null) continue;
    const { id, author } = claim;
    const latest = state.lastChanges.get(id);
    const by = turn === 'wording' ? (latest?.by ?? '') : author;
    const at = turn === 'wording' ? (latest?.at ?? claim.at) : shownAt(state, claim);
    const kind = turn === 'claim' && isAnswerTo(state, id, participantId) ? 'answer' : turn;
    news.push({ kind, id, place: { kind: 'claim', id }, lane: laneOf(id), by, at, muted: isMuted(id) });
  }
  // The viewer may have written in a thread after what is new there.
  const found: { readonly comment: Comment; readonly spot: Spot }[] = [];
  const myThreads = new Set<string | undefined>();
  for (const comment of state.comments.values()) {
    passed += 1;
    if (passed % BREATH === 0) yield;
    const { id, on, author, at, withdrawn } = comment;
    if (author === participantId && !withdrawn) myThreads.add(threadOf(state, comment));
    if (at <= oldest && !state.lastChanges.has(id)) continue;
    const spot = spotOf(on);
    if (spot !== null && isNewComment(state, comment, spot.from, participantId))
      found.push({ comment, spot });
  }
  for (const { comment, spot } of found) {
    passed += 1;
    if (passed % BREATH === 0) yield;
    const { id, replyTo, author: by } = comment;
    const at = shownAt(state, comment);
    const { place, lane, isMine, muted } = spot;
    const isToMe = isMine || (replyTo !== null && myThreads.has(threadOf(state, comment)));
    news.push({ kind: kindOf(comment, participantId, isToMe), id, place, lane, by, at, muted });
  }
  return news.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

/**
 * The places with something new, in reading order: links, and what the map doesn't show, beside the shown place they belong to. Those after
 * `after` come first.
 */
export function placesInOrder(
  state: DebateState,
  news: readonly UnreadItem[],
  after: string | null = null,
): readonly Target[] {
  const places = new Map(news.map(({ place }) => [place.id, place]));
  const beside = new Map<string, Target[]>();
  for (const place of places.values()) {
    const shown = shownPlaceOf(state, place)?.id ?? '';
    if (shown !== place.id) beside.set(shown, [...(beside.get(shown) ?? []), place]);
  }
  const inOrder = new Set<Target>();
  let passed = 0;
  const pass = (id: string) => {
    const place = places.get(id);
    if (place) inOrder.add(place);
    if (id === after) passed = inOrder.size;
  };
  for (const id of walkInOrder(state)) {
    pass(id);
    for (const place of beside.get(id) ?? []) pass(place.id);
  }
  // Without a shown place they come last.
  for (const [id, place] of places) if (!inOrder.has(place)) pass(id);
  const all = [...inOrder];
  return [...all.slice(passed), ...all.slice(0, passed)];
}

/** Location of comments. */
interface Spot extends Pick<UnreadItem, 'place' | 'lane' | 'muted'> {
  /** Time up to which the viewer has read them. */
  readonly from: number;
  /** True if it is the viewer's own claim or link, or a claim that was merged into theirs. */
  readonly isMine: boolean;
}

const NONE: readonly string[] = [];

/** Records read per step. */
const BREATH = 200;

function isAnswerTo(state: DebateState, claimId: string, me: string | null): boolean {
  const target = parentLinkOf(state, claimId)?.target;
  return me !== null && target !== undefined && authorsAt(state, target).includes(me);
}

/** `isToMe`: it is on the viewer's claim, or in a thread they wrote in. */
function kindOf({ text }: Comment, me: string | null, isToMe: boolean): UnreadKind {
  if (me === null) return 'comment';
  if (isNamedIn(text, me)) return 'mention';
  return isToMe ? 'reply' : 'comment';
}

function laneAt(
  state: DebateState,
  { kind, id }: Target,
  laneOf: (claimId: string) => string | null,
): string | null {
  if (kind === 'position') return id;
  return laneOf(kind === 'link' ? (state.links.get(id)?.from ?? '') : id);
}
