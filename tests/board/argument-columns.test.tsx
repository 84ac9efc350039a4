// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { argumentsAt } from '../../app/_board/core/claims/use-arguments.ts';
import { ArgumentColumns } from '../../app/_board/panel/argument-columns.tsx';
import { createEntries } from '../../server/log/create-entries.ts';
import { aDebate, newClaim, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** A debate with 120 supports of c-d, by Dana. */
function argued() {
  const debate = aDebate();
  const claims = Array.from({ length: 120 }, (_, n) => newClaim(`s${n}`, 'c-d'));
  const made = createEntries(debate.state, claims, 'dana', debate.now);
  debate.state = made.ok ? made.state : expect.fail(made.rejection.code);
  return debate;
}

const lines = () => document.querySelectorAll('[data-column="support"] li').length;

test('a long column is shown in parts, and the focus goes to the first line that is added', async () => {
  show(argued(), 'emil', <ArgumentColumns place={targetOf('c-d')} />);
  expect(lines()).toBe(50);
  await userEvent.click(screen.getByText('Show 50 more'));
  expect(lines()).toBe(100);
  expect(document.activeElement?.id).toBe('line-c-s50');
});

test('an argument of the viewer’s own is in the column as soon as it is written', () => {
  const debate = argued();
  const { update } = show(debate, 'emil', <ArgumentColumns place={targetOf('c-d')} />);
  debate.does('emil', newClaim('own', 'c-d'));
  update();
  expect(lines()).toBe(51);
  expect(document.getElementById('line-c-own')).not.toBeNull();
});

test('the arguments of a place are gathered once for each view', () => {
  const { state } = argued();
  expect(argumentsAt(state, 'c-d')).toBe(argumentsAt(state, 'c-d'));
});
