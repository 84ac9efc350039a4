// @vitest-environment happy-dom
import { act, cleanup, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnalysisPane } from '../../app/_board/features/analysis/analysis-pane.tsx';
import { ParticipationSection } from '../../app/_board/features/analysis/participation-section.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => vi.stubGlobal('fetch', noServer));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

test('a part of the analysis is drawn once it is unfolded, and stays when it is folded', () => {
  show(aDebate(), 'dana', <AnalysisPane />);
  const part = document.querySelector<HTMLDetailsElement>('[data-part="participation"]');
  const fold = (open: boolean) => {
    if (!part) return;
    part.open = open;
    fireEvent(part, new Event('toggle'));
  };
  expect(part?.querySelector('table')).toBeNull();
  expect(document.querySelector('[data-part="groups"]')?.children.length).toBeGreaterThan(1);
  fold(true);
  const table = part?.querySelector('table');
  expect(table).toBeTruthy();
  fold(false);
  expect(part?.querySelector('table')).toBe(table);
});

test('participation follows many changes together, after a rest', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const debate = aDebate();
  const { update } = show(debate, 'dana', <ParticipationSection />);
  const claims = () => Number(document.querySelector('[data-share="west"] td:nth-of-type(2)')?.textContent);
  const before = claims();
  for (const key of ['x', 'y', 'z']) {
    debate.does('emil', newClaim(key, 'west', { positionId: 'west' }));
    update();
    expect(claims()).toBe(before);
  }
  act(() => vi.advanceTimersByTime(1_500));
  expect(claims()).toBe(before + 3);
});
