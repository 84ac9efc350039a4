import { z } from 'zod';
import { ENTRY_SHAPE, SYSTEM } from '../../debate/engine/entries.ts';
import { LIMITS } from '../../debate/engine/limits.ts';
import {
  APPROVAL_CHOICES,
  BALLOTS,
  DEFAULT_SETTINGS,
  NAMES,
  STATUSES,
  VISIBILITIES,
} from '../../debate/head/head.ts';
import { REACTIONS } from '../../debate/map/claim.ts';
import { HEAVIEST, RELATIONS } from '../../debate/map/link.ts';
import { MOST_QUESTIONS, SCHEMES } from '../../debate/map/scheme.ts';
import { FLOOR_ORDERS } from '../../debate/meetings/meeting.ts';
import { PICTURES } from '../../debate/meetings/spotlight.ts';
import { OUTCOMES } from '../../debate/moderation/report.ts';
import { FLAGS } from '../../debate/moderation/review.ts';
import type { ModerationAction } from '../../debate/moderation-log/moderation-action.ts';
import { SANCTIONS } from '../../debate/moderation-log/moderation-action.ts';
import { MEMBERSHIPS, REASONS, ROLES } from '../../debate/participants/participant.ts';
import { DOINGS, HIDEABLE, PHASE_KINDS } from '../../debate/phases/agenda.ts';
import { POLL_KINDS, POLL_THRESHOLDS } from '../../debate/polls/poll.ts';
import { pollChoiceSchema, pollFormSchema } from '../../debate/polls/poll-schemas.ts';
import { HUES } from '../../debate/positions/position.ts';
import { SETTLEMENTS } from '../../debate/suggestions/suggestion.ts';
import { TASK_KINDS } from '../../debate/tasks/task.ts';
import { isWellFormed } from '../../debate/texts/wording.ts';
import { NOBODY } from '../../debate/visibility/viewer.ts';
import { ANSWERS } from '../../debate/votes/vote.ts';

/** The version of the file that `docs/formats.md` describes. */
export const PARLEY_VERSION = 2;

/** Ids, and names of texts made of them; empty: the author is hidden. */
const id = z.string().regex(/^[A-Za-z0-9_.*-]{1,80}$/);
const nobody = z.union([id, z.literal('')]);
const text = z.string().refine(isWellFormed, 'has control characters or broken Unicode');
const count = z.int().min(0);
/** The number of an entry in the exporter's numbering: entries visible only to them have one between two whole ones. */
const place = z.number().min(0);
const time = z.number().min(0).max(8_640_000_000_000_000);
const relation = z.enum(RELATIONS);
const target = z.strictObject({ kind: z.enum(['position', 'claim', 'link']), id });
const order = z.string().regex(/^[\x21-\x7e]{0,1000}$/);

const settings = z.strictObject({
  ballots: z.enum(BALLOTS),
  guests: z.enum(['debater', 'suggester', 'observer', 'none']),
  wording: z.enum(['shared', 'own']),
  reasons: z.array(text),
  teams: z.enum(['off', 'chosen', 'assigned']),
  sides: z.enum(['free', 'own']),
  approval: z.array(z.enum(APPROVAL_CHOICES)),
  /** Of files from before there was the choice: one. */
  recognition: z.int().min(1).max(LIMITS.recognition).default(DEFAULT_SETTINGS.recognition),
  /** Of files from before there was the choice: none. */
  pace: count.max(LIMITS.pace).default(DEFAULT_SETTINGS.pace),
  accounts: z.boolean().default(DEFAULT_SETTINGS.accounts),
  template: z.boolean(),
  names: z.enum(NAMES),
});

const head = z.strictObject({
  title: text,
  motion: text,
  visibility: z.enum(VISIBILITIES),
  settings,
  /** A debate read from a file is a debate of its own. */
  plenary: id.nullable().transform(() => null),
  status: z.enum(STATUSES),
  deleted: z.boolean(),
  statusChangedAt: time,
  createdAt: time,
});

