/** What a mail about an improvement says; the words are in `src/domain/words/improvements/mail.ts`. */
export const IMPROVEMENT_TEMPLATES = [
  'assigned',
  'near',
  'due',
  'overdue',
  'toVerify',
  'unverified',
  'returned',
  'verified',
  'dueMoved',
  'cancelled',
  'drillPlanned',
  'drillFailed',
  'unproven',
  'unplannable',
  'toLink',
  'waiting',
  'review',
] as const;
export type ImprovementTemplate = (typeof IMPROVEMENT_TEMPLATES)[number];
