import { describe, expect, test } from 'vitest';
import { PersistentMap } from '#domain/collections/persistent-map.ts';
import { SYSTEM } from '#domain/debate/engine/entries.ts';
import { evolveAll } from '#domain/debate/engine/evolve.ts';
import { LIMITS } from '#domain/debate/engine/limits.ts';
import { projectState } from '#domain/debate/engine/project.ts';
import { type DebateState, EMPTY_STATE } from '#domain/debate/engine/state.ts';
import { DEFAULT_SETTINGS } from '#domain/debate/head/head.ts';
import type { Position } from '#domain/debate/positions/position.ts';
import { debateForExport } from '#domain/formats/exports/debate-for-export.ts';
import { FormatError } from '#domain/formats/format-error.ts';
import { formatOf, readFormat } from '#domain/formats/formats.ts';
import { entriesOfTemplate } from '#domain/formats/template/entries-of-template.ts';
import { DEBATE_FORMATS, templateOfFormat } from '#domain/formats/template/library.ts';
import { plannedMinutes, plannedTime } from '#domain/formats/template/planned-minutes.ts';
import { checkTemplate, readTemplate } from '#domain/formats/template/read-template.ts';
import { templateOf } from '#domain/formats/template/template-of.ts';
import { TEMPLATE_PARTS, withTemplateParts } from '#domain/formats/template/template-parts.ts';
import type { Template } from '#domain/formats/template/template-schema.ts';
import { anyDebate } from '../../support/any-debate.ts';
import {
  aDebate,
  articleOf,
  DebateBuilder,
  quickPoll,
  SOURCE,
  stancePoll,
} from '../../support/debate-builder.ts';
import { bytesOf, written } from '../../support/exchanged.ts';
import { addTask } from '../../support/made-tasks.ts';
import { OPEN, POLLING, setAgenda, turnTo, VOTING, WRITING } from '../../support/phased-debate.ts';

const OWNER = { ownerId: 'olga', visibility: 'private', now: 1_000 } as const;
const PHASE = { kind: 'open_debate', title: '', note: '', minutes: 5, may: ['add'], hides: [] } as const;
const TASK = { kind: 'claims', count: 2 } as const;
const LEAST = { format: 'parley-template', version: 1, title: 'A template' } as const;

/** A debate started from a template, as its owner finds it. */
function started(template: Template): DebateBuilder {
  const builder = new DebateBuilder();
  builder.state = evolveAll(EMPTY_STATE, entriesOfTemplate(template, OWNER));
  return builder;
}

/** Why a file with this content is refused. */
async function refusalOf(content: object): Promise<string> {
  const read = await readFormat('template', bytesOf(JSON.stringify({ ...LEAST, ...content }))).catch(
    (error: unknown) => error,
  );
  return read instanceof FormatError ? `${read.problem}: ${read.detail}` : 'read';
}

