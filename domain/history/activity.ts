import { type Effect, type LogEntry, SYSTEM } from '../debate/engine/entries.ts';
import type { DebateState } from '../debate/engine/state.ts';
import { isAnonymous } from '../debate/head/names.ts';
import { contributionIn, isHiddenFrom } from '../debate/visibility/hidden-content.ts';
import type { Viewer } from '../debate/visibility/viewer.ts';
import { NOBODY } from '../debate/visibility/viewer.ts';

/** The filters of a debate's activity. */
export const ACTIVITY_KINDS = ['claims', 'wordings', 'comments', 'links', 'sources', 'debate'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** An activity item, by what it is about: its texts are in the reader's projection. */
export interface ActivityItem {
  readonly at: number;
  /** The participant who did it; empty if that is hidden. */
  readonly by: string;
  readonly kind: ActivityKind;
  readonly what: What;
  /** The claim, comment, link, source or position; `null`: the debate. */
  readonly on: string | null;
  /** The other subject: the claim it was merged into, the source that was cited. */
  readonly other: string | null;
}

type What = ListedItem['what'];

/** Types of effects that may reveal content written in a blind phase, which is then listed under its author, of any kind. */
export const REVEALING = ['agenda.set', 'agenda.phaseChanged'] as const satisfies readonly Effect['type'][];

/** Content written in a blind phase, with the number of the entry that revealed it last. */
export type Reveals = ReadonlyMap<string, number>;

/** An entry without its agenda, which may be long: only what it reveals. `null`: nothing. */
export function revealIn({ effect, ...frame }: LogEntry): LogEntry | null {
  const revealed = revealedBy(effect);
  return revealed.length === 0
    ? null
    : { ...frame, effect: { type: 'agenda.phaseChanged', to: null, revealed } };
}

/** The reveals among entries of a log. */
export function revealsIn(entries: Iterable<LogEntry>): Reveals {
  const reveals = new Map<string, number>();
  for (const { seq, effect } of entries)
    for (const id of revealedBy(effect)) reveals.set(id, Math.max(seq, reveals.get(id) ?? 0));
  return reveals;
}

/**
 * The activity items of an entry. Votes, answers, reports and sanctions are never listed, and of the rest only what is in `view`, which is
 * what its reader may see of the debate now. Content written in a blind phase is listed with its reveal, by id; nothing from before its
 * reveal is listed.
 */
export function happeningsOf(
  entry: LogEntry,
  view: DebateState,
  viewer: Viewer,
  reveals: Reveals,
): ActivityItem[] {
  const revealed = revealedBy(entry.effect);
  if (revealed.length > 0)
    return [...revealed].sort().flatMap((id) => revealOf(entry, id, view, viewer) ?? []);
  const listed = itemOf(entry.effect);
  if (!listed) return [];
  // If the reader can't see a comment, it isn't shown that the claim was made of it.
  const isOfUnseen = listed.what === 'promoted' && !isThere(view, listed.other ?? '');
  if (isOfUnseen) return happeningsOf(withoutComment(entry), view, viewer, reveals);
  const { kind, what, on = null, other = null } = listed;
  const isListed = [on, other].every(
    (id) => id === null || (isThere(view, id) && !isBeforeItsReveal(entry, id, view, reveals)),
  );
  if (!isListed) return [];
  const { at, actor } = entry;
  const by = namedIn(actor === SYSTEM ? entry.author : actor, view, viewer);
  return [{ at, by, kind, what, on, other }];
}

/** Treats a promoted claim as added by its author. */
function withoutComment(entry: LogEntry): LogEntry {
  if (entry.effect.type !== 'claim.added') return entry;
  const { comment: _, ...effect } = entry.effect;
  return { ...entry, actor: entry.author, effect };
}

/** A claim, comment, question or source as listed at its reveal; `null` if the reader can't see it. */
function revealOf({ at }: LogEntry, id: string, view: DebateState, viewer: Viewer): ActivityItem | null {
  const record = contributionIn(view, id) ?? view.sources.get(id);
  if (!record) return null;
  const by = namedIn(record.author, view, viewer);
  const { kind, what } = view.claims.has(id)
    ? ADDED.claim
    : view.comments.has(id)
      ? ADDED.comment
      : view.questions.has(id)
        ? ADDED.question
        : ADDED.source;
  return { at, by, kind, what, on: id, other: null };
}

const ADDED = {
  claim: { kind: 'claims', what: 'added' },
  comment: { kind: 'comments', what: 'commented' },
  question: { kind: 'comments', what: 'asked' },
  source: { kind: 'sources', what: 'sourced' },
} as const;

function revealedBy(effect: Effect): readonly string[] {
  return 'revealed' in effect ? (effect.revealed ?? []) : [];
}

/** True if this was done before everyone could see its subject. A link has the time of the reveal of what it depends on. */
function isBeforeItsReveal(entry: LogEntry, id: string, view: DebateState, reveals: Reveals): boolean {
  return entry.seq < (reveals.get(id) ?? 0) || entry.at < (view.links.get(id)?.at ?? 0);
}

function namedIn(by: string, view: DebateState, viewer: Viewer): string {
  const isNamed = by !== SYSTEM && by !== NOBODY && isNamedTo(view, viewer, by);
  return isNamed ? by : NOBODY;
}

/** True if activity can be listed as this participant's, or, for `NOBODY`, as an unnamed person's. */
export function canBeNamed(view: DebateState, viewer: Viewer, by: string): boolean {
  return by === NOBODY || (view.participants.has(by) && isNamedTo(view, viewer, by));
}

function isNamedTo(view: DebateState, viewer: Viewer, by: string): boolean {
  return !isAnonymous(view) || by === viewer.participantId;
}

/** Milliseconds within which a later edit of the same text by the same person is the same action. */
const SAME_ACT = 10 * 60_000;

/** Kinds made by typing. */
const TYPED: readonly What[] = ['reworded', 'described', 'entered', 'concluded'];

/** True if the earlier of two adjacent items is part of the later one. Typing is many entries and one action. */
export function isOneAct(later: ActivityItem, earlier: ActivityItem): boolean {
  const isSame = later.what === earlier.what && later.on === earlier.on && later.by === earlier.by;
  return isSame && TYPED.includes(later.what) && later.at - earlier.at < SAME_ACT;
}

/** True if what an item is about is in the debate and not hidden from its reader. */
export function isStillShown({ on, other }: ActivityItem, present: DebateState, viewer: Viewer): boolean {
  return [on, other].every(
    (id) => id === null || (isThere(present, id) && !isHiddenFrom(present, id, viewer)),
  );
}

function isThere(view: DebateState, id: string): boolean {
  return (
    view.claims.has(id) ||
    view.comments.has(id) ||
    view.questions.has(id) ||
    view.links.has(id) ||
    view.sources.has(id) ||
    view.positions.has(id) ||
    view.polls.has(id)
  );
}

interface Item<W extends string> {
  readonly what: W;
  readonly on?: string;
  readonly other?: string;
}

function item<W extends string>(what: W, on?: string, other?: string): Item<W> {
  return { what, ...(on !== undefined && { on }), ...(other !== undefined && { other }) };
}

/** The item for each type of effect, by the kind it belongs to. */
const ITEMS = {
  claims: {
    'claim.added': ({ claimId, comment }) =>
      comment === undefined ? item('added', claimId) : item('promoted', claimId, comment),
    'claim.moved': (effect) => item('moved', effect.claimId),
    'claim.retracted': (effect) => item('retracted', effect.claimId),
    'claim.restored': (effect) => item('restored', effect.claimId),
    'claim.merged': (effect) => item('merged', effect.claimId, effect.into),
    'claim.unmerged': (effect) => item('unmerged', effect.claimId),
    'claim.split': (effect) => item('split', effect.claimId),
    'claim.joined': (effect) => item('joined', effect.claimId),
  },
  wordings: {
    'steelman.answered': ({ agrees, recognized, wording, claimId }) => {
      if (!agrees) return item('answered_not_yet', claimId);
      return item(recognized.includes(wording) ? 'recognized' : 'answered_agrees', claimId);
    },
    'steelman.answerWithdrawn': (effect) => item('answer_withdrawn', effect.claimId),
    'claim.edited': (effect) => item('reworded', effect.claimId),
    'suggestion.settled': (effect) => {
      if (!effect.change) return null;
      return item(effect.outcome === 'accepted' ? 'accepted' : 'reworded', effect.claimId);
    },
    'summary.edited': (effect) => item('reworded', effect.positionId),
    'conclusion.edited': () => item('concluded'),
  },
  comments: {
    'comment.edited': (effect) => item('reworded', effect.commentId),
    'comment.added': (effect) => item('commented', effect.commentId),
    'comment.withdrawn': (effect) => item('withdrawn', effect.commentId),
    'comment.resolved': (effect) => (effect.resolved ? item('resolved', effect.commentId) : null),
    'question.asked': (effect) => item('asked', effect.questionId),
    'question.answered': (effect) => (effect.answered ? item('answered', effect.questionId) : null),
  },
  links: {
    'link.added': (effect) => item('linked', effect.linkId),
    'link.retracted': (effect) => item('unlinked', effect.linkId),
    'link.restored': (effect) => item('relinked', effect.linkId),
  },
  sources: {
    'source.added': (effect) => item('sourced', effect.sourceId),
    'source.edited': (effect) => item('described', effect.sourceId),
    'article.edited': (effect) => item('entered', effect.sourceId),
    'claim.cited': (effect) => item('cited', effect.claimId, effect.sourceId),
    'claim.uncited': (effect) => item('uncited', effect.claimId, effect.sourceId),
  },
  debate: {
    'position.added': (effect) => item('positioned', effect.positionId),
    'debate.created': () => item('began'),
    'debate.edited': () => item('retitled'),
    'debate.statusChanged': (effect) => item(effect.status === 'open' ? 'opened' : 'closed'),
    'debate.restricted': (effect) => {
      if (effect.restriction !== 'closed') return null;
      return item(effect.reason === null ? 'opened' : 'closed');
    },
    'conclusion.statusChanged': (effect) => item(effect.open ? 'conclusion_opened' : 'conclusion_closed'),
    'conclusion.signed': (effect) => item('signed', effect.positionId),
    'conclusion.unsigned': () => item('unsigned'),
    'poll.statusChanged': ({ pollId, open, right }) => {
      if (right !== undefined) return item('poll_revealed', pollId);
      return open ? null : item('poll_closed', pollId);
    },
    'meeting.started': () => item('met'),
    'meeting.ended': () => item('adjourned'),
    'task.added': () => item('task_set'),
    'task.changed': () => item('task_changed'),
    'task.removed': () => item('task_removed'),
  },
} satisfies Record<ActivityKind, { readonly [T in Effect['type']]?: ItemOf<T> }>;

type ItemOf<T extends Effect['type']> = (effect: Extract<Effect, { type: T }>) => Item<string> | null;

/** The listed types of effects of a kind; `null`: of all kinds. */
export function listedTypes(kind: ActivityKind | null): readonly string[] {
  return (kind === null ? ACTIVITY_KINDS : [kind]).flatMap((one) => Object.keys(ITEMS[one]));
}

type ItemsOf<Kind> = Kind[keyof Kind] extends (...effect: never[]) => infer ListedItem
  ? ListedItem & {}
  : never;
type ListedItem = { [K in ActivityKind]: ItemsOf<(typeof ITEMS)[K]> }[ActivityKind];

function itemOf(effect: Effect): (ListedItem & { readonly kind: ActivityKind }) | null {
  const kind = KINDS.get(effect.type);
  if (kind === undefined) return null;
  // Each type maps to the function for its own effects.
  const toItem = (ITEMS[kind] as Record<string, (effect: Effect) => ListedItem | null>)[effect.type];
  const listed = toItem?.(effect) ?? null;
  return listed && { ...listed, kind };
}

const KINDS = new Map(
  ACTIVITY_KINDS.flatMap((kind) => listedTypes(kind).map((type) => [type, kind] as const)),
);
