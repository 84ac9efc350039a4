// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { hasBegunForms } from '../../app/_board/core/store/form-drafts.ts';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { forgetDraftsHere } from '../../app/_ui/stored-draft.ts';
import { NewDebateForm } from '../../app/new/new-debate-form.tsx';
import { templateToStart } from '../../app/new/taken-over.ts';
import { templateOfFormat } from '../../domain/formats/template/library.ts';

afterEach(() => {
  cleanup();
  forgetDraftsHere();
  vi.unstubAllGlobals();
});

/** Shows the form that another page has replaced. `person`: the id of its viewer, if signed in. */
function showAgain(format: 'oxford' | null = null, person: string | null = 'dana'): void {
  cleanup();
  render(
    <MessageProvider locale="en" messages={en}>
      <NewDebateForm
        signedIn={person !== null}
        from={format && templateToStart(templateOfFormat(format))}
        kept={{ form: format ?? 'blank', person }}
      />
    </MessageProvider>,
  );
}

const motion = () => screen.getByLabelText<HTMLTextAreaElement>('Motion').value;
const rows = () =>
  screen
    .getAllByRole('group', { name: /^Position \d/ })
    .map((row) =>
      ['Name', 'Case in a sentence (optional)'].map(
        (label) => within(row).getByLabelText<HTMLInputElement>(label).value,
      ),
    );
const title = () => screen.getByLabelText<HTMLInputElement>(/^Title/);
const name = () => screen.getByLabelText<HTMLInputElement>('Your name');
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name, hidden: true });

describe('a debate that was not started yet', () => {
  test('keeps its motion, positions and settings while another page is read', async () => {
    showAgain();
    const [before] = rows();
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Motion'), 'Towns need trees');
    await user.click(screen.getByRole('button', { name: 'Add a position' }));
    const third = within(screen.getByRole('group', { name: 'Position 3' }));
    await user.type(third.getByLabelText('Name'), 'Shrubs');
    await user.click(screen.getByRole('button', { name: 'Remove position 2' }));
    await user.click(radio(/^Everyone who can argue/));
    await user.click(radio(/^For research/));
    expect(hasBegunForms()).toBe(true);
    showAgain();
    expect(motion()).toBe('Towns need trees');
    expect(rows()).toEqual([before, ['Shrubs', '']]);
    expect([radio(/^Everyone who can argue/).checked, radio(/^For research/).checked]).toEqual([true, true]);
    expect(screen.getByText('Towns need trees').closest('figure')).toBeTruthy();
  });

  test('takes its motion along to a format, and back', async () => {
    showAgain();
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need');
    showAgain('oxford');
    expect(motion()).toBe('Towns need');
    await userEvent.type(screen.getByLabelText('Motion'), ' trees');
    showAgain();
    expect(motion()).toBe('Towns need trees');
  });

  test('is forgotten once a debate is started, in every format', async () => {
    vi.stubGlobal('fetch', async () => Response.json({ ok: true, debateId: 'd-new' }));
    const assign = vi.spyOn(window.location, 'assign').mockReturnValue();
    showAgain('oxford');
    await userEvent.type(title(), 'Trees');
    showAgain();
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need trees');
    await userEvent.click(screen.getByRole('button', { name: 'Start debate' }));
    await expect.poll(() => assign.mock.calls.length).toBe(1);
    showAgain();
    expect(motion()).toBe('');
    expect(hasBegunForms()).toBe(false);
    showAgain('oxford');
    expect(title().value).not.toContain('Trees');
    assign.mockRestore();
  });

  test('can be started over: the form and its draft are as at first', async () => {
    showAgain();
    const before = rows();
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need trees');
    await userEvent.click(screen.getByRole('button', { name: 'Remove position 2' }));
    await userEvent.click(radio(/^Everyone who can argue/));
    await userEvent.click(radio(/^For research/));
    showAgain();
    await userEvent.click(screen.getByRole('button', { name: 'Start over' }));
    const isBlank = () => {
      expect([motion(), rows()]).toEqual(['', before]);
      expect([radio(/^Only the author/).checked, radio(/^For research/).checked]).toEqual([true, false]);
      expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull();
    };
    isBlank();
    expect(document.activeElement).toBe(screen.getByLabelText('Motion'));
    showAgain();
    isBlank();
  });

  test('is deleted once another person reads the page', async () => {
    showAgain();
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need trees');
    showAgain(null, null);
    expect(motion()).toBe('');
    showAgain();
    expect(motion()).toBe('Towns need trees');
    showAgain(null, 'emil');
    expect(motion()).toBe('');
    showAgain();
    expect([motion(), hasBegunForms()]).toEqual(['', false]);
  });

  test('goes to the person who signs in, without the name that a guest entered', async () => {
    showAgain(null, null);
    await userEvent.type(screen.getByLabelText('Motion'), 'Towns need trees');
    await userEvent.type(name(), 'Dana');
    showAgain(null, null);
    expect([motion(), name().value]).toEqual(['Towns need trees', '']);
    showAgain();
    expect(motion()).toBe('Towns need trees');
    showAgain(null, null);
    expect(motion()).toBe('');
  });

  test('keeps who can edit claims only once it was chosen: it follows the visibility before', async () => {
    showAgain();
    await userEvent.type(screen.getByLabelText('Motion'), 'T');
    showAgain();
    await userEvent.click(radio(/^Only participants/));
    expect(radio(/^Everyone who can argue/).checked).toBe(true);
    await userEvent.click(radio(/^Only the author/));
    showAgain();
    await userEvent.click(radio(/^Anyone with the link/));
    expect(radio(/^Only the author/).checked).toBe(true);
  });
});
