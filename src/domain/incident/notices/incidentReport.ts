import type { PersonId, PostId } from '../../plan/compiled.js';
import type { Asked } from '../aftermath/asked.js';
import { newlyAsked } from '../aftermath/movedPlan.js';
import { firstBehind } from '../aftermath/people.js';
import { holdersOfPosts } from '../authority.js';
import type { NoticeTemplate } from '../effects.js';
import type { EventOf } from '../events.js';
import { effectOf } from '../incidentReport/evolve.js';
import { idOf, latestOf, signersOf } from '../incidentReport/people.js';
import type { Details } from '../refusals.js';
import { postsOfCommand } from '../rooms/tasks/owners.js';
import type { ReportVersion, State } from '../state.js';
import { levelFacts, plain, withoutActor } from './tell.js';
import type { Telling, Tellings } from './tell.js';

export const incidentReportTellings: Tellings = {
  incidentReportAsked: (state, event) => toWrite(state, event),

  /** What waits for whoever reviews or approves it waits for somebody else by another version of the plan. */
  planMoved(state, event) {
    return newlyAsked(state, event).some(({ item }) => item === 'report') ? toJudge(state) : [];
  },

  /** What is to be read is there to be read. */
  documentWritten(state, { document, version, effectId }) {
    const found = document === 'incidentReport' ? versionOf(state, version) : undefined;
    if (found === undefined) return [];
    const { approved } = found;
    if (approved !== undefined && effectOf(approved) === effectId) {
      const [owner] = owners(state);
      return [
        aboutVersion(state, 'reportApproved', found, [owner, idOf(found.by), ...command(state)], approved.document),
      ];
    }
    const reviewer = state.basis.plan.aftermath?.report.reviewer;
    const isOpen = state.incidentReport.stage === 'review' && state.incidentReport.versions.at(-1) === found;
    if (reviewer === undefined || !isOpen) return [];
    return [aboutVersion(state, 'reportToReview', found, firstBehind(state, reviewer, signersOf(found)))];
  },

  incidentReportReviewed(state, { version }) {
    const found = versionOf(state, version);
    const approver = state.basis.plan.aftermath?.report.approver;
    if (found === undefined || approver === undefined) return [];
    return [aboutVersion(state, 'reportToApprove', found, firstBehind(state, approver, signersOf(found)))];
  },

  incidentReportReturned: (state, { version, actor }) => toldOfReport(state, 'reportReturned', version, [], actor),

  /** Whoever writes has to go on; whoever has it before them, or has signed it, need not read on. */
  incidentReportOutdated(state, { version, by, wasApproved }) {
    const found = versionOf(state, version);
    if (found === undefined) return [];
    const { reviewer, approver } = state.basis.plan.aftermath?.report ?? {};
    const next = found.approved !== undefined ? undefined : found.reviewed === undefined ? reviewer : approver;
    const waiting = next === undefined ? [] : firstBehind(state, next, signersOf(found));
    const signed = [found.reviewed, found.approved].map((one) => idOf(one?.by));
    const told = aboutVersion(state, 'reportOutdated', found, [
      ...owners(state),
      idOf(found.by),
      ...waiting,
      ...signed,
    ]);
    return [{ ...told, facts: { ...told.facts, by, ...(wasApproved === true ? { wasApproved } : {}) } }];
  },

  incidentReportRevised(state, { version, actor }) {
    const approver = versionOf(state, version)?.approved?.by;
    return toldOfReport(state, 'reportRevised', version, [idOf(approver), ...command(state)], actor);
  },
};

type IsNew = (person: PersonId, asked: { asked: Asked; waits?: boolean }) => boolean;

/** Analysis, report and review or approval, as far as `isNew` says that somebody has still to be asked for it. */
export function reportRequests(state: State, isNew: IsNew): Telling[] {
  const analysisDueAt = state.analysis.completed === undefined ? state.analysis.asked?.dueAt : undefined;
  const { stage, dueAt } = state.incidentReport;
  return [
    ...toWrite(
      state,
      {
        ...(stage !== 'draft' || dueAt === undefined ? {} : { dueAt }),
        ...(analysisDueAt === undefined ? {} : { analysisDueAt }),
      },
      isNew,
    ),
    ...toJudge(state, isNew),
  ];
}

/** Whoever has both to do gets one notice. */
function toWrite(
  state: State,
  { dueAt, analysisDueAt }: Pick<EventOf<'incidentReportAsked'>, 'dueAt' | 'analysisDueAt'>,
  isNew: IsNew = () => true,
): Telling[] {
  const { report, analysis } = state.basis.plan.aftermath ?? {};
  if (report === undefined || analysis === undefined) return [];
  const whose = (post: PostId, asked: Asked) => firstBehind(state, post).filter((person) => isNew(person, { asked }));
  const writes = dueAt === undefined ? [] : whose(report.owner, 'report');
  const analyses = analysisDueAt === undefined ? [] : whose(analysis.owner, 'analysis');
  const both = analyses.some((person) => writes.includes(person));
  const analysisFacts: Details = analysisDueAt === undefined ? {} : { analysisDueAt };
  const asked = (people: PersonId[], facts: Details): Telling => ({
    template: 'reportAsked',
    to: plain(people),
    facts: { ...levelFacts(state), ...facts },
  });
  return [
    asked(writes, { ...(dueAt === undefined ? {} : { reportDueAt: dueAt }), ...(both ? analysisFacts : {}) }),
    ...(both ? [] : [asked(analyses, analysisFacts)]),
  ];
}

/** The version that waits for its review, or its approval, and is there to be read. */
function toJudge(state: State, isNew: IsNew = () => true): Telling[] {
  const found = latestOf(state);
  const { reviewer, approver } = state.basis.plan.aftermath?.report ?? {};
  const waits = {
    review: ['reportToReview', reviewer, 'review'],
    approval: ['reportToApprove', approver, 'approval'],
    draft: undefined,
    approved: undefined,
  } as const;
  const [template, post, asked] = waits[state.incidentReport.stage] ?? [];
  if (found?.document === undefined || template === undefined || post === undefined) return [];
  const people = firstBehind(state, post, signersOf(found));
  return [
    aboutVersion(
      state,
      template,
      found,
      people.filter((person) => isNew(person, { asked, waits: true })),
    ),
  ];
}

/** Its owner and whoever submitted it, besides `others`. */
function toldOfReport(
  state: State,
  template: NoticeTemplate,
  version: number,
  others: (string | undefined)[],
  actor: Parameters<typeof withoutActor>[0],
): Telling[] {
  const found = versionOf(state, version);
  if (found === undefined) return [];
  const told = aboutVersion(state, template, found, [...owners(state), idOf(found.by), ...others]);
  return [{ ...told, to: withoutActor(actor, told.to) }];
}

function aboutVersion(
  state: State,
  template: NoticeTemplate,
  { version, document: submitted }: ReportVersion,
  people: (string | undefined)[],
  document = submitted,
): Telling {
  const facts = { version, ...levelFacts(state) };
  return {
    template,
    to: plain(people.filter((person) => person !== undefined)),
    facts: document === undefined ? facts : { ...facts, documentId: document.documentId },
  };
}

function versionOf({ incidentReport }: State, version: number | undefined): ReportVersion | undefined {
  return incidentReport.versions.find((one) => one.version === version);
}

function owners(state: State): string[] {
  const owner = state.basis.plan.aftermath?.report.owner;
  return owner === undefined ? [] : firstBehind(state, owner);
}

function command(state: State): string[] {
  return holdersOfPosts(state, postsOfCommand(state));
}
