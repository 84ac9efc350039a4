import { z } from 'zod';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { REJECTION_CODES } from '../../domain/debate/engine/rejections.ts';
import { ROLES } from '../../domain/debate/participants/participant.ts';
import { LIVES, VISIBILITIES } from '../../domain/debate/settings/head.ts';
import { ANSWERS } from '../../domain/debate/votes/vote.ts';
import { SET_ASIDE_REASONS } from '../../domain/formats/exchanged-debate.ts';
import { FORMAT_PROBLEMS } from '../../domain/formats/format-error.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { clientId, clientSeq } from '../../domain/protocol/client-messages.ts';

/*
 * What programs send to `/api/v1`, and what they are answered: by these a request is parsed, an answer is typed, and both are
 * described in the OpenAPI document.
 */

const id = z.string();
const count = z.number().int().min(0);
/** Server time in milliseconds since 1970. */
const time = z.number().int();
const answered = <T extends z.ZodRawShape>(shape: T) => z.object({ ok: z.literal(true), ...shape });

export const refusalShape = z.object({
  ok: z.literal(false),
  rejection: z.object({
    code: z.enum(REJECTION_CODES),
    limit: z.number().optional().describe('The bound that was passed, in the unit of the code'),
  }),
  where: z.string().optional().describe('Of `invalid`: the first field that is not as it has to be'),
  why: z.string().optional().describe('Of `invalid`: what is wrong with it'),
});

const debateShape = z.object({
  id,
  title: z.string(),
  motion: z.string(),
  visibility: z.enum(VISIBILITIES),
  life: z.enum(LIVES),
  positions: z.array(z.object({ id, name: z.string(), hue: z.string(), summary: z.string() })),
  claims: count,
  comments: count,
  participants: count,
  own: z
    .object({ participantId: id, role: z.enum(ROLES) })
    .nullable()
    .describe('Who one is in it; null where one does not take part'),
});

export const operationAsked = z.strictObject({ clientId, clientSeq, operation: operationSchema });

export const operationAnswer = answered({
  seq: count.describe('The number of the entry that was written'),
});

export const votesAnswer = answered({
  hidden: z.boolean().describe('Nobody is told tallies now: the phase hides them, or the ballot is secret'),
  tallies: z.array(
    z.object({
      claimId: id,
      agree: count,
      disagree: count,
      pass: count,
      earlier: count.describe('How many of them answer an earlier wording'),
    }),
  ),
  own: z.array(z.object({ claimId: id, answer: z.enum(ANSWERS), wording: count })),
});

export const voteAsked = z.strictObject({
  claimId: id,
  answer: z.enum(ANSWERS).nullable().describe('null takes the vote back'),
  wording: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('The revision of the wording that is answered; the present one where it is left out'),
});

const commentShape = z.object({
  id,
  on: z.object({ kind: z.enum(['position', 'claim', 'link']), id }),
  replyTo: id.nullable(),
  text: z.string(),
  author: z
    .object({ id, name: z.string().nullable() })
    .nullable()
    .describe('null where one may not know who it is'),
  at: time,
  editedAt: time.nullable(),
  withdrawn: z.boolean(),
  resolved: z.boolean(),
});

export const commentsAnswer = answered({ comments: z.array(commentShape) });

export const commentAsked = z.strictObject({
  on: z.strictObject({ kind: z.enum(['position', 'claim', 'link']), id }),
  replyTo: id.nullable().default(null),
  text: z.string(),
});

export const commentAnswer = answered({ commentId: id });

export const debateAnswer = answered({ debate: debateShape });

export const webhookAsked = z.strictObject({ url: z.string().describe('Where messages are sent, by POST') });

export const webhookAnswer = answered({
  id,
  secret: z.string().describe('What messages are signed with, told this once'),
});

export const webhooksAnswer = answered({
  webhooks: z.array(
    z.object({
      id,
      url: z.string(),
      madeBy: id,
      createdAt: time,
      failures: count.describe('How often in a row it did not take a message'),
      endedAt: time.nullable().describe('When it was given up'),
    }),
  ),
});

export const doneAnswer = answered({});

export const debatesAnswer = answered({
  debates: z.array(
    z.object({
      id,
      title: z.string(),
      motion: z.string(),
      positions: z.array(z.object({ name: z.string(), hue: z.string() })),
      claims: count,
      template: z.boolean(),
      present: count.describe('Connections there now'),
      changedAt: time,
    }),
  ),
});

export const debateMade = answered({ debateId: id });

const previewShape = z.object({
  format: z.enum(FORMAT_NAMES),
  title: z.string(),
  motion: z.string(),
  positions: z.array(z.string()),
  claims: count,
  links: count,
  sources: count,
  comments: count,
  votes: count,
  people: count,
  setAside: z
    .array(
      z.object({
        why: z.enum(SET_ASIDE_REASONS),
        what: z.string(),
        line: z.number().int().min(1).nullable(),
      }),
    )
    .describe('What the debate cannot hold: the first of it'),
  setAsideCount: count,
});

export const previewAnswer = answered({ preview: previewShape });

export const importAnswer = answered({ preview: previewShape, debateId: id });

export const unreadableShape = refusalShape.extend({
  problem: z
    .object({
      problem: z.enum(FORMAT_PROBLEMS),
      line: z.number().int().min(1).nullable(),
      detail: z.string(),
    })
    .optional()
    .describe('Why a file cannot be read, and in which line'),
});

export type VotesAnswer = z.infer<typeof votesAnswer>;
export type CommentsAnswer = z.infer<typeof commentsAnswer>;
export type DebateAnswer = z.infer<typeof debateAnswer>;
