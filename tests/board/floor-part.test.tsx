// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Hand } from '../../app/_board/features/floor/floor-part.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test.each([
  ['dana', 1],
  ['mona', 0],
  ['olga', 0],
])('participants raise a hand, moderators do not: %s', (who, buttons) => {
  show(aDebate(), who, <Hand />);
  expect(screen.queryAllByRole('button', { name: 'Raise hand' })).toHaveLength(buttons);
});
