import type { Comment } from '../debate/comments/comment.ts';
import { mentionsIn } from '../debate/comments/mentions.ts';
import { authorsInThread } from '../debate/comments/threads.ts';
import type { Effect, LogEntry } from '../debate/engine/entries.ts';
import { audienceIn, viewerIn } from '../debate/engine/project.ts';
import type { DebateState } from '../debate/engine/state.ts';
import type { Claim } from '../debate/map/claim.ts';
import type { Link } from '../debate/map/link.ts';
import type { ModerationAction } from '../debate/moderation-log/moderation-action.ts';
import { mayBeTrimmed } from '../debate/moderation-log/moderation-log.ts';
import type { Poll } from '../debate/polls/poll.ts';
import { audienceSeqOf } from '../debate/projection/audience-sequence.ts';
import { peopleAsked } from '../debate/tasks/asked.ts';
import { authorOf, dependentsFinder, isHiddenFrom } from '../debate/visibility/hidden-content.ts';
import type { Viewer } from '../debate/visibility/viewer.ts';
import { authorsAt } from '../unread/authors-at.ts';
import { mutedBranchOf } from '../unread/muted-branch.ts';
import {
  DEFAULT_CHOICE,
  NOTIFICATION_LIMITS,
  type Notification,
  type NotificationChoice,
  type NotificationKind,
} from './notification.ts';

/** The notification settings of a debate's participants; people not listed have chosen nothing. */
export type NotificationChoices = ReadonlyMap<string, NotificationChoice>;

/** An event, with what determines its recipients. */
interface Happening {
  readonly kind: NotificationKind;
  readonly about: string;
  /** The recipients. */
  readonly to: Iterable<string>;
  /** The people who caused it: they get no notifications about their own actions. */
  readonly by: readonly string[];
}

/** Stands between two events where others may get a turn: finding the next one may take long. */
const PAUSE = null;

/** The viewer that numbers entries as participants who don't moderate know them. */
const AUDIENCE: Viewer = { seesAll: false, participantId: null };

/** The types of entries that may cause notifications, or change when people are reminded of tasks; all others are skipped. */
export const NOTED_TYPES: readonly Effect['type'][] = [
  'claim.added',
  'steelman.answered',
  'comment.added',
  'comment.edited',
  'link.added',
  'content.restored',
  'agenda.set',
  'agenda.phaseChanged',
  'content.hidden',
  'content.resubmitted',
  'content.sentBack',
  'flag.set',
  'claim.retracted',
  'claim.merged',
  'claim.split',
  'claim.joined',
  'report.settled',
  'suggestion.made',
  'suggestion.settled',
  'debate.restricted',
  'participant.appointed',
  'debate.transferred',
  'text.sealed',
  'poll.opened',
  'poll.statusChanged',
  'task.added',
  'task.changed',
  'agenda.timerChanged',
  'debate.statusChanged',
];

/** True if an effect may cause notifications; the state decides for whom. */
export function mayNotify({ type }: Effect): boolean {
  return NOTED_TYPES.includes(type);
}

/**
 * The notifications of an entry, in the state after it or a later one: at most `most` for each person, first those that concern them. A
 * person who may not see something is notified when they may: by the entry that shows it. One entry may show thousands of contributions, each
 * to thousands of people, so nothing is collected: a step looks at one person and makes at most one notification.
 */
