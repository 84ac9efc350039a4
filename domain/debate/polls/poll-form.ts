/** How a quick poll is answered, unless with one of its options. */
export type PollForm =
  /** With several of its options, at most so many. */
  | { readonly type: 'several'; readonly most: number }
  /** With its options in an order, the best first; some may be left out. */
  | { readonly type: 'ranking' }
  /** With points on its options, at most so many together. */
  | { readonly type: 'points'; readonly budget: number }
  /** With a step between the two ends that its options name. */
  | { readonly type: 'scale'; readonly steps: number }
  /** With a line of text. */
  | { readonly type: 'text' }
  /** With a number. `min`, `max`: the least and the greatest; null: any. */
  | {
      readonly type: 'number';
      readonly unit: string;
      readonly min: number | null;
      readonly max: number | null;
    };

export const POLL_FORMS = ['one', 'several', 'ranking', 'points', 'scale', 'text', 'number'] as const;
export type PollFormType = (typeof POLL_FORMS)[number];

/**
 * An answer to a poll: the option, step or number; the options in order (several), the best first (ranking), or the points of each option;
 * or the text.
 */
export type PollChoice = number | readonly number[] | string;

/** A poll's question as far as its answers depend on it. */
export interface Answerable {
  readonly options: readonly string[];
  readonly form?: PollForm;
}

/** The form of a poll. One without a form is answered with one option. */
export function formTypeOf({ form }: Pick<Answerable, 'form'>): PollFormType {
  return form?.type ?? 'one';
}

/** The least and the greatest number of steps of a scale. */
export const SCALE_STEPS = { min: 3, max: 11 } as const;
