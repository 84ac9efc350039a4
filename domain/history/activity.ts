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

/**
 * What an entry tells of in the list of what happened; null: nothing. Votes, answers, reports and what is done about people are
 * told to nobody there, and of the rest nothing that is not in `view`, which is what its reader may see of the debate now.
 */
export function happeningOf(entry: LogEntry, view: DebateState, viewer: Viewer): Happening | null {
  const told = toldOf(entry.effect);
  if (!told) return null;
  const { kind, what, on = null, other = null } = told;
  const isSeen = [on, other].every((id) => id === null || isThere(view, id));
  if (!isSeen) return null;
  const { at, actor } = entry;
  const by = actor === SYSTEM ? entry.author : actor;
  const isNamed = by !== SYSTEM && (!isAnonymous(view) || by === viewer.participantId);
  return { at, by: isNamed ? by : NOBODY, kind, what, on, other };
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
    case 'meeting.started':
      return telling('debate', 'met');
    case 'meeting.ended':
      return telling('debate', 'adjourned');
    default:
      return null;
  }
}
