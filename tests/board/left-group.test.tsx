// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { Readable } from '../../app/_board/core/opening/readable.tsx';
import { silentTransport } from '../../app/_board/core/transport/silent-transport.ts';
import { LeftGroupPage } from '../../app/debates/[id]/left-group-page.tsx';
import { SYSTEM } from '../../domain/debate/engine/entries.ts';
import { type RejectionCode, toRejection } from '../../domain/debate/engine/rejections.ts';
import { aDebate, type DebateBuilder } from '../support/debate-builder.ts';
import { newGroup } from '../support/grouped.ts';
import { show } from './show.tsx';

afterEach(cleanup);

/** Shows a debate that Dana has open, from which the server then turns her away. */
async function turnedAway(debate: DebateBuilder, code: RejectionCode) {
  const { store } = show(debate, 'dana', <Readable>the board</Readable>, [], {
    transport: {
      ...silentTransport(),
      open: async () => ({
        ok: false,
        rejection: toRejection(code),
        standing: { muted: false, membership: code === 'banned' ? 'banned' : 'removed', reason: 'other' },
      }),
      connect: (listener) => {
        listener.connected();
        return () => {};
      },
    },
  });
  await act(async () => void store.connect());
  await screen.findByRole('alert');
}

const aGroup = () =>
  newGroup().does(SYSTEM, { type: 'participant.join', participantId: 'dana', role: 'debater' });
const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
const words = () => document.body.textContent;

test('[GR5] a person who is moved out of a group they have open reads that, without a reason, and goes to the main debate', async () => {
  await turnedAway(aGroup(), 'removed');
  expect(screen.getByRole('heading').textContent).toBe('You’re no longer in this group');
  expect(document.title).toBe('You’re no longer in this group');
  expect(words()).not.toContain('Reason');
  expect(links()).toEqual(['/debates/d-plenary']);
});

test('a person who is banned reads that in a group too, and so does one who is removed from a whole debate', async () => {
  await turnedAway(aGroup(), 'banned');
  expect(words()).toContain('You’re banned from this debate');
  expect(links()).toEqual(['/']);
  cleanup();
  await turnedAway(aDebate(), 'removed');
  expect(words()).toContain('You were removed from this debateReason: another reason.');
  expect(links()).toEqual(['/']);
});

test('the page of a group one was moved out of says the same when it is loaded again', () => {
  document.body.innerHTML = renderToStaticMarkup(<LeftGroupPage plenary="d-plenary" />);
  expect(screen.getByRole('heading').textContent).toBe('You’re no longer in this group');
  expect(screen.getByText('Back to main debate').getAttribute('href')).toBe('/debates/d-plenary');
  document.body.innerHTML = '';
});
