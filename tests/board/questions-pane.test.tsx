// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { wordsInForms } from '../../app/_board/core/store/form-drafts.ts';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { TransportListener } from '../../app/_board/core/transport/transport.ts';
import { QuestionsChip } from '../../app/_board/features/questions/questions-chip.tsx';
import QuestionsPane from '../../app/_board/features/questions/questions-pane.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { aDebate, type DebateBuilder, hide } from '../support/debate-builder.ts';
import { ask, markAnswered, mergeQuestion, pin, support } from '../support/made-questions.ts';
import { setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** The words of the open questions, from the top. */
const listed = () =>
  within(screen.getByRole('list', { name: 'Open questions' }))
    .getAllByRole('listitem')
    .filter((item) => item.dataset.question !== undefined)
    .map((item) => item.querySelector('p[dir]')?.textContent);
/** With a later question of Emil's. */
function withAnother(): DebateBuilder {
  const debate = aDebate();
  debate.now += 1_000;
  return debate.does('emil', ask('u-n', 'What of the rain?'));
}
const button = (name: RegExp) => screen.getByRole('button', { name });
const open = (debate: DebateBuilder, who: string | null) => show(debate, who, <QuestionsPane />);

test('a question is asked, stands on the list at once, and its field is empty again', async () => {
  const { asked } = open(aDebate(), 'emil');
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox', { name: 'Your question' }), '  What of the rain?  ');
  await user.click(button(/^Ask$/));
  expect(asked()).toMatchObject([{ type: 'question.ask', text: 'What of the rain?' }]);
  expect(listed()).toEqual(['Who pays?', 'What of the rain?']);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
});

test('a question that is not sent yet is among the unsent texts of its debate', async () => {
  const { store } = open(aDebate(), 'emil');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your question' }), 'What of snow?');
  expect(wordsInForms(store.state())).toEqual(['What of snow?']);
  expect(wordsInForms({ ...store.state(), debateId: 'another' })).toEqual([]);
});

test('support is counted and pressed at once, withdrawn by the same button, and moves a question up', async () => {
  const { asked } = open(withAnother(), 'susi');
  const user = userEvent.setup();
  await user.click(button(/^Support “What of the rain\?”, nobody yet/));
  expect(listed()).toEqual(['What of the rain?', 'Who pays?']);
  const pressed = button(/^Support “What of the rain\?”, 1 person/);
  expect(pressed.getAttribute('aria-pressed')).toBe('true');
  await user.click(pressed);
  expect(listed()).toEqual(['Who pays?', 'What of the rain?']);
  expect(asked()).toMatchObject([{ supported: true }, { supported: false }]);
});

test('a moderator puts a question on the stage, pins it, marks it answered and merges it', async () => {
  const { asked } = open(withAnother(), 'mona');
  const user = userEvent.setup();
  await user.click(button(/^Put on stage: What of/));
  await user.click(button(/^Pin: What of/));
  expect(listed()).toEqual(['What of the rain?', 'Who pays?']);
  const choice = screen.getByRole('combobox', { name: /^Merge “Who pays\?”/ });
  await user.click(choice);
  await user.selectOptions(choice, 'What of the rain?');
  expect(asked()).toHaveLength(2);
  await user.click(button(/^Merge: Who pays/));
  expect(listed()).toEqual(['What of the rain?']);
  await user.click(button(/^Mark as answered: What of/));
  expect(screen.getByText('1 answered question')).toBeTruthy();
  expect(asked()).toEqual([
    { type: 'spotlight.set', on: 'u-n', call: false },
    pin('u-n'),
    mergeQuestion('u-q', 'u-n'),
    markAnswered('u-n'),
  ]);
});

test('[SP1] taking a question off the stage takes nothing else off', async () => {
  const debate = aDebate().does('olga', { type: 'spotlight.set', on: 'u-q', call: false });
  const { asked } = open(debate, 'mona');
  await userEvent.click(button(/^Take off stage: Who pays/));
  expect(asked()).toEqual([{ type: 'spotlight.set', on: null, call: false, from: 'u-q' }]);
});

describe('an act that takes a question from the list is announced, and gives its focus to the list', () => {
  const press = async (name: RegExp) => {
    await userEvent.click(button(name));
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'Open questions' }));
    return document.querySelector('[data-message]')?.textContent;
  };

  test.each([
    ['mona', /^Mark as answered: Who pays/, 'Question marked as answered.'],
    ['dana', /^Withdraw: Who pays/, 'Question withdrawn.'],
  ])('as one button does: %s', async (who, name, said) => {
    open(withAnother(), who);
    expect(await press(name)).toContain(said);
  });

  test('as merging does', async () => {
    open(withAnother(), 'mona');
    const choice = screen.getByRole('combobox', { name: /^Merge “Who pays\?”/ });
    await userEvent.click(choice);
    await userEvent.selectOptions(choice, 'What of the rain?');
    expect(await press(/^Merge: Who pays/)).toContain('Questions merged.');
  });
});