const phase = z.strictObject({
  id,
  kind: z.enum(PHASE_KINDS),
  title: text,
  note: text,
  minutes: z.number().nullable(),
  may: z.array(z.enum(DOINGS)),
  hides: z.array(z.enum(HIDEABLE)),
  presents: z.array(z.strictObject({ team: id, position: id })).optional(),
});
const timer = z.union([z.strictObject({ ends: z.number() }), z.strictObject({ left: z.number() })]);
const agenda = z.strictObject({
  phases: z.array(phase),
  at: id.nullable(),
  revision: count,
  timer: timer.nullable(),
});

const few = count.nullable();
/** The part of a poll's result that its counts don't say. */
const gathered = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('points'), givers: z.array(few) }),
  z.strictObject({
    type: z.literal('ranking'),
    rounds: z.array(z.strictObject({ counts: z.array(few), exhausted: few, leave: z.array(count) })),
    winners: z.array(count),
  }),
  z.strictObject({
    type: z.literal('number'),
    median: z.number().nullable(),
    quartiles: z.tuple([z.number(), z.number()]).nullable(),
    bins: z.array(z.strictObject({ from: z.number().nullable(), to: z.number().nullable(), count })),
    whole: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('text'),
    groups: z.array(z.strictObject({ text, people: count })),
    words: z.array(z.strictObject({ word: text, people: count })),
    others: count,
  }),
]);

const poll = z.strictObject({
  id,
  kind: z.enum(POLL_KINDS),
  form: pollFormSchema.optional(),
  since: id.nullable(),
  question: text,
  options: z.array(text),
  secret: z.boolean(),
  threshold: z.literal(POLL_THRESHOLDS).optional(),
  open: z.boolean(),
  prepared: z.literal(true).optional(),
  closesAt: time.optional(),
  right: z.number().optional(),
  hiddenAnswers: z.array(text).optional(),
  statusSeq: place,
  seq: place,
  at: time,
  answered: count,
  counts: z.array(count).nullable(),
  gathered: gathered.optional(),
  flows: z.array(z.array(count)).nullable(),
});

const speaker = z.strictObject({
  participantId: nobody,
  positionId: id.nullable(),
  since: time,
  seconds: z.number().nullable(),
});
const floor = z.strictObject({
  hands: z.array(nobody),
  speaker: speaker.nullable(),
  /** absent in files from before the queue's orders */
  order: z.enum(FLOOR_ORDERS).optional(),
  invited: z.array(nobody).optional(),
});
const speech = z.strictObject({ id, participantId: nobody, positionId: id.nullable(), from: time, to: time });
const light = z.strictObject({ on: z.union([id, z.enum(PICTURES)]), call: count, seq: count });

const group = z.strictObject({
  id,
  number: count,
  debateId: id,
  name: text,
  members: z.array(id),
  status: z.enum(STATUSES),
  at: time,
});
const latest = z.strictObject({ id, how: z.enum(['reworded', 'shown']), by: nobody, at: time });
const brought = z.strictObject({ id, group: nobody.nullable(), at: time });
const meeting = z.strictObject({
  id,
  from: count,
  to: count.nullable(),
  startedAt: time,
  endedAt: time.nullable(),
});

const position = z.strictObject({
  id,
  name: text,
  hue: z.enum(HUES),
  summary: text,
  order,
  removed: z.boolean(),
});
const tally = z.strictObject({ agree: count, disagree: count, pass: count, earlier: count });

/** The tasks that ran when it was written; absent: none. */
const doneFor = z.array(id).optional();

/** The best case for the claim's position, by another position's team; absent: it is none. */
const steelman = z.strictObject({
  by: id,
  recognized: z.array(count).max(LIMITS.participants),
  answers: z
    .array(
      z.strictObject({
        id,
        author: nobody,
        at: time,
        wording: count,
        agrees: z.boolean(),
        recorded: z.literal(true).optional(),
      }),
    )
    .max(LIMITS.participants)
    .refine(areOnePerPerson, 'has several answers of one person'),
});

/** True if each person answered once, as far as people are named, and moderators recorded at most one answer. */
function areOnePerPerson(answers: readonly { readonly author: string; readonly recorded?: true }[]): boolean {
  const isKnown = (author: string) => author !== NOBODY && author !== SYSTEM;
  const given = answers.flatMap(({ author, recorded }) => {
    if (recorded) return 'recorded';
    return isKnown(author) ? `by ${author}` : [];
  });
  return new Set(given).size === given.length;
}

