'use client';

import { type ComponentProps, createContext, type ReactNode, useContext, useMemo } from 'react';
import type { RejectionCode } from '#domain/debate/engine/rejections.ts';
import type { Failure } from './requests/call-route.ts';

/** The rejections that are about one field of a form. */
const ABOUT = {
  name: ['text_empty', 'text_too_long', 'text_malformed'],
  text: ['text_empty', 'text_too_long', 'text_malformed', 'too_many_mentions', 'mention_anonymous'],
  mail: ['email_malformed', 'email_taken', 'email_failed', 'sign_up_domain'],
  newPassword: ['password_short', 'password_long', 'password_common', 'password_breached'],
  currentPassword: ['password_wrong'],
  code: ['code_wrong', 'second_factor_wrong'],
} as const satisfies Record<string, readonly RejectionCode[]>;

type RefusableField = keyof typeof ABOUT;

/** True if a refusal is about such a field. */
export function isAbout(field: RefusableField, refusal: Failure | null): boolean {
  if (refusal === null || refusal === 'unreachable') return false;
  return ABOUT[field].some((code) => code === refusal.code);
}

/** A form's refusal, and the id of the element that says it. */
interface ShownRefusal {
  readonly refusal: Failure;
  readonly id: string;
}

const RefusalContext = createContext<ShownRefusal | null>(null);

interface RefusalProviderProps {
  /** Why the form was refused; `null`: it wasn't. */
  readonly refusal: Failure | null;
  /** Id of the element that says it. */
  readonly id: string;
  readonly children: ReactNode;
}

/** Ties what is said about a refused form to the field that it is about. */
export function RefusalProvider({ refusal, id, children }: RefusalProviderProps) {
  const shown = useMemo(() => refusal && { refusal, id }, [refusal, id]);
  return <RefusalContext value={shown}>{children}</RefusalContext>;
}

/** Returns the form's refusal; `null` if it wasn't refused. */
export function useShownRefusal(): ShownRefusal | null {
  return useContext(RefusalContext);
}

interface RefusableProps {
  readonly about: RefusableField;
}

/** An input that is described by the form's refusal if that is about it. */
export function RefusableInput({ about, ...input }: ComponentProps<'input'> & RefusableProps) {
  return <input {...input} {...useTie(about, input)} />;
}

/** The same for a text of some lines. */
export function RefusableTextArea({ about, ...area }: ComponentProps<'textarea'> & RefusableProps) {
  return <textarea {...area} {...useTie(about, area)} />;
}

function useTie(
  about: RefusableField,
  { 'aria-describedby': described }: ComponentProps<'input' | 'textarea'>,
) {
  const shown = useShownRefusal();
  if (shown === null || !isAbout(about, shown.refusal)) return {};
  return {
    'aria-describedby': described ? `${shown.id} ${described}` : shown.id,
    'aria-invalid': true,
  } as const;
}
