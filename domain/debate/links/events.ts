import { about, type EffectOf, type EventDefinitions } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import type { Link } from '../map/link.ts';
import { placeCrossLink } from '../map/placement.ts';
import { ownRating, rate } from '../votes/ratings.ts';

/** The meaning of each of these events. */
export const LINK_EVENTS: EventDefinitions<
  | 'link.added'
  | 'link.retracted'
  | 'link.restored'
  | 'link.schemeSet'
  | 'link.questionAnswered'
  | 'link.weighed'
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
  'link.schemeSet': {
    evolve: setScheme,
    invert: invertScheme,
    subject: about.link,
    sentAs: 'entry',
  },
  'link.questionAnswered': {
    evolve: answerQuestion,
    invert: (_, { type: __, ...effect }) => ({
      ...effect,
      type: 'link.answerQuestion',
      answered: !effect.answered,
    }),
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

/** Questions belong to a scheme: another one starts with the answers that came with it. */
function setScheme(
  state: DebateState,
  { linkId, scheme, answeredQuestions = [] }: EffectOf<'link.schemeSet'>,
): DebateState {
  const before = state.links.get(linkId);
  if (!before) return state;
  const { scheme: _, answeredQuestions: __, ...link } = before;
  const kind = scheme === null ? {} : { scheme };
  return { ...state, links: state.links.set(linkId, withAnswered({ ...link, ...kind }, answeredQuestions)) };
}

function invertScheme(before: DebateState, { linkId }: EffectOf<'link.schemeSet'>): Operation | null {
  const link = before.links.get(linkId);
  if (!link) return null;
  const { scheme = null, answeredQuestions } = link;
  return { type: 'link.setScheme', linkId, scheme, ...(answeredQuestions && { answeredQuestions }) };
}

function answerQuestion(
  state: DebateState,
  { linkId, scheme, question, answered }: EffectOf<'link.questionAnswered'>,
): DebateState {
  const before = state.links.get(linkId);
  if (before?.scheme !== scheme) return state;
  const { answeredQuestions = [], ...link } = before;
  const others = answeredQuestions.filter((one) => one !== question);
  const now = answered ? [...others, question].sort((a, b) => a - b) : others;
  return { ...state, links: state.links.set(linkId, withAnswered(link, now)) };
}

/** No list where it would be empty: equal states have equal snapshots. */
function withAnswered(link: Link, answeredQuestions: readonly number[]): Link {
  return answeredQuestions.length > 0 ? { ...link, answeredQuestions } : link;
}

function invertWeight(
  before: DebateState,
  { linkId }: EffectOf<'link.weighed'>,
  actor: string,
): Operation | null {
  const link = before.links.get(linkId);
  return link ? { type: 'link.weigh', linkId, weight: ownRating(before, link, actor) ?? null } : null;
}
