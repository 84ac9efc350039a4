import { afterEach } from 'vitest';
import { draftsUnder, keepDraft } from '../../app/_ui/stored-draft.ts';

// Drafts stay in the page, which is one for all test files of a process: each test begins without those of others.
afterEach(() => {
  for (const key of draftsUnder('').keys()) keepDraft(key, '');
});
