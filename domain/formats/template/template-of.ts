import type { DebateState } from '../../debate/engine/state.ts';
import { isAnonymous } from '../../debate/head/names.ts';
import { positionsInOrder } from '../../debate/map/positions-in-order.ts';
import { isModerating } from '../../debate/participants/participant.ts';
import { reusedPolls } from '../../debate/polls/reused-polls.ts';
import type { Source } from '../../debate/sources/source.ts';
import { phaseTasks } from '../../debate/tasks/phase-tasks.ts';
import { withoutBidiControls } from '../../debate/texts/bidi-controls.ts';
import { isBlank } from '../../debate/texts/blank.ts';
import { NOBODY } from '../../debate/visibility/viewer.ts';
import { TEMPLATE_VERSION } from './template-parts.ts';
import type { Template } from './template-schema.ts';

/**
 * The template of a debate as its exporter sees it. It has no people, votes, answers, claims, comments or questions, and of the sources
 * only those that moderators added, or gave an article in an anonymous debate, and that everyone sees.
 */
export function templateOf(state: DebateState): Template {
  const tasks = phaseTasks(state);
  const { template: _template, ...settings } = state.head?.settings ?? { template: false };
  return {
    format: 'parley-template',
    version: TEMPLATE_VERSION,
    // Names of older debates may have what no name may have today.
    title: withoutBidiControls(state.head?.title ?? ''),
    about: '',
    motion: state.head?.motion ?? '',
    settings,
    positions: positionsInOrder(state)
      .filter(({ removed }) => !removed)
      .map(({ name, hue, summary }) => ({ name: withoutBidiControls(name), hue, summary })),
    // The positions of a debate that starts from it have other ids: there, teams present the next one.
    agenda: (state.agenda?.phases ?? []).map(({ id, presents: _presents, ...phase }) => {
      const own = tasks.filter(({ due }) => 'phaseId' in due && due.phaseId === id);
      return { ...phase, ...(own.length > 0 && { tasks: own.map(({ kind, count }) => ({ kind, count })) }) };
    }),
    polls: reusedPolls(state),
    texts: [...state.sources.values()]
      .filter((source) => isText(state, source) && !state.embargoed.has(source.id) && !isBlank(source.title))
      .map(({ id, title, url, locator }) => ({
        title,
        url,
        locator,
        text: state.articles.get(id)?.text ?? '',
      }))
      .sort(byTitle),
  };
}

/** True if moderators added a source. Where nobody may know who did, true if it has an article, since only moderators enter articles. */
function isText(state: DebateState, { id, author }: Source): boolean {
  if (isAnonymous(state) || author === NOBODY) return !isBlank(state.articles.get(id)?.text ?? '');
  const role = state.participants.get(author)?.role;
  return role !== undefined && isModerating(role);
}

/** Sources have no order of their own: they are in that of their titles, whatever the debate calls them. */
function byTitle(a: Template['texts'][number], b: Template['texts'][number]): number {
  const field = (['title', 'url', 'locator', 'text'] as const).find((one) => a[one] !== b[one]);
  if (field === undefined) return 0;
  return a[field] < b[field] ? -1 : 1;
}