describe('[TM1] a template has the shape of a debate', () => {
  const debate = new DebateBuilder()
    .does(
      SYSTEM,
      {
        type: 'debate.create',
        title: 'Streets',
        motion: 'Cars leave the town',
        visibility: 'private',
        settings: { names: 'pseudonyms', pace: 4, template: true },
        ownerId: 'olga',
      },
      { type: 'position.add', positionId: 'east', name: 'Yes', hue: 'blue', summary: 'For quiet' },
      { type: 'position.add', positionId: 'west', name: 'No', hue: 'ochre', summary: '' },
    )
    .does(SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'debater' })
    .does('olga', SOURCE, articleOf('s-a', ['', 'What the town counted']))
    .does('dana', { ...SOURCE, sourceId: 's-d', title: 'A pamphlet of Dana’s' })
    .does('dana', {
      type: 'claim.add',
      claimId: 'c-1',
      linkId: 'l-1',
      target: { kind: 'position', id: 'east' },
      relation: 'support',
      positionId: 'east',
      text: 'Dana’s secret thought',
    })
    .does('dana', { type: 'question.ask', questionId: 'u-1', text: 'What would it cost Dana?' })
    .does('olga', quickPoll('q_1'), setAgenda([POLLING, WRITING, OPEN, VOTING]), turnTo('p-write'))
    .does('dana', { type: 'poll.answer', pollId: 'q_1', choice: 1 })
    .does('olga', { ...SOURCE, sourceId: 's-h', title: 'Hidden until the reveal' });
  const seen = projectState(debate.state, 'moderators', 'olga');
  const template = templateOf(seen);

  test('agenda, polls, positions, texts and settings, without ids, people and what people did', () => {
    expect(template).toMatchObject({
      title: 'Streets',
      motion: 'Cars leave the town',
      settings: { names: 'pseudonyms', pace: 4 },
      positions: [
        { name: 'Yes', hue: 'blue', summary: 'For quiet' },
        { name: 'No', hue: 'ochre', summary: '' },
      ],
      polls: [{ question: 'Where to next?', options: expect.any(Array) }],
      texts: [{ title: 'A source', text: 'What the town counted' }],
    });
    expect(template.agenda.map(({ kind }) => kind)).toEqual([
      'opening_poll',
      'silent_writing',
      'open_debate',
      'vote',
    ]);
    const file = JSON.stringify(template);
    expect(file).not.toMatch(/Dana|dana|olga|thought|pamphlet|Hidden until|p-write|template":/);
  });

  test.each(TEMPLATE_PARTS)('%s only if it was chosen', (part) => {
    const empty = templateOf(withTemplateParts(seen, []));
    const chosen = templateOf(withTemplateParts(seen, [part]));
    const changed = Object.keys(chosen).filter(
      (key) => JSON.stringify(chosen[key as keyof Template]) !== JSON.stringify(empty[key as keyof Template]),
    );
    expect(changed).toEqual([part]);
  });

  test('the texts that have an article, where nobody knows who added them', () => {
    const anonymous = debate
      .copy()
      .does('olga', { type: 'debate.configure', names: 'anonymous' }, turnTo(OPEN.id, 'p-write'))
      .does('olga', { ...SOURCE, sourceId: 's-l', title: 'A link' });
    const titlesOf = (state: DebateState) => templateOf(state).texts.map(({ title }) => title);
    for (const parts of [TEMPLATE_PARTS, ['texts'] as const]) {
      const view = withTemplateParts(projectState(anonymous.state, 'moderators', null), parts);
      const file = debateForExport(view, { branch: null, people: 'names', called: new Map() }, []);
      expect(titlesOf(file.state)).toEqual(['A source']);
    }
    expect(titlesOf(projectState(anonymous.state, 'moderators', 'olga'))).toEqual(['A source']);
  });

  test('an erased or demoted moderator’s texts stay out', () => {
    const demoted = new DebateBuilder();
    demoted.state = { ...debate.state, participants: debate.state.participants.delete('olga') };
    expect(templateOf(demoted.state).texts).toEqual([]);
  });
});

