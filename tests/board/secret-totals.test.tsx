// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { printDebate } from '../../app/_board/core/view/print-debate.ts';
import MergeDialog from '../../app/_board/features/lineage/merge-dialog.tsx';
import { ArgumentLine } from '../../app/_board/panel/argument-line.tsx';
import { PrintOnDemand } from '../../app/_board/print/print-on-demand.tsx';
import { aDebate, agree, type DebateBuilder } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A closed debate in which two people voted on one claim, by an open ballot or a secret one. */
function voted(ballots: 'open' | 'secret'): DebateBuilder {
  const debate = aDebate().does('mona', agree('c-a'));
  if (ballots === 'secret') debate.does('olga', { type: 'debate.configure', ballots });
  return debate.does('olga', { type: 'debate.setStatus', status: 'closed' });
}

function inPanel(debate: DebateBuilder): string {
  show(debate, 'dana', <ArgumentLine claimId="c-a" />);
  return screen.getByRole('button').textContent;
}

/** The note of the merge dialog on what moves with the claim. */
function onMerging(debate: DebateBuilder): string {
  show(debate, 'mona', <MergeDialog claimId="c-a" into="c-d" onClose={() => undefined} />);
  return screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join(' ');
}

async function onPaper(debate: DebateBuilder): Promise<string> {
  vi.stubGlobal('print', () => window.dispatchEvent(new Event('beforeprint')));
  show(debate, 'dana', <PrintOnDemand branch={undefined} />);
  await act(printDebate);
  return document.querySelector('[data-print]')?.textContent ?? '';
}

test.each([
  ['open', '2 – 0', '2 agree, 0 disagree'],
  ['secret', 'fewer than 5 votes', 'fewer than 5 votes'],
] as const)(
  'after the %s ballot, few votes read the same in the panel and on paper as on the map',
  async (ballots, listed, printed) => {
    expect(inPanel(voted(ballots))).toContain(listed);
    cleanup();
    const paper = await onPaper(voted(ballots));
    expect(paper).toContain(printed);
    expect(paper.includes('no votes')).toBe(ballots === 'open');
  },
);

test.each([
  ['open', '2 votes'],
  ['secret', 'fewer than 5 votes'],
] as const)('after the %s ballot, the merge dialog says that votes may move', (ballots, moved) => {
  const said = onMerging(voted(ballots));
  expect(said).toContain(moved);
  expect(said).toContain('Votes move too');
});
