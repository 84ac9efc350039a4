'use client';

import type { FormEvent } from 'react';
import { forgetDebates } from '../_board/offline/debate-storage.ts';
import { forgetKeptPages } from '../_board/offline/forget-kept.ts';
import { Button, type ButtonProps } from './button/button.tsx';

interface SignOutFormProps {
  /** The route that ends this sign-in, or all. */
  readonly action: string;
  readonly label: string;
  readonly look?: ButtonProps['look'];
  readonly size?: ButtonProps['size'];
}

/** Ends sign-ins. Where scripts run, this browser also forgets the debates it kept, before the page goes. */
export function SignOutForm({ action, label, look = 'quiet', size = 'small' }: SignOutFormProps) {
  const forgetFirst = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    await Promise.allSettled([forgetKeptPages(), forgetDebates()]);
    form.submit();
  };
  return (
    <form method="post" action={action} onSubmit={forgetFirst}>
      <Button look={look} size={size} type="submit">
        {label}
      </Button>
    </form>
  );
}
