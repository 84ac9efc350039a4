// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ShownOnce } from '../../app/_ui/form-page/shown-once.tsx';

afterEach(cleanup);

function show(value: string): () => void {
  return render(<ShownOnce value={value}>{value}</ShownOnce>).unmount;
}

test('a new code is shown until its page is left, and a newer one after it', () => {
  const leave = show('first code');
  expect(screen.queryByText('first code')).not.toBeNull();
  leave();
  show('first code');
  expect(screen.queryByText('first code')).toBeNull();
  show('second code');
  expect(screen.queryByText('second code')).not.toBeNull();
});
