// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { NewDebateForm } from '../../app/new/new-debate-form.tsx';
import { titleOfMotion } from '../../app/new/title-of-motion.ts';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { HUES } from '../../domain/debate/positions/position.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function showForm() {
  const { container } = render(
    <MessageProvider locale="en" messages={en}>
      <NewDebateForm signedIn from={null} />
    </MessageProvider>,
  );
  return container.querySelector('figure') as HTMLElement;
}

describe('the form of a new debate', () => {
  test('the picture beside it shows motion and positions while they are written', async () => {
    const picture = showForm();
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Motion'), 'Towns need trees');
    expect(within(picture).getByText('Towns need trees')).toBeTruthy();
    const first = screen.getByRole('group', { name: 'Position 1' });
    await user.clear(within(first).getByLabelText('Name'));
    await user.type(within(first).getByLabelText('Name'), 'Gardeners');
    expect(within(picture).getByText('Gardeners')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Add a position' }));
    expect(within(picture).getAllByRole('listitem', { hidden: true })).toHaveLength(3);
    const third = screen.getByRole('group', { name: 'Position 3' });
    expect(document.activeElement).toBe(within(third).getByLabelText('Name'));
  });

  test('a position’s fields have visible labels, and its colours come right after what unfolds them', () => {
    showForm();
    const first = screen.getByRole('group', { name: 'Position 1' });
    const labels = [...first.querySelectorAll('label')].map(({ textContent }) => textContent).filter(Boolean);
    expect(labels).toEqual([en.newDebate.positionName, en.newDebate.positionSummary]);
    const colours = first.querySelector('details')?.nextElementSibling as HTMLElement;
    expect(within(colours).getAllByRole('radio')).toHaveLength(HUES.length);
  });

  test('the last position that can be added gets the focus, though the button that added it goes', async () => {
    showForm();
    const add = () => screen.queryByRole('button', { name: 'Add a position' });
    for (let button = add(); button; button = add()) await userEvent.click(button);
    const last = screen.getByRole('group', { name: `Position ${LIMITS.positions}` });
    expect(document.activeElement).toBe(within(last).getByLabelText('Name'));
  });

  test('a debate without a title is called by its motion', async () => {
    const sent = vi.fn(async (_address: string, _request: RequestInit) => new Response('{"ok":false}'));
    vi.stubGlobal('fetch', sent);
    showForm();
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Motion'), 'Towns need trees.');
    await user.click(screen.getByRole('radio', { name: /^For research/, hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Start debate' }));
    await expect.poll(() => sent.mock.calls.length).toBe(1);
    expect(JSON.parse(String(sent.mock.calls[0]?.[1].body))).toMatchObject({
      title: 'Towns need trees',
      motion: 'Towns need trees.',
      visibility: 'public',
      wording: 'own',
      ballots: 'research',
    });
  });

  test('a form that the browser brings back after its debate was created can be sent again', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, debateId: 'd-new' }));
    const assign = vi.spyOn(window.location, 'assign').mockReturnValue();
    showForm();
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need trees.');
    await userEvent.click(screen.getByRole('button', { name: 'Start debate' }));
    await expect.poll(() => assign.mock.calls).toEqual([['/debates/d-new']]);
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Starting…' });
    expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    expect(document.activeElement).toBe(button);
    fireEvent.submit(button.closest('form') ?? expect.fail());
    act(() => void window.dispatchEvent(new Event('pageshow')));
    expect(button.textContent).toBe('Start debate');
    expect(button.getAttribute('aria-disabled')).toBeNull();
    expect(assign).toHaveBeenCalledOnce();
    assign.mockRestore();
  });

  test('an option chosen before the scripts have come stays chosen: everyone may edit', async () => {
    const page = (
      <MessageProvider locale="en" messages={en}>
        <NewDebateForm signedIn from={null} />
      </MessageProvider>
    );
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page);
    const shared = () =>
      screen.getByRole<HTMLInputElement>('radio', { name: /^Everyone who can argue/, hidden: true });
    shared().checked = true;
    render(page, { container, hydrate: true });
    expect(shared().checked).toBe(true);
  });

  test('a long motion is shortened between two words', () => {
    const title = titleOfMotion(
      'Every town should plant a tree in front of each of its houses within the next ten years.',
    );
    expect(title).toBe('Every town should plant a tree in front of each of its houses within the next…');
    expect(titleOfMotion('x'.repeat(200))).toHaveLength(80);
    expect(titleOfMotion('城'.repeat(90))).toBe(`${'城'.repeat(79)}…`);
    expect(titleOfMotion(`${'x'.repeat(78)}🌳🌳🌳`)).toBe(`${'x'.repeat(78)}🌳…`);
    expect(titleOfMotion('🌳'.repeat(80))).toBe('🌳'.repeat(80));
  });
});
