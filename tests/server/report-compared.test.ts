import { expect, test } from 'vitest';
import { writeReport } from '../../server/rendering/report/write-report.ts';
import { aDebate } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (words: string) => words.replace(/\s+/g, '');

test('a report says where two teams differ most', async () => {
  const { state } = aDebate();
  const counts = (agree: number, disagree: number) => ({ agree, disagree, pass: 0 });
  const compared = {
    pair: ['team:east', 'team:west'],
    differing: [
      { id: 'c-a', left: counts(6, 1), right: counts(1, 7), difference: 0.7 },
      { id: 'c-gone', left: counts(6, 1), right: counts(1, 7), difference: 0.7 },
    ],
  } as const;
  const of = async (options: Parameters<typeof writeReport>[1]) =>
    plain(
      (await readPdf(await drawn(writeReport({ state, names: new Map(), kept: [] }, options)))).pages.join(
        '',
      ),
    );
  const pages = await of({ compared });
  expect(pages).toContain(plain('Where East and West differ most'));
  expect(pages).toContain(plain('East: 6 of 7 agree · West: 1 of 8 agree'));
  expect(await of({})).not.toContain(plain('differ most'));
});
