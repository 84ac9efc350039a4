// @vitest-environment happy-dom
import { act, cleanup, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AnalysisPane } from '../../app/_board/features/analysis/analysis-pane.tsx';
import { ParticipationSection } from '../../app/_board/features/analysis/participation-section.tsx';
import { ShareBars } from '../../app/_board/features/analysis/share-bars.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { noServer, show } from './show.tsx';

beforeEach(() => vi.stubGlobal('fetch', noServer));
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

function fold(part: HTMLDetailsElement | null, open: boolean) {
  if (!part) return;
  part.open = open;
  fireEvent(part, new Event('toggle'));
}

test('a part of the analysis is drawn once it is unfolded, and stays when it is folded', () => {
  show(aDebate(), 'dana', <AnalysisPane />);
  const part = document.querySelector<HTMLDetailsElement>('[data-part="participation"]');
  expect(part?.querySelector('table')).toBeNull();
  expect(document.querySelector('[data-part="groups"]')?.children.length).toBeGreaterThan(1);
  fold(part, true);
  const table = part?.querySelector('table');
  expect(table).toBeTruthy();
  fold(part, false);
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

test('shares beyond the first are drawn once they are unfolded', () => {
  const shares = Array.from({ length: 40 }, (_, nth) => ({
    id: `p${nth}`,
    claims: 1,
    comments: 0,
    words: 1,
  }));
  const bars = (
    <ShareBars head="" shares={shares} shown={12} votes={null} nameOf={() => ''} colorOf={() => ''} />
  );
  show(aDebate(), 'dana', bars);
  const rows = () => document.querySelectorAll('[data-share]').length;
  expect(rows()).toBe(12);
  fold(document.querySelector('details'), true);
  expect(rows()).toBe(40);
});
