import { decide } from '../debate/decide.ts';
import { carryUndo, dropStep, noteDeed, noteTyping } from './undo-steps.ts';

/**
 * What a page learns after its first cards, or with the first thing that is asked for: what operations will do, and how
 * one's own are taken back. Without it nothing is foretold, and so there is nothing to undo either ([SY23]).
 */
export const RULES = { decide, noteDeed, noteTyping, carryUndo, dropStep };

export type Rules = typeof RULES;
