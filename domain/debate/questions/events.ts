import { about, type EventDefinitions } from '../engine/define-event.ts';
import { evolveQuestion } from './evolve-question.ts';

/** The meaning of each of these events. */
export const QUESTION_EVENTS: EventDefinitions<
  | 'question.asked'
  | 'question.supported'
  | 'question.withdrawn'
  | 'question.merged'
  | 'question.unmerged'
  | 'question.pinned'
  | 'question.answered'
> = {
  'question.asked': {
    evolve: evolveQuestion,
    invert: (_, { questionId }) => ({ type: 'question.withdraw', questionId, withdrawn: true }),
    subject: about.question,
    sentAs: 'entry',
  },
  'question.supported': {
    evolve: evolveQuestion,
    invert: (_, { questionId, supported }) => ({
      type: 'question.support',
      questionId,
      supported: !supported,
    }),
    subject: about.question,
    sentAs: 'rating',
  },
  'question.withdrawn': {
    evolve: evolveQuestion,
    invert: (_, { questionId, withdrawn }) => ({
      type: 'question.withdraw',
      questionId,
      withdrawn: !withdrawn,
    }),
    subject: about.question,
    sentAs: 'entry',
  },
  'question.merged': {
    evolve: evolveQuestion,
    invert: (_, { questionId }) => ({ type: 'question.merge', questionId, into: null }),
    subject: about.question,
    sentAs: 'entry',
  },
  'question.unmerged': {
    evolve: evolveQuestion,
    invert: (_, { questionId, from }) => ({ type: 'question.merge', questionId, into: from }),
    subject: about.question,
    sentAs: 'entry',
  },
  'question.pinned': {
    evolve: evolveQuestion,
    invert: (_, { questionId, pinned }) => ({ type: 'question.pin', questionId, pinned: !pinned }),
    subject: about.question,
    sentAs: 'entry',
  },
  'question.answered': {
    evolve: evolveQuestion,
    invert: (_, { questionId, answered }) => ({ type: 'question.answer', questionId, answered: !answered }),
    subject: about.question,
    sentAs: 'entry',
  },
};
