import { z } from 'zod';
import type { SentReadMarks } from '../unread/sent-read-marks.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{3,40}$/);
/** Server time, in milliseconds. */
const time = z.number().int().min(0).max(9_007_199_254_740_991);
/** Maximum places in one message, so that it fits into one. */
export const READ_MARKS_AT_ONCE = 500;

/**
 * Reports what the participant has read since; an empty message only requests the marks. Times later than the debate are cut to its last
 * entry.
 */
export const readMarksSchema = z.strictObject({
  until: time.optional(),
  left: time.optional(),
  later: z
    .array(z.tuple([id, time]))
    .max(READ_MARKS_AT_ONCE)
    .optional(),
});

export type ReadMarksMessage = z.infer<typeof readMarksSchema>;

/** The participant's read marks after the message. */
export interface ReadMarksAnswer {
  readonly ok: true;
  readonly seen: SentReadMarks;
}
