import { textIn } from '../../domain/lang.js';
import { approvingReviewers, duesOf, hasInterest, isUnapproved } from '../../domain/plan/lifecycle/index.js';
import { namesFrom } from '../../domain/plan/namesFrom.js';
import type { RosterDocument } from '../../domain/plan/roster.js';
import { planStepWords, speaker } from '../../domain/words/index.js';
import type { Zone } from '../../domain/words/index.js';
import type { NoticeStanding, PlanEntry, PlanVersion } from '../../store/index.js';
import type { PlanDistribution, PlanRecord, PlanSummary } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';

/** Names as this version and today's roster have them. */
export type PlanSpeech = Pick<Speech, 'names' | 'lang'> & { zone: Zone };

export function planSpeech(
  { document }: PlanVersion,
  roster: RosterDocument,
  lang: Speech['lang'],
  zone: Zone,
): PlanSpeech {
  return { names: namesFrom(document, roster), lang, zone };
}

export function planSummaryView({ id, version, hash, title, standing }: PlanEntry, lang: Speech['lang']): PlanSummary {
  const { status, summary, approval, effectiveFrom } = standing;
  const dues = duesOf(standing);
  return {
    id,
    version,
    title: textIn(title, lang),
    status,
    sample: isUnapproved(standing),
    hash,
    summary,
    approvedAt: isoIfAny(approval?.at),
    effectiveFrom: isoIfAny(effectiveFrom),
    reviewDue: isoIfAny(dues.review),
    evaluationDue: isoIfAny(dues.evaluation),
  };
}

export function planRecordView(version: PlanVersion, speech: PlanSpeech): PlanRecord {
  const { document, standing, steps } = version;
  const { control } = document;
  const say = speaker(speech.names, speech.lang);
  return {
    ...planSummaryView({ ...version, title: document.plan.title }, speech.lang),
    authors: standing.authors.map((author) => actorView(author, speech)),
    reviews: standing.reviews.map(({ by, at, outcome, remarks }) => ({
      by: actorView(by, speech),
      at: iso(at),
      outcome,
      remarks,
      counts: by.kind === 'person' && !hasInterest(standing, by.id),
    })),
    reviewers: control && {
      atLeast: control.reviewers.atLeast,
      counting: approvingReviewers(standing).length,
      posts: control.reviewers.posts.map((post) => named(speech, 'post', post)),
    },
    approver: namedIfAny(speech, 'post', control?.approver),
    receipts: { given: standing.addressees.length, acknowledged: standing.receipts.size },
    steps: steps.map((step, i) => ({
      n: i + 1,
      at: iso(step.at),
      by: actorView(step.by, speech),
      type: step.type,
      words: planStepWords(step, say, speech.zone),
    })),
  };
}

export function planDistributionView(
  { id, version, document, standing }: PlanVersion,
  /** Oldest first; the last one to each person counts. */
  mails: Pick<NoticeStanding, 'person' | 'status'>[],
  speech: PlanSpeech,
): PlanDistribution {
  const posts = (ids: string[]) => ids.map((post) => named(speech, 'post', post));
  return {
    id,
    version,
    posts: posts(document.control?.distribution ?? []),
    items: standing.addressees.map(({ person, posts: held, givenAt }) => ({
      person: named(speech, 'person', person),
      posts: posts(held),
      givenAt: iso(givenAt),
      mail: mails.findLast((mail) => mail.person === person)?.status,
      acknowledgedAt: isoIfAny(standing.receipts.get(person)),
    })),
  };
}
