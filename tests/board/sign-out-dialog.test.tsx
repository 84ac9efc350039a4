// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as outboxes from '../../app/_board/core/offline/outbox/outbox-storage.ts';
import * as summaries from '../../app/_board/core/offline/saved-summary.ts';
import { answerWhetherBegun, hasBegunElsewhere } from '../../app/_board/core/store/begun-elsewhere.ts';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import { GroupsSection } from '../../app/_board/features/groups/groups-section.tsx';
import { QuickPollForm } from '../../app/_board/features/polls/quick-poll-form.tsx';
import { AskForm } from '../../app/_board/features/questions/ask-form.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import SignOutDialog from '../../app/_ui/sign-out/sign-out-dialog.tsx';
import { SignOutForm } from '../../app/_ui/sign-out/sign-out-form.tsx';
import { draftsUnder, keepDraft, readDraft } from '../../app/_ui/stored-draft.ts';
import { ForgetEnded } from '../../app/sign-in/forget-ended.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Unsent changes of two debates. */
const KEPT = new Map([
  ['d-1', 1],
  ['d-2', 2],
]);
const QUESTION = 'a-debate/dana/words/question';

test.each([
  ['an account', 'This browser keeps it until you sign in again.', false],
  ['a guest', 'will be lost when you sign out', true],
])('the changes that %s has not sent: %s', (_, says, isGuest) => {
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutDialog
        unsent={new Map([['a-debate', 1]])}
        titles={new Map()}
        isBegunElsewhere={false}
        isGuest={isGuest}
        onSignOut={() => undefined}
        onClose={() => undefined}
      />
    </MessageProvider>,
  );
  expect(screen.getByText(/1 change hasn’t been sent/).textContent).toContain(says);
});

test('the rows of several debates say which debate each is, and their links what they send', () => {
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutDialog
        unsent={new Map([...KEPT, ['d-3', 1]])}
        titles={new Map([['d-1', 'Cycling']])}
        isBegunElsewhere={false}
        isGuest={false}
        onSignOut={() => undefined}
        onClose={() => undefined}
      />
    </MessageProvider>,
  );
  const names = screen.getAllByRole('link').map((link) => link.getAttribute('aria-label'));
  expect(names).toEqual([
    'Open the debate to send it: Cycling',
    'Open the debate to send them: Debate d-2',
    'Open the debate to send it: Debate d-3',
  ]);
  expect(screen.getByText('Cycling').closest('p')?.textContent).toContain('1 change hasn’t been sent');
});

test('a debate with unsent changes has the title under which this browser saved it', async () => {
  vi.spyOn(outboxes, 'unsentHere').mockResolvedValue(KEPT);
  vi.spyOn(summaries, 'savedTitles').mockResolvedValue(new Map([['d-1', 'Cycling']]));
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutForm action="/api/signout" label="Sign out" isGuest={false} participantIds={['dana']} />
    </MessageProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('link', { name: 'Open the debate to send it: Cycling' })).toBeTruthy();
  vi.restoreAllMocks();
});

test.each([
  ['an account', false, 'It’s kept there until you sign in again.'],
  ['a guest', true, 'It can’t be sent once you sign out.'],
])('text begun in a form of another tab is named before %s signs out', async (_, isGuest, says) => {
  // Another tab has drafts of its own, which this one can't read.
  const stop = answerWhetherBegun(() => true);
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutForm action="/api/signout" label="Sign out" isGuest={isGuest} participantIds={['dana']} />
    </MessageProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out?' });
  stop();
  expect(dialog.textContent).toContain('Another tab has unsent text');
  expect(dialog.textContent).toContain(says);
});

test('a tab answers for its own forms alone, while it has begun one', async () => {
  const stop = answerWhetherBegun();
  expect(await hasBegunElsewhere()).toBe(false);
  keepDraft(QUESTION, 'Who pays?');
  expect(await hasBegunElsewhere()).toBe(true);
  keepDraft(QUESTION, '');
  stop();
});

test('text in a form that was not sent is named before it is deleted; an empty one needs no question', async () => {
  keepDraft(QUESTION, 'Who pays?');
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutForm action="/api/signout" label="Sign out" isGuest={false} participantIds={['dana']} />
    </MessageProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sign out?' });
  expect(dialog.textContent).toContain('Unsent text in this tab will be deleted.');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(readDraft(QUESTION)).toBe('Who pays?');
  const forgottenAt = () => window.localStorage.getItem('parley:drafts-forgotten');
  const before = forgottenAt();
  // There is no server here to which the form could go.
  const left = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out' }));
  await expect.poll(() => left.mock.calls).toHaveLength(1);
  left.mockRestore();
  expect(hasBegunForms()).toBe(false);
  expect(readDraft(QUESTION)).toBe('');
  // Other tabs keep theirs: the question was not about those.
  expect(forgottenAt()).toBe(before);
});

test('a sign-out for which the server may ask for a proof first forgets nothing until the server has ended it', async () => {
  keepDraft(QUESTION, 'Who pays?');
  const signedOut = () => window.localStorage.getItem('parley:signed-out');
  const before = signedOut();
  render(
    <MessageProvider locale="en" messages={en}>
      <SignOutForm action="/" label="Sign out" isGuest={false} needsProof participantIds={['dana']} />
    </MessageProvider>,
  );
  // There is no server here to which the form could go.
  const left = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out' }));
  await expect.poll(() => left.mock.calls).toHaveLength(1);
  left.mockRestore();
  expect([readDraft(QUESTION), signedOut()]).toEqual(['Who pays?', before]);
  render(<ForgetEnded />);
  await expect.poll(signedOut).not.toBe(before);
  expect(readDraft(QUESTION)).toBe('');
});

const type = (name: string, text: string) => userEvent.type(screen.getByRole('textbox', { name }), text);

test.each([
  ['the question of a reader', null, <AskForm key="" />, () => type('Your question', 'Who?'), true],
  ['a poll’s question', 'mona', <QuickPollForm key="" />, () => type('Question', 'Who pays?'), true],
  ['a poll’s option', 'mona', <QuickPollForm key="" />, () => type('Option 1', 'The city'), true],
  [
    'no poll without words',
    'mona',
    <QuickPollForm key="" />,
    () => userEvent.click(screen.getByRole('radio', { name: /Open/ })),
    false,
  ],
  [
    'no form for groups that is merely open',
    'mona',
    <GroupsSection key="" />,
    () => userEvent.click(screen.getByRole('button', { name: 'Form groups' })),
    false,
  ],
  [
    'groups that are drawn',
    'mona',
    <GroupsSection key="" />,
    async () => {
      await userEvent.click(screen.getByRole('button', { name: 'Form groups' }));
      await userEvent.click(screen.getByRole('radio', { name: /All/ }));
      await userEvent.click(screen.getByRole('button', { name: 'Assign people' }));
    },
    true,
  ],
])('before a sign-out, %s in a form counts', async (_, who, form, begin, counts) => {
  show(aDebate(), who, form);
  await begin();
  expect(draftsUnder('a-debate/').size).toBeGreaterThan(0);
  expect(hasBegunForms()).toBe(counts);
});
