import { type Effect, type LogEntry, SYSTEM } from '../debate/entries.ts';
import { isAnonymous } from '../debate/names.ts';
import type { DebateState } from '../debate/state.ts';
import type { Viewer } from '../debate/withheld.ts';
import { NOBODY } from '../debate/without-names.ts';

/** What the activity of a debate is sorted by. */
export const ACTIVITY_KINDS = ['claims', 'wordings', 'comments', 'links', 'sources', 'debate'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Something that happened, by what it was about: its words are in the reader's projection. */
export interface Happening {
  readonly at: number;
  /** The participant who did it; empty where that is told to nobody. */
  readonly by: string;
  readonly kind: ActivityKind;
  readonly what: What;
  /** The claim, comment, link, source or position; null: the debate. */
  readonly on: string | null;
  /** What else it was about: the claim it was merged into, the source that was cited. */
  readonly other: string | null;
}

type What = Told['what'];
type Told = ReturnType<typeof toldOf> & {};

/** Entries that the activity can list. */
export const LISTED_ENTRIES = [
  'claim.added',
  'claim.moved',
  'claim.retracted',
  'claim.restored',
  'claim.merged',
  'claim.unmerged',
  'claim.divided',
  'claim.joined',
  'claim.edited',
  'suggestion.settled',
  'summary.edited',
  'comment.edited',
  'comment.added',
  'comment.withdrawn',
  'comment.resolved',
  'link.added',
  'link.retracted',
  'link.restored',
  'source.added',
  'source.edited',
  'article.edited',
  'claim.cited',
  'claim.uncited',
  'position.added',
  'debate.created',
  'debate.edited',
  'debate.turned',
  'debate.restricted',
  'meeting.started',
  'meeting.ended',
  'agenda.set',
  'agenda.turned',
] as const satisfies readonly Effect['type'][];

/** What was written blind, with the number of the entry that revealed it last. */
export type Reveals = ReadonlyMap<string, number>;

/** The reveals among entries of a log. */
export function revealsIn(entries: readonly LogEntry[]): Reveals {
  const reveals = new Map<string, number>();
  for (const { seq, effect } of entries)
    for (const id of revealedBy(effect)) reveals.set(id, Math.max(seq, reveals.get(id) ?? 0));
  return reveals;
}

/**
 * What an entry adds to the list of what happened. Votes, answers, reports and what is done about people are told to nobody
 * there, and of the rest nothing that is not in `view`, which is what its reader may see of the debate now. What was written
 * blind is listed with its reveal, by id; nothing from before its reveal is listed.
 */
export function happeningsOf(
  entry: LogEntry,
  view: DebateState,
  viewer: Viewer,
  reveals: Reveals,
): Happening[] {
  const revealed = revealedBy(entry.effect);
  if (revealed.length > 0)
    return [...revealed].sort().flatMap((id) => revealOf(entry, id, view, viewer) ?? []);
  const told = toldOf(entry.effect);
  if (!told) return [];
  const { kind, what, on = null, other = null } = told;
  const isListed = [on, other].every(
    (id) => id === null || (isThere(view, id) && !isBeforeItsReveal(entry, id, view, reveals)),
  );
  if (!isListed) return [];
  const { at, actor } = entry;
  const by = namedIn(actor === SYSTEM ? entry.author : actor, view, viewer);
  return [{ at, by, kind, what, on, other }];
}

/** A claim, comment or source as it is listed at its reveal; null where the reader does not see it. */
function revealOf({ at }: LogEntry, id: string, view: DebateState, viewer: Viewer): Happening | null {
  const record = view.claims.get(id) ?? view.comments.get(id) ?? view.sources.get(id);
  if (!record) return null;
  const by = namedIn(record.author, view, viewer);
  const { kind, what } = view.claims.has(id)
    ? ADDED.claim
    : view.comments.has(id)
      ? ADDED.comment
      : ADDED.source;
  return { at, by, kind, what, on: id, other: null };
}

const ADDED = {
  claim: { kind: 'claims', what: 'added' },
  comment: { kind: 'comments', what: 'commented' },
  source: { kind: 'sources', what: 'sourced' },
} as const;

function revealedBy(effect: Effect): readonly string[] {
  return 'revealed' in effect ? (effect.revealed ?? []) : [];
}

/** Was this done before all could see what it was done to? A link has the time of the reveal of what it hangs at. */
function isBeforeItsReveal(entry: LogEntry, id: string, view: DebateState, reveals: Reveals): boolean {
  return entry.seq < (reveals.get(id) ?? 0) || entry.at < (view.links.get(id)?.at ?? 0);
}

function namedIn(by: string, view: DebateState, viewer: Viewer): string {
  const isNamed = by !== SYSTEM && by !== NOBODY && (!isAnonymous(view) || by === viewer.participantId);
  return isNamed ? by : NOBODY;
}

/** Later by less than this, another edit of the same text by the same person is the same act: milliseconds. */
const SAME_ACT = 10 * 60_000;

/** What is typed. */
const TYPED: readonly What[] = ['reworded', 'described', 'entered'];

/** Is the earlier of two, of which nothing else stands between, told with the later? Typing is many entries and one act. */
export function isOneAct(later: Happening, earlier: Happening): boolean {
  const isSame = later.what === earlier.what && later.on === earlier.on && later.by === earlier.by;
  return isSame && TYPED.includes(later.what) && later.at - earlier.at < SAME_ACT;
}

function isThere(view: DebateState, id: string): boolean {
  return (
    view.claims.has(id) ||
    view.comments.has(id) ||
    view.links.has(id) ||
    view.sources.has(id) ||
    view.positions.has(id)
  );
}

interface Telling<W extends string> {
  readonly kind: ActivityKind;
  readonly what: W;
  readonly on?: string;
  readonly other?: string;
}

function telling<W extends string>(kind: ActivityKind, what: W, on?: string, other?: string): Telling<W> {
  return { kind, what, ...(on !== undefined && { on }), ...(other !== undefined && { other }) };
}

function toldOf(effect: Effect) {
  switch (effect.type) {
    case 'claim.added':
      return telling('claims', 'added', effect.claimId);
    case 'claim.moved':
      return telling('claims', 'moved', effect.claimId);
    case 'claim.retracted':
      return telling('claims', 'retracted', effect.claimId);
    case 'claim.restored':
      return telling('claims', 'restored', effect.claimId);
    case 'claim.merged':
      return telling('claims', 'merged', effect.claimId, effect.into);
    case 'claim.unmerged':
      return telling('claims', 'unmerged', effect.claimId);
    case 'claim.divided':
      return telling('claims', 'split', effect.claimId);
    case 'claim.joined':
      return telling('claims', 'joined', effect.claimId);
    case 'claim.edited':
      return telling('wordings', 'reworded', effect.claimId);
    case 'suggestion.settled':
      if (!effect.change) return null;
      return telling('wordings', effect.outcome === 'accepted' ? 'accepted' : 'reworded', effect.claimId);
    case 'summary.edited':
      return telling('wordings', 'reworded', effect.positionId);
    case 'comment.edited':
      return telling('comments', 'reworded', effect.commentId);
    case 'comment.added':
      return telling('comments', 'commented', effect.commentId);
    case 'comment.withdrawn':
      return telling('comments', 'withdrawn', effect.commentId);
    case 'comment.resolved':
      return effect.resolved ? telling('comments', 'resolved', effect.commentId) : null;
    case 'link.added':
      return telling('links', 'linked', effect.linkId);
    case 'link.retracted':
      return telling('links', 'unlinked', effect.linkId);
    case 'link.restored':
      return telling('links', 'relinked', effect.linkId);
    case 'source.added':
      return telling('sources', 'sourced', effect.sourceId);
    case 'source.edited':
      return telling('sources', 'described', effect.sourceId);
    case 'article.edited':
      return telling('sources', 'entered', effect.sourceId);
    case 'claim.cited':
      return telling('sources', 'cited', effect.claimId, effect.sourceId);
    case 'claim.uncited':
      return telling('sources', 'uncited', effect.claimId, effect.sourceId);
    case 'position.added':
      return telling('debate', 'positioned', effect.positionId);
    case 'debate.created':
      return telling('debate', 'began');
    case 'debate.edited':
      return telling('debate', 'retitled');
    case 'debate.turned':
      return telling('debate', effect.life === 'open' ? 'opened' : 'closed');
    case 'debate.restricted':
      if (effect.restriction !== 'closed') return null;
      return telling('debate', effect.reason === null ? 'opened' : 'closed');
    case 'meeting.started':
      return telling('debate', 'met');
    case 'meeting.ended':
      return telling('debate', 'adjourned');
    default:
      return null;
  }
}
