'use client';

import { useEffect } from 'react';
import { forgetSignedOut } from '../_ui/sign-out/forget-signed-out.ts';

/** Makes this browser forget a person whose sign-ins were all ended from here. */
export function ForgetEnded() {
  useEffect(() => void forgetSignedOut(), []);
  return null;
}
