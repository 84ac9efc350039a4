// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act, cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { printDebate, setPrintLoader } from '../../app/_board/core/view/print-debate.ts';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { PrintOnDemand } from '../../app/_board/print/print-on-demand.tsx';
import { NowCorner } from '../../app/_board/screens/stage/now-corner.tsx';
import type { Names } from '../../domain/debate/head/head.ts';
import type { Person } from '../../domain/protocol/server-messages.ts';
import {
  aDebate,
  type DebateBuilder,
  giveBack,
  hide,
  hold,
  merge,
  newClaim,
} from '../support/debate-builder.ts';
import { AGREED, speaksFor } from '../support/made-conclusion.ts';
import { agree, steelman } from '../support/made-steelmen.ts';
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

/** The text on one person's paper. */
async function paperOf(debate: DebateBuilder, who: string, people: readonly Person[] = []): Promise<string> {
  show(debate, who, <PrintOnDemand branch={undefined} />, people);
  await print();
  return article()?.textContent ?? '';
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

describe('[OU9] paper, which is passed on, names authors as files do:', () => {
  /** Dana speaks for the west, and emil's claim is merged into one of hers. */
  const named = (names: Names) =>
    aDebate()
      .does('dana', speaksFor('dana', 'west'))
      .does('mona', merge('c-d', 'c-a'))
      .does('olga', { type: 'debate.configure', names });

  test('nobody in an anonymous debate, also not the one who prints', async () => {
    const paper = await paperOf(named('anonymous'), 'dana', [{ id: 'dana', name: 'Dana' }]);
    expect(paper).toContain('1 agree, 0 disagree · with “seven”');
    expect(paper).not.toMatch(/You|Dana/);
  });

  test('by their pseudonyms alone, for moderators too', async () => {
    const people = [
      { id: 'dana', name: 'Dana Smith', pseudonym: 'Quiet Heron' },
      { id: 'emil', name: 'Emil Jones', pseudonym: 'Red Fox' },
    ];
    const paper = await paperOf(named('pseudonyms'), 'mona', people);
    expect(paper).toContain('Quiet HeronWest');
    expect(paper).toContain('with Red Fox: “seven”');
    expect(paper).not.toMatch(/Smith|Jones/);
  });
});

describe('[OU9] a claim that not every reader sees is not on paper, nor counted in its numbers,', () => {
  const debate = aDebate().does('dana', newClaim('e', 'c-a', { text: 'eight nine' }));
  test.each([
    ['hidden, for a moderator', [hide('c-b')], 'mona'],
    ['hidden, for its author', [hide('c-b')], 'emil'],
    ['waiting, for a moderator', [hold('c-b')], 'mona'],
    ['waiting, for its author', [hold('c-b')], 'emil'],
    ['sent back, for its author', [hold('c-b'), giveBack('c-b')], 'emil'],
  ] as const)('if it is %s', async (_, acts, who) => {
    const paper = await paperOf(debate.copy().does('olga', ...acts), who);
    expect(paper).toContain('1.1.1 supportseight nine');
    expect(paper).not.toContain('four five six');
    expect(paper).not.toContain('does not follow');
  });
});

describe('[OU9] until paper is made, a page is not printed as it is on screen:', () => {
  const page = () => document.querySelector('body > div');
  const hidden = (inMedia: string) => hiddenIn(inMedia).some((rule) => page()?.matches(rule));
  const SCRIPTED = '@media print and (not (scripting: none))';

  test('a participant’s never, a reader’s only without scripts', () => {
    show(aDebate(), 'mona', <PrintOnDemand branch={undefined} />);
    expect(hidden('@media print')).toBe(true);
    cleanup();
    show(aDebate(), null, <PrintOnDemand branch={undefined} />);
    expect([hidden('@media print'), hidden(SCRIPTED)]).toEqual([false, true]);
  });

  test('then the article alone is', async () => {
    show(aDebate(), 'mona', <PrintOnDemand branch={undefined} />);
    await print();
    expect(hidden('@media print')).toBe(true);
    const rules = [...hiddenIn('@media print'), ...hiddenIn(SCRIPTED)];
    expect(rules.filter((rule) => article()?.matches(rule))).toEqual([]);
  });
});

/** Returns the selectors of what is not printed, from the page's own styles. */
function hiddenIn(media: string): string[] {
  const styles = readFileSync('app/_ui/print.css', 'utf8').split(/^(?=@media)/m);
  const block = styles.find((one) => one.startsWith(`${media} {`)) ?? '';
  const rules = block.slice(media.length).matchAll(/([^{}]+)\{\s*display: none;/g);
  return [...rules].map(([, selector = '']) => selector.replace(/\/\*.*?\*\//gs, '').trim());
}

test('[SM1] a best case says on paper for whom and by whom it is, and whether it is recognized', async () => {
  const debate = steelman(aDebate());
  expect(await paperOf(debate, 'dana')).toContain('Best case for East, by West: not recognized yet');
  cleanup();
  expect(await paperOf(debate.does('olga', agree('a-o')), 'dana')).toContain(
    'Best case for East, by West: recognized',
  );
});

test('[OU9] only the branch in view is printed, with the address of its page', async () => {
  show(
    aDebate(),
    'dana',
    <>
      <FocusBranch id="c-b" />
      <PrintOnDemand branch={undefined} />
    </>,
  );
  await print();
  expect(article()?.textContent).toContain('one two three');
  await userEvent.click(screen.getByRole('button', { name: 'Focus' }));
  await print();
  const paper = article()?.textContent;
  expect(paper).toContain('1.1.1 supportsfour five six');
  expect(paper).not.toContain('one two three');
  expect(paper).toContain(`${window.location.origin}/debates/a-debate/claims/c-b, `);
});

function FocusBranch({ id }: { id: string }) {
  const { lookAt } = useViewActs();
  return (
    <button type="button" onClick={() => lookAt(id)}>
      Focus
    </button>
  );
}
