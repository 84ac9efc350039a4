'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { ButtonLink } from '../button/button-link.tsx';

interface SignInLinkProps {
  /** The page to which signing in leads back: this one. */
  readonly returnTo: string;
  readonly children: ReactNode;
}

/** A link to sign in and come back, also to what the page's address names after `#`: the server is not sent that part. */
export function SignInLink({ returnTo, children }: SignInLinkProps) {
  const [hash, setHash] = useState('');
  useEffect(() => setHash(window.location.hash), []);
  return (
    <ButtonLink href={`/sign-in?returnTo=${encodeURIComponent(`${returnTo}${hash}`)}`}>{children}</ButtonLink>
  );
}
