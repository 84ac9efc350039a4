// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { useViewActs } from '../../app/_board/core/view/view-state.tsx';
import { FollowProvider } from '../../app/_board/features/follow/follow-context.tsx';
import { Outline } from '../../app/_board/outline/outline.tsx';
import { SidePanel } from '../../app/_board/panel/side-panel.tsx';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

const NARROW = { matches: false, addEventListener: () => {}, removeEventListener: () => {} };

beforeEach(() => {
  Element.prototype.scrollIntoView = () => {};
  vi.stubGlobal('matchMedia', () => ({ ...NARROW }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

/** The outline with the sheet over it, and what a link or a search result does: it opens a claim. */
function Phone() {
  const selected = useViewPart((parts) => parts.selected);
  const { select } = useViewActs();
  const open = (id: string) => (
    <button type="button" onClick={() => select({ kind: 'claim', id })}>
      Open {id}
    </button>
  );
  return (
    <FollowProvider>
      {open('c-a')}
      {open('c-other')}
      <Outline branch={undefined} after={undefined} />
      {selected && <SidePanel />}
    </FollowProvider>
  );
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const sheet = () => screen.getByRole('complementary');
const pressInSheet = async (name: string | RegExp) => {
  const [button = document.body] = within(sheet()).getAllByRole('button', { name });
  await userEvent.click(button);
};
const shown = () => show(aDebate().does('dana', newClaim('other', 'east')), 'dana', <Phone />);

describe('in the sheet of a claim on a phone', () => {
  test('a challenge of its step is written where the arguments are shown, in one field', async () => {
    shown();
    await press('Open c-a');
    await pressInSheet(/^(No|\d+) comments?$/);
    expect(sheet().querySelector('article')?.getAttribute('data-tab')).toBe('comments');
    await pressInSheet(/^Does not follow/);
    const field = await within(sheet()).findByRole('form', { name: /doesn’t follow$/ });
    expect(field.closest('[data-section="arguments"]')).not.toBeNull();
    expect(sheet().querySelector('article')?.getAttribute('data-tab')).toBe('attack');
    expect(screen.getAllByRole('form', { name: /doesn’t follow$/ })).toHaveLength(1);
  });

  test('a text begun at another claim takes neither the vote nor the focus, and waits behind the sheet', async () => {
    shown();
    await press('Open c-a');
    await pressInSheet('Support');
    const form = await within(sheet()).findByRole('form', { name: /^New support/ });
    await userEvent.type(within(form).getByRole('textbox'), 'half a thought');
    expect(sheet().querySelector('[data-at-thumb]')).toBeNull();
    await press('Open c-other');
    expect(screen.queryByRole('form', { name: /^New support/ })).toBeNull();
    const bar = sheet().querySelector<HTMLElement>('[data-at-thumb]');
    expect(bar && within(bar).getByRole('button', { name: /^Agree/ })).not.toBeNull();
    await pressInSheet('Back to debate');
    const again = await screen.findByRole('form', { name: /^New support/ });
    expect(within(again).getByRole<HTMLTextAreaElement>('textbox').value).toBe('half a thought');
  });
});
