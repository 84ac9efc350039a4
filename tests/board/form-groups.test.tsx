// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FormGroups, type FormingGroups } from '../../app/_board/features/groups/form-groups.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

const PEOPLE = ['Dana', 'Emil', 'Otto', 'Susi'].map((name) => ({ id: name.toLowerCase(), name }));
let forming: FormingGroups;

beforeEach(() => {
  vi.stubGlobal('fetch', noServer);
  forming = { count: 2, who: 'all', from: '', claims: false, task: '', minutes: null, drafts: null };
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Forming() {
  const [now, setNow] = useState(forming);
  forming = now;
  return (
    <FormGroups
      forming={now}
      onChange={(more) => setNow((before) => ({ ...before, ...more }))}
      onDone={() => undefined}
    />
  );
}

const draft = (name: string, ...members: string[]) => ({ name, members });
const open = () => show(aDebate(), 'olga', <Forming />, PEOPLE);
const count = () => screen.getByRole<HTMLInputElement>('spinbutton', { name: 'How many groups' });
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('the number of groups can be emptied and typed, and keeps to its limits when the field is left', async () => {
  open();
  await userEvent.clear(count());
  expect(count().value).toBe('');
  await userEvent.type(count(), '3');
  await userEvent.tab();
  expect(forming.count).toBe(3);
  await userEvent.clear(count());
  await userEvent.type(count(), '999');
  await userEvent.tab();
  expect(forming.count).toBeLessThan(999);
  const most = forming.count;
  await userEvent.clear(count());
  await userEvent.tab();
  expect(count().value).toBe(`${most}`);
});

test('drawn groups stay while the same number is typed again, and another one discards them', async () => {
  open();
  await press('Assign people');
  const { drafts } = forming;
  expect(drafts).toHaveLength(2);
  await userEvent.clear(count());
  await userEvent.type(count(), '2');
  await userEvent.tab();
  expect(forming.drafts).toBe(drafts);
  await userEvent.clear(count());
  await userEvent.type(count(), '3');
  expect(forming.drafts).toBe(drafts);
  await userEvent.tab();
  expect(forming.drafts).toBeNull();
});

test('the button after another number is typed is the one that is pressed', async () => {
  open();
  await press('Assign people');
  await userEvent.clear(count());
  await userEvent.type(count(), '3');
  // The field has the focus: pressing leaves it first.
  await press('Assign people');
  expect(forming.drafts).toHaveLength(3);
});

test('a double press assigns people, and begins nothing', async () => {
  open();
  const asked = vi.fn(noServer);
  vi.stubGlobal('fetch', asked);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Assign people' }));
  const begin = screen.getByRole('button', { name: 'Start groups' });
  begin.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
  expect(forming.drafts).toHaveLength(2);
  expect(asked).not.toHaveBeenCalled();
});

test('Enter in the field draws as many groups as were typed', async () => {
  open();
  await press('Assign people');
  await userEvent.clear(count());
  await userEvent.type(count(), '3{Enter}');
  expect(forming.drafts).toHaveLength(3);
});

test('a server out of reach is called that, and of no text', async () => {
  open();
  await press('Assign people');
  await press('Start groups');
  expect(await screen.findByText('Couldn’t reach the server. Try again in a moment.')).toBeTruthy();
});

test('groups that are being started leave the focus on the button, and are started once', async () => {
  open();
  await press('Assign people');
  const begun = vi.fn(() => new Promise<never>(() => undefined));
  vi.stubGlobal('fetch', begun);
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Start groups' });
  await userEvent.click(button);
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  expect(document.activeElement).toBe(button);
  fireEvent.submit(button.closest('form') ?? expect.fail());
  expect(begun).toHaveBeenCalledOnce();
});

test('a key in a group’s name draws only the people of that group again, and each can be put into the renamed one', async () => {
  forming = { ...forming, drafts: [draft('One', 'dana', 'emil'), draft('Two', 'otto', 'susi')] };
  open();
  const susi = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Susi’s group' });
  const listed = () => [...susi.options].map(({ text }) => text);
  expect(listed()).toEqual(['Two', 'No group']);
  // React sets it each time that it draws the list again.
  let drawn = 0;
  const option = susi.options[0] ?? expect.fail();
  Object.defineProperty(option, 'selected', { configurable: true, get: () => true, set: () => (drawn += 1) });
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of group 1' }), '!');
  expect(drawn).toBe(0);
  Reflect.deleteProperty(option, 'selected');
  act(() => susi.focus());
  expect(listed()).toEqual(['One!', 'Two', 'No group']);
  await userEvent.selectOptions(susi, 'One!');
  expect(forming.drafts?.map(({ name, members }) => [name, ...members])).toEqual([
    ['One!', 'dana', 'emil', 'susi'],
    ['Two', 'otto'],
  ]);
});

test('of many groups and people, 10 and 20 of each are drawn, and a person who was moved stays listed', async () => {
  const group = (nth: number) =>
    draft(`Group ${nth}`, ...Array.from({ length: 30 }, (_, n) => `p-${nth}-${n}`));
  forming = { ...forming, drafts: Array.from({ length: 14 }, (_, nth) => group(nth)) };
  show(aDebate(), 'olga', <Forming />);
  const cards = () => screen.getAllByRole('textbox', { name: /^Name of group/ }).map(cardOf);
  const people = (card?: Element) => card?.querySelectorAll('select').length;
  expect(cards()).toHaveLength(10);
  expect(people(cards()[0])).toBe(20);
  await userEvent.click(screen.getByRole('button', { name: 'Show 4 more' }));
  expect(cards()).toHaveLength(14);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of group 11' }));
  const first = cards()[0]?.querySelector('select') ?? expect.fail();
  act(() => first.focus());
  await userEvent.selectOptions(first, 'Group 3');
  expect(forming.drafts?.[3]?.members.at(-1)).toBe('p-0-0');
  expect(cards().slice(0, 4).map(people)).toEqual([20, 20, 20, 21]);
});

const cardOf = (field: Element) => field.closest('li') ?? expect.fail('no card');
