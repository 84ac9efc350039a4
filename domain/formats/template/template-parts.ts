import { type DebateState, EMPTY_STATE } from '../../debate/engine/state.ts';
import { DEFAULT_SETTINGS } from '../../debate/head/head.ts';

/** The version of the file that `docs/formats.md` describes. */
export const TEMPLATE_VERSION = 1;

/** The parts of a debate that a template can have, as its moderator chooses. */
export const TEMPLATE_PARTS = ['agenda', 'polls', 'positions', 'motion', 'texts', 'settings'] as const;
export type TemplatePart = (typeof TEMPLATE_PARTS)[number];

/** The parts of a debate that were chosen for its template, and nothing else of it but its title and who may have written them. */
export function withTemplateParts(state: DebateState, parts: readonly TemplatePart[]): DebateState {
  const { head, agenda, tasks, polls, positions, sources, articles, participants, embargoed } = state;
  const has = (part: TemplatePart) => parts.includes(part);
  return {
    ...EMPTY_STATE,
    head: head && {
      ...head,
      motion: has('motion') ? head.motion : '',
      settings: has('settings') ? head.settings : DEFAULT_SETTINGS,
    },
    ...(has('agenda') && { agenda, tasks }),
    ...(has('polls') && { polls }),
    ...(has('positions') && { positions }),
    ...(has('texts') && { sources, articles }),
    participants,
    embargoed,
  };
}
