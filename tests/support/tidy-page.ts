import { afterEach } from 'vitest';
import { draftsUnder, keepDraft } from '../../app/_ui/stored-draft.ts';

// All test files of a process share one page and its modules: each test leaves no drafts and no elements behind for those of others.
afterEach(() => {
  for (const key of draftsUnder('').keys()) keepDraft(key, '');
  globalThis.document?.body?.replaceChildren();
});
