'use client';

import { useState } from 'react';
import { forgetDebates } from '../_board/offline/debate-storage.ts';
import { forgetKeptPages } from '../_board/offline/forget-kept.ts';
import { tellSignedOut } from '../_board/offline/sign-out-news.ts';
import { unsentHere } from '../_board/store/outbox-storage.ts';
import { Button } from './button/button.tsx';
import { lazyPart } from './lazy-part.ts';
import { postJson } from './post-json.ts';

const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'));

/** Ends all of one's sign-ins and shows the page as a reader sees it. What would be lost by it is said first. */
export function SignOutButton({ label }: { label: string }) {
  const [unsent, setUnsent] = useState<ReadonlyMap<string, number> | null>(null);
  const signOut = async () => {
    await postJson('/api/signout', {});
    tellSignedOut();
    await Promise.allSettled([forgetKeptPages(), forgetDebates()]);
    window.location.reload();
  };
  return (
    <>
      <Button
        look="quiet"
        size="small"
        onClick={async () => setUnsent(await unsentHere().catch(() => new Map()))}
      >
        {label}
      </Button>
      {unsent && <SignOutDialog unsent={unsent} onSignOut={signOut} onClose={() => setUnsent(null)} />}
    </>
  );
}
