import { duesOf, nextWake, nowOf, openItems, paceOf } from '../../domain/incident/index.js';
import type { CalledBody, State } from '../../domain/incident/index.js';
import type { Facts } from '../../domain/plan/condition.js';
import type { Proposal } from '../../domain/plan/grade.js';
import type { Instant } from '../../domain/time.js';
import { explainGrading } from '../../domain/words/index.js';
import type { Named } from '../contract.js';
import { dueName, failedWords, openItemWords, speaker } from '../../domain/words/index.js';
import type { Incident } from '../contract.js';
import type { Speech } from '../loadIncident.js';
import { claimsView, commandView, mergingView } from './commandView.js';
import { calledView } from './calledView.js';
import { documentView } from './documentView.js';
import { obligationSeqs, obligationViews } from './obligationView.js';
import { opinionSummary } from './publicOpinionView.js';
import { sitrepsView } from './sitrepView.js';
import { situationView, toldSeqs } from './situationView.js';
import { sceneView, taskSeqs, taskViews } from './taskView.js';
import { actorView, iso, isoIfAny, named, namedIfAny } from './named.js';
import type { Quoted } from './quoted.js';

/** The events that `incidentView` quotes. */
export function quotedSeqs(state: State): number[] {
  return [...new Set([...taskSeqs(state), ...obligationSeqs(state), ...toldSeqs(state)])];
}

/** As of `realNow`; `quoted`: the events of `quotedSeqs`. */
export function incidentView(state: State, speech: Speech, realNow: Instant, quoted: Quoted): Incident {
  const now = nowOf(state, realNow);
  const { names, lang } = speech;
  const { plan } = state.basis;
  const { grading } = state;
  return {
    id: state.incidentId,
    mode: state.report.mode,
    clock: clockView(state, realNow),
    phase: state.phase,
    seq: state.seq,
    plan: { id: plan.id, version: plan.version, hash: plan.hash, name: names.plan(lang) },
    report: reportView(state, speech),
    proposal: grading.proposal && proposalView(grading.proposal, speech),
    incidentLevel: namedIfAny(speech, 'incidentLevel', grading.incidentLevel),
    level: namedIfAny(speech, 'level', grading.level),
    verification: verificationView(state, speech),
    command: commandView(state, speech),
    claims: claimsView(state, speech),
    merging: mergingView(state, speech),
    posts: postViews(state, speech, now),
    situation: situationView(state, speech, quoted),
    sitreps: sitrepsView(state),
    tasks: taskViews(state, speech, now, quoted),
    obligations: obligationViews(state, speech, quoted),
    publicOpinion: state.publicOpinion.since === undefined ? undefined : opinionSummary(state, speech),
    scene: sceneView(state, speech, quoted),
    teams: bodies(state, 'team').map((body) => calledView(state, body, speech, now)),
    termination: terminationView(state, speech),
    openItems: openItems(state, now).map((item) => ({ ...item, words: openItemWords(item, names, lang) })),
    dues: duesView(state, speech, now),
    failures: failuresView(state, speech),
    pendingEffects: Object.keys(state.effects.pending).length,
    nextWake: isoIfAny(nextWake(state)),
    documents: documentViews(state),
    closedAt: isoIfAny(state.aftermath.closedAt),
    destroyBy: isoIfAny(state.aftermath.destroyBy),
    erasedAt: isoIfAny(state.aftermath.erasedAt),
  };
}

function documentViews({ incidentId, incidentReport, summary }: State): Incident['documents'] {
  const all = { incidentReport: incidentReport.draft, summary: summary.held?.document };
  return Object.entries(all).flatMap(([kind, written]) =>
    written === undefined ? [] : [documentView(incidentId, written.documentId, kind, written.files)],
  );
}

function clockView(state: State, realNow: Instant): Incident['clock'] {
  if (state.report.mode !== 'drill') return undefined;
  return { now: iso(nowOf(state, realNow)), realNow: iso(realNow), pace: paceOf(state) };
}

