import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decideAgenda } from './decide-agenda.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const AGENDA_RULES: OperationRules<'agenda.set' | 'agenda.goTo' | 'agenda.setTimer'> = {
  'agenda.set': {
    decide: decideAgenda,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'agenda.goTo': {
    decide: decideAgenda,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'agenda.setTimer': {
    decide: decideAgenda,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
