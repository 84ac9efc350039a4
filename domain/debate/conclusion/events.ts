import { about, type EventDefinitions } from '../engine/define-event.ts';
import { evolveConclusion } from './evolve-conclusion.ts';

/** The meaning of each of these events. */
export const CONCLUSION_EVENTS: EventDefinitions<
  'conclusion.statusChanged' | 'conclusion.signed' | 'conclusion.unsigned'
> = {
  'conclusion.statusChanged': {
    evolve: evolveConclusion,
    invert: (_, { open }) => ({ type: 'conclusion.setStatus', open: !open }),
    subject: about.nothing,
    sentAs: 'entry',
  },
  'conclusion.signed': {
    evolve: evolveConclusion,
    invert: ({ signatures }, { signatureId, positionId, revision, recorded, instead }) => {
      const before = instead === undefined ? undefined : signatures.get(instead);
      // A signature on an earlier version can't be given again: what it was on is no longer there.
      if (before?.revision === revision)
        return { type: 'conclusion.sign', signatureId: before.id, positionId: before.positionId, revision };
      return recorded
        ? { type: 'conclusion.record', signatureId, positionId, revision: null }
        : { type: 'conclusion.unsign' };
    },
    subject: about.nothing,
    sentAs: 'entry',
  },
  'conclusion.unsigned': {
    evolve: evolveConclusion,
    invert: ({ signatures }, { signatureId }) => {
      const before = signatures.get(signatureId);
      if (!before) return null;
      const { positionId, revision, recorded } = before;
      const type = recorded ? 'conclusion.record' : 'conclusion.sign';
      return { type, signatureId, positionId, revision };
    },
    subject: about.nothing,
    sentAs: 'entry',
  },
};
