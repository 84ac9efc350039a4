import * as z from 'zod/mini';
import type { Refusal } from '../debate/engine/refusal.ts';
import { REJECTION_CODES, type Rejection } from '../debate/engine/rejections.ts';
import { ROLES } from '../debate/participants/participant.ts';
import type { TaskCount } from '../debate/tasks/task-counts.ts';
import type { TablePreview } from '../formats/csv/claim-table.ts';
import { FORMAT_PROBLEMS } from '../formats/format-error.ts';
import type { ImportPreview } from '../formats/imports/import-preview.ts';
import { ACTIVITY_KINDS, type ActivityItem } from '../history/activity.ts';
import { NOTIFICATION_LEVELS } from '../notifications/notification.ts';
import type { InitialState } from './initial-state.ts';
import type { OpinionsAnswer } from './opinions-answer.ts';
import type { PerspectivesAnswer } from './perspectives-answer.ts';

const text = z.string();
const number = z.number();
const list = <Item extends z.ZodMiniType>(item: Item) => z.readonly(z.array(item));
/** An object of which its reader checks the rest, or which is only shown. */
const object = <T extends object = object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null);

/** A link or code as the server lists it for people who may invite. */
const invitation = z.object({
  id: text,
  kind: z.enum(['link', 'code']),
  role: z.enum(ROLES),
  token: z.nullable(text),
  limit: z.nullable(number),
  uses: number,
  expiresAt: z.nullable(number),
});

/** An invitation sent by email, with its status. */
const mailed = z.object({
  id: text,
  email: text,
  role: z.enum(ROLES),
  state: z.enum(['sent', 'unsent', 'joined', 'expired', 'revoked']),
  madeAt: number,
  expiresAt: number,
});

/** How many invitations were emailed; none if a link or code was made. */
const mailing = z.object({
  sent: z._default(number, 0),
  unsent: z._default(number, 0),
  leftOut: z._default(list(z.object({ written: text, code: z.enum(REJECTION_CODES) })), []),
});

/** A notification in words. `on`: the claim, position or comment it leads to; `null`: the debate itself. `besides`: a moderator's note. */
const notification = z.object({
  debateId: text,
  title: text,
  kind: text,
  about: text,
  on: z.nullable(text),
  sentence: text,
  words: text,
  besides: text,
  at: number,
  read: z.boolean(),
});

const activityItem = z.object({
  at: number,
  by: text,
  kind: z.enum(ACTIVITY_KINDS),
  what: z.custom<ActivityItem['what']>((what) => typeof what === 'string'),
  on: z.nullable(text),
  other: z.nullable(text),
});

const choice = z.object({
  choice: z.object({ level: z.enum(NOTIFICATION_LEVELS), muted: list(text) }),
});
const done = object();

/** The answers of our own routes to our pages, by the names of `server/limits/route-costs.ts`. */
const ROUTE_ANSWERS = {
  'POST /api/account/passkeys/options': z.object({ options: text }),
  'POST /api/debates': z.object({ debateId: text }),
  'GET /api/debates/[id]/activity': z.object({ happenings: list(activityItem), next: z.nullable(number) }),
  'GET /api/debates/[id]/claims/[claimId]/wordings': z.object({
    wordings: list(z.object({ at: number, number, text, by: list(text) })),
    earlier: z._default(number, 0),
  }),
  'POST /api/debates/[id]/clear': done,
  'GET /api/debates/[id]/groups': z.object({ templates: list(z.object({ id: text, title: text })) }),
  'POST /api/debates/[id]/groups': done,
  'POST /api/debates/[id]/groups/[groupDebateId]/bring': done,
  'GET /api/debates/[id]/history': z.object({ seq: number, at: number, opening: object<InitialState>() }),
  'GET /api/debates/[id]/invitations': z.object({
    invitations: list(invitation),
    mailed: list(mailed),
    mayMail: z.boolean(),
  }),
  'POST /api/debates/[id]/invitations': mailing,
  'POST /api/debates/[id]/invitations/[invitationId]': mailing,
  'GET /api/debates/[id]/notes': choice,
  'POST /api/debates/[id]/notes': choice,
  'GET /api/debates/[id]/tasks': z.object({ counts: list(object<TaskCount>()) }),
  'GET /api/debates/[id]/opinions': z.object({
    seq: number,
    opinions: object<OpinionsAnswer['opinions']>(),
    own: z.nullable(object<NonNullable<OpinionsAnswer['own']>>()),
    given: z.nullable(object<NonNullable<OpinionsAnswer['given']>>()),
    swing: z.nullable(object<NonNullable<OpinionsAnswer['swing']>>()),
  }),
  'GET /api/debates/[id]/perspectives': z.object({
    seq: number,
    kept: z.boolean(),
    choices: list(object<PerspectivesAnswer['choices'][number]>()),
    votes: object<PerspectivesAnswer['votes']>(),
  }),
  'POST /api/guest': done,
  'POST /api/imports': z.object({ preview: object<ImportPreview>(), debateId: z.optional(text) }),
  'GET /api/notes': z.object({ notes: list(notification) }),
  'GET /api/notes/count': z.object({ unread: number, personId: z.nullable(text) }),
  'POST /api/notes/read': done,
  'POST /api/sign-in/device/name': z.object({ name: text }),
  'POST /api/sign-in/passkey': z.object({ to: text }),
  'POST /api/sign-in/passkey/options': z.object({ options: text }),
} as const;

export type AnsweredRoute = keyof typeof ROUTE_ANSWERS;
type Answers = { readonly [R in AnsweredRoute]: z.infer<(typeof ROUTE_ANSWERS)[R]> };

/** Why a file couldn't be read, and where. */
export type ImportError = z.infer<typeof importError>;
const importError = z.object({
  problem: z.enum(FORMAT_PROBLEMS),
  line: z.nullable(number),
  detail: text,
  table: z.optional(object<TablePreview>()),
});

/** A refusal. A server newer than the page may have reasons that it doesn't know. */
const refusal = z.object({
  ok: z.literal(false),
  rejection: z.object({
    code: z.catch(z.enum(REJECTION_CODES), 'protocol_mismatch'),
    limit: z.optional(number),
  }),
  problem: z.optional(importError),
});

interface RouteRefusal extends Refusal {
  readonly problem?: ImportError | undefined;
}

/** The answer of a route: its result, or a refusal. */
export type RouteAnswer<R extends AnsweredRoute> = ({ readonly ok: true } & Answers[R]) | RouteRefusal;

/** An invitation, by link or code or by email, the result of mailing, and a notification: as our routes send them. */
export type Invitation = z.infer<typeof invitation>;
export type Mailed = z.infer<typeof mailed>;
export type MailingAnswer = z.infer<typeof mailing>;
export type ListedNotification = z.infer<typeof notification>;

/** Returns why a request was refused, from the body of its answer; `null` if the body is no refusal. */
export function parseRefusal(body: unknown): Rejection | null {
  return refusal.safeParse(body).data?.rejection ?? null;
}

/** Reads the body of a route's answer. Throws if it is none of that route's. */
export function parseAnswer<R extends AnsweredRoute>(route: R, body: unknown): RouteAnswer<R> {
  const refused = refusal.safeParse(body);
  if (refused.success) return refused.data;
  const schemas: { readonly [Name in AnsweredRoute]: z.ZodMiniType<Answers[Name]> } = ROUTE_ANSWERS;
  return { ok: true, ...schemas[route].parse(body) };
}
