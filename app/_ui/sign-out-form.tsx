'use client';

import { forgetDebates } from '../_board/offline/debate-storage.ts';
import { forgetKeptPages } from '../_board/offline/forget-kept.ts';
import { Button } from './button/button.tsx';
import { postJson } from './post-json.ts';

/** Ends all of one's sign-ins and shows the page as a reader sees it. */
export function SignOutButton({ label }: { label: string }) {
  const signOut = async () => {
    await postJson('/api/signout', {});
    await Promise.allSettled([forgetKeptPages(), forgetDebates()]);
    window.location.reload();
  };
  return (
    <Button look="quiet" size="small" onClick={signOut}>
      {label}
    </Button>
  );
}
