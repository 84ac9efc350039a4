// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';
import { ImportForm } from '../../app/import/import-form.tsx';
import { templateOfFormat } from '../../domain/formats/template/library.ts';

const NOTHING = { positions: [], claims: 1, links: 0, sources: 0, comments: 0, votes: 0, people: 0 };
const preview = (title: string, more: object = {}) => ({
  ok: true,
  preview: { format: 'tgf', title, motion: 'Why?', ...NOTHING, setAside: [], setAsideCount: 0, ...more },
});

/** Requests without an answer yet, and whether they create a debate. */
let waiting: { creates: boolean; file: File; name: string | null; answer: (body: object) => void }[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('fetch', (address: string, { body: file }: { body: File }) => {
    const asked = new URL(address, 'http://localhost').searchParams;
    return new Promise((resolve) => {
      const answer = (body: object) => resolve(Response.json(body));
      waiting.push({ creates: asked.has('visibility'), file, name: asked.get('name'), answer });
    });
  });
  render(
    <MessageProvider locale="en" messages={en}>
      <ImportForm signedIn />
    </MessageProvider>,
  );
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const choose = (name: string) =>
  userEvent.upload(screen.getByLabelText(en.importing.file), new File(['x'], name));
const paste = async (text: string) => {
  await userEvent.click(screen.getByLabelText(en.importing.pasted));
  await userEvent.paste(text);
};
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });
const press = async (name: string) => userEvent.click(await button(name));
/** Answers the request that has waited longest. */
async function answer(body: object) {
  await expect.poll(() => waiting.length).toBeGreaterThan(0);
  waiting.shift()?.answer(body);
}

describe('the form of an import', () => {
  test('shows no preview of a file in whose place another was chosen', async () => {
    await choose('first.tgf');
    await press(en.importing.look);
    await choose('second.tgf');
    await press(en.importing.look);
    await expect.poll(() => waiting.length).toBe(2);
    await answer(preview('Of the first'));
    await answer(preview('Of the second'));
    expect(await screen.findByText('Of the second')).toBeTruthy();
    expect(screen.queryByText('Of the first')).toBeNull();
  });

  test('shows no preview in another format than the one chosen since', async () => {
    await choose('first.tgf');
    await press(en.importing.look);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: en.importing.format }), 'csv');
    await answer(preview('Of the first'));
    await press(en.importing.look);
    await answer({ ok: false, rejection: { code: 'file_unreadable' } });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByText('Of the first')).toBeNull();
  });

  test('creates one debate: it is busy until the page of the debate comes', async () => {
    const went = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
    await choose('first.tgf');
    await press(en.importing.look);
    await answer(preview('Of the first'));
    await press(en.importing.create);
    await expect.poll(() => waiting.map(({ creates }) => creates)).toEqual([true]);
    await answer({ ...preview('Of the first'), debateId: 'd_new' });
    await expect.poll(() => went.mock.calls.length).toBe(1);
    const busy = await button(en.importing.creating);
    expect([busy.disabled, busy.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    expect(document.activeElement).toBe(busy);
    fireEvent.submit(busy.closest('form') ?? expect.fail());
    expect(waiting).toEqual([]);
    window.dispatchEvent(new Event('pageshow'));
    expect((await button(en.importing.create)).getAttribute('aria-disabled')).toBeNull();
  });

  test('of a template has its phases, and gives the focus back to the file', async () => {
    const template = templateOfFormat('oxford');
    const agenda = template.agenda.map((phase) => ({ ...phase, minutes: null }));
    await choose('shape.template.json');
    await press(en.importing.look);
    await answer(preview('A shape', { template: { ...template, agenda } }));
    expect(await screen.findByText(`Included: ${agenda.length} phases`)).toBeTruthy();
    await press(en.importing.another);
    expect(document.activeElement).toBe(screen.getByLabelText(en.importing.file));
  });

  test('sends pasted text as a file without a name, and keeps it if it cannot be read', async () => {
    await paste('\nBuild it?\n- Yes');
    await press(en.importing.look);
    await expect.poll(() => waiting.length).toBe(1);
    expect([waiting[0]?.name, await waiting[0]?.file.text()]).toEqual(['.txt', 'Build it?\n- Yes']);
    const problem = { problem: 'unknown_format', line: null, detail: '' };
    await answer({ ok: false, rejection: { code: 'file_unreadable' }, problem });
    expect(await screen.findByText(en.importing.failedText)).toBeTruthy();
    expect(screen.getByText(en.importing.unknownText)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(en.importing.pasted).value).toBe('\nBuild it?\n- Yes');
  });

  test('shows which of a file and text is sent: text that is pasted takes the place of the file', async () => {
    await choose('first.tgf');
    await paste('- a\n- b');
    expect(screen.getByLabelText<HTMLInputElement>(en.importing.file).files).toHaveLength(0);
    await choose('second.tgf');
    await press(en.importing.look);
    await expect.poll(() => waiting.map(({ name }) => name)).toEqual(['second.tgf']);
  });

  test('asks for a file or text if it has neither', async () => {
    await press(en.importing.look);
    expect(await screen.findByText(en.importing.missing)).toBeTruthy();
    expect(waiting).toEqual([]);
  });
});