describe('[TM2] a template file is whole and fit for a debate, or refused with the place', () => {
  test.each<[object, string]>([
    [{}, 'read'],
    [{ version: 2 }, 'newer_version: '],
    [{ votes: [] }, 'bad_record: the file: Unrecognized key: "votes"'],
    [{ title: ' ' }, 'over_limit: title, motion: empty'],
    [{ title: 7 }, 'bad_record: title: Invalid input: expected string, received number'],
    [{ motion: 'x'.repeat(301) }, 'over_limit: title, motion: more than 300 characters'],
    [{ about: 'x'.repeat(501) }, 'over_limit: about: more than 500 characters'],
    [{ settings: { reasons: ['x'.repeat(61)] } }, 'over_limit: settings.reasons[0]: more than 60 characters'],
    [{ settings: { template: true } }, 'bad_record: settings: Unrecognized key: "template"'],
    [
      { positions: [{ name: '\u202eevil', hue: 'blue', summary: '' }] },
      'over_limit: positions[0]: control characters, or characters that change the text direction',
    ],
    [{ agenda: [{ ...PHASE, note: 'x'.repeat(201) }] }, 'over_limit: agenda: more than 200 characters'],
    [
      {
        agenda: [
          { ...PHASE, tasks: Array.from({ length: 20 }, () => TASK) },
          { ...PHASE, tasks: [TASK] },
        ],
      },
      'over_limit: agenda[1].tasks: more than 20 tasks',
    ],
    [
      { agenda: [{ ...PHASE, minutes: 0 }] },
      'bad_record: agenda[0].minutes: Too small: expected number to be >=1',
    ],
    [
      { polls: [{ question: 'Why?', options: ['a'], secret: true }] },
      'over_limit: polls[0]: fewer than 2 options',
    ],
    [{ texts: [{ title: 'a', url: 'javascript:alert(1)' }] }, 'over_limit: texts[0]: not a web address'],
    [
      { texts: [{ title: 'a', text: 'x'.repeat(LIMITS.articleCharacters + 1) }] },
      'over_limit: texts[0]: more than 200000 characters',
    ],
    [
      { texts: Array.from({ length: 6 }, () => ({ title: 'a', text: 'x'.repeat(190_000) })) },
      'over_limit: texts[5]: more than 1000000 characters in all texts',
    ],
  ])('%j', async (content, refusal) => {
    expect(await refusalOf(content)).toBe(refusal);
  });

  test('it is known by its content, whatever its name', () => {
    const bytes = bytesOf(JSON.stringify({ about: '', ...LEAST }));
    expect(formatOf('a.csv', bytes)).toBe('template');
  });
});

