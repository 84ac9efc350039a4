// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { AgendaSection } from '../../app/_board/features/agenda/agenda-section.tsx';
import { PhasePart } from '../../app/_board/features/agenda/phase-part.tsx';
import { MeetingsSection } from '../../app/_board/features/groups/meetings-section.tsx';
import type { Phase } from '../../domain/debate/phases/agenda.ts';
import { aDebate, answer, closePoll, stancePoll } from '../support/debate-builder.ts';
import { OPEN, POLLING, setAgenda, turnTo, VOTING, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

const anAgenda = () => aDebate().does('olga', setAgenda([WRITING, OPEN, VOTING]));
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

test('before a phase the console offers to start the first one, and no timer', () => {
  show(anAgenda(), 'olga', <AgendaSection />);
  expect(buttons()[0]).toBe('Start: Silent writing');
  expect(buttons().filter((name) => name?.includes('timer'))).toEqual([]);
});

test('in a phase its name stands large in the list, with Next, and a phase without minutes can be given a timer', () => {
  show(anAgenda().does('olga', turnTo('p-open')), 'olga', <AgendaSection />);
  expect(screen.getByRole('heading', { name: 'Open debate' })).toBeTruthy();
  expect(screen.getByText('Now · 2 of 3')).toBeTruthy();
  expect(buttons()).toEqual(
    expect.arrayContaining(['Next: Vote', 'Back to Silent writing', 'Start a 5-minute timer']),
  );
});

test('the list shows which phases are done, which one is on and which are to come', () => {
  show(anAgenda().does('olga', turnTo('p-open')), 'olga', <AgendaSection />);
  const phases = within(screen.getByRole('list', { name: 'Phases' })).getAllByRole('listitem');
  const shown = phases.filter((item) => item.hasAttribute('data-phase'));
  expect(shown.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^✓Silent writing \(done\)10 minutes/),
    expect.stringMatching(/^2Now · 2 of 3Open debate.*Next: Vote/),
    expect.stringMatching(/^3Vote/),
  ]);
});

/** Presses a button by the keyboard; returns the words of what has the focus then. */
const pressByKey = async (name: string) => {
  screen.getByRole('button', { name }).focus();
  await userEvent.keyboard('{Enter}');
  return document.activeElement?.textContent;
};

const CLOSED = { type: 'debate.setStatus', status: 'closed' } as const;

test('in a closed debate the agenda can only end, and no phase or timer can be started', async () => {
  show(anAgenda().does('olga', turnTo('p-open'), CLOSED), 'olga', <AgendaSection />);
  expect(screen.getByText(/^While the debate is closed, its agenda can only end\./)).toBeTruthy();
  expect(buttons()).toContain('End agenda');
  expect(buttons().filter((name) => name && /^(Next|Back|Start)|timer|minute/.test(name))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Edit Vote' }));
  expect(screen.queryByRole('button', { name: 'Go to phase' })).toBeNull();
  expect(await pressByKey('End agenda'), 'the focus moves to the heading').toBe('Phases');
});

test('in a closed debate without a phase the console says that none can start', () => {
  show(anAgenda().does('olga', CLOSED), 'olga', <AgendaSection />);
  expect(screen.getByText('No phase can start while the debate is closed.')).toBeTruthy();
});

test('a closed debate offers no new meeting', () => {
  show(aDebate().does('olga', CLOSED), 'olga', <MeetingsSection />);
  expect(screen.getByText('No meeting can start while the debate is closed.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start meeting' })).toBeNull();
});

test.each([
  ['Back to Silent writing', 'Next: Open debate'],
  ['End agenda', 'Start: Silent writing'],
])('“%s” leaves the focus on the button to the phase after', async (name, after) => {
  show(anAgenda().does('olga', turnTo('p-open')), 'olga', <AgendaSection />);
  expect(await pressByKey(name)).toBe(after);
});

