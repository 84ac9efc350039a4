import { z } from 'zod';
import { insertedLength, type TextChange } from '../../ot/text-change.ts';
import { APPROVAL_CHOICES, BALLOTS, NAMES, RESTRICTIONS, STATUSES, VISIBILITIES } from '../head/head.ts';
import { WHOLE_DEBATE } from '../locks/lock.ts';
import { REACTIONS } from '../map/claim.ts';
import { HEAVIEST, RELATIONS } from '../map/link.ts';
import { MOST_QUESTIONS, SCHEMES } from '../map/scheme.ts';
import { FLOOR_ORDERS } from '../meetings/meeting.ts';
import { PICTURES } from '../meetings/spotlight.ts';
import { OUTCOMES } from '../moderation/report.ts';
import { FLAGS } from '../moderation/review.ts';
import { MEMBERSHIPS, REASONS, ROLES } from '../participants/participant.ts';
import { DOINGS, HIDEABLE, PHASE_KINDS } from '../phases/agenda.ts';
import { POLL_KINDS, POLL_THRESHOLDS } from '../polls/poll.ts';
import { pollChoiceSchema, pollFormSchema, pollGuessSchema } from '../polls/poll-schemas.ts';
import { HUES } from '../positions/position.ts';
import { SETTLEMENTS } from '../suggestions/suggestion.ts';
import { TASK_KINDS } from '../tasks/task.ts';
import { CONCLUSION_SECTIONS, SOURCE_FIELDS, TEXT_NAME } from '../texts/texts.ts';
import { ANSWERS } from '../votes/vote.ts';
import { LIMITS } from './limits.ts';

/**
 * The operations a client may submit. The schemas bound shapes and sizes generously (they keep nonsense out); the exact limits of texts,
 * with their messages, are checked by `decide`.
 */
const id = z.string().regex(/^[A-Za-z0-9_-]{3,40}$/);

export { id as idSchema };

const text = z.string().max(20_000);
/** The number of a critical question. */
const question = z.number().int().min(1).max(MOST_QUESTIONS);
const revision = z.number().int().min(1).max(1_000_000_000);
/** The revision a text change was made on; 0: no longer known. */
const base = z.number().int().min(0).max(1_000_000_000);
/** The name of a text. */
export const textName = z.string().regex(TEXT_NAME);
/** A claim, a position or the whole debate. */
const lockable = z.union([id, z.literal(WHOLE_DEBATE)]);
/** The fewest answers with which a secret poll shows its results. */
const threshold = z.literal(POLL_THRESHOLDS);
/** A server time, in milliseconds since 1970. */
const moment = z.number().int().min(0).max(8_640_000_000_000_000);
const due = z.union([z.strictObject({ phaseId: id }).readonly(), z.strictObject({ at: moment }).readonly()]);
/** The operation is an undo, by what the client says: nothing more than a moderator may do depends on it. */
const again = z.literal(true).optional();
/** How many a task asks for. */
const taskCount = z.number().int().min(1).max(LIMITS.taskCount);
/** The kind and number of contributions that a task asks for. */
export const taskShape = { kind: z.enum(TASK_KINDS), count: taskCount };
const ids = z.array(id).min(1).max(LIMITS.hiddenAtOnce).readonly();
const target = z.strictObject({ kind: z.enum(['position', 'claim', 'link']), id });
const relation = z.enum(RELATIONS);
const change = z.custom<TextChange>(isTextChange);
/** The sibling to follow; null: first; absent: last. */
const after = id.nullable().optional();
/** The settings of a debate, each of which may be left out. */
export const settingsShape = {
  guests: z.enum(['debater', 'suggester', 'observer', 'none']).optional(),
  wording: z.enum(['shared', 'own']).optional(),
  reasons: z.array(text).min(1).max(LIMITS.reasons).readonly().optional(),
  teams: z.enum(['off', 'chosen', 'assigned']).optional(),
  sides: z.enum(['free', 'own']).optional(),
  recognition: z.number().int().min(1).max(LIMITS.recognition).optional(),
  approval: z.array(z.enum(APPROVAL_CHOICES)).max(APPROVAL_CHOICES.length).readonly().optional(),
  pace: z.number().int().min(0).max(LIMITS.pace).optional(),
  accounts: z.boolean().optional(),
  template: z.boolean().optional(),
  names: z.enum(NAMES).optional(),
  ballots: z.enum(BALLOTS).optional(),
};
/** A phase of an agenda, without its id. */
export const phaseShape = {
  kind: z.enum(PHASE_KINDS),
  title: text,
  note: text,
  minutes: z.number().int().min(1).max(LIMITS.phaseMinutes).nullable(),
  may: z.array(z.enum(DOINGS)).max(DOINGS.length).readonly(),
  hides: z.array(z.enum(HIDEABLE)).max(HIDEABLE.length).readonly(),
};
/** The position that a position's team presents. */
const presentsShape = z
  .array(z.strictObject({ team: id, position: id }).readonly())
  .max(LIMITS.positions)
  .readonly()
  .optional();