function reportView({ report }: State, speech: Speech): Incident['report'] {
  return {
    category: named(speech, 'category', report.category),
    ...report.texts,
    occurredAt: isoIfAny(report.occurredAt),
    facts: report.facts,
    reporter: actorView(report.reporter, speech),
    reportedAt: iso(report.reportedAt),
  };
}

function proposalView(proposal: Proposal, speech: Speech): NonNullable<Incident['proposal']> {
  return {
    incidentLevel: named(speech, 'incidentLevel', proposal.incidentLevel),
    level: named(speech, 'level', proposal.level),
    hits: proposal.hits.map(({ criterion, incidentLevel, evidence }) => ({
      criterion: named(speech, 'gradingCriterion', criterion),
      incidentLevel: named(speech, 'incidentLevel', incidentLevel),
      evidence: evidenceView(evidence, speech),
    })),
    raises: proposal.raises.map(({ rule, level, evidence }) => ({
      rule: named(speech, 'responseRule', rule),
      level: named(speech, 'level', level),
      evidence: evidenceView(evidence, speech),
    })),
    explanation: explainGrading(proposal, speech.names, speech.lang),
    unknown: proposal.unknown.map((fact) => named(speech, 'fact', fact)),
  };
}

function evidenceView(evidence: Facts, speech: Speech): { fact: Named; value: Facts[string] }[] {
  return Object.entries(evidence).map(([fact, value]) => ({ fact: named(speech, 'fact', fact), value }));
}

function verificationView({ verification }: State, speech: Speech): Incident['verification'] {
  const { outcome, prolonged, by, at, reason, next } = verification;
  const then = next && { step: next.step, at: iso(next.at) };
  return { outcome, prolonged, by: by && actorView(by, speech), at: isoIfAny(at), reason, next: then };
}

/** The posts of command and whatever other post was called. */
function postViews(state: State, speech: Speech, now: Instant): Incident['posts'] {
  const calls = new Map(bodies(state, 'post').map((body) => [body.target.id, body]));
  const ids = new Set([...Object.keys(state.command.posts), ...calls.keys()]);
  return [...ids].map((id) => {
    const call = calls.get(id);
    return {
      ...named(speech, 'post', id),
      person: namedIfAny(speech, 'person', state.command.posts[id]),
      call: call && calledView(state, call, speech, now),
    };
  });
}

function terminationView({ termination }: State, speech: Speech): Incident['termination'] {
  const { confirmed = {}, proposed, terminatedAt, watchUntil, recurrence, reopenedAt } = termination;
  return {
    confirmed: Object.entries(confirmed).map(([id, { by, at }]) => ({
      criterion: named(speech, 'terminationCriterion', id),
      by: actorView(by, speech),
      at: iso(at),
    })),
    proposed: proposed && {
      by: actorView(proposed.by, speech),
      at: iso(proposed.at),
      criteria: proposed.criteria.map((id) => named(speech, 'terminationCriterion', id)),
      reason: proposed.reason,
      override: proposed.override === true,
    },
    terminatedAt: isoIfAny(terminatedAt),
    watchUntil: isoIfAny(watchUntil),
    recurrence: recurrence && { since: iso(recurrence.since), asked: recurrence.asked === true },
    reopenedAt: isoIfAny(reopenedAt),
  };
}

function duesView(state: State, { names, lang }: Speech, now: Instant): Incident['dues'] {
  const say = speaker(names, lang);
  return duesOf(state)
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .map(({ item, dueAt, waits }) => ({
      ...{ item, words: dueName(item, say), dueAt: iso(dueAt), waits },
      overdue: waits !== true && dueAt <= now,
    }));
}

function failuresView({ failures: { count, latest } }: State, { lang }: Speech): Incident['failures'] {
  if (latest === undefined) return undefined;
  const { at, error, during } = latest;
  return { count, latest: { at: iso(at), error, notCarriedOut: failedWords(during, lang) } };
}

function bodies(state: State, kind: 'post' | 'team'): CalledBody[] {
  return Object.values(state.mobilisation.bodies).filter((body) => body.target.kind === kind);
}