test('going to a phase from its form leaves the focus on the button to the one after', async () => {
  show(anAgenda().does('olga', turnTo('p-write')), 'olga', <AgendaSection />);
  await pressByKey('Edit Open debate');
  expect(await pressByKey('Go to phase')).toBe('Next: Vote');
});

test('an agenda chosen or a phase removed moves the focus to the heading, not to the start', async () => {
  show(aDebate(), 'olga', <AgendaSection />);
  expect(await pressByKey('A single phase')).toBe('Phases');
  await userEvent.click(screen.getByRole('button', { name: /^Edit / }));
  expect(await pressByKey('Remove')).toBe('Start with');
});

test('a phase that was moved is announced with its place, and one that was added has the focus', async () => {
  show(anAgenda(), 'olga', <AgendaSection />);
  await pressByKey('Edit Open debate');
  await pressByKey('Move Open debate down');
  expect(document.querySelector('[data-message]')?.textContent).toBe('Open debate is now 3 of 3.');
  await userEvent.click(screen.getByRole('button', { name: 'Add phase' }));
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Kind' }));
});

test('a timer without a phase says what it is', () => {
  const debate = anAgenda().does('olga', {
    type: 'agenda.setTimer',
    phaseId: null,
    act: 'start',
    seconds: 60,
  });
  show(debate, 'dana', <PhasePart revealed={null} />);
  expect(screen.getByRole('region').textContent).toMatch(/^Time left /);
});

test('a warning about a poll is gone once another moderator has moved on, also in a later poll phase', async () => {
  const closing: Phase = { ...POLLING, id: 'p-end', kind: 'closing_poll' };
  const debate = aDebate().does('olga', setAgenda([POLLING, OPEN, closing]), turnTo('p-poll'));
  debate.does('dana', answer('p-poll_1', 0));
  const { asked, update } = show(debate, 'olga', <AgendaSection />);
  await userEvent.click(screen.getByRole('button', { name: 'Next: Open debate' }));
  expect(screen.getByRole('dialog')).toBeDefined();
  debate.does('mona', turnTo('p-open', 'p-poll'));
  update();
  expect(screen.queryByRole('dialog')).toBeNull();
  debate.does('mona', turnTo('p-end', 'p-open')).does('dana', answer('p-end_1', 0));
  update();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked()).toEqual([]);
});

