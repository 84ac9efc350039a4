import { about, type EventDefinitions, isFinal } from '../engine/define-event.ts';
import { evolveAgenda } from './evolve-agenda.ts';

/** The meaning of each of these events. */
export const AGENDA_EVENTS: EventDefinitions<'agenda.set' | 'agenda.phaseChanged' | 'agenda.timerChanged'> = {
  'agenda.set': { evolve: evolveAgenda, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'agenda.phaseChanged': { evolve: evolveAgenda, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
  'agenda.timerChanged': { evolve: evolveAgenda, invert: isFinal, subject: about.nothing, sentAs: 'entry' },
};
