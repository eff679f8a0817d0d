import type { Duration } from '../../time.js';
import type { Condition } from '../condition.js';
import type { AuthorityRule } from './authority.js';
import type { AlertId, LevelId, PostId } from './ids.js';

export type AftermathStep = 'analysis' | 'report' | 'publication' | 'lessons' | 'summary';

export interface AftermathRule {
  analysis: { owner: PostId; within: Duration; levels?: LevelId[] };
  /** What an earlier release compiled lacks the sections. */
  report: { owner: PostId; reviewer: PostId; approver: PostId; within: Duration; sections?: string[] };
  publication?: {
    drafter: PostId;
    /** What an earlier release compiled has posts here, for every level. */
    approvedBy: AuthorityRule[] | PostId[];
    legalCheck?: PostId;
    firstStatement: { levels: LevelId[]; within: Duration }[];
    outcomeWithin?: Duration;
  };
  publicOpinion?: {
    owner: PostId;
    cadence: { levels: LevelId[]; every: Duration }[];
    /** What an earlier release compiled lacks it. */
    alerts?: OpinionAlert[];
  };
  /** `questions`: how many there are. What an earlier release compiled lacks it. */
  lessons: { askedFrom: PostId[]; within: Duration; collectedBy: PostId; questions?: number };
  summary: { chair: PostId; participants: PostId[]; within: Duration; levels?: LevelId[] };
  improvements?: { owner: PostId; types: string[] };
  mandatory: AftermathStep[];
  /** Personal data is destroyed so long after the end. What an earlier release compiled lacks it. */
  personalData?: { destroyAfter: Duration; owner: PostId };
}

/** All that it says has to hold; one that says nothing is for people to judge. */
export interface OpinionAlert {
  id: AlertId;
  when?: Condition;
  timesUsual?: number;
  volumeAtLeast?: number;
  reachAtLeast?: number;
  /** -2, very negative, to 2, very positive. */
  sentimentAtMost?: number;
  /** Something is claimed that is not so. */
  untrue?: true;
  tell: PostId[];
}
