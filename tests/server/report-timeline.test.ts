import { expect, test } from 'vitest';
import { writeReport } from '../../server/rendering/report/write-report.ts';
import { aDebate } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (text: string) => text.replace(/\s+/g, '');

test.each([
  ['closed', 'Debate closed.'],
  ['archived', 'Debate archived.'],
] as const)(
  'the timeline of a debate that is %s says that, with the time it became so',
  async (status, sentence) => {
    const debate = aDebate().does('olga', { type: 'debate.setStatus', status: 'closed' });
    if (status === 'archived') debate.does('olga', { type: 'debate.setStatus', status });
    const { pages } = await readPdf(
      await drawn(writeReport({ state: debate.state, names: new Map(), kept: [] })),
    );
    const text = plain(pages.join(''));
    expect(text).toContain(plain(sentence));
    expect(text.match(/Debate(closed|archived)\./g)).toHaveLength(1);
  },
);
