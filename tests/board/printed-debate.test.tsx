// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { printDebate, setPrintLoader } from '../../app/_board/core/view/print-debate.ts';
import { PrintOnDemand } from '../../app/_board/print/print-on-demand.tsx';
import { NowCorner } from '../../app/_board/screens/stage/now-corner.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { AGREED } from '../support/made-conclusion.ts';
import { show } from './show.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const article = () => document.querySelector('[data-print]');
const titled = (title: string) => aDebate().does('olga', { type: 'debate.edit', title });

/** Prints as a browser does: the listeners run first, and the page is taken as they leave it. */
async function print(): Promise<void> {
  vi.stubGlobal('print', () => window.dispatchEvent(new Event('beforeprint')));
  await act(printDebate);
}

test('printing waits for the article, which has no buttons', async () => {
  show(titled('Tests'), 'dana', <PrintOnDemand branch={undefined} />);
  expect(article()).toBeNull();
  await print();
  expect(article()?.textContent).toContain(AGREED);
  expect(article()?.querySelector('button')).toBeNull();
});

test('printing does not wait for ever for a server that is silent', async () => {
  vi.useFakeTimers();
  const printed = vi.fn();
  vi.stubGlobal('print', printed);
  setPrintLoader(() => new Promise(() => {}));
  void printDebate();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(printed).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  expect(printed).toHaveBeenCalledOnce();
});

test.each([
  ['Tests', 1],
  ['This house tests.', 0],
])(
  'a debate called %j shows its title beside its motion on paper and on the stage %i times',
  async (title, times) => {
    show(titled(title), 'dana', <PrintOnDemand branch={undefined} />);
    await print();
    const kickers = [...(article()?.querySelectorAll('p') ?? [])].filter(
      ({ textContent }) => textContent === title,
    );
    expect(kickers).toHaveLength(times);
    cleanup();
    show(titled(title), null, <NowCorner />);
    expect(screen.queryAllByText(title)).toHaveLength(times);
  },
);
