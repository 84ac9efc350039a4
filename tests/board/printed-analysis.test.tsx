// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { OpinionMap } from '../../app/_board/features/analysis/opinions/opinion-map.tsx';
import { ParticipationSection } from '../../app/_board/features/analysis/participation-section.tsx';
import type { DisclosedOpinions } from '../../domain/analysis/opinions/disclosed-opinions.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** The text of the page on screen or on paper. */
function textOn(medium: 'screen' | 'paper'): string {
  const page = document.body.cloneNode(true) as HTMLElement;
  for (const part of page.querySelectorAll('[data-on]'))
    if (part.getAttribute('data-on') !== medium) part.remove();
  return page.textContent ?? '';
}

test('[OU9] the analysis of a debate with pseudonyms names people on paper by these alone', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', names: 'pseudonyms' });
  const people = [{ id: 'dana', name: 'Dana Smith', pseudonym: 'Quiet Heron' }];
  show(debate, 'mona', <ParticipationSection />, people);
  expect(textOn('screen')).toContain('Dana Smith');
  expect(textOn('paper')).toContain('Quiet Heron');
  expect(textOn('paper')).not.toContain('Smith');
});

test('[AN24] of a secret ballot the number of votes is not shown, during the vote and afterwards', () => {
  const debate = aDebate().does('olga', { type: 'debate.configure', ballots: 'secret' });
  show(debate, 'mona', <ParticipationSection />);
  expect(textOn('screen')).toContain('The number of votes is hidden for now.');
  cleanup();
  show(debate.does('olga', { type: 'debate.setStatus', status: 'closed' }), 'mona', <ParticipationSection />);
  expect(textOn('screen')).toContain('The ballot is secret, so the number of votes isn’t shown.');
});

const OPINIONS: Extract<DisclosedOpinions, { kind: 'groups' }> = {
  kind: 'groups',
  people: 6,
  places: [],
  groups: [{ size: 6, center: [0, 0], spread: [1, 1], turn: 0, holds: null }],
  statements: [],
  shared: [],
  dividing: [],
  silhouettes: [],
};

test('[OU9] the picture of a secret ballot does not show on paper who printed it', () => {
  show(aDebate(), 'dana', <OpinionMap opinions={OPINIONS} own={{ at: [1, 1], group: 0 }} />);
  expect(screen.getByText('You').closest('[data-on]')?.getAttribute('data-on')).toBe('screen');
  expect(document.querySelector('[data-own]')?.getAttribute('data-on')).toBe('screen');
});
