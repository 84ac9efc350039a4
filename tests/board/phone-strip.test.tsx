// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import ArgumentForm from '../../app/_board/features/claims/composing/argument-form.tsx';
import { PhoneStrip } from '../../app/_board/screens/phone-strip.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { groupTitle } from '../../domain/debate/groups/group-title.ts';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import {
  aDebate,
  answer,
  CREATE,
  closePoll,
  DebateBuilder,
  meet,
  quickPoll,
  stancePoll,
} from '../support/debate-builder.ts';
import { aDebateIn, OPEN, setAgenda, turnTo, VOTING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const WEST = { kind: 'position', id: 'west' } as const;
const FOLLOWING = {
  isInvited: false,
  follows: true,
  follow: () => {},
  stop: () => {},
  arrive: () => {},
  decline: () => {},
};

/** The row of a phone over a board on which an argument can be written. */
function Phone() {
  const writing = useViewPart((parts) => parts.writing);
  const { write } = useViewActs();
  return (
    <>
      <PhoneStrip revealed={null} following={FOLLOWING} />
      {writing ? (
        <ArgumentForm target={WEST} relation="support" onDone={() => write(null)} />
      ) : (
        <button type="button" onClick={() => write({ kind: 'argument', target: WEST, relation: 'support' })}>
          Write
        </button>
      )}
    </>
  );
}

/** The row of a phone whose owner can begin to lead. */
function Led() {
  const { lead } = useViewActs();
  return (
    <>
      <PhoneStrip revealed={null} following={FOLLOWING} />
      <button type="button" onClick={() => lead(true)}>
        Lead
      </button>
    </>
  );
}

const strip = (debate: DebateBuilder, who = 'dana') => show(debate, who, <Phone />);
const row = () => document.querySelector('[data-live-bar]')?.textContent;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const named = (name: string | RegExp) => screen.queryAllByRole('button', { name }).length;
const poll = () => screen.queryByRole('region', { name: 'Poll' });

describe('an open poll on a phone', () => {
  const POLL = 'Poll: waiting for your answer';

  test('gives way to a text that is being written, until its author asks for it; the text stays', async () => {
    const { asked } = strip(aDebate().does('olga', quickPoll('p-1')));
    expect(poll()).not.toBeNull();
    await press('Write');
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^New support/ });
    await userEvent.type(field, 'Half a thought');
    expect(poll()).toBeNull();
    expect(button(POLL).getAttribute('aria-expanded')).toBe('false');

    await press(POLL);
    expect(document.activeElement).toBe(button(POLL));
    await press('North');
    expect(asked()).toEqual([{ type: 'poll.answer', pollId: 'p-1', choice: 0 }]);
    expect(poll()?.textContent).toContain('Your answer: North');
    expect(field.isConnected && field.value).toBe('Half a thought');

    await press('Poll: you have answered');
    expect(poll()).toBeNull();
  });

  test('waits for an answer until the viewer has answered every open one', () => {
    const debate = aDebate().does('olga', quickPoll('p-1'), quickPoll('p-2'));
    const { update } = strip(debate.does('dana', answer('p-1', 0)));
    expect(named(POLL)).toBe(1);
    debate.does('dana', answer('p-2', 0));
    update();
    expect(named(POLL)).toBe(0);
    expect(button('Poll: you have answered').hasAttribute('data-waits')).toBe(false);
  });

  test('doesn’t wait for an answer of an observer', () => {
    strip(aDebate().does('olga', quickPoll('p-1')), 'otto');
    expect(button('Poll').hasAttribute('data-waits')).toBe(false);
  });

  test('that was put away is shown when it is opened again, and stays away when only its time is set', async () => {
    const debate = aDebate().does('olga', quickPoll('p-1'));
    const { update } = strip(debate);
    await press('Hide poll');
    const open = { type: 'poll.setStatus', pollId: 'p-1', open: true } as const;
    debate.does('olga', { ...open, closesAt: debate.now + 60_000 });
    update();
    expect(poll()).toBeNull();
    debate.does('olga', closePoll('p-1'), open);
    update();
    expect(poll()).not.toBeNull();
    await press(POLL);
    expect(poll()).toBeNull();
  });

  test('that was asked for while writing gives way to the next text again', async () => {
    strip(aDebate().does('olga', quickPoll('p-1')));
    await press('Write');
    await press(POLL);
    await press('Cancel');
    expect(poll()).not.toBeNull();
    await press('Write');
    expect(poll()).toBeNull();
  });
});

