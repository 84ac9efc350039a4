import { AGENDA_EVENTS } from '../agenda/events.ts';
import { CLAIM_EVENTS } from '../claims/events.ts';
import { COMMENT_EVENTS } from '../comments/events.ts';
import { CONCLUSION_EVENTS } from '../conclusion/events.ts';
import { EDIT_EVENTS } from '../edits/events.ts';
import { GROUP_EVENTS } from '../groups/events.ts';
import { LINEAGE_EVENTS } from '../lineage/events.ts';
import { LINK_EVENTS } from '../links/events.ts';
import { LOCK_EVENTS } from '../locks/events.ts';
import { MEETING_EVENTS } from '../meetings/events.ts';
import { MODERATION_EVENTS } from '../moderation/events.ts';
import { PARTICIPANT_EVENTS } from '../participants/events.ts';
import { POLL_EVENTS } from '../polls/events.ts';
import { POSITION_EVENTS } from '../positions/events.ts';
import { QUESTION_EVENTS } from '../questions/events.ts';
import { DEBATE_EVENTS } from '../settings/events.ts';
import { SOURCE_EVENTS } from '../sources/events.ts';
import { STEELMAN_EVENTS } from '../steelmen/events.ts';
import { SUGGESTION_EVENTS } from '../suggestions/events.ts';
import { TASK_EVENTS } from '../tasks/events.ts';
import { VOTE_EVENTS } from '../votes/events.ts';
import type { EffectOf, EventDefinition, EventDefinitions, EventType, SentAs } from './define-event.ts';
import type { Effect } from './entries.ts';

/** The meaning of each type of effect. One without a definition is a type error. */
const EVENTS: EventDefinitions<EventType> = {
  ...AGENDA_EVENTS,
  ...CLAIM_EVENTS,
  ...COMMENT_EVENTS,
  ...CONCLUSION_EVENTS,
  ...GROUP_EVENTS,
  ...LINEAGE_EVENTS,
  ...LINK_EVENTS,
  ...LOCK_EVENTS,
  ...MEETING_EVENTS,
  ...MODERATION_EVENTS,
  ...PARTICIPANT_EVENTS,
  ...POLL_EVENTS,
  ...POSITION_EVENTS,
  ...QUESTION_EVENTS,
  ...DEBATE_EVENTS,
  ...SOURCE_EVENTS,
  ...STEELMAN_EVENTS,
  ...SUGGESTION_EVENTS,
  ...EDIT_EVENTS,
  ...TASK_EVENTS,
  ...VOTE_EVENTS,
};

/** The types of entries this release knows. */
export const ENTRY_TYPES = Object.keys(EVENTS) as readonly EventType[];

/** True if this release knows a type of entry. */
export function isEntryType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}

export function definitionOf<T extends EventType>({
  type,
}: { readonly type: T } & EffectOf<T>): EventDefinition<T> {
  return EVENTS[type];
}

/** Id of the claim, link, comment, position or source that an effect, or the text in it, is about; null: none. */
export function subjectOf(effect: Effect): string | null {
  return definitionOf(effect).subject(effect);
}

/** How viewers are sent an effect. */
export function sentAs(effect: Effect): SentAs {
  return definitionOf(effect).sentAs;
}