test('nothing is merged while no question is chosen', async () => {
  const { asked } = open(withAnother(), 'mona');
  const merge = button(/^Merge: Who pays/);
  expect(merge.getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(merge);
  expect(asked()).toEqual([]);
});

test('the questions to merge with are listed once a choice is opened, by keys or pointer', async () => {
  const debate = aDebate();
  for (const id of ['u-1', 'u-2', 'u-3']) debate.does('emil', ask(id, `Why ${id}?`));
  open(debate, 'mona');
  const user = userEvent.setup();
  const [first, second] = screen.getAllByRole<HTMLSelectElement>('combobox');
  const listedIn = (choice?: HTMLSelectElement) => choice?.options.length;
  expect([first, second].map(listedIn)).toEqual([1, 1]);
  act(() => first?.focus());
  expect([first, second].map(listedIn)).toEqual([4, 1]);
  if (second) await user.pointer({ target: second, keys: '[MouseLeft>]' });
  expect([first, second].map(listedIn)).toEqual([1, 4]);
});

/** With 70 more questions of two people, more than are drawn at once: the earlier ones first. */
function withMany(): DebateBuilder {
  const askers = ['dana', 'susi', 'mona', 'olga', 'x1', 'x2', 'x3'];
  const debate = aDebate();
  for (const participantId of askers.slice(4))
    debate.does(SYSTEM, { type: 'participant.join', participantId, role: 'debater' });
  for (const who of askers)
    for (let nth = 0; nth < (who === 'dana' ? 9 : 10); nth += 1) {
      debate.now += 1_000;
      debate.does(who, ask(`u-${who}${nth}`, `Why ${who} ${nth}?`));
    }
  return debate;
}

test('questions are drawn 50 at a time, and the focus goes to the first one that is added', async () => {
  open(withMany(), 'emil');
  expect(listed()).toHaveLength(50);
  await userEvent.click(screen.getByText('Show 20 more'));
  expect(listed()).toHaveLength(70);
  expect(document.activeElement?.closest('li')?.textContent).toContain('Why x2 0?');
  expect(screen.queryByText(/^Show \d+ more$/)).toBeNull();
});

test('a question is drawn for the person who just asked it, and stays for the person who moves it down', async () => {
  const debate = withMany().does('olga', pin('u-x39'));
  open(debate, 'emil');
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Your question'), 'The last?');
  await user.click(screen.getByText('Ask'));
  expect(listed()).toHaveLength(51);
  expect(listed().at(-1)).toBe('The last?');
  cleanup();
  open(debate, 'olga');
  await user.click(screen.getByLabelText('Unpin: Why x3 9?'));
  expect(listed().at(-1)).toBe('Why x3 9?');
  expect(document.activeElement).toBe(screen.getByLabelText('Pin: Why x3 9?'));
});

test('answered questions are drawn once they are unfolded', async () => {
  open(withAnother().does('olga', markAnswered('u-q')), 'emil');
  expect(screen.queryByText('Who pays?')).toBeNull();
  await userEvent.click(screen.getByText('1 answered question'));
  expect(screen.getByText('Who pays?')).toBeTruthy();
});

test.each([
  ['no other again', 'u-q'],
  ['none again that was merged into another', 'u-m'],
])('support for one question draws %s', async (_, id) => {
  const debate = withAnother().does('dana', ask('u-m', 'Who bears it?'));
  debate.does('mona', mergeQuestion('u-m', 'u-q'));
  const projected = debate.projection('mona');
  let drawn = 0;
  const other = projected.questions.get(id) ?? expect.fail('no question');
  const counted = Object.defineProperty({ ...other }, 'text', {
    enumerable: true,
    get: () => {
      drawn += 1;
      return other.text;
    },
  });
  debate.projection = () => ({ ...projected, questions: projected.questions.set(id, counted) });
  open(debate, 'mona');
  expect(drawn).toBeGreaterThan(0);
  drawn = 0;
  await userEvent.click(button(/^Support “What of the rain/));
  expect(listed()).toEqual(['What of the rain?', 'Who pays?']);
  expect(drawn).toBe(0);
});

test('its author withdraws a question; others have no such button, and an observer none at all', () => {
  open(aDebate(), 'dana');
  expect(screen.getAllByRole('button', { name: /^Withdraw: Who pays/ })).toHaveLength(1);
  cleanup();
  open(aDebate(), 'emil');
  expect(screen.queryByRole('button', { name: /Withdraw|Pin|stage|answered|Hide/ })).toBeNull();
  cleanup();
  open(aDebate(), 'otto');
  expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Close questions',
  ]);
});