const claim = z.strictObject({
  id,
  positionId: id.nullable(),
  text,
  wording: count,
  wordings: count,
  before: z.strictObject({ wording: count, text }).nullable(),
  author: nobody,
  at: time,
  editedAt: time.nullable(),
  retracted: z.boolean(),
  retractedFor: text.optional(),
  againstAuthor: z.literal(true).optional(),
  byModerator: z.literal(true).optional(),
  sources: z.array(id),
  parentLink: id,
  tally,
  /** Number of people per reaction; absent: none. */
  reactions: z.array(count).length(REACTIONS.length).optional(),
  tasks: doneFor,
  steelman: steelman.optional(),
});

const link = z.strictObject({
  id,
  from: id,
  target,
  relation,
  parent: z.boolean(),
  order,
  author: nobody,
  at: time,
  retracted: z.boolean(),
  /** The kind of argument, and its answered critical questions by number; absent: none. */
  scheme: z.enum(SCHEMES).optional(),
  answeredQuestions: z.array(z.int().min(1).max(MOST_QUESTIONS)).min(1).max(MOST_QUESTIONS).optional(),
  /** Number of people per rating; absent: none. */
  weighing: z
    .array(count)
    .length(HEAVIEST + 1)
    .optional(),
});

const source = z.strictObject({
  id,
  title: text,
  url: text,
  locator: text,
  excerpt: text,
  note: text,
  author: nobody,
});

const article = z.strictObject({ id, text, version: count, editedAt: time });
/** Places in UTF-16 units. */
const passage = z.strictObject({
  id,
  sourceId: id,
  exact: text,
  prefix: text,
  suffix: text,
  start: count,
  end: count,
});
const citation = z.strictObject({ id, passages: z.array(passage) });
const suggestion = z.strictObject({
  id,
  claimId: id,
  was: text,
  wording: count,
  text,
  note: text,
  author: nobody,
  at: time,
  outcome: z.enum(SETTLEMENTS).nullable(),
  became: count,
  answer: text,
  by: nobody,
});

const comment = z.strictObject({
  id,
  on: target,
  replyTo: id.nullable(),
  text,
  author: nobody,
  at: time,
  editedAt: time.nullable(),
  withdrawn: z.boolean(),
  resolved: z.boolean(),
  tasks: doneFor,
  /** The answer to a steelman that it belongs to. */
  ofAnswer: id.optional(),
});

const question = z.strictObject({
  id,
  text,
  author: nobody,
  at: time,
  withdrawn: z.boolean(),
  pinned: z.boolean(),
  answered: z.boolean(),
  into: id.nullable(),
  /** Number of people who support it; absent: none. */
  support: z.array(count).length(1).optional(),
});

const task = z.strictObject({
  id,
  kind: z.enum(TASK_KINDS),
  count: z.int().min(1).max(LIMITS.taskCount),
  due: z.union([z.strictObject({ phaseId: id }), z.strictObject({ at: time })]),
  at: time,
});

const conclusion = z.strictObject({
  open: z.boolean(),
  begunAt: time,
  editedAt: time.nullable(),
  revision: count,
  agreements: text,
  differences: text,
  cruxes: text,
});
/** A person's, or one that a moderator recorded for the position. */
const signature = z.strictObject({
  id,
  positionId: id,
  author: nobody,
  at: time,
  revision: count,
  recorded: z.literal(true).optional(),
});

const participant = z.strictObject({
  id,
  role: z.enum(ROLES),
  joinedAt: time,
  team: id.nullable(),
  muted: z.boolean(),
  membership: z.enum(MEMBERSHIPS),
  reason: z.enum(REASONS).nullable(),
  mutedUntil: time.optional(),
  outUntil: time.optional(),
  erased: z.literal(true).optional(),
});

const by = { by: nobody, at: time };
const hidden = z.strictObject({
  id,
  status: z.enum(['hidden', 'pending_approval', 'sent_back']),
  reason: text,
  note: text,
  ...by,
});
const lock = z.strictObject({ id, branch: z.boolean(), ...by });
const merge = z.strictObject({ id, into: id, ...by });
const split = z.strictObject({
  id,
  from: id,
  seq: count,
  whole: text,
  left: text,
  joined: z.boolean(),
  ...by,
});
const mark = z.strictObject({
  what: z.enum(FLAGS),
  other: id.nullable(),
  note: text,
  revised: z.boolean(),
  ...by,
});
const review = z.strictObject({ id, flags: z.array(mark) });
const report = z.strictObject({
  id,
  on: id,
  reason: text,
  words: text,
  author: nobody,
  at: time,
  outcome: z.enum(OUTCOMES).nullable(),
  by: nobody,
});

