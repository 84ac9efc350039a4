import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { placeCrossLink } from '../map/placement.ts';
import { ownRating, rate } from '../votes/ratings.ts';

/** The meaning of each of these events. */
export const LINK_EVENTS: EventDefinitions<
  'link.added' | 'link.retracted' | 'link.restored' | 'link.weighed'
> = {
  'link.added': {
    evolve: addLink,
    invert: (_, { linkId }) => ({ type: 'link.retract', linkId }),
    subject: about.link,
    sentAs: 'entry',
  },
  'link.retracted': {
    evolve: (state, { linkId }) => setRetracted(state, linkId, true),
    invert: (_, { linkId }) => ({ type: 'link.restore', linkId }),
    subject: about.link,
    sentAs: 'entry',
  },
  'link.restored': {
    evolve: (state, { linkId }) => setRetracted(state, linkId, false),
    invert: (_, { linkId }) => ({ type: 'link.retract', linkId }),
    subject: about.link,
    sentAs: 'entry',
  },
  'link.weighed': {
    evolve: (state, { linkId, weight }, entry) => rate(state, linkId, entry, weight),
    invert: invertWeight,
    subject: about.link,
    sentAs: 'rating',
  },
};

function addLink(
  state: DebateState,
  { linkId: id, from, target, relation }: EffectOf<'link.added'>,
  { author, at }: EntryFrame,
): DebateState {
  const link = { id, from, target, relation, parent: false, order: '', author, at, retracted: false };
  return placeCrossLink(state, link);
}

function setRetracted(state: DebateState, linkId: string, retracted: boolean): DebateState {
  const link = state.links.get(linkId);
  return link ? { ...state, links: state.links.set(linkId, { ...link, retracted }) } : state;
}

function invertWeight(
  before: DebateState,
  { linkId }: EffectOf<'link.weighed'>,
  actor: string,
): Operation | null {
  const link = before.links.get(linkId);
  return link ? { type: 'link.weigh', linkId, weight: ownRating(before, link, actor) ?? null } : null;
}