export function* notificationsFor(
  entry: LogEntry,
  state: DebateState,
  choices: NotificationChoices,
  most: number = NOTIFICATION_LIMITS.keptNotes,
): Generator<Notification | undefined, void> {
  const counts = new Map<string, number>();
  let isForAll = false;
  do {
    let isMoreForAll = false;
    let place: string | null = null;
    const reached = new Set<string>();
    for (const happening of happeningsOf(entry, state, choices)) {
      yield;
      if (happening === PAUSE) continue;
      const { kind, about, by } = happening;
      // Events about one thing follow each other, the most urgent first.
      if (about !== place) reached.clear();
      place = about;
      if (isAboutAll(kind) && !isForAll) {
        isMoreForAll = true;
        continue;
      }
      for (const to of happening.to) {
        const count = counts.get(to) ?? 0;
        if (count >= most || by.includes(to) || reached.has(to)) continue;
        yield;
        if (!isWanted(state, happening, to, choices.get(to) ?? DEFAULT_CHOICE)) continue;
        reached.add(to);
        // Made the first time.
        if (isForAll && !isAboutAll(kind)) continue;
        counts.set(to, count + 1);
        yield { to, kind, about, seq: entry.seq, at: entry.at };
      }
    }
    isForAll = isMoreForAll && peopleNotifiedOfAll(choices).length > 0;
  } while (isForAll);
}

/** True for kinds about everyone's contributions, sent to people who chose all notifications. */
function isAboutAll(kind: NotificationKind): boolean {
  return kind === 'claimed' || kind === 'said';
}

/** True if something is in a branch that the person has muted. */
export function isMuted(state: DebateState, about: string, { muted }: NotificationChoice): boolean {
  return mutedBranchOf(state, about, muted) !== null;
}

/** True for kinds sent even from muted branches: decisions about the recipient's own contributions, and requests to the whole debate. */
function passesMute(kind: NotificationKind): boolean {
  switch (kind) {
    case 'mentioned':
    case 'replied':
    case 'attacked':
    case 'supported':
    case 'commented':
    case 'suggested':
    case 'reworded':
    case 'claimed':
    case 'said':
    case 'steelmanned':
    case 'steelman_answered':
      return false;
    default:
      return true;
  }
}

/** True if a person's settings include a kind of notification about something, by its kind and its place. */
export function isChosen(
  state: DebateState,
  { kind, about }: Pick<Notification, 'kind' | 'about'>,
  choice: NotificationChoice,
): boolean {
  // The owner is always notified of an administrator's action on the debate. The server itself notifies of its end.
  if (kind === 'restricted') return true;
  if (choice.level === 'none') return false;
  if (isAboutAll(kind) && choice.level !== 'all') return false;
  return passesMute(kind) || !isMuted(state, placeOf(state, about), choice);
}

function isWanted(state: DebateState, happening: Happening, to: string, choice: NotificationChoice): boolean {
  const person = state.participants.get(to);
  if (person?.membership !== 'member' || !isChosen(state, happening, choice)) return false;
  if (happening.kind === 'restricted') return true;
  return !isHiddenFromRecipient(state, { to, about: happening.about });
}

/** True if what a notification is about is hidden from its recipient now. It may be shown later. */
export function isHiddenFromRecipient(
  state: DebateState,
  { to, about }: Pick<Notification, 'to' | 'about'>,
): boolean {
  return isHiddenFrom(state, placeOf(state, about), viewerIn(audienceIn(state, to), to));
}

/** Where something is, which determines who sees it: a suggestion is at its claim. */
function placeOf(state: DebateState, about: string): string {
  return state.suggestions.get(about)?.claimId ?? about;
}

