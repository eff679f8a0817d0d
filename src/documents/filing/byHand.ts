/**
 * What nobody has to find out, and the record does not hold: who signs, numbers of the organisation, when it is filed, what
 * the organisation itself has done and will do.
 */
export const BY_HAND: ReadonlySet<string> = new Set([
  ...['signatory', 'counsel', 'reportedAt', 'publishedAt', 'recipient', 'receipt', 'registration', 'identity'],
  ...['sector', 'address', 'head', 'headPhone', 'attachments', 'contactName', 'contactPhone', 'contactMail', 'contact'],
  ...['reporter', 'submitter', 'firstFilingNo', 'service', 'delayReason', 'other', 'nextUpdateAt', 'phone', 'takenBy'],
  ...['takenAt', 'passedAt', 'selfProtection', 'recommended', 'requests', 'workaround', 'support', 'notified'],
  ...['measures', 'done', 'handling', 'plannedMeasures', 'continuity', 'changes', 'open', 'unknown', 'treatment'],
  ...[
    'subjectsNotified',
    'meetingAt',
    'chair',
    'participants',
    'scribe',
    'timelineDue',
    'technicalLead',
    'analysisDue',
    'meetingPlace',
    'accountability',
    'rectification',
    'lessons',
  ],
]);
