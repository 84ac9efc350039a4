// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import type { Transport, TransportListener } from '../../app/_board/core/transport/transport.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { aDebate, comment, newClaim, targetOf } from '../support/debate-builder.ts';
import { show } from './show.tsx';
import { welcomeOf } from './welcome-of.ts';

afterEach(cleanup);

const GONE = 'This is no longer part of the debate.';
const said = () => document.querySelector('[data-message]')?.textContent ?? '';
const opened = () => screen.getByRole('status').textContent;

function Opened() {
  const part = useViewPart(({ selected, toComment }) => [selected?.id, toComment?.id].join(' ').trim());
  return (
    <main id="debate">
      <output>{part || 'nothing'}</output>
    </main>
  );
}

/** A page, not live yet, with a claim `c-other` and a comment `m-1`. `goTo` edits its address. */
function aPage() {
  const debate = aDebate().does('dana', newClaim('other', 'east'));
  debate.does('emil', comment({ commentId: 'm-1', on: targetOf('c-b') }));
  let listener: TransportListener | null = null;
  const transport: Transport = {
    ...silentTransport(),
    connect: (to) => {
      listener = to;
      to.connected();
      return () => undefined;
    },
    open: async ({ after }) => ({
      ...welcomeOf(debate, 'dana', after),
      standing: { muted: false, membership: 'member', reason: null },
    }),
  };
  const { store } = show(debate, 'dana', <Opened />, [], { transport });
  const goTo = (id: string) =>
    act(() => {
      window.history.replaceState(null, '', `#${id}`);
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
  const connect = async () => {
    store.connect();
    await act(() => expect.poll(() => store.state().connection.kind).toBe('live'));
  };
  const arrives = async () => {
    debate.does('dana', newClaim('new', 'east'));
    (listener as TransportListener | null)?.disconnected();
    (listener as TransportListener | null)?.connected();
    await expect.poll(() => store.state().replica.view.claims.has('c-new')).toBe(true);
  };
  return { goTo, connect, arrives };
}

test('a link to something hidden or gone says so, once everything has arrived', async () => {
  const { goTo, connect } = aPage();
  goTo('c-none');
  expect(said()).toBe('');
  await connect();
  await expect.poll(said).toBe(GONE);
  expect(opened()).toBe('nothing');
});

test('a link to a claim that has not arrived yet opens it then', async () => {
  const { goTo, connect, arrives } = aPage();
  goTo('c-new');
  await connect();
  await arrives();
  await expect.poll(opened).toBe('c-new');
});

test('a live page says it at once, and again when the viewer comes back to the link', async () => {
  const { goTo, connect } = aPage();
  await connect();
  goTo('c-none');
  expect(said()).toBe(GONE);
  goTo('c-other');
  expect(opened()).toBe('c-other');
  const [before] = document.querySelectorAll('[data-message] [aria-live] > span');
  goTo('c-none');
  expect(document.querySelector('[data-message] [aria-live] > span')).not.toBe(before);
});

test('a link to a comment opens what it is on; one to a part of the page says nothing', async () => {
  const { goTo, connect } = aPage();
  await connect();
  goTo('m-1');
  expect(opened()).toBe('c-b m-1');
  goTo('debate');
  expect(said()).toBe('');
});
