import { neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { decideQuestion } from './decide-question.ts';
import type { QUESTION_OPERATIONS } from './operations.ts';

const rule = {
  decide: decideQuestion,
  refersTo: ({ questionId }: { readonly questionId: string }) => [referTo.question(questionId)],
  isLocked: neverLocked,
};

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const QUESTION_RULES: OperationRules<keyof typeof QUESTION_OPERATIONS> = {
  'question.ask': { ...rule, refersTo: () => [] },
  'question.support': rule,
  'question.withdraw': rule,
  'question.merge': {
    ...rule,
    refersTo: ({ questionId, into }) => [
      referTo.question(questionId),
      ...(into === null ? [] : [referTo.question(into)]),
    ],
  },
  'question.pin': rule,
  'question.answer': rule,
};
