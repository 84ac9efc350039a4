import { z } from 'zod';
import { LIMITS } from '../engine/limits.ts';
import type { PollChoice, PollForm } from './poll-form.ts';
import { SCALE_STEPS } from './poll-form.ts';

/** A number within a range in which doubles are exact enough for any guess. */
const guess = z.number().min(-1e15).max(1e15);

/** How a quick poll is answered, as sent and stored. */
export const pollFormSchema: z.ZodType<PollForm> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('several'),
    most: z.number().int().min(2).max(LIMITS.pollOptions),
  }),
  z.strictObject({ type: z.literal('ranking') }),
  z.strictObject({
    type: z.literal('points'),
    budget: z.number().int().min(1).max(LIMITS.pollBudget),
  }),
  z.strictObject({
    type: z.literal('scale'),
    steps: z.number().int().min(SCALE_STEPS.min).max(SCALE_STEPS.max),
  }),
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({
    type: z.literal('number'),
    unit: z.string().max(1_000),
    min: guess.nullable(),
    max: guess.nullable(),
  }),
]);

/** An answer to a poll, as sent and stored: an option's index, a step or a number; indexes or points; or a text. */
export const pollChoiceSchema: z.ZodType<PollChoice> = z.union([
  guess,
  z.array(z.number().int().min(0).max(LIMITS.pollBudget)).max(LIMITS.pollOptions).readonly(),
  z.string().max(20_000),
]);

export { guess as pollGuessSchema };
