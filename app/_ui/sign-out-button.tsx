'use client';

import { Button } from './button/button.tsx';
import { postJson } from './post-json.ts';

/** Ends all of one's sign-ins and shows the page as a reader sees it. */
export function SignOutButton({ label }: { label: string }) {
  const signOut = async () => {
    await postJson('/api/signout', {});
    window.location.reload();
  };
  return (
    <Button look="quiet" size="small" onClick={signOut}>
      {label}
    </Button>
  );
}