describe('the row of a phone', () => {
  test('has no results before there are any to see', () => {
    const debate = aDebate().does('olga', stancePoll('p-1', 'before')).does('dana', answer('p-1', 0));
    debate.does('olga', closePoll('p-1'));
    const { update } = strip(debate);
    expect(named('Show results')).toBe(0);
    debate.does('olga', stancePoll('p-2', 'after'), closePoll('p-2'));
    update();
    expect(named('Show results')).toBe(1);
  });

  test('leaves its room to the phase and the speaker: what can wait opens below them', async () => {
    const debate = aDebateIn(OPEN).does('olga', quickPoll('p-1'), closePoll('p-1'));
    debate.does('olga', { type: 'floor.give', to: 'emil', seconds: 60 });
    strip(debate);
    expect(screen.getByRole('region', { name: 'Current phase' }).textContent).toMatch(
      /^Open debate.*is speaking/,
    );
    expect(named(/^Questions from the floor/) + named('Show results')).toBe(0);
    await press('What’s happening now');
    expect(named('Show results')).toBe(1);
    await press(/^Questions from the floor/);
    expect(button('What’s happening now').getAttribute('aria-expanded')).toBe('false');
  });

  test('keeps the results that were opened below it while they are read, until something else is pressed', async () => {
    const debate = aDebateIn(OPEN).does('olga', quickPoll('p-1'), closePoll('p-1'));
    debate.does('olga', { type: 'floor.give', to: 'emil', seconds: 60 });
    strip(debate);
    await press('What’s happening now');
    await press('Show results');
    fireEvent.pointerDown(await screen.findByRole('dialog'));
    expect(screen.queryByRole('dialog')).not.toBeNull();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('says in words that the agenda has not begun, and when its meeting ended', () => {
    const debate = aDebate().does('olga', setAgenda([OPEN, VOTING]));
    const { update } = strip(debate);
    expect(row()).toBe('Waiting for a moderator to start.Questions1');
    debate.does('olga', turnTo(OPEN.id));
    update();
    expect(row()).toContain('Open debate');
    expect(row()).not.toContain('Waiting');
    debate.does('olga', turnTo(null, OPEN.id));
    update();
    expect(row()).toMatch(/^Last meeting ended .* ago/);
  });

  test('does not say of an agenda that it has ended before it was begun', () => {
    const debate = aDebate().does('olga', meet(true), meet(false), setAgenda([OPEN]));
    strip(debate);
    expect(row()).toMatch(/^Last meeting ended .* ago/);
    expect(row()).not.toContain('agenda');
  });

  test('says of a meeting after an earlier one that its agenda has not begun, and of a closed debate nothing', () => {
    const debate = aDebate().does('olga', setAgenda([OPEN]), turnTo(OPEN.id), turnTo(null, OPEN.id));
    const { update } = strip(debate.does('olga', meet(true)));
    expect(row()).toContain('Waiting for a moderator to start.');
    debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
    update();
    expect(row()).not.toMatch(/Waiting|ended/);
  });

  test('says of the one who leads that they do, also with nothing in the spotlight, and stops it', async () => {
    show(aDebate(), 'olga', <Led />);
    expect(named('Leading')).toBe(0);
    await press('Lead');
    await press('Leading');
    expect(named('Leading')).toBe(0);
  });

  test('says nothing of an agenda where there is none', () => {
    strip(aDebate());
    expect(row()).toBe('Questions1');
  });
});

test('a poll that is hidden gives its focus to the button that shows it again', async () => {
  show(aDebate().does('mona', quickPoll('q-1')), 'dana', <Phone />);
  await userEvent.click(screen.getByRole('button', { name: 'Hide poll' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Poll: waiting/ }));
});

test('a small group’s row names the running phase, and the group while its task runs', async () => {
  const task: Phase = { ...OPEN, id: 'p-task', kind: 'other', note: 'Find the best objection.' };
  const debate = new DebateBuilder()
    .does(SYSTEM, { ...CREATE, title: groupTitle('One', 'Trade'), plenary: 'd-main' })
    .does(SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'debater' })
    .does(SYSTEM, setAgenda([task, VOTING]), turnTo(task.id));
  const { update } = strip(debate);
  const name = () => document.querySelector('[data-live-bar] strong')?.textContent;
  expect(name()).toBe('One');
  debate.does(SYSTEM, turnTo(VOTING.id, task.id));
  update();
  expect(name()).toBe('Vote');
  await press('What’s happening now');
  expect(row()).toMatch(/Vote 2 of 2/);
});
