// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ServerClock } from '../../app/_board/core/clock/server-clock.ts';
import HideDialog from '../../app/_board/features/moderation/hide-dialog.tsx';
import { LIMITS } from '../../domain/debate/engine/limits.ts';
import { operationSchema } from '../../domain/debate/engine/operations.ts';
import { writtenBy } from '../../domain/debate/moderation/decide-moderation.ts';
import { createEntries } from '../../server/log/create-entries.ts';
import { aDebate, comment, newClaim, report } from '../support/debate-builder.ts';
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

  test('[MO6] counts and settles only what is hidden at once, and says how many are left', async () => {
    const debate = aDebate();
    const before = writtenBy(debate.state, 'dana').length;
    debate.now += 1_000;
    const comments = Array.from({ length: LIMITS.hiddenAtOnce }, (_, n) => comment({ commentId: `m-${n}` }));
    const made = createEntries(debate.state, comments, 'dana', debate.now);
    debate.state = made.ok ? made.state : expect.fail(made.rejection.code);
    debate.does('emil', report('r-old', 'c-a'), report('r-new', 'm-0'));
    const hide = { what: 'person', id: 'dana' } as const;
    const { asked } = show(debate, 'mona', <HideDialog hide={hide} onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Everything' }));
    const [said] = screen.getAllByText(/will be hidden/);
    expect(said?.textContent).toBe(
      `These 1,000 will be hidden: ${before} older ones are left: hide them next.`,
    );
    await userEvent.click(screen.getByRole('radio', { name: 'spam' }));
    await userEvent.click(screen.getByRole('button', { name: 'Hide' }));
    expect(asked()).toMatchObject([{ type: 'content.hideAllBy' }, { type: 'report.settle', ids: ['r-new'] }]);
  });
});
