// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { SpotlightPart } from '../../app/_board/features/spotlight/spotlight-part.tsx';
import { useFollowSpotlight } from '../../app/_board/features/spotlight/use-follow-spotlight.ts';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Writing() {
  const following = useFollowSpotlight();
  return (
    <>
      <textarea aria-label="Text" />
      <SpotlightPart following={following} />
    </>
  );
}

test('a writer who declines the spotlight goes on writing where they were', async () => {
  const debate = aDebate();
  const { update } = show(debate, 'dana', <Writing />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text' });
  await userEvent.type(field, 'half a ');
  debate.does('olga', { type: 'spotlight.set', on: 'c-a', call: true });
  update();
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull();
  await userEvent.keyboard('sentence');
  expect(field.value).toBe('half a sentence');
});
