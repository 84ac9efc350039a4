import { namesNothing, neverLocked, type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked, isChangeLocked } from '../locks/locks.ts';
import { decideApproval } from './decide-approval.ts';
import { decideFlag } from './decide-flag.ts';
import { decideModeration } from './decide-moderation.ts';
import { decideReport } from './decide-report.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const MODERATION_RULES: OperationRules<
  | 'content.hide'
  | 'content.hideAllBy'
  | 'content.restore'
  | 'content.resubmit'
  | 'content.sendBack'
  | 'flag.set'
  | 'flag.clear'
  | 'flag.answer'
  | 'report.make'
  | 'report.withdraw'
  | 'report.settle'
> = {
  'content.hide': {
    decide: decideModeration,
    refersTo: namesNothing,
    moderatorsReferTo: ({ ids }) => ids.map(referTo.content),
    isLocked: neverLocked,
  },
  'content.hideAllBy': {
    decide: decideModeration,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'content.restore': {
    decide: decideModeration,
    refersTo: namesNothing,
    moderatorsReferTo: ({ ids }) => ids.map(referTo.content),
    isLocked: neverLocked,
  },
  'content.resubmit': {
    decide: decideApproval,
    refersTo: ({ ids }) => ids.map(referTo.content),
    isLocked: neverLocked,
  },
  'content.sendBack': {
    decide: decideApproval,
    refersTo: namesNothing,
    moderatorsReferTo: ({ ids }) => ids.map(referTo.content),
    isLocked: neverLocked,
  },
  'flag.set': {
    decide: decideFlag,
    refersTo: namesNothing,
    moderatorsReferTo: ({ on, other }) => [
      referTo.content(on),
      ...(other === null ? [] : [referTo.claim(other)]),
    ],
    isLocked: neverLocked,
  },
  'flag.clear': {
    decide: decideFlag,
    refersTo: namesNothing,
    moderatorsReferTo: ({ on }) => [referTo.content(on)],
    isLocked: neverLocked,
  },
  'flag.answer': {
    decide: decideFlag,
    refersTo: ({ on }) => [referTo.content(on)],
    isLocked: (state, { on }) => {
      const comment = state.comments.get(on);
      return comment ? isAddingLocked(state, comment.on) : isChangeLocked(state, on);
    },
  },
  'report.make': {
    decide: decideReport,
    refersTo: ({ on }) => [referTo.content(on)],
    isLocked: neverLocked,
  },
  'report.withdraw': {
    decide: decideReport,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
  'report.settle': {
    decide: decideReport,
    refersTo: namesNothing,
    isLocked: neverLocked,
  },
};
