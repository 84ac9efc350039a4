// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import SplitDialog from '../../app/_board/features/lineage/split-dialog.tsx';
import SuggestDialog from '../../app/_board/features/suggestions/suggest-dialog.tsx';
import { MailField } from '../../app/_ui/form-page/mail-field.tsx';
import { NewPasswordField } from '../../app/_ui/form-page/new-password-field.tsx';
import { PageForm } from '../../app/_ui/form-page/page-form.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { forgetDraftsHere } from '../../app/_ui/stored-draft.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  forgetDraftsHere();
  vi.unstubAllGlobals();
});

/** True if a field is described by what the form says about its refusal, and marked as refused. */
const isTied = (field: HTMLElement) =>
  field.getAttribute('aria-invalid') === 'true' &&
  (field.getAttribute('aria-describedby') ?? '').split(' ').includes(screen.getByRole('alert').id);

test('a page’s form ties its refusal to the field that it is about, beside its hint', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ ok: false, rejection: { code: 'password_common' } }));
  render(
    <MessageProvider locale="en" messages={en}>
      <PageForm action="/api/administrator">
        <MailField label="Email" typed="ann@example.org" />
        <NewPasswordField label="Password" hint="A long one" />
        <button type="submit">Send</button>
      </PageForm>
    </MessageProvider>,
  );
  const [mail, password] = [screen.getByLabelText('Email'), screen.getByLabelText('Password')];
  expect(password.getAttribute('aria-invalid')).toBeNull();
  await userEvent.type(password, 'password1');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('alert');
  expect([isTied(mail), isTied(password)]).toEqual([false, true]);
  expect(password.getAttribute('aria-describedby')?.split(' ')).toHaveLength(2);
});

test('a suggestion’s refusal is tied to the text that it is about, until that is mended', async () => {
  show(aDebate(), 'emil', <SuggestDialog claimId="c-a" onClose={() => undefined} />);
  const field = (name: string) => screen.getByRole('textbox', { name });
  fireEvent.change(field(en.suggestions.wording), { target: { value: 'Another wording' } });
  fireEvent.change(field(en.suggestions.note), { target: { value: 'A bell: \u0007' } });
  await userEvent.click(screen.getByRole('button', { name: en.suggestions.send }));
  expect([isTied(field(en.suggestions.wording)), isTied(field(en.suggestions.note))]).toEqual([false, true]);
  fireEvent.change(field(en.suggestions.note), { target: { value: 'No bell' } });
  expect(isTied(field(en.suggestions.note))).toBe(false);
});

test('the count of a part that is too long describes that part', () => {
  show(aDebate(), 'mona', <SplitDialog claimId="c-a" onClose={() => undefined} />);
  const first = screen.getByRole('textbox', { name: en.lineage.firstPart });
  fireEvent.change(first, { target: { value: 'x'.repeat(5000) } });
  expect(first.getAttribute('aria-invalid')).toBe('true');
});