function happeningsOf(
  entry: LogEntry,
  state: DebateState,
  choices: NotificationChoices,
): Iterable<Happening | typeof PAUSE> {
  const { actor, author, effect } = entry;
  const by = [actor, author];
  /** A decision about a contribution. */
  const decided = (kind: NotificationKind, ids: readonly string[]) =>
    ids.map((about) => ({ kind, about, to: known(authorOf(state, about)), by }));
  switch (effect.type) {
    case 'claim.added':
    case 'comment.added':
    case 'link.added': {
      if (isBeforeReveal(entry, idOf(effect), state)) return [];
      const isPromoted = effect.type === 'claim.added' && effect.comment !== undefined && actor !== author;
      const promoted = isPromoted ? promotedBy(actor, effect.claimId, state) : [];
      return [...promoted, ...writing(state, idOf(effect), peopleNotifiedOfAll(choices))];
    }
    case 'steelman.answered': {
      const { claimId: about, answerId } = effect;
      const to = known(authorOf(state, about));
      // An answer that was replaced since is not worth a notification.
      return standsIn(state, about, answerId) ? [{ kind: 'steelman_answered', about, to, by }] : [];
    }
    case 'comment.edited': {
      // People newly mentioned; those mentioned before were notified already.
      const comment = state.comments.get(effect.commentId);
      return comment && !isBeforeReveal(entry, comment.id, state) ? [named(comment)] : [];
    }
    case 'content.restored':
      return inTurn(
        shown(entry, effect.ids, state, peopleNotifiedOfAll(choices)),
        decided(whatBecame(entry, effect.ids, state), effect.ids),
      );
    case 'agenda.set':
    case 'agenda.phaseChanged':
      return inTurn(
        revealed(effect.revealed ?? [], state, peopleNotifiedOfAll(choices)),
        effect.type === 'agenda.phaseChanged' ? asked(state, effect.to, by) : [],
      );
    case 'content.hidden':
      return decided('hidden', effect.ids);
    case 'content.resubmitted':
      return decided('held', effect.ids);
    case 'content.sentBack':
      return decided('returned', effect.ids);
    case 'flag.set':
      return decided('marked', [effect.on]);
    case 'claim.retracted':
      return decided('retracted', [effect.claimId]);
    case 'claim.merged':
      return decided('merged', [effect.claimId]);
    case 'claim.split':
      return inTurn(decided('split', [effect.claimId]), votersAsked(state, effect.claimId, by));
    case 'claim.joined':
      return effect.change ? votersAsked(state, effect.claimId, by) : [];
    case 'report.settled':
      return effect.ids.map((about) => ({
        kind: 'settled',
        about,
        to: known(state.reports.get(about)?.author),
        by,
      }));
    case 'suggestion.made': {
      const { suggestionId: about, claimId } = effect;
      return [{ kind: 'suggested', about, to: known(authorOf(state, claimId)), by }];
    }
    case 'suggestion.settled': {
      const { suggestionId: about, claimId, outcome } = effect;
      const to = known(state.suggestions.get(about)?.author);
      const answered = { kind: 'answered' as const, about, to, by };
      const voters = effect.change === null ? [] : votersAsked(state, claimId, by);
      return [...(outcome === null ? [] : [answered]), ...voters];
    }
    case 'debate.restricted':
      return [{ kind: 'restricted', about: effect.restriction, to: owners(state), by }];
    case 'participant.appointed':
    case 'debate.transferred':
      return [{ kind: 'appointed', about: effect.participantId, to: [effect.participantId], by }];
    case 'text.sealed':
      return effect.reworded === false ? [] : votersAsked(state, effect.text, by);
    case 'poll.opened':
    case 'poll.statusChanged': {
      const poll = state.polls.get(effect.pollId);
      if (!poll || !isFirstOpened(poll, entry, state)) return [];
      return [{ kind: 'polled', about: poll.id, to: voters(state), by }];
    }
    case 'task.added': {
      // Those of phases are done together.
      if (!('at' in effect.due)) return [];
      const to = peopleAsked(state, effect).map(({ id }) => id);
      return [{ kind: 'task_set', about: effect.taskId, to, by }];
    }
    default:
      return [];
  }
}

/**
 * True if only its author saw this when it was written. The reveal notifies people instead, even if the entry is read later: a
 * notification of the entry would reveal when it was written.
 */
function isBeforeReveal({ at, effect }: LogEntry, id: string, state: DebateState): boolean {
  // Revealed content carries the time of its reveal.
  return ('embargoed' in effect && effect.embargoed === true) || at < (writtenAt(state, id) ?? at);
}

type Writing = Extract<Effect, { type: 'claim.added' | 'comment.added' | 'link.added' }>;