const ACTS = [
  'hidden',
  'restored',
  'resubmitted',
  'accepted',
  'sent_back',
  'locked',
  'unlocked',
  'merged',
  'unmerged',
  'split',
  'joined',
  'retracted',
  'flagged',
  'unflagged',
  'dismissed',
  'settled',
  'reopened',
  'restricted',
  'unrestricted',
  ...SANCTIONS,
] as const satisfies readonly ModerationAction['what'][];
const act = z.strictObject({
  id,
  seq: place,
  what: z.enum(ACTS),
  on: z.array(id),
  reason: text,
  note: text,
  ...by,
});

/** A change of a text in the log's format: lengths kept, and lengths replaced by lines. */
const part = z.union([count, z.tuple([count]).rest(z.string())]);
const history = z.strictObject({
  revision: count,
  changes: z.array(z.strictObject({ revision: count, seq: place, change: z.array(part) })),
  sealed: z.string().nullable(),
});

const debate = z.strictObject({
  shape: z.int().min(1).max(ENTRY_SHAPE),
  seq: place,
  at: time,
  erasedAt: count,
  head,
  agenda: agenda.nullable(),
  positions: z.array(position),
  claims: z.array(claim),
  links: z.array(link),
  sources: z.array(source),
  /** These three are absent in files from before there were articles and suggested wordings. */
  articles: z.array(article).optional(),
  citations: z.array(citation).optional(),
  suggestions: z.array(suggestion).optional(),
  comments: z.array(comment),
  participants: z.array(participant),
  /** claim, participant, answer, wording, the tasks that ran when it was cast, and the position its author spoke for, if any */
  votes: z.array(z.tuple([id, id, z.enum(ANSWERS), count, z.array(id).optional(), id.optional()])),
  /** rated thing, participant, rating, its basis (`basisOf`); absent in files from before links were weighed */
  ratings: z.array(z.tuple([id, id, z.int().min(0).max(HEAVIEST), text])).optional(),
  hidden: z.array(hidden),
  embargoed: z.array(z.strictObject({ id, author: nobody })),
  locks: z.array(lock),
  merges: z.array(merge),
  splits: z.array(split),
  reviews: z.array(review),
  reports: z.array(report),
  moderationLog: z.array(act),
  polls: z.array(poll),
  answers: z.array(z.tuple([id, id, pollChoiceSchema])),
  /** absent in files from before questions from the floor */
  questions: z.array(question).optional(),
  /** absent in files from before tasks */
  tasks: z.array(task).max(LIMITS.tasks).optional(),
  /** absent in files from before conclusions */
  conclusion: conclusion.nullable().optional(),
  signatures: z.array(signature).optional(),
  floor,
  speeches: z.array(speech),
  spotlight: light.nullable(),
  groups: z.array(group),
  promotions: z.array(brought),
  /** absent in files from before claims were made of comments */
  origins: z.array(z.strictObject({ id, comment: id })).optional(),
  lastChanges: z.array(latest).optional(),
  meetings: z.array(meeting),
  histories: z.array(z.tuple([id, history])),
});

/**
 * The schema of a Parley JSON file. The published JSON Schema is made from it. A new kind of record in a debate needs its line above:
 * without it reading does not compile.
 */
export const parleySchema = z.strictObject({
  format: z.literal('parley-debate'),
  version: z.literal(PARLEY_VERSION),
  names: z.record(id, text),
  kept: z.array(z.strictObject({ format: z.string(), records: z.array(z.unknown()) })),
  debate,
});

/** The published JSON Schema (2020-12). */
export function parleyJsonSchema(): object {
  return {
    $id: `urn:parley:debate:${PARLEY_VERSION}`,
    title: 'A Parley debate',
    ...z.toJSONSchema(parleySchema, { target: 'draft-2020-12', unrepresentable: 'any' }),
  };
}
