// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PageForm } from '../../app/_ui/form-page/page-form.tsx';
import { en } from '../../app/_ui/messages/en.ts';
import { MessageProvider } from '../../app/_ui/messages/message-provider.tsx';

interface Sent {
  readonly path: string;
  readonly fields: Record<string, string>;
}

/** Shows a form to a server that answers like this, types into it and presses one of its buttons. */
async function send(answer: object | 'away', button: string): Promise<Sent[]> {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit) => {
    sent.push({ path, fields: Object.fromEntries(new URLSearchParams(`${body}`)) });
    if (answer === 'away') throw new TypeError('Failed to fetch');
    return Response.json(answer);
  });
  render(
    <MessageProvider locale="en" messages={en}>
      <PageForm action="/api/sign-in/password" hidden={{ returnTo: '/account' }}>
        <input name="mail" aria-label="Email" />
        <button type="submit">Sign in</button>
        <button type="submit" formAction="/api/sign-in/mail">
          Email me a link
        </button>
      </PageForm>
    </MessageProvider>,
  );
  await userEvent.type(screen.getByLabelText('Email'), 'ann@example.org');
  await userEvent.click(screen.getByRole('button', { name: button }));
  return sent;
}

const typed = () => screen.getByLabelText<HTMLInputElement>('Email').value;

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a form of a page, with scripts', () => {
  test('says in its place why it was refused, and keeps what was typed', async () => {
    const sent = await send({ ok: false, rejection: { code: 'password_wrong' } }, 'Sign in');
    expect((await screen.findByRole('alert')).textContent).toBe(en.rejection.password_wrong);
    expect(typed()).toBe('ann@example.org');
    const fields = { returnTo: '/account', mail: 'ann@example.org' };
    expect(sent).toEqual([{ path: '/api/sign-in/password', fields }]);
  });

  test('goes on to the page that the route says, by the route of the button pressed', async () => {
    const went = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
    const sent = await send({ ok: true, to: '/sign-in/code' }, 'Email me a link');
    await waitFor(() => expect(went).toHaveBeenCalledWith('/sign-in/code'));
    expect(sent.map(({ path }) => path)).toEqual(['/api/sign-in/mail']);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('is sent once: it is busy until its page comes, and free again if the browser brings it back', async () => {
    const went = vi.spyOn(window.location, 'assign').mockImplementation(() => {});
    const sent = await send({ ok: true, to: '/account' }, 'Sign in');
    await waitFor(() => expect(went).toHaveBeenCalled());
    const form = screen.getByRole('button', { name: 'Sign in' }).closest('form');
    expect(form?.getAttribute('aria-busy')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(sent).toHaveLength(1);
    window.dispatchEvent(new Event('pageshow'));
    await waitFor(() => expect(form?.getAttribute('aria-busy')).toBe('false'));
  });

  test('a newer server may have reasons of its own: the page says that it is older and offers to reload', async () => {
    const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
    await send({ ok: false, rejection: { code: 'of_a_later_release' } }, 'Sign in');
    expect((await screen.findByRole('alert')).textContent).toContain(en.site.pageOutdated);
    await userEvent.click(screen.getByRole('button', { name: en.controls.reload }));
    expect(reload).toHaveBeenCalled();
  });

  test.each([
    ['is away', 'away'],
    ['answers something else', { ok: true, to: 7 }],
  ] as const)('says so if the server %s', async (_, answer) => {
    await send(answer, 'Sign in');
    expect((await screen.findByRole('alert')).textContent).toBe(en.rejection.unreachable);
    expect(typed()).toBe('ann@example.org');
  });
});
