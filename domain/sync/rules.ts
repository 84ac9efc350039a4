import { decide } from '../debate/engine/decide.ts';
import { dropStep, rebaseUndoStack, recordStep, recordTyping } from './undo-steps.ts';

/**
 * What a page learns after its first cards, or with the first thing that is asked for: what operations will do, and how
 * one's own are taken back. Without it nothing is foretold, and so there is nothing to undo either ([SY23]).
 */
export const RULES = {
  decide,
  noteDeed: recordStep,
  noteTyping: recordTyping,
  carryUndo: rebaseUndoStack,
  dropStep,
};

export type Rules = typeof RULES;
