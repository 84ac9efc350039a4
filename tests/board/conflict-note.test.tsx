// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { useClaim } from '../../app/_board/core/claims/use-claim.ts';
import { useViewPart } from '../../app/_board/core/view/view-provider.tsx';
import { ClaimPanel } from '../../app/_board/panel/claim-panel.tsx';
import { aDebate, agree, newClaim } from '../support/debate-builder.ts';
import { setAgenda, turnTo, WRITING } from '../support/phased-debate.ts';
import { show } from './show.tsx';

afterEach(cleanup);

function Panel() {
  const selected = useViewPart((parts) => parts.selected?.id ?? 'c-a');
  const claim = useClaim(selected);
  return claim ? <ClaimPanel claim={claim} /> : null;
}

/** `c-no` attacks c-a; Susi agrees with it. */
const conflicts = () =>
  aDebate()
    .does('emil', newClaim('no', 'c-a', { relation: 'attack', text: 'not so' }))
    .does('susi', agree('c-no'));
const BY_AN_ATTACK = 'You also agree with a claim that attacks it.';

describe('[VO14] in the panel of a claim', () => {
  test('the voter reads, once they agree, with which attack they agree too, and goes there', async () => {
    show(conflicts(), 'susi', <Panel />);
    expect(screen.queryByText(BY_AN_ATTACK)).toBeNull();
    const [agreeWide = document.body] = screen.getAllByRole('button', { name: /^Agree/ });
    await userEvent.click(agreeWide);
    const note = screen.getByText(BY_AN_ATTACK).parentElement;
    expect(note?.getAttribute('aria-live')).toBe('polite');
    expect(note?.textContent).toMatch(/Only you see this\.$/);
    await userEvent.click(screen.getAllByRole('button', { name: 'not so' })[0] as HTMLElement);
    expect(screen.getByRole('heading', { name: 'not so' })).toBeTruthy();
    expect(screen.getByText('You also agree with the claim it attacks.')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'one two three' })).not.toHaveLength(0);
  });

  test('others read nothing of it, nor the voter while votes are closed', () => {
    const debate = conflicts().does('susi', agree('c-a')).does('mona', agree('c-a'));
    for (const who of ['mona', 'emil', 'otto', null]) {
      show(debate, who, <Panel />);
      expect(screen.queryByText(BY_AN_ATTACK)).toBeNull();
      cleanup();
    }
    show(debate.does('olga', setAgenda([WRITING]), turnTo('p-write')), 'susi', <Panel />);
    expect(screen.queryByText(BY_AN_ATTACK)).toBeNull();
  });
});