test('a full list says so beside the words, which stay', async () => {
  const debate = aDebate();
  for (let made = 0; made < LIMITS.openQuestions; made += 1) debate.does('emil', ask(`u-${made}`));
  open(debate, 'emil');
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox'), 'One more?');
  await user.click(button(/^Ask$/));
  expect(screen.getByText(/You already have 10 open questions/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('One more?');
});

test('no number is shown while tallies are hidden, not even one’s own support', () => {
  const debate = aDebate()
    .does('olga', setAgenda([{ ...VOTING, hides: ['tallies'] }]), turnTo('p-vote'))
    .does('emil', support('u-q'));
  open(debate, 'emil');
  expect(button(/^Support “Who pays\?”$/).getAttribute('aria-pressed')).toBe('true');
  expect(button(/^Support “Who pays\?”$/).textContent).not.toMatch(/\d/);
  expect(screen.getByText('The number of supporters is hidden in this phase.')).toBeTruthy();
});

test('a hidden question says so to its author, and others have none', () => {
  const debate = aDebate().does('olga', hide('u-q'));
  open(debate, 'dana');
  expect(within(screen.getByRole('note')).getByText(/Only you and moderators can see this/)).toBeTruthy();
  cleanup();
  open(debate, 'emil');
  expect(screen.getByText('No questions yet.')).toBeTruthy();
});

test('a viewer without a form reads why', () => {
  const hint = (debate: DebateBuilder, who: string | null) => {
    open(debate, who);
    expect(screen.queryByRole('textbox')).toBeNull();
    const said = document.querySelector('aside p')?.textContent;
    cleanup();
    return said;
  };
  const closed = aDebate().does('olga', { type: 'debate.setStatus', status: 'closed' });
  expect(hint(closed, 'emil')).toBe(
    'This debate is read-only. Questions can no longer be asked or supported.',
  );
  expect(hint(aDebate(), 'otto')).toMatch(/^You can read this debate\. To contribute, ask a moderator/);
  const uninvited = aDebate().does('olga', { type: 'debate.configure', guests: 'none' });
  expect(hint(uninvited, null)).toMatch(/^You’re reading\./);
});

test('a muted person reads that they can support questions and not ask any', () => {
  const connect = (server: TransportListener) => {
    server.standing({ membership: 'member', muted: true, reason: 'flooding' });
    return () => undefined;
  };
  const transport = { ...silentTransport(), connect };
  const { store } = show(aDebate(), 'emil', <QuestionsPane />, [], { transport });
  act(() => void store.connect());
  expect(screen.getByText(/^While you’re muted, you can support questions/)).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(button(/^Support “Who pays/)).toBeDefined();
});

describe('a question that not everyone sees', () => {
  test('is neither put on the stage nor merged, also one’s own in silent writing', () => {
    const debate = withAnother().does('olga', setAgenda([WRITING]), turnTo(WRITING.id));
    open(debate.does('mona', ask('u-own', 'Who plants them?')), 'mona');
    expect(button(/^Pin: Who plants them/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Put on stage: Who plants them/ })).toBeNull();
    expect(screen.queryByRole('combobox', { name: /^Merge “Who plants them/ })).toBeNull();
  });

  test('is no question to merge with, and doesn’t count on a phone', async () => {
    const debate = withAnother().does('dana', ask('u-m', 'Who bears it?')).does('olga', hide('u-m'));
    open(debate, 'mona');
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: /^Merge “Who pays\?”/ });
    await userEvent.click(choice);
    expect([...choice.options].slice(1).map(({ text }) => text)).toEqual(['What of the rain?']);
    cleanup();
    show(debate, 'mona', <QuestionsChip className={undefined} />);
    expect(screen.getByRole('button').textContent).toMatch(/2$/);
    cleanup();
    open(debate.does('olga', hide('u-n')), 'mona');
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});
