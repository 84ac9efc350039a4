import type { ComponentType } from 'react';
import { JoiningSection } from '../features/invitations/joining-section.tsx';
import { PeopleSection } from '../features/people/people-section.tsx';
import { DebateSection } from './debate-section.tsx';
import { ModerationSection } from './moderation-section.tsx';

/** Sections of a debate's management, in order; each id names its sentence of the catalogue. */
export const MANAGED = [
  { id: 'debate', Section: DebateSection },
  { id: 'joining', Section: JoiningSection },
  { id: 'people', Section: PeopleSection },
  { id: 'moderation', Section: ModerationSection },
] as const satisfies readonly { id: string; Section: ComponentType<{ queue?: boolean }> }[];
