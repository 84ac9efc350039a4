import { namesNothing, neverLocked, type OperationRules } from '../engine/operation-rule.ts';
import { decidePoll } from './decide-poll.ts';

/** How each of these operations is decided, what it refers to, and which locks block it. */
export const POLL_RULES: OperationRules<'poll.open' | 'poll.setStatus' | 'poll.answer' | 'poll.hideAnswer'> =
  {
    'poll.open': {
      decide: decidePoll,
      refersTo: namesNothing,
      isLocked: neverLocked,
    },
    'poll.setStatus': {
      decide: decidePoll,
      refersTo: namesNothing,
      isLocked: neverLocked,
    },
    'poll.answer': {
      decide: decidePoll,
      refersTo: namesNothing,
      isLocked: neverLocked,
    },
    'poll.hideAnswer': {
      decide: decidePoll,
      refersTo: namesNothing,
      isLocked: neverLocked,
    },
  };
