// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ServerClock } from '../../app/_board/core/clock/server-clock.ts';
import HideDialog from '../../app/_board/features/moderation/hide-dialog.tsx';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { aDebate, newClaim } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);
afterEach(() => vi.restoreAllMocks());

describe('hiding what one person wrote', () => {
  test('asks for what the server takes, though its clock is ahead by a fraction of a millisecond', async () => {
    const debate = aDebate();
    debate.now = Date.now();
    debate.does('dana', newClaim('spam', 'west', { text: 'Buy this' }));
    const hide = { what: 'person', id: 'dana' } as const;
    const { store, asked } = show(debate, 'mona', <HideDialog hide={hide} onClose={() => undefined} />);
    let ticks = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (ticks += 0.25));
    vi.spyOn(store, 'askClock').mockResolvedValue(Date.now());
    await ServerClock.of(store).ask();
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Everything' }));
    await user.click(screen.getByRole('radio', { name: 'The last 10 minutes' }));
    await user.click(screen.getByRole('radio', { name: 'spam' }));
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    const [sweep] = asked();
    expect(sweep).toMatchObject({ type: 'content.hideAllBy', participantId: 'dana', reason: 'spam' });
    expect(operationSchema.safeParse(sweep).success).toBe(true);
  });
});
