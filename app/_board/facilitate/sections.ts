import type { ComponentType } from 'react';
import { FloorSection } from '../features/floor/floor-section.tsx';
import { GroupsSection } from '../features/groups/groups-section.tsx';
import { MeetingsSection } from '../features/groups/meetings-section.tsx';
import { PollsSection } from '../features/polls/polls-section.tsx';
import { SpotlightSection } from '../features/spotlight/spotlight-section.tsx';
import { AgendaPart } from './agenda-part.tsx';

/** Sections of the facilitator's tools, in order; each id names its sentence of the catalogue `facilitate`. */
export const RUN = [
  { id: 'agenda', Section: AgendaPart },
  { id: 'polls', Section: PollsSection },
  { id: 'floor', Section: FloorSection },
  { id: 'light', Section: SpotlightSection },
  { id: 'groups', Section: GroupsSection },
  { id: 'meetings', Section: MeetingsSection },
] as const satisfies readonly {
  id: string;
  Section: ComponentType;
}[];
