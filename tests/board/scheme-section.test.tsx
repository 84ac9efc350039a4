// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { composerDraft } from '../../app/_board/core/commands/open-composer.ts';
import SchemeSection from '../../app/_board/features/schemes/scheme-section.tsx';
import { readDraft } from '../../app/_ui/stored-draft.ts';
import { aDebate, merge, retract } from '../support/debate-builder.ts';
import { answerQuestion, setScheme } from '../support/pairs/made-operations.ts';
import { show } from './show.tsx';

const challenged: string[] = [];
const draft = `a-debate/emil/${composerDraft({ kind: 'link', id: 'l-a' })}`;
afterEach(() => {
  cleanup();
  challenged.length = 0;
});

/** dana's c-a argues from cause; its second question is answered. */
const causal = () =>
  aDebate()
    .does('dana', setScheme('l-a', 'cause'))
    .does('emil', answerQuestion('l-a', 'cause', 2));
const questions = () => within(screen.getByRole('list')).getAllByRole('listitem');
const heading = () => screen.getByRole('heading', { name: /^Critical questions/ }).textContent;

test('[CQ1] the author names the kind, and sees its questions, all open', async () => {
  const { asked } = show(
    aDebate(),
    'dana',
    <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />,
  );
  expect(screen.queryByRole('list')).toBeNull();
  await userEvent.selectOptions(screen.getByLabelText('Kind of argument'), 'Expert opinion');
  expect(asked()).toEqual([setScheme('l-a', 'expert_opinion')]);
  expect(questions()).toHaveLength(5);
  expect(heading()).toBe('Critical questions · 5 of 5 open');
});

test('arrow keys on the closed list show the kinds, and Enter or leaving the field names one', async () => {
  const { asked } = show(causal(), 'dana', <SchemeSection linkId="l-a" onChallenge={() => undefined} />);
  const list = screen.getByLabelText<HTMLSelectElement>('Kind of argument');
  /** As a browser on Windows: the key changes the choice while it is pressed. */
  const move = (key: string, scheme: string) => {
    fireEvent.keyDown(list, { key });
    fireEvent.change(list, { target: { value: scheme } });
  };
  list.focus();
  move('ArrowDown', 'sign');
  move('c', 'consequences');
  expect(list.value).toBe('consequences');
  expect(asked()).toEqual([]);
  expect(heading()).toBe('Critical questions · 3 of 4 open');
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(asked()).toEqual([setScheme('l-a', 'consequences')]);
  move('ArrowUp', 'sign');
  await userEvent.tab();
  expect(asked().slice(1)).toEqual([setScheme('l-a', 'sign')]);
});

test('a kind that arrow keys have returned to is not named again', async () => {
  const { asked } = show(causal(), 'dana', <SchemeSection linkId="l-a" onChallenge={() => undefined} />);
  const list = screen.getByLabelText<HTMLSelectElement>('Kind of argument');
  list.focus();
  for (const value of ['sign', 'cause']) {
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    fireEvent.change(list, { target: { value } });
  }
  await userEvent.tab();
  expect(asked()).toEqual([]);
});

test('[CQ2] another person marks a question as answered, and as open again', async () => {
  const { asked } = show(
    causal(),
    'emil',
    <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />,
  );
  expect(screen.queryByLabelText('Kind of argument')).toBeNull();
  expect(screen.getByText('Cause and effect')).toBeTruthy();
  const [first, second] = screen.getAllByRole('button', { name: /^Answered: / });
  await userEvent.click(first ?? expect.fail('no button'));
  await userEvent.click(second ?? expect.fail('no button'));
  expect(asked()).toEqual([answerQuestion('l-a', 'cause', 1), answerQuestion('l-a', 'cause', 2, false)]);
  expect(first?.getAttribute('aria-pressed')).toBe('true');
  expect(second?.getAttribute('aria-pressed')).toBe('false');
  expect(heading()).toBe('Critical questions · 3 of 4 open');
});

test('a question is asked as a comment on the claim', async () => {
  const { asked } = show(
    causal(),
    'emil',
    <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Ask as a comment: Could the effect/ }));
  expect(asked()).toMatchObject([
    { type: 'comment.add', on: { kind: 'claim', id: 'c-a' }, text: 'Could the effect be prevented?' },
  ]);
});

test('a doubt is the text of an undercut that is begun, and replaces nothing written', async () => {
  show(causal(), 'emil', <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />);
  const challenge = () => screen.getAllByRole('button', { name: /^Challenge the link/ });
  // An answered question has no such buttons.
  expect(challenge()).toHaveLength(3);
  await userEvent.click(challenge()[0] ?? expect.fail('no button'));
  expect(readDraft(draft)).toBe('The first rarely leads to the second.');
  expect(challenged).toEqual(['l-a']);
  await userEvent.click(challenge()[1] ?? expect.fail('no button'));
  expect(readDraft(draft)).toBe('The first rarely leads to the second.');
});

test('an observer reads the kind and its questions, and nothing where none is named', () => {
  show(causal(), 'otto', <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(questions().map(({ textContent }) => textContent?.endsWith('Answered'))).toEqual([
    false,
    true,
    false,
    false,
  ]);
  cleanup();
  show(aDebate(), 'otto', <SchemeSection linkId="l-a" onChallenge={(step) => challenged.push(step.id)} />);
  expect(screen.queryByText('Kind of argument')).toBeNull();
});

test('[LN1] [CQ1] a cross-link of a merged claim keeps its kind and questions, its place does not', async () => {
  const debate = aDebate()
    .does('emil', setScheme('x-a', 'sign'))
    .does('emil', setScheme('l-d', 'cause'))
    .does('olga', merge('c-d', 'c-a'));
  const section = (linkId: string) => <SchemeSection linkId={linkId} onChallenge={() => undefined} />;
  const { asked } = show(debate, 'emil', section('x-a'));
  expect(screen.getByLabelText<HTMLSelectElement>('Kind of argument').value).toBe('sign');
  expect(heading()).toBe('Critical questions · 3 of 3 open');
  await userEvent.click(
    screen.getAllByRole('button', { name: /^Answered: / })[0] ?? expect.fail('no button'),
  );
  expect(asked()).toEqual([answerQuestion('x-a', 'sign', 1)]);
  cleanup();
  show(debate, 'emil', section('l-d'));
  expect(screen.queryByRole('heading')).toBeNull();
  cleanup();
  show(debate.does('dana', retract('c-a')), 'emil', section('x-a'));
  expect(screen.queryByRole('heading')).toBeNull();
});
