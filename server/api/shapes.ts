import { z } from 'zod';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { REJECTION_CODES } from '../../domain/debate/engine/rejections.ts';
import { STATUSES, VISIBILITIES } from '../../domain/debate/head/head.ts';
import { ROLES } from '../../domain/debate/participants/participant.ts';
import { ANSWERS } from '../../domain/debate/votes/vote.ts';
import { TABLE_FIELDS } from '../../domain/formats/csv/claim-table.ts';
import { SET_ASIDE_REASONS } from '../../domain/formats/exchanged-debate.ts';
import { FORMAT_PROBLEMS } from '../../domain/formats/format-error.ts';
import { FORMAT_NAMES } from '../../domain/formats/formats.ts';
import { templateSchema } from '../../domain/formats/template/template-schema.ts';
import { clientId, clientSeq } from '../../domain/protocol/client-messages.ts';

/**
 * The requests to `/api/v1` and their answers: these schemas parse the requests, type the answers, and describe both in the OpenAPI
 * document.
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
    limit: z.number().optional().describe('The exceeded limit, in the unit of the code'),
  }),
  where: z.string().optional().describe('For `invalid`: the first invalid field'),
  why: z.string().optional().describe('For `invalid`: what is wrong with it'),
});

const debateShape = z.object({
  id,
  title: z.string(),
  motion: z.string(),
  visibility: z.enum(VISIBILITIES),
  status: z.enum(STATUSES),
  positions: z.array(z.object({ id, name: z.string(), hue: z.string(), summary: z.string() })),
  claims: count.describe('Claims that every reader sees, without retracted and merged ones'),
  comments: count,
  participants: count.nullable().describe('Null in an anonymous debate'),
  own: z
    .object({ participantId: id, role: z.enum(ROLES) })
    .nullable()
    .describe('The caller’s participant; null if not joined'),
});

export const operationRequest = z.strictObject({ clientId, clientSeq, operation: operationSchema });

export const operationAnswer = answered({
  seq: count.describe('Number of the written entry'),
});

export const votesAnswer = answered({
  hidden: z.boolean().describe('True while tallies are hidden by the phase or a secret ballot'),
  tallies: z.array(
    z.object({
      claimId: id,
      agree: count,
      disagree: count,
      pass: count,
      earlier: count.describe('How many were cast on an earlier wording'),
    }),
  ),
  own: z.array(
    z.object({
      claimId: id,
      answer: z.enum(ANSWERS),
      wording: count.describe('Revision of the wording voted on, of the claim that the vote was cast on'),
      castOn: id
        .optional()
        .describe('The claim that the vote was cast on, if it is one that was merged into this one'),
    }),
  ),
});

export const voteAnswer = answered({
  seq: count
    .optional()
    .describe('Number of the written entry; absent if there was nothing to change: the vote is as asked'),
});

export const voteRequest = z.strictObject({
  claimId: id,
  answer: z.enum(ANSWERS).nullable().describe('null withdraws the vote'),
  wording: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Revision of the wording voted on; the current one if omitted'),
});

const commentShape = z.object({
  id,
  on: z.object({ kind: z.enum(['position', 'claim', 'link']), id }),
  replyTo: id.nullable(),
  text: z.string().describe('Empty if it was withdrawn by another person'),
  author: z.object({ id, name: z.string().nullable() }).nullable().describe('null if hidden from the caller'),
  at: time,
  editedAt: time.nullable(),
  withdrawn: z.boolean(),
  hidden: z
    .boolean()
    .describe('True if only its author and moderators see it: hidden, sent back or awaiting approval'),
  resolved: z.boolean(),
});

export const commentsAnswer = answered({ comments: z.array(commentShape) });

export const commentRequest = z.strictObject({
  on: z.strictObject({ kind: z.enum(['position', 'claim', 'link']), id }),
  replyTo: id.nullable().default(null),
  text: z.string(),
});

export const commentAnswer = answered({ commentId: id });

export const debateAnswer = answered({ debate: debateShape });

export const webhookRequest = z.strictObject({ url: z.string().describe('URL that receives POST requests') });

export const webhookActionRequest = z.strictObject({ action: z.literal('resume') });

export const webhookAnswer = answered({
  id,
  secret: z.string().describe('Secret that signs messages; shown only once'),
});

export const webhooksAnswer = answered({
  webhooks: z.array(
    z.object({
      id,
      url: z.string(),
      madeBy: id,
      createdAt: time,
      failures: count.describe('Failed deliveries in a row'),
      endedAt: time.nullable().describe('When delivery was stopped'),
      endReason: z
        .enum(['no_answer', 'gone', 'no_access'])
        .nullable()
        .describe('Why: three days without a 2xx, a 410, or its owner no longer moderates the debate'),
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
      present: count.describe('Current connections'),
      changedAt: time,
    }),
  ),
});

export const createdDebate = answered({ debateId: id });

const tableShape = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())).describe('The first rows, with shortened cells'),
    taken: z
      .partialRecord(z.enum(TABLE_FIELDS), z.string())
      .describe('The column of each field that has one'),
  })
  .describe('For one table of claims: its columns, and what they are read as');

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
    .describe('The first skipped items'),
  setAsideCount: count,
  table: tableShape.optional(),
  template: templateSchema.optional().describe('A template: what a debate started from it has'),
});

export const previewAnswer = answered({ preview: previewShape });

export const importAnswer = answered({ preview: previewShape, debateId: id });

export const unreadableShape = refusalShape.extend({
  problem: z
    .object({
      problem: z.enum(FORMAT_PROBLEMS),
      line: z.number().int().min(1).nullable(),
      detail: z.string(),
      table: tableShape.nullish(),
    })
    .optional()
    .describe('Why a file cannot be read, and in which line'),
});

export type VotesAnswer = z.infer<typeof votesAnswer>;
export type CommentsAnswer = z.infer<typeof commentsAnswer>;
export type DebateAnswer = z.infer<typeof debateAnswer>;