describe('[TM3] a debate started from a template', () => {
  const { state } = started(
    checkTemplate({
      ...LEAST,
      settings: { teams: 'chosen', names: 'anonymous' },
      positions: [{ name: 'Yes', hue: 'blue', summary: '' }],
      agenda: [PHASE, { ...PHASE, tasks: [TASK] }],
      polls: [{ question: 'Why?', options: ['a', 'b'], secret: true, threshold: 3 }],
      texts: [{ title: 'To read', text: 'Words\nand words' }],
    }),
  );

  test('has its parts; no phase runs, and its polls wait until a moderator opens them', () => {
    expect(state.head).toMatchObject({
      title: 'A template',
      motion: 'A template',
      visibility: 'private',
      settings: { teams: 'chosen', names: 'anonymous', template: false },
    });
    expect(state.agenda).toMatchObject({ phases: [{ ...PHASE, id: 'ph_1' }, {}], at: null });
    expect([...state.tasks.values()]).toMatchObject([{ ...TASK, due: { phaseId: 'ph_2' } }]);
    expect([...state.polls.values()]).toMatchObject([
      { question: 'Why?', secret: true, threshold: 3, open: false, prepared: true },
    ]);
    expect([...state.articles.values()]).toMatchObject([{ text: 'Words\nand words' }]);
    expect([...state.participants.values()]).toMatchObject([{ id: 'olga', role: 'owner' }]);
  });

  test('[TM4] gives the same template again', () => {
    const again = templateOf(projectState(state, 'moderators', 'olga'));
    expect(started(again).state).toEqual(state);
    const bytes = written('template', { state, names: new Map(), kept: [] });
    expect(readTemplate(bytes).template).toEqual(again);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  '[TM4] a template of a debate in which anything happened starts another one that gives the same (%i)',
  (seed) => {
    const template = templateOf(projectState(anyDebate(seed).state, 'moderators', 'olga'));
    expect(templateOf(started(checkTemplate(template)).state)).toEqual(template);
  },
);

test('[TM4] a debate with names that no name may be today gives a template that is read', () => {
  const { state } = aDebate();
  const east = state.positions.get('east') ?? expect.fail('no position');
  const turned = '\u202eStreets';
  const older = {
    ...state,
    head: state.head && { ...state.head, title: turned },
    positions: state.positions.set('east', { ...east, name: turned }),
  };
  const read = checkTemplate(templateOf(older));
  expect([read.title, read.positions.map(({ name }) => name)]).toEqual([
    'Streets',
    expect.arrayContaining(['Streets']),
  ]);
});

test('[TM1] positions with the same order are in that of their ids, as on the board', () => {
  const { state } = aDebate();
  const [one] = [...state.positions.values()];
  const ids = ['north', 'east', 'south', 'west', 'up', 'down', 'in', 'out'];
  const positions = PersistentMap(ids.map((id) => [id, { ...one, id, name: id } as Position]));
  expect(templateOf({ ...state, positions }).positions.map(({ name }) => name)).toEqual(ids.sort());
});

describe.each(DEBATE_FORMATS)('[TM5] the debate format %s', (name) => {
  const template = templateOfFormat(name);

  test('starts a debate whose agenda is run from beginning to end', () => {
    const debate = started(template);
    const phases = debate.state.agenda?.phases ?? [];
    expect(phases.length).toBeGreaterThan(4);
    expect(debate.state.positions.size).toBeGreaterThan(1);
    let from: string | null = null;
    for (const { id, kind } of phases) {
      debate.does('olga', turnTo(id, from));
      expect(debate.state.agenda?.at).toBe(id);
      // A closing poll opens only if there was an opening poll.
      if (kind === 'opening_poll' || kind === 'closing_poll')
        expect(debate.state.polls.some((poll) => poll.open && poll.kind !== 'quick')).toBe(true);
      from = id;
    }
    debate.does('olga', turnTo(null, from));
    for (const { id, kind } of debate.state.polls.values())
      if (kind === 'quick') debate.does('olga', { type: 'poll.setStatus', pollId: id, open: true });
  });

  test('says what it is good for, sets a time for each phase, and leaves the motion open', () => {
    expect(template.about.length).toBeGreaterThan(50);
    expect(template.motion).toBe('');
    expect(template.agenda.every(({ title, note, minutes }) => title && note && minutes)).toBe(true);
    expect(plannedMinutes(template.agenda)).toBeGreaterThanOrEqual(60);
  });
});

test('the planned time of phases says how many of them have one', () => {
  const phases = (...minutes: (number | null)[]) => minutes.map((each) => ({ minutes: each }));
  expect(plannedTime(phases(10, 5))).toEqual({ minutes: 15, planned: 'all' });
  expect(plannedTime(phases(10, null))).toEqual({ minutes: 10, planned: 'some' });
  for (const open of [phases(null, null), phases()])
    expect(plannedTime(open)).toEqual({ minutes: 0, planned: 'none' });
});

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
    format: 'parley-template',
    version: 1,
    title: 'A debate',
    about: '',
    motion: 'This house tests',
    settings,
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

test('a debate that starts from a template has this log', () => {
  const template = checkTemplate(templateOf(aPreparedDebate().state));
  const entries = entriesOfTemplate(template, { ownerId: 'ivan', visibility: 'unlisted', now: 5 });
  const idOf = (effect: object) =>
    ['taskId', 'pollId', 'positionId', 'sourceId', 'participantId', 'text'].flatMap((key) =>
      key in effect ? String((effect as Record<string, unknown>)[key]) : [],
    )[0];
  expect(entries.map(({ effect }) => [effect.type, idOf(effect)].filter(Boolean).join(' '))).toEqual([
    'debate.created',
    'participant.joined ivan',
    'position.added p_position1',
    'position.added p_position2',
    'agenda.set',
    'task.added t_task1',
    'task.added t_task2',
    'poll.opened q_poll1',
    'poll.opened q_poll2',
    'source.added s_text1',
    'source.added s_text2',
    'source.added s_text3',
    'article.edited s_text3',
    'text.sealed s_text3.article',
    'source.added s_text4',
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
