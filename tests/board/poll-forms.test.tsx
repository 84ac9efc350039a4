// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { usePolls } from '../../app/_board/core/polls/use-polls.ts';
import { OpenPoll } from '../../app/_board/features/polls/open-polls.tsx';
import { PollResult } from '../../app/_board/features/polls/poll-result.tsx';
import { PollsSection } from '../../app/_board/features/polls/polls-section.tsx';
import type { OperationOf } from '../../domain/debate/engine/operations.ts';
import type { PollChoice, PollForm } from '../../domain/debate/polls/poll-form.ts';
import { aDebate, closePoll, type DebateBuilder } from '../support/debate-builder.ts';
import { setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { formPoll, hideAnswer, numberPoll, textPoll } from '../support/polls.ts';
import { show } from './show.tsx';

afterEach(cleanup);

type Open = OperationOf<'poll.open'>;

const OPTIONS = { options: ['Trams', 'Buses', 'Bikes'] };
const RANKING: PollForm = { type: 'ranking' };
const POINTS: PollForm = { type: 'points', budget: 3 };

function Polls() {
  return usePolls().map((poll) =>
    poll.open ? <OpenPoll key={poll.id} poll={poll} /> : <PollResult key={poll.id} poll={poll} />,
  );
}

/** The poll as Dana is asked; answers what she has asked for. */
const asks = (poll: Open) => show(aDebate().does('olga', poll), 'dana', <Polls />).asked;
const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => userEvent.click(await button(name));
const answered = (choice: PollChoice) => [{ type: 'poll.answer', pollId: 'p-1', choice }];

describe('[PO10] a poll is answered', () => {
  test('with several options, and no more than allowed', async () => {
    const asked = asks(formPoll('p-1', { type: 'several', most: 2 }, OPTIONS));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Bikes' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Trams' }));
    expect(screen.getByRole('checkbox', { name: 'Buses' })).toHaveProperty('disabled', true);
    await press('Send answer');
    expect(asked()).toEqual(answered([0, 2]));
    expect(screen.getByText('Your answer: Trams · Bikes')).toBeTruthy();
  });

  test('with a ranking, by the keyboard alone', async () => {
    const asked = asks(formPoll('p-1', RANKING, OPTIONS));
    (await button('Rank as number 1: Bikes')).focus();
    await userEvent.keyboard('{Enter}');
    // The focus goes on to the next option that is left.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Rank as number 2: Trams');
    await userEvent.keyboard('{Enter}');
    (await button('Move up: Trams')).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move up: Trams');
    const items = within(screen.getByRole('list', { name: 'Your ranking' })).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent?.includes('Trams'))).toEqual([true, false]);
    await press('Send answer');
    expect(asked()).toEqual(answered([0, 2]));
    expect(screen.getByText('Your answer: 1. Trams · 2. Bikes')).toBeTruthy();
  });

  test('with a ranking from which an option is taken out again', async () => {
    const asked = asks(formPoll('p-1', RANKING, OPTIONS));
    await press('Rank as number 1: Buses');
    await press('Rank as number 2: Trams');
    await press('Leave out: Buses');
    await press('Send answer');
    expect(asked()).toEqual(answered([0]));
  });

  test('with points, and no more than there are', async () => {
    const asked = asks(formPoll('p-1', POINTS, OPTIONS));
    await press('One more for Trams');
    await press('One more for Trams');
    await press('One more for Bikes');
    expect(screen.getByText('0 points left of 3')).toBeTruthy();
    const more = await button('One more for Buses');
    expect(more.getAttribute('aria-disabled')).toBe('true');
    more.focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(more);
    expect(screen.getByText('0 points left of 3')).toBeTruthy();
    await press('One less for Trams');
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Points for Buses' }), '7');
    await press('Send answer');
    expect(asked()).toEqual(answered([1, 1, 1]));
  });

  test('with points typed into a field that was emptied', async () => {
    const asked = asks(formPoll('p-1', POINTS, OPTIONS));
    const field = await screen.findByRole<HTMLInputElement>('spinbutton', { name: 'Points for Buses' });
    expect(field.placeholder).toBe('0');
    await userEvent.type(field, '1');
    await userEvent.clear(field);
    expect(field.value).toBe('');
    await userEvent.type(field, '2');
    expect(field.value).toBe('2');
    await press('Send answer');
    expect(asked()).toEqual(answered([0, 2, 0]));
  });

  test('with a step of a scale, as a group of radio buttons', async () => {
    const asked = asks(formPoll('p-1', { type: 'scale', steps: 5 }, { options: ['Not at all', 'Fully'] }));
    await userEvent.click(await screen.findByRole('radio', { name: '4 of 5' }));
    await press('Send answer');
    expect(asked()).toEqual(answered(3));
    expect(screen.getByText('Your answer: 4 of 5')).toBeTruthy();
  });

  test('with a text, sent by Enter', async () => {
    const asked = asks(textPoll('p-1'));
    await userEvent.type(await screen.findByRole('textbox'), ' More trams {Enter}');
    expect(asked()).toEqual(answered('More trams'));
  });

  test('with a number within its bounds', async () => {
    const asked = asks(numberPoll('p-1', { form: { type: 'number', unit: 'km', min: 0, max: 100 } }));
    const field = await screen.findByRole('spinbutton', { name: 'Your number (km)' });
    await userEvent.type(field, '120');
    expect(await button('Send answer')).toHaveProperty('disabled', true);
    await userEvent.clear(field);
    await userEvent.type(field, '42.5');
    await press('Send answer');
    expect(asked()).toEqual(answered(42.5));
    expect(screen.getByText('Your answer: 42.5 km')).toBeTruthy();
  });
});

