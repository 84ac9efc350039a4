import { expect, test } from 'vitest';
import { argumentMapOf } from '../../domain/formats/argument-map.ts';
import { debateForExport } from '../../domain/formats/exports/debate-for-export.ts';
import { reportFacts } from '../../server/rendering/report/report-facts.ts';
import { REPORT } from '../../server/rendering/report/report-words.ts';
import { writeBrief } from '../../server/rendering/report/write-brief.ts';
import { writeReport } from '../../server/rendering/report/write-report.ts';
import { PEOPLE } from '../support/any-debate.ts';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';
import { drawn } from '../support/drawn.ts';
import { readPdf } from '../support/read-pdf.ts';

const plain = (text: string) => text.replace(/\s+/g, '');

test('[EX10] a report and a brief of a branch name it, and have its position alone, with the strengths of the debate', async () => {
  const builder = aDebate()
    .does('dana', newClaim('n', 'c-a', { text: 'A reply to it' }))
    .does('emil', newClaim('m', 'c-a', { relation: 'attack', text: 'Left out' }));
  // Emil has voted on it already.
  for (const who of PEOPLE.slice(0, 5))
    builder.does(who, agree('c-m'), ...(who === 'emil' ? [] : [agree('c-a')]));
  const state = builder.projection('mona');
  const of = (branch: string | null) =>
    debateForExport(state, { people: 'none', branch, called: new Map() }, []);
  const strengthIn = (branch: string | null) => reportFacts(of(branch)).strengthOf('c-a');
  expect(strengthIn(null)).toBeGreaterThan(0);
  expect(strengthIn('c-n')).toBe(strengthIn(null));
  const [, { number = '' } = {}] = argumentMapOf(of('c-n')).claims;
  for (const write of [writeReport, writeBrief]) {
    const text = plain((await readPdf(await drawn(write(of('c-n'))))).pages.join(''));
    expect(text).toContain(plain(REPORT.onlyBranch(`${number} “A reply to it”`)));
    expect(text).not.toContain(plain(REPORT.noClaims));
    expect(text).not.toContain('West');
    const whole = plain((await readPdf(await drawn(write(of(null))))).pages.join(''));
    expect(whole).not.toContain(plain('Only the branch'));
    expect(whole).toContain('West');
  }
});
