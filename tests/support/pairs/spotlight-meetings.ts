import type { Meeting } from './meeting-conditions.ts';
import { outcomeAlone } from './pair-outcome.ts';

/** How two operations meet that clear the spotlight. */
export const SPOTLIGHT_MEETINGS: Readonly<Record<string, Meeting>> = {
  'what is in the spotlight': (first, later, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || first.operation.type !== 'spotlight.set') return false;
    const both = outcomeAlone(withFirst, later);
    return withFirst.spotlight !== null && typeof both !== 'string' && both.spotlight === null;
  },
  'off what is in it no longer': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'spotlight.set') return false;
    return (
      operation.on === null && operation.from !== undefined && withFirst.spotlight?.on !== operation.from
    );
  },
  'a spotlight that is already off': (first, { operation }, state) => {
    const withFirst = outcomeAlone(state, first);
    if (typeof withFirst === 'string' || operation.type !== 'spotlight.set') return false;
    return operation.on === null && withFirst.spotlight === null;
  },
};