/** The result of a closed poll that Olga, Mona, Dana, Emil and Susi have answered, in turn. */
function shows(poll: Open, choices: readonly PollChoice[], part = <Polls />): DebateBuilder {
  const debate = aDebate().does('olga', poll);
  const people = ['olga', 'mona', 'dana', 'emil', 'susi'];
  for (const [at, choice] of choices.entries())
    debate.does(people[at] ?? '', { type: 'poll.answer', pollId: 'p-1', choice });
  debate.does('olga', closePoll('p-1'));
  show(debate, 'mona', part);
  return debate;
}

describe('the result of a poll', () => {
  test('[PO11] on a ranking has points beside the rounds of the run-off', async () => {
    shows(formPoll('p-1', RANKING, OPTIONS), [
      [0, 1],
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
    ]);
    const table = within(await screen.findByRole('table'));
    const rows = table.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toEqual(['Round12', 'Trams22', 'BusesWinner23', 'Bikes1eliminated']);
    expect(screen.getByRole('region', { name: 'By points' }).textContent).toMatch(
      /Buses7 points.*Trams5 points.*Bikes3 points/,
    );
  });

  test('on points has sums, and how many people gave them', async () => {
    shows(formPoll('p-1', POINTS, OPTIONS), [
      [3, 0, 0],
      [1, 0, 2],
    ]);
    expect((await screen.findByText('4 points from 2 people')).closest('li')?.textContent).toMatch(/^Trams/);
    expect(screen.getByText('2 points from 1 person')).toBeTruthy();
  });

  test('[PO12] on a scale has its distribution, mean and median', async () => {
    shows(formPoll('p-1', { type: 'scale', steps: 5 }, { options: ['Low', 'High'] }), [4, 4, 0]);
    expect(await screen.findByText('Mean 3.7, median 5')).toBeTruthy();
    const columns = within(screen.getByRole('list', { name: 'Distribution' })).getAllByRole('listitem');
    expect(columns.map(({ textContent }) => textContent)).toEqual(['11', '02', '03', '04', '25']);
  });

  test('[PO12] on a number has its spread, and the right number once it is revealed', async () => {
    shows(numberPoll('p-1'), [3, 4, 4, 9], <PollsSection />);
    expect((await screen.findByText('Median')).parentElement?.textContent).toBe('Median4');
    expect(screen.getByText('Middle half').parentElement?.textContent).toBe('Middle half3.75–5.25');
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Correct answer' }), '5');
    await press('Show correct answer');
    await waitFor(() =>
      expect(screen.getByText('Correct answer').parentElement?.textContent).toBe('Correct answer5'),
    );
    expect(screen.queryByRole('button', { name: 'Reopen' })).toBeNull();
  });

  test.each([
    ['too few have answered a secret one', []],
    ['a phase hides answers', [setAgenda([VOTING]), turnTo(VOTING.id)]],
  ])('[PO12] on a number has the right number at once, although %s', (_, phases) => {
    const form: PollForm = { type: 'number', unit: 'km', min: null, max: null };
    const debate = aDebate().does('olga', numberPoll('p-1', { secret: true, form }), ...phases);
    debate.does('dana', { type: 'poll.answer', pollId: 'p-1', choice: 3 });
    debate.does('olga', closePoll('p-1'), { ...closePoll('p-1'), right: 4.5 });
    show(debate, 'dana', <Polls />);
    expect(screen.getByText('Correct answer: 4.5 km')).toBeTruthy();
  });

  test('[PO13] in free text has words and like answers; a moderator hides one and shows it again', async () => {
    const part = <PollsSection />;
    shows(textPoll('p-1'), ['More trams', 'more trams!', 'Rude'], part);
    const answers = within(await screen.findByRole('list', { name: 'Answers' }));
    expect(answers.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'More trams2 peopleHide',
      'Rude1 personHide',
    ]);
    await press('Hide answer: Rude');
    expect(await screen.findByText('Hidden: Rude')).toBeTruthy();
    await press('Restore answer: Rude');
    expect(screen.queryByText('Hidden: Rude')).toBeNull();
  });

  test('[PO13] in free text offers nobody else to hide anything', async () => {
    const debate = aDebate().does('olga', textPoll('p-1'));
    debate.does('dana', { type: 'poll.answer', pollId: 'p-1', choice: 'Rude' });
    debate.does('olga', hideAnswer('p-1', 'Sun'), closePoll('p-1'));
    show(debate, 'dana', <Polls />);
    expect(await screen.findByRole('list', { name: 'Answers' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Hide/ })).toBeNull();
    expect(screen.queryByText(/Sun/)).toBeNull();
  });
});

describe('opening a poll', () => {
  const field = (name: string) => screen.getByLabelText(name);
  test('asks for what its form needs, and can close at a time', async () => {
    const { asked } = show(aDebate(), 'olga', <PollsSection />);
    await userEvent.type(field('Question'), 'How far?');
    await userEvent.selectOptions(field('Answered with'), 'number');
    await userEvent.type(field('Unit (optional)'), 'km');
    await userEvent.type(field('Largest number (optional)'), '100');
    await userEvent.selectOptions(field('Closes'), 'In 5 minutes');
    await press('Start poll');
    const [operation] = asked();
    expect(operation).toMatchObject({
      form: { type: 'number', unit: 'km', min: null, max: 100 },
      options: [],
    });
    expect(operation).toHaveProperty('closesAt');
  });
});
