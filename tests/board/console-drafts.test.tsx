// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Console from '../../app/_board/facilitate/console.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const openTab = (name: string) => userEvent.click(screen.getByRole('tab', { name }));
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

/** Leaves the tab, closes the console, and opens it there again. */
async function leaveAndReturn(tab: string) {
  await openTab('Floor');
  cleanup();
  show(aDebate(), 'olga', <Console />);
  await openTab(tab);
}

/** The console, as a tool that another one closes. */
function Closable() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Tools
      </button>
      {isOpen && <Console />}
    </>
  );
}

test('the console opens again on the section where it was left', async () => {
  show(aDebate(), 'olga', <Closable />);
  await openTab('Floor');
  await press('Tools');
  await press('Tools');
  expect(screen.getByRole('tab', { name: 'Floor' }).getAttribute('aria-selected')).toBe('true');
});

test('a quick poll that is being written stays as it is in another tab, and until it is asked', async () => {
  show(aDebate(), 'olga', <Console />);
  await openTab('Polls');
  await userEvent.type(field('Question'), 'Where to?');
  await userEvent.type(field('Option 1'), 'North');
  await leaveAndReturn('Polls');
  expect([field('Question').value, field('Option 1').value]).toEqual(['Where to?', 'North']);
  await userEvent.type(field('Option 2'), 'South');
  await press('Start poll');
  await leaveAndReturn('Polls');
  expect([field('Question').value, field('Option 1').value]).toEqual(['', '']);
});

test('the choices for a poll stay for the next one, and not once the tab was left', async () => {
  show(aDebate(), 'olga', <Console />);
  await openTab('Polls');
  const form = () => field('Question').form ?? expect.fail('the question has no form');
  const open = () => within(form()).getByRole('radio', { name: /^Open/ });
  await userEvent.click(open());
  await userEvent.type(field('Question'), 'Where to?');
  await userEvent.type(field('Option 1'), 'North');
  await userEvent.type(field('Option 2'), 'South');
  await press('Start poll');
  expect(open()).toHaveProperty('checked', true);
  expect(field('Question').value).toBe('');
  await leaveAndReturn('Polls');
  expect(open()).toHaveProperty('checked', false);
});

test('groups that are being formed stay in another tab, until they are cancelled', async () => {
  show(aDebate(), 'olga', <Console />);
  await openTab('Groups');
  await press('Form groups');
  await press('Assign people');
  await userEvent.type(field('Name of group 1'), ' of the east');
  await leaveAndReturn('Groups');
  expect(field('Name of group 1').value).toBe('Group 1 of the east');
  await press('Cancel');
  await leaveAndReturn('Groups');
  expect(screen.queryByLabelText('Name of group 1')).toBeNull();
});
