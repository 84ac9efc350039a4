import { type OperationRules, referTo } from '../engine/operation-rule.ts';
import { isAddingLocked } from '../locks/locks.ts';
import { decideLink } from './decide-link.ts';
import { decideAnsweredQuestion, decideScheme } from './decide-scheme.ts';
import { decideWeight } from './decide-weight.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const LINK_RULES: OperationRules<
  'link.add' | 'link.retract' | 'link.restore' | 'link.setScheme' | 'link.answerQuestion' | 'link.weigh'
> = {
  'link.add': {
    decide: decideLink,
    refersTo: ({ from, target }) => [referTo.claim(from), referTo.target(target)],
    isLocked: (state, { from, target }) =>
      isAddingLocked(state, { kind: 'claim', id: from }) || isAddingLocked(state, target),
  },
  'link.retract': {
    decide: decideLink,
    refersTo: ({ linkId }) => [referTo.link(linkId)],
    isLocked: (state, { linkId }) => isAddingLocked(state, { kind: 'link', id: linkId }),
  },
  'link.restore': {
    decide: decideLink,
    refersTo: ({ linkId }) => [referTo.link(linkId)],
    isLocked: (state, { linkId }) => isAddingLocked(state, { kind: 'link', id: linkId }),
  },
  'link.setScheme': {
    decide: decideScheme,
    refersTo: ({ linkId }) => [referTo.link(linkId)],
    isLocked: (state, { linkId }) => isAddingLocked(state, { kind: 'link', id: linkId }),
  },
  'link.answerQuestion': {
    decide: decideAnsweredQuestion,
    refersTo: ({ linkId }) => [referTo.link(linkId)],
    isLocked: (state, { linkId }) => isAddingLocked(state, { kind: 'link', id: linkId }),
  },
  'link.weigh': {
    decide: decideWeight,
    refersTo: ({ linkId }) => [referTo.link(linkId)],
    isLocked: (state, { linkId }) => isAddingLocked(state, { kind: 'link', id: linkId }),
  },
};