const phase = z.strictObject({ id, ...phaseShape, presents: presentsShape }).readonly();
/** One flag on a claim or comment. */
const mark = { on: id, what: z.enum(FLAGS) };
const reason = z.enum(REASONS).nullable();
/** Duration of a mute or ban; absent or null: until it is lifted. */
const minutes = z.number().int().min(1).max(LIMITS.sanctionMinutes).nullable().optional();
/** A passage of an article; its words have the limits of a text. */
const passage = z
  .strictObject({
    id,
    exact: text,
    prefix: text,
    suffix: text,
    start: z.number().int().min(0).max(1_000_000),
    end: z.number().int().min(0).max(1_000_000),
  })
  .readonly();
/** A position, without its id. */
export const positionShape = { name: text, hue: z.enum(HUES), summary: text };
/** A poll's question, and how its answers are shown. */
export const pollShape = {
  form: pollFormSchema.optional(),
  question: text,
  options: z.array(text).max(LIMITS.pollOptions).readonly(),
  secret: z.boolean(),
  threshold: threshold.optional(),
};

export const operationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('debate.create'),
    title: text,
    motion: text,
    visibility: z.enum(VISIBILITIES),
    settings: z.strictObject(settingsShape),
    ownerId: id,
    /** The debate that this group belongs to. */
    plenary: id.optional(),
  }),
  z.strictObject({ type: z.literal('participant.join'), participantId: id, role: z.enum(ROLES) }),
  z.strictObject({
    type: z.literal('participant.appoint'),
    participantId: id,
    role: z.enum(ROLES).exclude(['owner']),
  }),
  z.strictObject({ type: z.literal('debate.transfer'), participantId: id }),
  z.strictObject({
    type: z.literal('participant.mute'),
    participantId: id,
    muted: z.boolean(),
    reason,
    minutes,
  }),
  z.strictObject({
    type: z.literal('participant.setMembership'),
    participantId: id,
    membership: z.enum(MEMBERSHIPS),
    reason,
    minutes,
  }),
  /** The name stays out of the log: the server stores it with the names. */
  z.strictObject({ type: z.literal('participant.rename'), participantId: id, name: text }),
  /** For a participant who wants to be erased; `words`: their contributions as well. */
  /** `fromConclusion`: some of the words were in the conclusion. */
  z.strictObject({
    type: z.literal('participant.erase'),
    participantId: id,
    words: z.boolean(),
    fromConclusion: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('team.choose'),
    participantId: id,
    team: id.nullable(),
    /** Only for a person without a team: random assignment does not replace one that they have chosen. */
    ifNone: z.literal(true).optional(),
  }),
  /** A person shows their own votes as a perspective to everyone who may read the debate, or no longer. */
  z.strictObject({ type: z.literal('perspective.show'), shown: z.boolean() }),
  z.strictObject({ type: z.literal('debate.edit'), title: text.optional(), motion: text.optional() }),
  z.strictObject({ type: z.literal('debate.configure'), ...settingsShape }),
  z.strictObject({ type: z.literal('debate.setVisibility'), visibility: z.enum(VISIBILITIES) }),
  z.strictObject({ type: z.literal('debate.setStatus'), status: z.enum(STATUSES) }),
  z.strictObject({ type: z.literal('debate.delete'), deleted: z.boolean() }),
  z.strictObject({ type: z.literal('debate.clear') }),
  /** By a server administrator, with this reason; null lifts the restriction. */
  z.strictObject({
    type: z.literal('debate.restrict'),
    restriction: z.enum(RESTRICTIONS),
    reason: text.nullable(),
  }),
  z.strictObject({ type: z.literal('position.add'), positionId: id, ...positionShape }),
  z.strictObject({
    type: z.literal('position.edit'),
    positionId: id,
    name: text.optional(),
    hue: z.enum(HUES).optional(),
  }),
  z.strictObject({
    type: z.literal('claim.add'),
    claimId: id,
    linkId: id,
    target,
    relation,
    positionId: id.nullable(),
    text,
    after,
    sources: z.array(id).max(100).optional(),
    /** The comment it is made from: then its author is the claim's author. */
    comment: id.optional(),
  }),
  /** A group's claim, as it is there, under the id it has there. */
  z.strictObject({
    type: z.literal('claim.promote'),
    claimId: id,
    linkId: id,
    groupId: id,
    target,
    relation,
    positionId: id.nullable(),
    text,
    sources: z.array(id).max(100).optional(),
    /** The position whose team wrote it there as the best case for another. */
    steelman: id.optional(),
  }),
  /** It was promoted to the plenary. */
  z.strictObject({ type: z.literal('claim.markPromoted'), claimId: id }),
  /** A team's answer to the best case that another wrote for it. Null: withdraws it. `missing`: what is not in it yet. */
  z.strictObject({
    type: z.literal('steelman.answer'),
    claimId: id,
    answerId: id,
    wording: revision,
    agrees: z.boolean().nullable(),
    missing: z.strictObject({ commentId: id, text }).optional(),
  }),
  /** A moderator records that a position as a whole recognizes it; null: that it doesn't. */
  z.strictObject({
    type: z.literal('steelman.record'),
    claimId: id,
    answerId: id,
    wording: revision.nullable(),
  }),
  z.strictObject({ type: z.literal('claim.edit'), claimId: id, base, change }),
  z.strictObject({ type: z.literal('claim.move'), claimId: id, target, relation, after }),
  /** Another person's claim needs one of the debate's reasons. */
  z.strictObject({
    type: z.literal('claim.retract'),
    claimId: id,
    reason: text.optional(),
  }),
  z.strictObject({ type: z.literal('claim.restore'), claimId: id }),
  /** Null: withdraws the reaction. */
  z.strictObject({ type: z.literal('claim.react'), claimId: id, reaction: z.enum(REACTIONS).nullable() }),
  z.strictObject({ type: z.literal('claim.merge'), claimId: id, into: id }),
  z.strictObject({ type: z.literal('claim.unmerge'), claimId: id }),
  /** `was`: the wording that was read; `text`: what is left of it. Edits by others since are merged. */
  z.strictObject({
    type: z.literal('claim.split'),
    claimId: id,
    was: text,
    text,
    parts: z
      .array(z.strictObject({ claimId: id, linkId: id, text, takes: z.array(id).max(1_000).readonly() }))
      .min(1)
      .max(LIMITS.parts)
      .readonly(),
  }),
  z.strictObject({
    type: z.literal('claim.join'),
    claimId: id,
    parts: z.array(id).min(1).max(LIMITS.parts).readonly(),
  }),
  /** A source, or passages of its article. */
  z.strictObject({
    type: z.literal('claim.cite'),
    claimId: id,
    sourceId: id,
    passages: z.array(passage).min(1).max(LIMITS.passagesPerClaim).readonly().optional(),
  }),
  /** A source with all of its passages; or passages, and with the last of them the source, unless it is kept. */
  z.strictObject({
    type: z.literal('claim.uncite'),
    claimId: id,
    sourceId: id,
    passages: z.array(id).min(1).max(LIMITS.passagesPerClaim).readonly().optional(),
    keeps: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('link.add'), linkId: id, from: id, target, relation }),
  z.strictObject({ type: z.literal('link.retract'), linkId: id }),
  z.strictObject({ type: z.literal('link.restore'), linkId: id }),
  /** Null: withdraws the weight. */
  z.strictObject({
    type: z.literal('link.weigh'),
    linkId: id,
    weight: z.number().int().min(0).max(HEAVIEST).nullable(),
  }),
  /** Null: the argument is of no kind. `answeredQuestions`: for an undo. */
  z.strictObject({
    type: z.literal('link.setScheme'),
    linkId: id,
    scheme: z.enum(SCHEMES).nullable(),
    answeredQuestions: z.array(question).max(MOST_QUESTIONS).readonly().optional(),
  }),
  /** `scheme`: the one that the question is of. */
  z.strictObject({
    type: z.literal('link.answerQuestion'),
    linkId: id,
    scheme: z.enum(SCHEMES),
    question,
    answered: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('source.add'),
    sourceId: id,
    title: text,
    url: text,
    locator: text,
    excerpt: text,
    note: text,
  }),
  z.strictObject({
    type: z.literal('source.edit'),
    sourceId: id,
    field: z.enum(SOURCE_FIELDS),
    base,
    change,
  }),
  z.strictObject({ type: z.literal('article.edit'), sourceId: id, base, change }),
  /** `was`: the wording that was read; `text`: the new one. Edits by others since are merged. */
  z.strictObject({
    type: z.literal('suggestion.make'),
    suggestionId: id,
    claimId: id,
    was: text,
    text,
    note: text,
  }),
  z.strictObject({ type: z.literal('suggestion.withdraw'), suggestionId: id }),
  /** Null: it waits again, and its change is reverted. `seen`: the wording that the accepting person reads. `note`: why it is sent back. */
  z.strictObject({
    type: z.literal('suggestion.settle'),
    suggestionId: id,
    outcome: z.enum(SETTLEMENTS).nullable(),
    seen: text,
    note: text,
  }),
  z.strictObject({ type: z.literal('summary.edit'), positionId: id, base, change }),
  z.strictObject({ type: z.literal('conclusion.edit'), section: z.enum(CONCLUSION_SECTIONS), base, change }),
  z.strictObject({ type: z.literal('text.seal'), text: textName }),
  z.strictObject({ type: z.literal('vote.cast'), claimId: id, answer: z.enum(ANSWERS), wording: revision }),
  z.strictObject({ type: z.literal('vote.withdraw'), claimId: id }),
  z.strictObject({
    type: z.literal('comment.add'),
    commentId: id,
    on: target,
    replyTo: id.nullable(),
    text,
  }),
  z.strictObject({ type: z.literal('comment.edit'), commentId: id, base, change }),
  z.strictObject({ type: z.literal('comment.withdraw'), commentId: id }),
  z.strictObject({ type: z.literal('comment.restore'), commentId: id }),
  z.strictObject({ type: z.literal('comment.resolve'), commentId: id, resolved: z.boolean() }),
  z.strictObject({ type: z.literal('content.hide'), ids, reason: text, note: text }),
  /** `since`: what was added from this server time on; absent: everything. */
  z.strictObject({
    type: z.literal('content.hideAllBy'),
    participantId: id,
    since: moment.optional(),
    reason: text,
    note: text,
  }),
  z.strictObject({ type: z.literal('content.restore'), ids }),
  z.strictObject({ type: z.literal('content.resubmit'), ids }),
  z.strictObject({ type: z.literal('content.sendBack'), ids, reason: text, note: text }),
  z.strictObject({ type: z.literal('content.lock'), on: lockable, branch: z.boolean() }),
  z.strictObject({ type: z.literal('content.unlock'), on: lockable }),
  z.strictObject({
    type: z.literal('flag.set'),
    ...mark,
    other: id.nullable(),
    note: text,
    revised: z.boolean(),
  }),
  z.strictObject({ type: z.literal('flag.clear'), ...mark }),
  z.strictObject({ type: z.literal('flag.answer'), ...mark, revised: z.boolean() }),
  /** `base`: the revision of the agenda that the change was made on. */
  z.strictObject({
    type: z.literal('agenda.set'),
    phases: z
      .array(phase)
      .max(LIMITS.phases * 2)
      .readonly(),
    base,
  }),
  /** `from`: the phase that ends; `to`: the one that starts; null: none. */
  z.strictObject({ type: z.literal('agenda.goTo'), from: id.nullable(), to: id.nullable() }),
  z.strictObject({
    type: z.literal('agenda.setTimer'),
    /** The running phase; null: none, the timer runs without one. */
    phaseId: id.nullable(),
    act: z.enum(['start', 'extend', 'pause', 'resume', 'stop']),
    seconds: z
      .number()
      .int()
      .min(1)
      .max(LIMITS.phaseMinutes * 60)
      .nullable(),
  }),
  z.strictObject({ type: z.literal('report.make'), reportId: id, on: id, reason: text, words: text }),
  z.strictObject({ type: z.literal('report.withdraw'), reportId: id }),
  z.strictObject({
    type: z.literal('group.form'),
    groups: z
      .array(
        z.strictObject({
          groupId: id,
          debateId: id,
          name: text,
          members: z.array(id).max(LIMITS.participants).readonly(),
        }),
      )
      .min(1)
      .max(LIMITS.groupsAtOnce)
      .readonly(),
  }),
  /** Null: in no group. */
  z.strictObject({ type: z.literal('group.assign'), participantId: id, groupId: id.nullable() }),
  z.strictObject({
    type: z.literal('group.setStatus'),
    ids: z.array(id).min(1).max(LIMITS.groups).readonly(),
    status: z.enum(STATUSES),
  }),
  z.strictObject({ type: z.literal('meeting.setStatus'), live: z.boolean() }),
  /** Null: they are reopened. */
  z.strictObject({ type: z.literal('report.settle'), ids, outcome: z.enum(OUTCOMES).nullable() }),
  /** A poll on the motion has no separate question or options. `prepared`: a quick poll that waits until a moderator opens it. */
  z.strictObject({
    type: z.literal('poll.open'),
    pollId: id,
    kind: z.enum(POLL_KINDS),
    ...pollShape,
    prepared: z.literal(true).optional(),
    closesAt: moment.optional(),
  }),
  /**
   * Opens or closes a poll. An open poll without answers also takes another `threshold`. `closesAt`: when an open poll closes; null: when a
   * moderator closes it. `right`: the right number of a closed poll.
   */
  z.strictObject({
    type: z.literal('poll.setStatus'),
    pollId: id,
    open: z.boolean(),
    threshold: threshold.optional(),
    closesAt: moment.nullable().optional(),
    right: pollGuessSchema.optional(),
  }),
  /** `choice`: null withdraws the answer. `threshold`: the one shown to the person; if it is lower now, the answer is rejected. */
  z.strictObject({
    type: z.literal('poll.answer'),
    pollId: id,
    choice: pollChoiceSchema.nullable(),
    threshold: threshold.optional(),
  }),
  /** Hides answers like a text from everyone, or shows them again. */
  z.strictObject({ type: z.literal('poll.hideAnswer'), pollId: id, text, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('question.ask'), questionId: id, text }),
  z.strictObject({ type: z.literal('question.support'), questionId: id, supported: z.boolean() }),
  z.strictObject({ type: z.literal('question.withdraw'), questionId: id, withdrawn: z.boolean() }),
  /** Null: it is on its own again. */
  z.strictObject({ type: z.literal('question.merge'), questionId: id, into: id.nullable() }),
  z.strictObject({ type: z.literal('question.pin'), questionId: id, pinned: z.boolean() }),
  z.strictObject({ type: z.literal('question.answer'), questionId: id, answered: z.boolean() }),
  /** `again`: its time may be over. */
  z.strictObject({ type: z.literal('task.add'), taskId: id, ...taskShape, due, again }),
  z.strictObject({ type: z.literal('task.change'), taskId: id, count: taskCount, due, again }),
  z.strictObject({ type: z.literal('task.remove'), taskId: id }),
  z.strictObject({ type: z.literal('conclusion.setStatus'), open: z.boolean() }),
  /** `revision`: the conclusion that its author has read. */
  z.strictObject({ type: z.literal('conclusion.sign'), signatureId: id, positionId: id, revision }),
  z.strictObject({ type: z.literal('conclusion.unsign') }),
  /** A moderator records that a position as a whole has signed; null: that it has not. */
  z.strictObject({
    type: z.literal('conclusion.record'),
    signatureId: id,
    positionId: id,
    revision: revision.nullable(),
  }),
  z.strictObject({ type: z.literal('hand.raise') }),
  z.strictObject({ type: z.literal('hand.lower'), participantId: id }),
  /** Null: nobody has the floor. To the participant who already has it: sets the time. */
  z.strictObject({
    type: z.literal('floor.give'),
    to: id.nullable(),
    seconds: z.number().int().min(1).max(LIMITS.speakingSeconds).nullable(),
    /** The speaker whom the moderator saw, null: none. The floor is not taken from anyone else. Missing: from anyone. */
    from: id.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('floor.order'), order: z.enum(FLOOR_ORDERS) }),
  z.strictObject({ type: z.literal('floor.invite'), participantId: id }),
  z.strictObject({ type: z.literal('floor.uninvite'), participantId: id }),
  /** `call`: brings everyone there. */
  z.strictObject({
    type: z.literal('spotlight.set'),
    on: z.union([id, z.enum(PICTURES)]).nullable(),
    call: z.boolean(),
    /** Where the spotlight is cleared: what the moderator saw in it. Nothing else is cleared. Missing: whatever is in it. */
    from: z.union([id, z.enum(PICTURES)]).optional(),
  }),
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationType = Operation['type'];
export type OperationOf<T extends OperationType> = Extract<Operation, { type: T }>;

function isTextChange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > LIMITS.editParts || !value.every(isPart)) return false;
  return insertedLength(value) <= LIMITS.editCharacters;
}

function isPart(part: unknown): part is TextChange[number] {
  if (isLength(part)) return true;
  if (!Array.isArray(part) || !isLength(part[0])) return false;
  return part.slice(1).every(isLine);
}

/** True if the text has no line break: a line ends where the next begins, so a line feed would shift the positions in the text. */
function isLine(line: unknown): boolean {
  return typeof line === 'string' && line.length <= LIMITS.editCharacters && !line.includes('\n');
}

function isLength(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
}
