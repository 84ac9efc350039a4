import type { ReactNode } from 'react';

/** An icon of 16 by 16 in the text colour; always beside a word or a label, so hidden from screen readers. */
function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const HandIcon = () => (
  <Icon>
    <path d="M5 9V4a1 1 0 0 1 2 0V2.5a1 1 0 0 1 2 0V4a1 1 0 0 1 2 0v6c0 2.8-1.4 4-3.4 4S4.400 13 2.600 9.600a.9.9 0 0 1 1.600-.9z" />
  </Icon>
);

export const CommentIcon = () => (
  <Icon>
    <path d="M2 3.5h12v7.5H7.5L4.5 13.5V11H2z" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.4" />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3L2.5 6l3 3M2.5 6h7a3.8 3.8 0 010 7.5H6" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="M10.5 3l3 3-3 3M13.5 6h-7a3.8 3.8 0 000 7.5H10" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="M6 3.5L10.5 8 6 12.5" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="M3 8.5l3.2 3.2L13 4.5" />
  </Icon>
);

export const ThemeIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 2v12a6 6 0 000-12z" fill="currentColor" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3v10M3 8h10" />
  </Icon>
);

export const MinusIcon = () => (
  <Icon>
    <path d="M3 8h10" />
  </Icon>
);

export const PassIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5" />
  </Icon>
);

export const ChartIcon = () => (
  <Icon>
    <path d="M2.5 2v11.5H14M5.5 11V8M8.5 11V4.5M11.5 11V6.5" />
  </Icon>
);

export const HistoryIcon = () => (
  <Icon>
    <path d="M3 8a5.2 5.2 0 105.2-5.2A5.4 5.4 0 003.6 5.6M3 2.8v3h3M8.2 5.2V8l2 1.4" />
  </Icon>
);

export const PlayIcon = () => (
  <Icon>
    <path d="M5 3.2v9.6L12.6 8z" />
  </Icon>
);

export const PauseIcon = () => (
  <Icon>
    <path d="M5.5 3.5v9M10.5 3.5v9" />
  </Icon>
);

export const BellIcon = () => (
  <Icon>
    <path d="M3 11.5h10c-1-1-1.5-2-1.5-3.5V6.5a3.5 3.5 0 0 0-7 0V8c0 1.500-.5 2.500-1.500 3.500zM6.700 13.700h2.600" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M3.5 7.500h9v6h-9zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500" />
  </Icon>
);

export const BallotIcon = () => (
  <Icon>
    <path d="M2.5 2.5h11v11h-11zM5 8.200l2.200 2.200L11 6" />
  </Icon>
);

export const BookIcon = () => (
  <Icon>
    <path d="M8 4.2C6.500 3 4.500 2.700 2 2.800v9.700c2.500-.1 4.500.2 6 1.400 1.500-1.200 3.500-1.500 6-1.400V2.800c-2.500-.1-4.500.2-6 1.400zM8 4.200v9.700" />
  </Icon>
);

export const UnreadIcon = () => (
  <Icon>
    <path d="M8 2l1.600 4.400L14 8l-4.400 1.600L8 14l-1.600-4.400L2 8l4.400-1.600z" />
  </Icon>
);

export const TimerIcon = () => (
  <Icon>
    <circle cx="8" cy="9" r="5.200" />
    <path d="M8 6.200V9l1.800 1.200M6.200 1.800h3.600" />
  </Icon>
);

export const SlidersIcon = () => (
  <Icon>
    <path d="M2 4.500h5.500M11 4.500h3M2 11.500h3M8.500 11.500H14" />
    <circle cx="9.200" cy="4.500" r="1.800" />
    <circle cx="6.700" cy="11.500" r="1.800" />
  </Icon>
);

export const BulbIcon = () => (
  <Icon>
    <path d="M5.5 10.2a4 4 0 1 1 5 0c-.6.5-.9 1-.9 1.8H6.4c0-.8-.3-1.3-.9-1.8zM6.5 14h3" />
  </Icon>
);

export const ExclamationIcon = () => (
  <Icon>
    <path d="M8 2.5v7M8 13h.01" strokeWidth="2" />
  </Icon>
);

export const QuoteIcon = () => (
  <Icon>
    <path d="M6.5 4C4.3 4.8 3 6.5 3 9v3h3.5V8.5H4.5M13 4c-2.2.8-3.5 2.5-3.5 5v3H13V8.5h-2" />
  </Icon>
);

export const TasksIcon = () => (
  <Icon>
    <path d="M2 4l1.300 1.300L5.800 2.800M2 10.500l1.300 1.300 2.500-2.500M8.500 4.200H14M8.500 10.700H14" />
  </Icon>
);

export const ConclusionIcon = () => (
  <Icon>
    <path d="M3 2.5h7M3 5.5h7M3 8.5h4M7.5 12l2 2L14 9" />
  </Icon>
);

export const QuestionIcon = () => (
  <Icon>
    <path d="M5.5 6a2.5 2.5 0 1 1 3.7 2.2C8.4 8.7 8 9.2 8 10M8 13h.01" />
  </Icon>
);
