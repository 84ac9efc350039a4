// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import ExportDialog from '../../app/_board/features/export/export-dialog.tsx';
import { aDebate } from '../support/debate-builder.ts';
import { show } from './show.tsx';

afterEach(cleanup);

async function tables(who: string) {
  show(aDebate(), who, <ExportDialog onClose={() => undefined} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Format' }), 'csv');
}

const sectionsAsked = () =>
  new URL(screen.getByRole<HTMLAnchorElement>('link', { name: 'Download' }).href).searchParams.get(
    'sections',
  );

describe('exporting tables', () => {
  test('asks for the moderation log and its notes only if a moderator chooses them', async () => {
    await tables('mona');
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    expect(sectionsAsked()).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Moderation log' }));
    expect(sectionsAsked()).toBe('moderation');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Moderators’ notes' }));
    expect(sectionsAsked()).toBe('moderation,notes');
  });

  test('offers others no moderation log', async () => {
    await tables('dana');
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});
