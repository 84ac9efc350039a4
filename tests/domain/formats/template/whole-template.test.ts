import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '#domain/debate/head/head.ts';
import { entriesOfTemplate } from '#domain/formats/template/entries-of-template.ts';
import { checkTemplate } from '#domain/formats/template/read-template.ts';
import { templateOf } from '#domain/formats/template/template-of.ts';
import { aDebate, articleOf, quickPoll, SOURCE, stancePoll } from '../../../support/debate-builder.ts';
import { addTask } from '../../../support/made-tasks.ts';
import { OPEN, setAgenda, VOTING } from '../../../support/phased-debate.ts';

/** A moderated debate with texts of one title, polls of all kinds, and tasks of phases and of times. */
function aPreparedDebate() {
  const text = (key: string, more: object) => ({ ...SOURCE, sourceId: `s-${key}`, title: 'Text', ...more });
  const inVote = { phaseId: 'p-vote' };
  return aDebate()
    .does(
      'olga',
      text('d', { url: 'https://example.org/b', locator: '§ 1' }),
      text('b', { url: '', locator: '§ 2' }),
    )
    .does('mona', text('c', { url: '', locator: '§ 1' }), text('e', { title: 'A first' }))
    .does(
      'olga',
      articleOf('s-b', ['', 'Of two\nlines']),
      setAgenda([OPEN, { ...VOTING, title: 'Vote', minutes: 5 }]),
    )
    .does('olga', addTask('t-1', 'votes', 2, inVote), addTask('t-2', 'claims', 1, inVote), addTask('t-3'))
    .does('olga', quickPoll('p-1', { question: 'First?', secret: true, threshold: 3 }), quickPoll('p-2'))
    .does('olga', stancePoll('p-3', 'before'));
}

test('the template of a debate has its parts in their order, and nothing of its people', () => {
  const { template: _, ...settings } = {
    ...DEFAULT_SETTINGS,
    guests: 'debater',
    wording: 'shared',
    teams: 'chosen',
  };
  const open = { title: '', note: '', minutes: null, kind: 'open_debate', may: OPEN.may, hides: [] };
  const vote = { title: 'Vote', note: '', minutes: 5, kind: 'vote', may: ['vote'], hides: ['tallies'] };
  const options = ['North', 'South', 'Home'];
  expect(templateOf(aPreparedDebate().state)).toEqual({
    ...{
      format: 'parley-template',
      version: 1,
      title: 'A debate',
      about: '',
      motion: 'This house tests',
      settings,
    },
    positions: [
      { name: 'East', hue: 'blue', summary: '' },
      { name: 'West', hue: 'rose', summary: '' },
    ],
    agenda: [
      open,
      {
        ...vote,
        tasks: [
          { kind: 'votes', count: 2 },
          { kind: 'claims', count: 1 },
        ],
      },
    ],
    polls: [
      { question: 'First?', options, secret: true, threshold: 3 },
      { question: 'Where to next?', options, secret: false },
    ],
    texts: [
      { title: 'A first', url: 'https://example.org/a', locator: '§ 4', text: '' },
      { title: 'Text', url: '', locator: '§ 1', text: '' },
      { title: 'Text', url: '', locator: '§ 2', text: 'Of two\nlines' },
      { title: 'Text', url: 'https://example.org/b', locator: '§ 1', text: '' },
    ],
  });
});

test('a debate that starts from it has this log', () => {
  const template = checkTemplate(templateOf(aPreparedDebate().state));
  const entries = entriesOfTemplate(template, { ownerId: 'ivan', visibility: 'unlisted', now: 5 });
  const idOf = (effect: object) =>
    ['taskId', 'pollId', 'positionId', 'sourceId', 'participantId', 'text'].flatMap((key) =>
      key in effect ? String((effect as Record<string, unknown>)[key]) : [],
    )[0];
  expect(entries.map(({ effect }) => [effect.type, idOf(effect)].filter(Boolean).join(' '))).toEqual([
    ...['debate.created', 'participant.joined ivan'],
    ...['position.added p_position1', 'position.added p_position2'],
    ...['agenda.set', 'task.added t_task1', 'task.added t_task2'],
    ...['poll.opened q_poll1', 'poll.opened q_poll2'],
    ...['source.added s_text1', 'source.added s_text2', 'source.added s_text3'],
    ...['article.edited s_text3', 'text.sealed s_text3.article', 'source.added s_text4'],
  ]);
  expect(entries.every(({ at, author }) => at === 5 && author === 'ivan')).toBe(true);
  const [, , , , agenda, task] = entries.map(({ effect }) => effect);
  expect(agenda).toMatchObject({
    phases: [
      { id: 'ph_1', kind: 'open_debate' },
      { id: 'ph_2', title: 'Vote' },
    ],
  });
  expect(task).toMatchObject({ kind: 'votes', count: 2, due: { phaseId: 'ph_2' } });
});