function idOf(effect: Writing): string {
  switch (effect.type) {
    case 'claim.added':
      return effect.claimId;
    case 'comment.added':
      return effect.commentId;
    case 'link.added':
      return effect.linkId;
  }
}

/** True if this entry first asked a poll: people are notified once, not while it is prepared, nor when it is reopened. */
function isFirstOpened(poll: Poll, { seq, at, effect }: LogEntry, state: DebateState): boolean {
  if (poll.prepared || (effect.type === 'poll.opened' && effect.prepared)) return false;
  // The poll has the audience's number. Entries that are too old for one are known by their time.
  const audienceSeq = audienceSeqOf(state, seq, AUDIENCE);
  return audienceSeq === null ? poll.at === at : poll.seq === audienceSeq;
}

/** The people who chose to be notified of all contributions. */
function peopleNotifiedOfAll(choices: NotificationChoices): string[] {
  return [...choices].flatMap(([id, { level }]) => (level === 'all' ? id : []));
}

/** The recipients of a claim, a cross-link or a comment, once they may see it; `everyone`: the people who chose all notifications. */
function writing(state: DebateState, id: string, everyone: readonly string[]): Happening[] {
  const claim = state.claims.get(id);
  const link = state.links.get(claim?.parentLink ?? id);
  if (claim && link) {
    const by = [claim.author];
    return [
      ...steelmanned(state, claim),
      ...answers(state, link, by),
      { kind: 'claimed', about: link.id, to: everyone, by },
    ];
  }
  if (link) return answers(state, link, [link.author]);
  const comment = state.comments.get(id);
  return comment ? said(state, comment, everyone) : [];
}

/** The people whose view a steelman states: the members of its position. */
function steelmanned(state: DebateState, { id: about, positionId, steelman, author }: Claim): Happening[] {
  if (!steelman || state.head?.settings.teams === 'off') return [];
  const members = [...state.participants.values()].flatMap(({ id, team }) => (team === positionId ? id : []));
  return [{ kind: 'steelmanned', about, to: members, by: [author] }];
}

/** True if an answer to a steelman was not replaced or withdrawn since. */
function standsIn(state: DebateState, claimId: string, answerId: string): boolean {
  return state.claims.get(claimId)?.steelman?.answers.some(({ id }) => id === answerId) ?? false;
}

/** Notifies a comment's author that a moderator turned it into a claim. */
function promotedBy(actor: string, about: string, state: DebateState): Happening[] {
  return [{ kind: 'promoted', about, to: known(authorOf(state, about)), by: [actor] }];
}

/** The recipients of a link: the authors of the claim, or step, it supports or attacks. */
function answers(state: DebateState, link: Link, by: readonly string[]): Happening[] {
  return [{ kind: answerKind(link), about: link.id, to: authorsAt(state, link.target), by }];
}

/** The kind of a notification about a link, by what it says of its target. */
export function answerKind({ relation }: Pick<Link, 'relation'>): 'supported' | 'attacked' {
  return relation === 'support' ? 'supported' : 'attacked';
}

function said(state: DebateState, comment: Comment, all: readonly string[]): Happening[] {
  const { id: about, replyTo, on, author, ofAnswer } = comment;
  // The author of a steelman is notified of the answer that the comment belongs to.
  const by = ofAnswer === undefined ? [author] : [author, ...known(authorOf(state, on.id))];
  return [
    named(comment),
    { kind: 'replied', about, to: replyTo === null ? [] : authorsInThread(state, comment), by },
    { kind: 'commented', about, to: authorsAt(state, on), by },
    { kind: 'said', about, to: all, by },
  ];
}

/** The people a comment mentions. */
function named({ id: about, text, author }: Comment): Happening {
  return { kind: 'mentioned', about, to: mentionsIn(text), by: [author] };
}

/**
 * Content that becomes visible by an entry that shows hidden or pending content, with what was written there meanwhile: people were notified of
 * earlier content when it was written.
 */
