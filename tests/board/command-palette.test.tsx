// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import CommandPalette from '../../app/_board/header/command-palette.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function opened() {
  const done: string[] = [];
  const commands = ['Sources', 'Share', 'Show the map'].map((label) => ({
    id: label,
    label,
    act: () => void done.push(label),
  }));
  const debate = aDebate().does('dana', newClaim('harbour', 'east', { text: 'The harbour stays open.' }));
  show(
    debate,
    'dana',
    <>
      <CommandPalette commands={commands} onClose={() => void done.push('closed')} />
      <Selected />
    </>,
  );
  return done;
}

function Selected() {
  return <output>{useViewPart(({ selected }) => selected?.id ?? '')}</output>;
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const field = () => screen.getByRole('combobox', { name: 'Command or claim' });

test('letters that begin words of a command leave it; Enter does the marked one', async () => {
  const done = opened();
  expect(options()).toEqual(['Sources', 'Share', 'Show the map']);
  await userEvent.type(field(), 'sh');
  expect(options()).toEqual(['Share', 'Show the map']);
  await userEvent.keyboard('{ArrowDown}');
  expect(field().getAttribute('aria-activedescendant')).toBe(
    screen.getByRole('option', { name: 'Show the map' }).id,
  );
  await userEvent.keyboard('{Enter}');
  expect(done).toEqual(['closed', 'Show the map']);
});

test('arrows go round, and nothing is done where nothing fits', async () => {
  const done = opened();
  await userEvent.click(field());
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(done).toEqual(['closed', 'Show the map']);
  await userEvent.type(field(), 'zzz{Enter}');
  expect(screen.getByText('No matching command or claim.')).toBeDefined();
  expect(done).toHaveLength(2);
});

test('claims are found by their words, and opened', async () => {
  opened();
  await userEvent.type(field(), 'harbour');
  await waitFor(() => expect(options()).toEqual(['The harbour stays open.']));
  await userEvent.keyboard('{Enter}');
  expect(document.querySelector('output')?.textContent).toBe('c-harbour');
});

test('results are gone as soon as the field is empty', async () => {
  opened();
  await userEvent.type(field(), 'harbour');
  await waitFor(() => expect(options()).toEqual(['The harbour stays open.']));
  const drawn: string[] = [];
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => void records.push(...more));
  observer.observe(document.body, { subtree: true, childList: true });
  await userEvent.clear(field());
  await Promise.resolve();
  observer.disconnect();
  for (const { addedNodes, removedNodes } of records) {
    for (const { textContent } of addedNodes) drawn.push(`+${textContent}`);
    for (const { textContent } of removedNodes) drawn.push(`-${textContent}`);
  }
  expect(drawn.filter((one) => one.includes('S') || one.includes('harbour'))).toEqual([
    '-The harbour stays open.',
    '+Sources',
    '+Share',
    '+Show the map',
  ]);
  expect(options()).toEqual(['Sources', 'Share', 'Show the map']);
});

test('the number of commands and claims found is spoken, and an empty list is no open one', async () => {
  opened();
  const said = () => screen.getByText(/found$/).textContent;
  await userEvent.type(field(), 'sh');
  expect(field().getAttribute('aria-expanded')).toBe('true');
  await expect.poll(said).toBe('2 found');
  await userEvent.type(field(), 'zzz');
  expect(field().getAttribute('aria-expanded')).toBe('false');
  await expect.poll(said).toBe('Nothing found');
});
