import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FrontForm, frontForm, largeScales } from '../../domain/front/front-form.ts';

/** Parts of a font's size, as in Inter: above the baseline to its capitals, below it, and both together with its own space. */
const CAPITALS = 0.73;
const DESCENDERS = 0.21;
const ABOVE = 0.97;
const FONT = 1.21;

const BORDER = 1;

/** Returns how far the chip reaches into its row, and beyond it: both from the inner edge of its row. */
function chip(): { readonly up: number; readonly down: number } {
  const styles = readFileSync('app/_board/features/claims/presence/typing-chip.module.css', 'utf8');
  const of = (rule: RegExp) => Number(rule.exec(styles)?.[1] ?? Number.NaN);
  const up = of(/inset-block-start: calc\(100% - (\d+)px\)/);
  const height = of(/line-height: (\d+)px/) + 2 * of(/border: (\d+)px dashed/);
  return { up, down: height - up };
}

/** Returns the room between the letters of two rows, one below the other: from the inner edge of the upper one. */
function room({ claim: { size, line }, rowPadding, rowGap }: FrontForm) {
  const baseline = (line - FONT * size) / 2 + ABOVE * size;
  return {
    up: rowPadding + line - baseline - DESCENDERS * size,
    down: BORDER + rowGap + BORDER + rowPadding + baseline - CAPITALS * size,
  };
}

const PHONE_TO_PROJECTOR = [390, 800, 1_400, 1_920].map((width) => ({ width, height: 900 }));

test('the sign that someone is typing at a claim covers no letters of it, nor of the next one', () => {
  const forms = PHONE_TO_PROJECTOR.flatMap((stage) => [
    frontForm(stage, 0, ''),
    ...largeScales(stage).map((scale) => frontForm(stage, 0, '', scale)),
  ]);
  expect(new Set(forms.map(({ scale }) => scale)).size).toBe(6);
  const covered = forms.filter((form) => chip().up > room(form).up || chip().down > room(form).down);
  expect(covered.map(({ scale }) => scale)).toEqual([]);
});
