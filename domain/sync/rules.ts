import { decide } from '../debate/engine/decide.ts';
import { dropStep, rebaseUndoStack, recordStep, recordTyping } from './undo-steps.ts';

/**
 * The code a page loads after its first cards, or with the first operation: what operations will do, and how to undo the user's own.
 * Without it nothing is predicted, and so there is nothing to undo either ([SY23]).
 */
export const RULES = {
  decide,
  recordStep,
  recordTyping,
  rebaseUndoStack,
  dropStep,
};

export type Rules = typeof RULES;
