import {
  acceptWarning,
  acknowledge,
  approve,
  draft,
  putIntoEffect,
  recordEvaluation,
  recordFiling,
  redraft,
  review,
  reviewKindOf,
  standingOf,
  submit,
  takeEffect,
  withdraw,
  withdrawAsReviewer,
} from '../../../src/domain/plan/lifecycle/index.js';
import type {
  Act,
  CheckedContent,
  Decided,
  InForce,
  PlanActor,
  PlanRefusalCode,
  PlanStanding,
  PlanStep,
} from '../../../src/domain/plan/lifecycle/index.js';
import type { Holders } from '../../../src/domain/plan/compiled.js';
import type { PlanIssue } from '../../../src/domain/plan/issues.js';
import { said } from '../../../src/domain/lang.js';
import type { PlanDocument } from '../../../src/domain/plan/schema.js';
import { loadPlan } from '../../../src/planfiles/index.js';

const { document: hospital } = loadPlan('plans/hospital-it');

export const START = Date.parse('2026-11-01T08:00:00Z');
export const DAY = 24 * 3_600_000;

export const UNFILLED: PlanIssue = {
  path: ['holders', 'deputy-controller'],
  code: 'command_unfilled',
  message: said('nobody holds it', '无人任职'),
  hint: said('name somebody', '指定人员'),
};

/** Whoever is not named here holds nothing. Ada alone signs; three people review. */
const HOLDERS: Holders = {
  'incident-controller': ['ada'],
  'deputy-controller': ['ben'],
  'clinical-safety-officer': ['cem'],
  'it-duty-manager': ['dot', 'eve'],
};

export function planDocument(version = 1, control: Partial<NonNullable<PlanDocument['control']>> = {}): PlanDocument {
  const document = structuredClone(hospital);
  document.plan.version = version;
  document.control = {
    approver: 'incident-controller',
    reviewers: { atLeast: 2, posts: ['deputy-controller', 'clinical-safety-officer', 'it-duty-manager'] },
    distribution: ['incident-controller', 'it-duty-manager'],
    reviewEvery: '365d',
    evaluateEvery: '1000d',
    revisionTriggers: [{ en: 'The law changes' }],
    ...control,
  };
  return document;
}

export const person = (id: string): PlanActor => ({ kind: 'person', id });
export const OPERATOR: PlanActor = { kind: 'operator' };

/** One version on its way, told act by act; a refused act leaves its code and changes nothing. */
export class Version {
  steps: PlanStep[] = [];
  at = START;
  check: CheckedContent = { errors: [], warnings: [] };
  inForce: InForce | undefined;
  isMinor = false;
  rosterIssues: PlanIssue[] = [];
  holders = HOLDERS;
  /** What the next ones to act have read; by default what is there. */
  reads = 'this';

  constructor(public document = planDocument()) {}

  get standing(): PlanStanding {
    return standingOf(this.steps);
  }

  get status() {
    return this.standing.status;
  }

  act(by: PlanActor): Act {
    const { at, standing, document, holders } = this;
    return { at, by, standing, document, holders, ...(this.read === undefined ? {} : { read: this.read }) };
  }

  take(decided: Decided): PlanRefusalCode | 'done' {
    if ('refusal' in decided) return decided.refusal.code;
    this.steps.push(...decided.steps);
    this.at += 1_000;
    return 'done';
  }

  draft(by = person('dot'), more: { summary?: string; authors?: string[]; newest?: number } = {}) {
    const { summary = 'Thresholds lowered', authors = [], newest } = more;
    const known = this.steps.length > 0 ? this.standing : undefined;
    const written = { document: this.document, hash: this.hash, summary, authors };
    return this.take(draft({ by, at: this.at, holders: this.holders }, written, { known, newest }));
  }

  redraft(by = person('dot'), document = this.document, authors: string[] = []) {
    const decided = redraft(this.act(by), { document, hash: `${this.hash}'`, summary: 'Once more', authors });
    if ('steps' in decided) this.document = document;
    return this.take(decided);
  }

  submit = (by = person('dot')) => this.take(submit(this.act(by)));
  review = (by: string, outcome: 'approve' | 'return' = 'approve', remarks = 'Read') =>
    this.take(review(this.act(person(by)), { outcome, remarks }));
  recuse = (by: string, interest = 'Supplies the system') =>
    this.take(withdrawAsReviewer(this.act(person(by)), interest));
  accept = (by: string, rule: string, path: string, text = 'We live with it') =>
    this.take(acceptWarning(this.act(person(by)), { rule, path, text }, this.check));
  effect = (by = 'ada', from?: number) =>
    this.take(putIntoEffect(this.act(person(by)), from, { inForce: this.inForce, rosterIssues: this.rosterIssues }));
  dateComes = () =>
    this.take(takeEffect(this.act(OPERATOR), { inForce: this.inForce, rosterIssues: this.rosterIssues }));
  receive = (by: string) => this.take(acknowledge(this.act(person(by))));
  withdraw = (by: string, reason = 'Not needed') => this.take(withdraw(this.act(person(by)), reason));
  file = (by: string, on = '2026-11-01') =>
    this.take(recordFiling(this.act(person(by)), { reference: 'A-7', on, text: '' }));
  evaluate = (by: string, on = '2026-11-01') =>
    this.take(recordEvaluation(this.act(person(by)), { on, conclusion: 'Still fits', revise: false }));

  approve(by = 'ada', acceptances: { rule: string; path: string; text: string }[] = []) {
    const base = this.inForce && { ...this.inForce, document: this.document, isApproved: true };
    const weight = this.isMinor ? ('other' as const) : ('substantial' as const);
    const reviewKind = reviewKindOf(this.document, base, () => [{ weight }]);
    const basis = { check: this.check, reviewKind, inForce: this.inForce };
    return this.take(approve(this.act(person(by)), { acceptances, remarks: '' }, basis));
  }

  private get read() {
    if (this.reads === 'nothing') return undefined;
    return this.reads === 'this' ? this.standing.hash : this.reads;
  }

  private get hash() {
    return `hash of ${this.document.plan.version}`;
  }
}

/** Drafted by Dot, submitted, read by Ben and Cem. */
export function reviewed(version = new Version()): Version {
  version.draft();
  version.submit();
  version.review('ben');
  version.review('cem');
  return version;
}

export function approved(version = new Version()): Version {
  reviewed(version).approve();
  return version;
}
