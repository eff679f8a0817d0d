import type { EventHead } from '../../domain/incident/events.js';
import type { PersonId, PostId } from '../../domain/plan/compiled.js';
import type { Instant } from '../../domain/time.js';
import type { AnalysisItem, PublicationKind, Rating, Sentiment } from './aftermathInput.js';

type Texts = Record<string, string>;

/** What the incident report reads of the time after the end, event by event. */
export type AftermathEvent = EventHead &
  (
    | {
        type: 'analysisRecorded';
        version: number;
        items: Omit<AnalysisItem, 'text'>[];
        /** By the ids of the items, and `method` and `nature`. */
        texts?: Texts;
      }
    | { type: 'analysisCompleted'; version: number; authority: PostId }
    | { type: 'incidentReportEdited'; sections: string[]; authority?: PostId; texts?: Texts }
    | { type: 'incidentReportSubmitted'; version: number; authority?: PostId }
    | {
        type: 'incidentReportReturned';
        version: number;
        stage: 'review' | 'approval';
        authority?: PostId;
        texts?: Texts;
      }
    | { type: 'incidentReportReviewed'; version: number; authority?: PostId }
    | { type: 'incidentReportApproved'; version: number; authority?: PostId }
    | { type: 'incidentReportRevised'; authority?: PostId; texts?: Texts }
    | {
        type: 'publicationDrafted';
        publication: string;
        version: number;
        kind: PublicationKind;
        corrects?: string;
        authority?: PostId;
        /** `title zh-CN`, `body en` … */
        texts?: Texts;
      }
    | { type: 'publicationChecked' | 'publicationApproved'; publication: string; version: number; authority: PostId }
    | { type: 'publicationPublished'; publication: string; version: number }
    | { type: 'publicationWithdrawn'; publication: string; authority?: PostId; texts?: Texts }
    | { type: 'publicationWaived'; authority?: PostId; texts?: Texts }
    | {
        type: 'opinionRecorded';
        entry: string;
        source: string;
        observedAt: Instant;
        volume?: number;
        usual?: number;
        sentiment?: Sentiment;
        reach?: number;
        authority?: PostId;
        texts?: Texts;
      }
    | { type: 'opinionReplied'; entry: string; authority?: PostId; texts?: Texts }
    | { type: 'opinionEnded'; authority?: PostId; texts?: Texts }
    | { type: 'lessonsAsked'; from: PostId[] }
    | { type: 'lessonGiven'; post: PostId; answers: number[]; texts?: Texts }
    | { type: 'lessonsCollected'; missing: PostId[]; authority?: PostId; texts?: Texts }
    | {
        type: 'summaryCalled';
        /** Of the meeting. */
        meetingAt: Instant;
        participants: PersonId[];
        authority?: PostId;
        texts?: Texts;
      }
    | {
        type: 'summaryHeld';
        present: PersonId[];
        ratings: { criterion: string; rating: Rating }[];
        score: number;
        conclusion: string;
        authority?: PostId;
        /** By the ids of the criteria, and `conclusions`. */
        texts?: Texts;
      }
    | {
        type: 'improvementOpened';
        improvement: string;
        /** Of the improvement; the event has its own. */
        kind: string;
        owner: string;
        dueAt: Instant;
        planChange?: string;
        authority?: PostId;
        texts?: Texts;
      }
  );