function* shown(
  { at }: LogEntry,
  ids: readonly string[],
  state: DebateState,
  everyone: readonly string[],
): Generator<Happening | typeof PAUSE> {
  const hiddenAt = new Map<string, number>();
  // Earlier acts may have left the log.
  let oldest = at;
  for (const act of state.moderationLog.values()) {
    oldest = Math.min(oldest, act.at);
    if (act.at > at || (act.what !== 'hidden' && act.what !== 'resubmitted')) continue;
    for (const id of act.on) hiddenAt.set(id, act.at);
    yield PAUSE;
  }
  const dependentsOf = dependentsFinder(state);
  // A reply may be below many of these: once is enough.
  const passed = new Set<string>();
  for (const id of ids) {
    yield PAUSE;
    const root = writtenAt(state, id);
    if (root === undefined) continue;
    const since = hiddenAt.get(id) ?? (mayBeTrimmed(state.moderationLog) ? Math.max(root, oldest) : root);
    for (const each of dependentsOf(id)) {
      if (passed.has(each) || (each !== id && (writtenAt(state, each) ?? -1) < since)) continue;
      passed.add(each);
      yield* writing(state, each, everyone);
    }
  }
}

/** Content that everyone sees since a reveal. */
function* revealed(
  ids: readonly string[],
  state: DebateState,
  everyone: readonly string[],
): Generator<Happening> {
  for (const id of ids) yield* writing(state, id, everyone);
}

function* inTurn<Item>(...lists: readonly Iterable<Item>[]): Generator<Item> {
  for (const list of lists) yield* list;
}

/** When a claim, a comment or a cross-link was written: a claim's own step was added with it. */
function writtenAt(state: DebateState, id: string): number | undefined {
  const link = state.links.get(id);
  const written: Claim | Comment | Link | undefined =
    state.claims.get(id) ?? state.comments.get(id) ?? (link?.parent ? undefined : link);
  return written?.at;
}

/** The kind of change: hidden content was restored, or pending content was approved. */
function whatBecame({ at }: LogEntry, ids: readonly string[], state: DebateState): NotificationKind {
  const isOfIt = (act: ModerationAction) => act.at === at && ids.some((id) => act.on.includes(id));
  const act = [...state.moderationLog.values()].findLast((one) => isOfIt(one) && BECOMES.includes(one.what));
  return act?.what === 'accepted' ? 'accepted' : 'restored';
}

const BECOMES: readonly ModerationAction['what'][] = ['accepted', 'restored'];

/** A phase in which everyone is asked to vote, unless they can't: it allows no votes, or the debate is not open. */
function asked(state: DebateState, phaseId: string | null, by: readonly string[]): Happening[] {
  const phase = state.agenda?.phases.find(({ id }) => id === phaseId);
  if (phase?.kind !== 'vote' && phase?.kind !== 'guided_vote') return [];
  const takesThem = state.head?.status === 'open' && phase.may.includes('vote');
  return takesThem ? [{ kind: 'voting', about: phase.id, to: voters(state), by }] : [];
}

/** Voters on another wording of a claim are asked to vote again. */
function votersAsked(state: DebateState, claimId: string, by: readonly string[]): Happening[] {
  const claim = state.claims.get(claimId);
  if (!claim) return [];
  const earlier = [...(state.votes.get(claimId) ?? [])].flatMap(([voter, { wording }]) =>
    wording < claim.wording ? voter : [],
  );
  return [{ kind: 'reworded', about: claimId, to: earlier, by: [...by, claim.author] }];
}

function owners(state: DebateState): string[] {
  return [...state.participants.values()].flatMap(({ id, role }) => (role === 'owner' ? id : []));
}

/** The participants who may vote. */
function voters(state: DebateState): string[] {
  return [...state.participants.values()].flatMap(({ id, role }) => (role === 'observer' ? [] : id));
}

function known(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}
