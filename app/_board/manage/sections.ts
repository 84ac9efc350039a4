import type { ComponentType } from 'react';
import { DebateSection } from './debate-section.tsx';
import { JoiningSection } from './joining/joining-section.tsx';
import { ModerationSection } from './moderation-section.tsx';
import { PeopleSection } from './people-section.tsx';

/** Sections of a debate's management, in order; each id names its sentence of the catalogue. */
export const MANAGED = [
  { id: 'debate', Section: DebateSection },
  { id: 'joining', Section: JoiningSection },
  { id: 'people', Section: PeopleSection },
  { id: 'moderation', Section: ModerationSection },
] as const satisfies readonly { id: string; Section: ComponentType<{ queue?: boolean }> }[];
