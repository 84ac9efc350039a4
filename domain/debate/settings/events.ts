import { PersistentMap } from '../../collections/persistent-map.ts';
import { withoutNamingHistories } from '../comments/mentions.ts';
import { fieldsBefore } from '../engine/changed-fields.ts';
import { about, type EffectOf, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import type { EntryFrame } from '../engine/entries.ts';
import type { Operation } from '../engine/operations.ts';
import type { DebateState } from '../engine/state.ts';
import { DEFAULT_SETTINGS } from '../head/head.ts';
import { evolveStatus } from './evolve-status.ts';

/** The meaning of each of these events. */
export const DEBATE_EVENTS: EventDefinitions<
  | 'debate.created'
  | 'debate.edited'
  | 'debate.configured'
  | 'debate.visibilityChanged'
  | 'debate.statusChanged'
  | 'debate.deleted'
  | 'debate.cleared'
  | 'debate.restricted'
> = {
  'debate.created': { evolve: createHead, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.edited': { evolve: editHead, invert: invertEdited, subject: about.nothing, sentAs: 'entry' },
  'debate.configured': { evolve: configure, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.visibilityChanged': {
    evolve: evolveStatus,
    invert: isFinal,
    subject: about.nothing,
    sentAs: 'entry',
  },
  'debate.statusChanged': { evolve: evolveStatus, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.deleted': { evolve: evolveStatus, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.cleared': { evolve: evolveStatus, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'debate.restricted': { evolve: evolveStatus, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
};

function createHead(
  state: DebateState,
  { type, ...rest }: EffectOf<'debate.created'>,
  { at }: EntryFrame,
): DebateState {
  const settings = { ...DEFAULT_SETTINGS, ...rest.settings };
  const plenary = rest.plenary ?? null;
  const status = { status: 'open', deleted: false, statusChangedAt: at, createdAt: at } as const;
  return {
    ...state,
    head: { ...rest, settings, plenary, ...status },
    votes: PersistentMap(),
    ratings: PersistentMap(),
  };
}

function editHead(state: DebateState, { type, ...fields }: EffectOf<'debate.edited'>): DebateState {
  return state.head ? { ...state, head: { ...state.head, ...fields } } : state;
}

function configure(state: DebateState, { type, ...chosen }: EffectOf<'debate.configured'>): DebateState {
  if (state.head === null) return state;
  const known = chosen.names === 'anonymous' ? withoutNamingHistories(state) : state;
  return { ...known, head: { ...state.head, settings: { ...state.head.settings, ...chosen } } };
}

function invertEdited(
  { head }: DebateState,
  { type, ...fields }: EffectOf<'debate.edited'>,
): Operation | null {
  return head && { ...fieldsBefore(head, fields), type: 'debate.edit' };
}
