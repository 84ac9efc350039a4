// @vitest-environment happy-dom
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { NowScene } from '../../app/_board/screens/stage/now-scene.tsx';
import { aDebate, agree, hide, newClaim } from '../support/debate-builder.ts';
import { aDebateIn, VOTING, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const lane = (name: string) => within(screen.getByRole('region', { name }));
const rows = (name: string) => lane(name).queryAllByRole('listitem');

test('the idle stage shows each position with its claims, their votes and arguments, and the newest replies', () => {
  show(aDebate(), null, <NowScene />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This house tests');
  expect(rows('East').map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/one two three1 – 0\+1$/),
  ]);
  expect(rows('West').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('seven')]);
  const newest = within(screen.getByRole('region', { name: 'Newest claims' })).getAllByRole('listitem');
  expect(newest.map(({ textContent }) => textContent?.match(/does not follow$|six$/)?.[0]).sort()).toEqual([
    'does not follow',
    'six',
  ]);
});

test('a hidden claim is neither shown nor counted on the stage', () => {
  show(aDebate().does('olga', hide('c-b', 'c-u')), null, <NowScene />);
  expect(rows('East')[0]?.textContent).not.toContain('+1');
  expect(lane('East').getByText('1 claim')).toBeTruthy();
  expect(document.body.textContent).not.toContain('four five six');
});

test('the stage has no blind content, and no votes while votes are hidden', () => {
  show(aDebateIn(WRITING).does('dana', newClaim('secret', 'east')), null, <NowScene />);
  expect(rows('East')).toHaveLength(1);
  expect(lane('East').getByText('3 claims')).toBeTruthy();
  cleanup();
  show(aDebateIn(VOTING), null, <NowScene />);
  expect(rows('East')[0]?.textContent).not.toMatch(/\d – \d/);
});

test('where there is no room for the newest claims, they give way to those of the positions', () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(350);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return 100 * this.querySelectorAll('section[aria-label] li').length;
  });
  const debate = aDebate();
  for (let at = 0; at < 4; at += 1) debate.does('dana', newClaim(`more${at}`, 'east'));
  show(debate, null, <NowScene />);
  expect(rows('East')).toHaveLength(2);
  expect(screen.queryByRole('region', { name: 'Newest claims' })).toBeNull();
  expect(lane('East').getByText('+ 3 more on the board')).toBeTruthy();
});

test('after a vote as many claims are shown as before, found in few tries', () => {
  let tries = 0;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(450);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    tries += 1;
    return 100 * this.querySelectorAll('section[aria-label] li').length;
  });
  const debate = aDebate();
  for (let at = 0; at < 20; at += 1) debate.does('dana', newClaim(`more${at}`, 'east'));
  const { store } = show(debate, 'mona', <NowScene />);
  const before = rows('East').length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(16);
  tries = 0;
  act(() => store.submit(agree('c-b')));
  expect(rows('East')).toHaveLength(before);
  expect(tries).toBeGreaterThan(0);
  expect(tries).toBeLessThanOrEqual(3);
});
