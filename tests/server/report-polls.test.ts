import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeReport } from '../../server/rendering/report/write-report.ts';
import { NeededCharacters } from '../../server/rendering/typeset/needed-characters.ts';
import { PEOPLE } from '../support/any-debate.ts';
import { aDebate, closePoll } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { addVoters } from '../support/made-people.ts';
import { formPoll, numberPoll, textPoll } from '../support/polls.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (text: string) => text.replace(/\s+/g, '');

test('a report says what polls came to in each form', async () => {
  const debate = aDebate().does(
    'olga',
    formPoll('p-r', { type: 'ranking' }, { question: 'What first?' }),
    numberPoll('p-n', { question: 'How far?', form: { type: 'number', unit: 'km', min: null, max: null } }),
    formPoll('p-s', { type: 'scale', steps: 5 }, { question: 'How sure?', options: ['Not', 'Very'] }),
    textPoll('p-t', { question: 'In a word?' }),
  );
  const given = {
    'p-r': [
      [0, 1],
      [1, 0],
      [1, 2],
    ],
    'p-n': [3, 4, 8],
    'p-s': [4, 4, 3],
    'p-t': ['Sun', 'sun', 'Snow'],
  };
  for (const [pollId, choices] of Object.entries(given))
    for (const [at, choice] of choices.entries())
      debate.does(PEOPLE[at] ?? '', { type: 'poll.answer', pollId, choice });
  debate.does('olga', closePoll('p-r'), { type: 'poll.setStatus', pollId: 'p-n', open: false, right: 5 });
  const names = new Map(PEOPLE.map((id) => [id, `Called ${id}`]));
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names, kept: [] })),
  );
  const text = plain(pages.join(' '));
  const [, option = ''] = debate.state.polls.get('p-r')?.options ?? [];
  for (const words of [
    `Instant run-off, after 1 round: ${option}.`,
    'Correct answer: 5 km. Median: 4 km. Middle half: 3.5 to 6 km.',
    'Mean 4.7, median 5.',
    'Sun 2 · 67%',
  ])
    expect(text).toContain(plain(words));
});

test('a report has long options, answers, questions and names whole', async () => {
  const option = 'Plant many more trees and hedges along every street of the town';
  const answer = 'It is warm and sunny and dry in most of the north';
  const question = `Which of these ${'many and various and long '.repeat(3)}plans do we follow?`;
  const debate = aDebate().does(
    'olga',
    formPoll('p-o', { type: 'several', most: 2 }, { question, options: [option, 'Nothing'] }),
    textPoll('p-w', { question: 'In a word?' }),
  );
  debate
    .does('dana', { type: 'poll.answer', pollId: 'p-o', choice: [0] })
    .does('dana', { type: 'poll.answer', pollId: 'p-w', choice: answer })
    .does('olga', closePoll('p-o'), closePoll('p-w'));
  const name = 'Dana of the wide and windy northern plains and their hills';
  const names = new Map(PEOPLE.map((id) => [id, id === 'dana' ? name : `Called ${id}`]));
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names, kept: [] })),
  );
  const text = plain(pages.join(' '));
  expect(text).toContain(plain(`${option} 1 · 100%`));
  expect(text).toContain(plain(`${answer} 1 · 100%`));
  // In its own heading, and in the timeline.
  expect(text.split(plain(question)).length - 1).toBe(2);
  expect(text).toContain(plain(`${name} debater`));
});

test('a list of texts that is cut says how many more there are', async () => {
  const debate = aDebate().does('olga', textPoll('p-w', { question: 'In a word?' }));
  for (const [at, id] of addVoters(debate, 24).entries())
    debate.does(id, { type: 'poll.answer', pollId: 'p-w', choice: `word${String.fromCharCode(97 + at)}` });
  debate.does('olga', closePoll('p-w'));
  const { pages } = await readPdf(
    await drawn(writeReport({ state: debate.projection('dana'), names: new Map(), kept: [] })),
  );
  const text = plain(pages.join(' '));
  expect(text.match(/word[a-x]1·4%/g)).toHaveLength(20);
  expect(text).toContain(plain('and 4 more answers'));
});

test('a report can set every sign that its own words use', async () => {
  const sources = ['server/rendering/report/report-words.ts', 'domain/debate/polls/result-rows.ts'];
  const words = await Promise.all(
    sources.map((path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')),
  );
  const known = new NeededCharacters().in('body');
  const missing = [...words.join('').replace(/\n/g, '')].filter(
    (sign) => !known.has(sign.codePointAt(0) ?? 0),
  );
  expect([...new Set(missing)]).toEqual([]);
});
