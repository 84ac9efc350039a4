import { describe, expect, test } from 'vitest';
import { EMPTY_STATE } from '../../domain/debate/engine/state.ts';
import { NO_VOTES } from '../../domain/debate/votes/vote.ts';
import type { ExchangedDebate } from '../../domain/formats/exchanged-debate.ts';
import { type Block, paginate } from '../../server/rendering/report/flow.ts';
import { REPORT } from '../../server/rendering/report/report-words.ts';
import { writeBrief } from '../../server/rendering/report/write-brief.ts';
import { PEOPLE } from '../support/any-debate.ts';
import { aDebate, answer, closePoll, join, newClaim, SPLIT, stancePoll } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (text: string) => text.replace(/\s+/g, '');
const NAMES = new Map(PEOPLE.map((id) => [id, `Called ${id}`]));

describe('a brief', () => {
  const brief = async (debate: ExchangedDebate) => readPdf(await drawn(writeBrief(debate)));

  test('says the question, the results, the strongest arguments, what changed and how to read it', async () => {
    const debate = aDebate()
      .does('dana', newClaim('weak', 'east', { text: 'A weak support' }))
      .does('dana', newClaim('no', 'east', { relation: 'attack', text: 'The strongest objection' }))
      .does('olga', stancePoll('p-one', 'before'));
    for (const [at, who] of PEOPLE.slice(0, 5).entries()) debate.does(who, answer('p-one', at % 2));
    debate.does('olga', closePoll('p-one'), stancePoll('p-two', 'after'));
    for (const who of PEOPLE.slice(0, 5)) debate.does(who, answer('p-two', 0));
    debate.does('olga', closePoll('p-two'));
    const { pages, title } = await brief({ state: debate.projection('dana'), names: NAMES, kept: [] });
    const text = pages.join(' ');
    expect(title).toBe('This house tests');
    for (const words of [
      'Debate brief'.toUpperCase(),
      'This house tests',
      'Results',
      'For: 3 before, 5 after (+2)',
      'Strength of positions',
      REPORT.strengthsCaption,
      'East',
      'one two three',
      'The strongest objection',
      'No claim has the 5 votes for or against that are needed to measure agreement.',
      'Of 5 people who answered both times, 2 changed their minds.',
      'supports the position above it',
    ])
      expect(plain(text)).toContain(plain(words));
  });

  test('says that nothing is agreed on, and not that votes are missing, where every claim is contested', async () => {
    const { state } = aDebate();
    const tally = { ...NO_VOTES, agree: 3, disagree: 3 };
    const claims = state.claims.map((claim) => ({ ...claim, tally }));
    const { pages } = await brief({ state: { ...state, claims }, names: NAMES, kept: [] });
    const text = plain(pages.join(' '));
    expect(text).toContain(
      plain('No claim with at least 5 votes for or against has more agreement than disagreement.'),
    );
    expect(text).toContain(plain('3 agree, 3 disagree'));
    expect(text).not.toContain(plain('No claim has the 5 votes'));
  });

  test('says nothing of a split that was undone', async () => {
    const debate = aDebate().does('dana', SPLIT).does('dana', join('c-a', 'c-two'));
    const { pages } = await brief({ state: debate.projection('dana'), names: NAMES, kept: [] });
    const text = plain(pages.join(' '));
    expect(text).not.toContain(plain('1 claim was split.'));
    expect(text).not.toContain(plain('merged into another.'));
  });

  test('[EX3] of any debate has two pages at most', async () => {
    const long = (at: number) =>
      `${at} ${'A claim may have very many words, as this one has. '.repeat(9)}`.trim();
    const builder = aDebate();
    for (const name of ['north', 'south', 'up', 'down', 'in', 'out'])
      builder.does('olga', {
        type: 'position.add',
        positionId: name,
        name: `${name} ${'so '.repeat(14)}`.trim(),
        hue: 'teal',
        summary: '',
      });
    for (let at = 0; at < 64; at += 1) {
      const under = [...builder.state.positions.keys()][at % 8] ?? 'east';
      const relation = at % 3 === 0 ? 'attack' : 'support';
      builder.does('dana', newClaim(`k${at}`, under, { text: long(at), relation }));
    }
    const { pages } = await brief({ state: builder.state, names: NAMES, kept: [] });
    expect(pages).toHaveLength(2);
    expect(pages[1]).toContain('How to read this');
    expect((await brief({ state: EMPTY_STATE, names: new Map(), kept: [] })).pages).toHaveLength(1);
  });
});

describe('the division into pages', () => {
  const row = { height: 10, inks: [] };
  const block = (rows: number, more: Partial<Block> = {}): Block => ({
    role: { kind: 'P' },
    rows: Array.from({ length: rows }, () => row),
    before: 5,
    ...more,
  });
  const shape = (blocks: Block[]) => paginate(blocks, 100).map((page) => page.map(({ rows }) => rows.length));

  test('a paragraph goes on overleaf, and leaves no line alone', () => {
    expect(shape([block(8), block(4)])).toEqual([[8], [4]]);
    expect(shape([block(6), block(5)])).toEqual([[6, 2], [3]]);
    expect(shape([block(4), block(7)])).toEqual([[4, 4], [3]]);
    expect(shape([block(25)])).toEqual([[10], [10], [5]]);
  });

  test('a heading stands with what it leads to', () => {
    expect(shape([block(8), block(1, { leads: true }), block(3)])).toEqual([[8], [1, 3]]);
  });

  test('a section opens where a third of the page is left, or where all of it fits', () => {
    const opening = block(1, { opensSection: true });
    expect(shape([block(3), opening, block(2)])).toEqual([[3, 1, 2]]);
    expect(shape([block(7), opening, block(6)])).toEqual([[7], [1, 6]]);
    expect(shape([block(7), opening])).toEqual([[7, 1]]);
  });

  test('a last page with a few lines takes more from the page before it', () => {
    const lines = Array.from({ length: 11 }, () => block(1, { before: 0 }));
    expect(shape(lines).map((page) => page.length)).toEqual([8, 3]);
  });

  test('a row too high for any page ends nothing', () => {
    const high = { ...block(0), rows: [{ height: 500, inks: [] }, row] };
    expect(paginate([high], 100).map((page) => page.length)).toEqual([1, 1]);
  });
});
