import { namesNothing, neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { decideFloor } from './decide-floor.ts';
import { decideMeeting } from './decide-meeting.ts';
import { decideSpotlight } from './decide-spotlight.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const MEETING_RULES: OperationRules<
  | 'meeting.setStatus'
  | 'hand.raise'
  | 'hand.lower'
  | 'floor.give'
  | 'floor.order'
  | 'floor.invite'
  | 'floor.uninvite'
  | 'spotlight.set'
> = {
  'meeting.setStatus': {
    decide: decideMeeting,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'hand.raise': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'hand.lower': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'floor.give': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'floor.order': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'floor.invite': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'floor.uninvite': {
    decide: decideFloor,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'spotlight.set': {
    decide: decideSpotlight,
    refersTo: ({ on }, { questions }) =>
      on === null ? [] : [questions.has(on) ? referTo.question(on) : referTo.claim(on)],
    isLocked: neverLocked,
  },
};
