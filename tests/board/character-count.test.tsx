// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { CharacterCount } from '../../app/_board/core/forms/character-count.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

afterEach(cleanup);

const counted = (written: number) => (
  <MessageProvider locale="en" messages={en}>
    <CharacterCount text={'x'.repeat(written)} limit={500} />
  </MessageProvider>
);

test('the characters left are counted at each key, and spoken only at 20, at the limit and beyond it', () => {
  const { rerender, container } = render(counted(0));
  const spoken: string[] = [];
  for (let written = 470; written <= 510; written += 1) {
    rerender(counted(written));
    const said = [...container.querySelectorAll('[aria-live="polite"], [role="status"]')];
    const now = said.map(({ textContent }) => textContent).join();
    if (now !== (spoken.at(-1) ?? '')) spoken.push(now);
    const shown = written > 500 ? `${written - 500} character` : `${500 - written || 'No'} character`;
    expect(container.textContent).toContain(shown);
  }
  expect(spoken).toEqual(['At most 20 characters left', 'The limit is reached', 'The text is too long']);
});
