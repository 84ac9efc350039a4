import { Random } from '../simulation/random.ts';
import type { TextTrace } from './text-trace.ts';

const SENTENCES = [
  'The report names ten sectors.',
  'Die Beihilfen stehen in keinem Haushalt.',
  '报告列出了十个部门。',
  'يذكر التقرير عشرة قطاعات.',
  'It says so twice 👩‍👩‍👧, and 🇪🇺 once.',
];

/**
 * A writing as hands do it, recorded from a seed: sentences typed key by key, slips corrected at once, words struck out and
 * put in again elsewhere, a paragraph moved.
 */
export function recordTrace(seed: number): TextTrace {
  const random = new Random(seed);
  let text: string[] = [];
  const txns: { patches: [number, number, string][] }[] = [];
  const edit = (...patches: [number, number, string][]) => {
    txns.push({ patches });
    for (const [at, removed, inserted] of patches) text = text.toSpliced(at, removed, ...inserted);
  };
  const type = (at: number, words: string) => {
    let place = at;
    for (const key of words) {
      if (random.chance(0.06)) {
        edit([place, 0, 'x']);
        edit([place, 1, '']);
      }
      edit([place, 0, key]);
      place += 1;
    }
  };
  for (let turn = 0; turn < 24; turn += 1) {
    const sentence = random.pick(SENTENCES) ?? '';
    type(
      random.chance(0.7) ? text.length : random.below(text.length + 1),
      `${sentence}${random.chance(0.2) ? '\n' : ' '}`,
    );
    const [from, length] = [random.below(text.length), 1 + random.below(9)];
    if (random.chance(0.5))
      edit([from, Math.min(length, text.length - from), random.pick(['', '…', 'so']) ?? '']);
    if (random.chance(0.2)) {
      const moved = text.slice(from, from + 12).join('');
      edit([from, [...moved].length, ''], [random.below(from + 1), 0, moved]);
    }
  }
  return { startContent: '', endContent: text.join(''), txns };
}
