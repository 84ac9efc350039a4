// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import Wordings from '../../app/_board/features/wordings/wordings.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('wordings that did not load say so, and load when asked again', async () => {
  vi.stubGlobal('fetch', noServer);
  const debate = aDebate();
  const claim = debate.state.claims.get('c-a') ?? expect.fail();
  show(debate, 'dana', <Wordings claim={claim} />);
  expect((await screen.findByRole('alert')).textContent).toBe('The wordings couldn’t be loaded.');
  expect(screen.queryByText('Loading…')).toBeNull();
  const first = { at: 1_000, number: 1, text: 'Before', by: ['dana'] };
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, wordings: [first] }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('listitem')).textContent).toContain('Before');
  expect(document.activeElement).toBe(screen.getByRole('list'));
});

const asWordings = (numbers: readonly number[]) =>
  numbers.map((number) => ({ at: number, number, text: `Words ${number}`, by: ['dana'] }));
const versions = () =>
  screen.getAllByRole('listitem').map(({ textContent }) => /Version \d+/.exec(textContent)?.[0]);

test('[HI6] earlier wordings of a long list are shown when asked for, each compared with the one before', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(new URL(path, 'https://parley.test').search);
    const isNewest = asked.length === 1;
    const wordings = asWordings(isNewest ? [3, 4] : [1, 2]);
    return Response.json({ ok: true, wordings, earlier: isNewest ? 2 : 0 });
  });
  const debate = aDebate();
  show(debate, 'dana', <Wordings claim={debate.state.claims.get('c-a') ?? expect.fail()} />);
  // The third is there to compare the fourth with.
  expect((await screen.findAllByRole('listitem')).length).toBe(1);
  expect(versions()).toEqual(['Version 4']);
  expect(screen.getByRole('deletion').textContent).toContain('3');
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
  await vi.waitFor(() => expect(versions()).toEqual([4, 3, 2, 1].map((number) => `Version ${number}`)));
  expect(asked).toEqual(['', '?before=2']);
  expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('list'));
});

test('earlier wordings that did not load say so, and those shown stay', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ ok: true, wordings: asWordings([3, 4]), earlier: 2 }));
  const debate = aDebate();
  show(debate, 'dana', <Wordings claim={debate.state.claims.get('c-a') ?? expect.fail()} />);
  const more = await screen.findByRole('button', { name: 'Show earlier' });
  vi.stubGlobal('fetch', noServer);
  await userEvent.click(more);
  expect((await screen.findByRole('alert')).textContent).toBe('The wordings couldn’t be loaded.');
  expect(versions()).toEqual(['Version 4']);
});
