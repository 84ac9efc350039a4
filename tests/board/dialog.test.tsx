// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Dialog } from '../../app/_ui/dialogs/dialog.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

afterEach(cleanup);

function Opened({ savesAsTyped = false }) {
  const [isOpen, setOpen] = useState(true);
  return isOpen ? (
    <Dialog title="Report" savesAsTyped={savesAsTyped} onClose={() => setOpen(false)}>
      <textarea aria-label="Reason" />
      <input aria-label="Name" />
      <input aria-label="Find" type="search" />
      <input aria-label="Claim" role="combobox" aria-expanded="false" aria-controls="none" />
      <input aria-label="Everyone" type="checkbox" />
    </Dialog>
  ) : null;
}

const open = (savesAsTyped = false) =>
  render(
    <MessageProvider locale="en" messages={en}>
      <Opened savesAsTyped={savesAsTyped} />
    </MessageProvider>,
  );
const isOpen = () => screen.queryByRole('dialog') !== null;
const pressOutside = () => userEvent.click(document.querySelector('[role=presentation]') ?? document.body);

test.each(['Reason', 'Name'])('a press outside keeps what was typed in the field %s', async (name) => {
  open();
  await userEvent.type(screen.getByLabelText(name), 'It says something else.');
  await pressOutside();
  expect(isOpen()).toBe(true);
  await userEvent.clear(screen.getByLabelText(name));
  await pressOutside();
  expect(isOpen()).toBe(false);
});

test.each(['Find', 'Claim'])(
  'a press outside closes a dialog in which %s alone was filled in',
  async (name) => {
    open();
    await userEvent.type(screen.getByLabelText(name), 'trams');
    await userEvent.click(screen.getByLabelText('Everyone'));
    await pressOutside();
    expect(isOpen()).toBe(false);
  },
);

test('a press outside closes a dialog that saves what is typed', async () => {
  open(true);
  await userEvent.type(screen.getByLabelText('Name'), 'Trams');
  await pressOutside();
  expect(isOpen()).toBe(false);
});

test('Escape closes a dialog with a typed text', async () => {
  open();
  await userEvent.type(screen.getByLabelText('Reason'), 'It says something else.{Escape}');
  expect(isOpen()).toBe(false);
});
