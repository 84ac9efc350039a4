// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { SpotlightSection } from '../../app/_board/features/spotlight/spotlight-section.tsx';
import { PICTURES } from '../../domain/debate/meetings/spotlight.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

test.each(PICTURES)('the picture %s is named in the spotlight as on its button', (on) => {
  const debate = aDebate().does('olga', { type: 'spotlight.set', on, call: false });
  show(debate, 'olga', <SpotlightSection />);
  const { textContent } = screen.getByRole('button', { pressed: true });
  expect(screen.getByText(textContent ?? '', { selector: 'p' })).toBeDefined();
});

test('[SP1] the spotlight is cleared of what the moderator sees in it, by either button', async () => {
  const debate = aDebate().does('olga', { type: 'spotlight.set', on: '~opinions', call: false });
  const { asked } = show(debate, 'olga', <SpotlightSection />);
  await userEvent.click(screen.getByRole('button', { name: 'Clear spotlight' }));
  const cleared = { type: 'spotlight.set', on: null, call: false, from: '~opinions' };
  expect(asked()).toEqual([cleared]);
  cleanup();
  const { asked: askedNext } = show(debate, 'olga', <SpotlightSection />);
  await userEvent.click(screen.getByRole('button', { pressed: true }));
  expect(askedNext()).toEqual([cleared]);
});