test('a warning about a poll is not drawn once more with the poll of a later phase', async () => {
  const closing: Phase = { ...POLLING, id: 'p-end', kind: 'closing_poll' };
  const debate = aDebate().does('olga', setAgenda([POLLING, closing]), turnTo('p-poll'));
  debate.does('dana', answer('p-poll_1', 0));
  const { update } = show(debate, 'olga', <AgendaSection />);
  await userEvent.click(screen.getByRole('button', { name: 'Next: Closing poll' }));
  const dialog = screen.getByRole('dialog');
  const observer = new MutationObserver(() => {});
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  debate.does('mona', turnTo('p-end', 'p-poll'));
  update();
  const changed = observer.takeRecords().filter(({ target }) => dialog.contains(target));
  expect(changed).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

describe('[AG7] the phase for the closing poll', () => {
  const closing: Phase = { ...POLLING, id: 'p-end', kind: 'closing_poll' };
  const leave = () => userEvent.click(screen.getByRole('button', { name: 'End agenda' }));
  /** The closing poll is open, after an opening poll that so many people answered. */
  const aClosing = (answers: number) => {
    const debate = aDebate().does('olga', setAgenda([POLLING, closing]), turnTo('p-poll'));
    for (const who of ['olga', 'mona', 'dana', 'emil', 'susi'].slice(0, answers))
      debate.does(who, answer('p-poll_1', 0));
    return debate.does('olga', turnTo('p-end', 'p-poll'));
  };

  test('warns before it is left without answers, if its poll can’t be reopened', async () => {
    const { asked } = show(aClosing(5), 'olga', <AgendaSection />);
    await leave();
    expect(screen.getByRole('dialog').textContent).toMatch(/^Close without answers\?.*can’t reopen the poll/);
    await userEvent.click(screen.getByRole('button', { name: 'Close anyway' }));
    expect(asked()).toEqual([turnTo(null, 'p-end')]);
  });

  test('is left at once without answers, if its poll can be reopened', async () => {
    const { asked } = show(aClosing(4), 'olga', <AgendaSection />);
    await leave();
    expect(asked()).toEqual([turnTo(null, 'p-end')]);
  });

  test.each([
    [
      'is closed and can be reopened',
      aClosing(4).does('olga', closePoll('p-end_1')),
      /^The closing poll isn’t open/,
    ],
    ['is over', aClosing(5).does('olga', closePoll('p-end_1')), /closed and can’t be reopened/],
    [
      'waits for another to close',
      aClosing(4).does('olga', closePoll('p-end_1'), stancePoll('p-x', 'before')),
      /^The other poll on the motion is still open/,
    ],
    [
      'has nothing to compare with',
      aDebate().does('olga', setAgenda([closing]), turnTo('p-end')),
      /needs an opening poll/,
    ],
  ])('says that its poll %s', (_, debate, note) => {
    show(debate, 'olga', <AgendaSection />);
    expect(screen.getByText(note)).toBeTruthy();
  });

  test('doesn’t say that its poll can be opened while the phase hides whether it can', () => {
    const hiding = setAgenda([POLLING, { ...closing, hides: ['tallies'] }], 1);
    const debate = aClosing(5).does('olga', hiding, closePoll('p-end_1'));
    show(debate, 'olga', <AgendaSection />);
    expect(screen.queryByText(/^The closing poll isn’t open/)).toBeNull();
  });

  test('says nothing about its poll while that is open', () => {
    show(aClosing(5), 'olga', <AgendaSection />);
    expect(screen.queryByText(/ poll (isn’t|is closed|needs)/)).toBeNull();
  });
});

test('the phase for the opening poll says when its poll isn’t open', () => {
  const debate = aDebate().does('olga', setAgenda([POLLING]), turnTo('p-poll'), closePoll('p-poll_1'));
  show(debate, 'olga', <AgendaSection />);
  expect(screen.getByText(/^The opening poll isn’t open/)).toBeTruthy();
});

test('where only teams write, the console says how many have none, and deals them out', async () => {
  const debate = anAgenda().does('olga', { type: 'debate.configure', sides: 'own', teams: 'assigned' });
  const { asked } = show(debate, 'olga', <AgendaSection />);
  expect(screen.getByText(/^2 people have no team and can’t write\./)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Assign to teams' }));
  expect(
    asked()
      .map((operation) => operation.type === 'team.choose' && operation.team)
      .sort(),
  ).toEqual(['east', 'west']);
  expect(screen.queryByRole('button', { name: 'Assign to teams' })).toBeNull();
});

/** Chooses a kind in the list, which has its options while it is used. */
const choose = async (kind: string) => {
  const list = screen.getByRole('combobox', { name: 'Kind' });
  await userEvent.click(list);
  await userEvent.selectOptions(list, kind);
};

/** The latest message. */
const message = () => document.querySelector('[data-message]')?.textContent;

test('a kind is set by “Done”, by opening another phase and by adding one, and not with a phase that is removed', async () => {
  const { asked } = show(anAgenda(), 'olga', <AgendaSection />);
  await pressByKey('Edit Open debate');
  await choose('Rebuttals');
  await pressByKey('Edit Open debate');
  expect(message()).toBe('The kind of “Open debate” is now “Rebuttals”.');
  await pressByKey('Edit Vote');
  await choose('Wrap-up');
  await pressByKey('Edit Rebuttals');
  await choose('Vote');
  await pressByKey('Add phase');
  await pressByKey('Edit Silent writing');
  await choose('Open debate');
  await pressByKey('Remove');
  const kinds = asked().map((set) => set.type === 'agenda.set' && set.phases.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ['silent_writing', 'rebuttals', 'vote'],
    ['silent_writing', 'rebuttals', 'wrap_up'],
    ['silent_writing', 'vote', 'wrap_up', 'open_debate'],
    ['vote', 'wrap_up', 'open_debate'],
  ]);
});

describe('[BL2] a change of the running phase that would reveal something', () => {
  const writing = () => {
    const { asked } = show(anAgenda().does('olga', turnTo('p-write')), 'olga', <AgendaSection />);
    return { asked, edit: () => pressByKey('Edit Silent writing') };
  };
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
  const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox');

  test('by its kind is chosen with a button, and confirmed', async () => {
    const { asked, edit } = writing();
    await edit();
    await choose('Open debate');
    expect([asked(), screen.queryByRole('dialog')]).toEqual([[], null]);
    await press('Change kind');
    expect(screen.getByRole('dialog').textContent).toMatch(
      /^Reveal others’ contributions and all votes\?.*It can’t be undone\./,
    );
    await press('Keep hidden');
    expect([asked(), screen.queryByRole('dialog')]).toEqual([[], null]);
    await choose('Open debate');
    await press('Change kind');
    await press('Reveal now');
    expect(asked()).toMatchObject([
      { type: 'agenda.set', phases: [{ kind: 'open_debate', hides: [] }, {}, {}] },
    ]);
  });

  test('by its kind is confirmed, too, when the form is closed with a kind chosen, and announced', async () => {
    const { asked, edit } = writing();
    await edit();
    await choose('Open debate');
    await pressByKey('Edit Silent writing');
    expect([asked(), message()]).toEqual([[], '']);
    await press('Reveal now');
    expect(asked()).toMatchObject([{ phases: [{ id: 'p-write', kind: 'open_debate' }, {}, {}] }]);
    expect(message()).toBe('The kind of “Silent writing” is now “Open debate”.');
  });

  test.each([
    ['what others add', /^Reveal others’ contributions\?/, ['tallies']],
    ['all votes', /^Reveal all votes\?/, ['claims']],
  ])('by showing %s is confirmed', async (label, title, hides) => {
    const { asked, edit } = writing();
    await edit();
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: label });
    await userEvent.click(box);
    expect([screen.getByRole('dialog').textContent, box.checked, asked()]).toEqual([
      expect.stringMatching(title),
      true,
      [],
    ]);
    await press('Reveal now');
    expect(asked()).toMatchObject([{ phases: [{ id: 'p-write', hides }, {}, {}] }]);
  });

  test('is not confirmed if it reveals nothing, or if the phase isn’t running', async () => {
    const { asked, edit } = writing();
    await edit();
    await userEvent.click(screen.getByRole('checkbox', { name: 'comment' }));
    await pressByKey('Edit Vote');
    await userEvent.click(screen.getByRole('checkbox', { name: 'all votes' }));
    expect(boxes().filter(({ checked }) => checked)).toHaveLength(1);
    expect(asked()).toHaveLength(2);
  });
});

test('[AG7] the kind of a running poll phase is changed after a warning, if its poll would close without answers', async () => {
  const debate = aDebate().does('olga', setAgenda([POLLING, OPEN]), turnTo('p-poll'));
  debate.does('dana', answer('p-poll_1', 0));
  const { asked } = show(debate, 'olga', <AgendaSection />);
  await pressByKey('Edit Opening poll');
  await choose('Open debate');
  await userEvent.click(screen.getByRole('button', { name: 'Change kind' }));
  expect(asked()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Close anyway' }));
  expect(asked()).toMatchObject([{ phases: [{ id: 'p-poll', kind: 'open_debate' }, {}] }]);
});

test('a removed phase can be put back where it was', async () => {
  const { store } = show(anAgenda(), 'olga', <AgendaSection />);
  const phases = () => store.state().replica.view.agenda?.phases;
  await pressByKey('Edit Open debate');
  await pressByKey('Remove');
  expect(phases()).toEqual([WRITING, VOTING]);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(phases()).toEqual([WRITING, OPEN, VOTING]);
});
