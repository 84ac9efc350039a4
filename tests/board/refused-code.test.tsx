// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { en } from '../../app/_ui/messages/en.ts';
import { CodeEntry } from '../../app/join/code-entry.tsx';
import { joinTitle } from '../../app/join/join-title.ts';
import { toRejection } from '../../domain/debate/engine/rejections.ts';

afterEach(cleanup);

const unknown = toRejection('invitation_unknown');

describe('a refused join code', () => {
  test('is described by its reason, and has the focus, also before scripts run', () => {
    document.body.innerHTML = renderToStaticMarkup(<CodeEntry problem={unknown} typed="ABCD2345" />);
    const field = screen.getByLabelText(en.join.code);
    const reason = screen.getByRole('alert');
    expect(reason.textContent).toBe(en.rejection.invitation_unknown);
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(reason.id);
    expect(field.getAttribute('aria-describedby')?.split(' ')).toHaveLength(2);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.hasAttribute('autofocus')).toBe(true);
    document.body.innerHTML = '';
  });

  test('is what the title of the page begins with', () => {
    expect(joinTitle(unknown)).toBe(`${en.rejection.invitation_unknown} · ${en.join.title}`);
    expect(joinTitle(null)).toBe(en.join.title);
  });

  test('leaves a code that is yet to be typed as it is', () => {
    render(<CodeEntry problem={null} typed="" />);
    const field = screen.getByLabelText(en.join.code);
    expect(field.getAttribute('aria-invalid')).toBeNull();
    expect(document.activeElement).toBe(document.body);
  });
});
