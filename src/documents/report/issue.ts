import type { Actor, State } from '../../domain/incident/index.js';
import type { Instant } from '../../domain/time.js';
import type { Fact } from '../model.js';
import type { ReportContext } from './context.js';

/** Which version the document is, and who has put their name to it. */
export interface ReportIssue {
  version: number;
  stage: 'submitted' | 'approved';
  signed: { act: 'submitted' | 'reviewed' | 'approved'; by: Actor; at: Instant; seq: number; hash: string }[];
}

/** As the state has it after the last event that the document tells of. `hashAt`: of an event, from the record's hash chain. */
export function reportIssue(
  { incidentReport }: State,
  version: number,
  hashAt: (seq: number) => string,
): ReportIssue | undefined {
  const found = incidentReport.versions.find((one) => one.version === version);
  if (found === undefined) return undefined;
  const { reviewed, approved } = found;
  const acts = [
    { act: 'submitted', signed: found },
    { act: 'reviewed', signed: reviewed },
    { act: 'approved', signed: approved },
  ] as const;
  return {
    version,
    stage: approved === undefined ? 'submitted' : 'approved',
    signed: acts.flatMap(({ act, signed }) => {
      if (signed === undefined) return [];
      const { by, at, seq } = signed;
      return [{ act, by, at, seq, hash: hashAt(seq) }];
    }),
  };
}

/** Enough to find the event by; the whole hash stands in the record. */
const SHOWN = 16;

/** On the cover: a draft that Muster alone wrote, or which version, and each signature with its event. */
export function issueFacts({
  words,
  issue,
  say,
  time,
}: {
  issue?: ReportIssue;
} & Pick<ReportContext, 'words' | 'say' | 'time'>): Fact[] {
  const { labels } = words;
  if (issue === undefined) return [{ label: labels.issue, value: words.ownDraft }];
  return [
    { label: labels.issue, value: words.issue({ version: issue.version, approved: issue.stage === 'approved' }) },
    ...issue.signed.map(({ act, by, at, seq, hash }) => ({
      label: words.acts[act],
      value: words.signed({ by: say.actor(by), at: time(at), seq, hash: hash.slice(0, SHOWN) }),
    })),
  ];
}
