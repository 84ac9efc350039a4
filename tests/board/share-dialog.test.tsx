// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import ShareDialog from '../../app/_board/header/share-dialog.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test('sharing says that the link was copied', async () => {
  const nothing = () => undefined;
  show(aDebate(), 'dana', <ShareDialog onClose={nothing} onExport={nothing} onPrint={nothing} />);
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
  await expect.poll(() => status.textContent).toBe('Copied');
});
