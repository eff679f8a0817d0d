import type { AftermathRule } from '../../plan/compiled.js';
import type { Instant } from '../../time.js';
import { postsBehind } from '../aftermath/people.js';
import { authorityOf } from '../authority.js';
import type { EventBody } from '../events.js';
import { isBlank, keptTexts } from '../isBlank.js';
import type { MessageOf } from '../messages.js';
import { isAfterEnd } from '../phases.js';
import { refusal } from '../refusals.js';
import type { Refusal } from '../refusals.js';
import type { ReportStage, ReportVersion, State } from '../state.js';
import { missingNow } from './parts.js';
import { latestOf, partIn } from './people.js';

type ReportMessage = MessageOf<'incidentReport'>;
type Action = ReportMessage['action'];
type On<A extends Action> = ReportMessage & { action: A };
type Refused = { type: 'refused' } & Refusal;
type By = { authority: string };

/** In which stages each may be done. */
const STAGES: Record<Action, readonly ReportStage[]> = {
  edit: ['draft', 'review', 'approval'],
  submit: ['draft'],
  return: ['review', 'approval'],
  review: ['review'],
  approve: ['approval'],
  revise: ['approved'],
};

export function decideIncidentReport(state: State, message: ReportMessage, at: Instant): EventBody[] {
  const { phase, basis, incidentReport } = state;
  if (!isAfterEnd(phase)) return [refusal('wrong_phase', { phase }, { phases: ['watching', 'aftermath'] })];
  const rule = basis.plan.aftermath?.report;
  if (rule === undefined) return [refusal('no_aftermath')];
  const { stage } = incidentReport;
  const by = authorityOf(state, message.actor, postsBehind(state, postFor(rule, message.action, stage)));
  if ('code' in by) return [by];
  const stages = STAGES[message.action];
  if (!stages.includes(stage)) return [refusal('report_stage', { stage }, { stages: [...stages] })];
  return [bodyOf(state, message, { rule, by, at })];
}

function postFor({ owner, reviewer, approver }: AftermathRule['report'], action: Action, stage: ReportStage): string {
  switch (action) {
    case 'review':
      return reviewer;
    case 'approve':
      return approver;
    case 'return':
      return stage === 'approval' ? approver : reviewer;
    default:
      return owner;
  }
}

interface Allowed {
  rule: AftermathRule['report'];
  by: By;
  at: Instant;
}

function bodyOf(state: State, message: ReportMessage, { rule, by, at }: Allowed): EventBody {
  switch (message.action) {
    case 'edit':
      return edited(state, message, rule, by);
    case 'submit':
      return {
        type: 'incidentReportSubmitted',
        ...by,
        version: (latestOf(state)?.version ?? 0) + 1,
        lacks: missingNow(state),
      };
    case 'return': {
      const { remarks, version } = message;
      if (isBlank(remarks)) return refusal('text_required', { field: 'remarks' });
      const found = versionNamed(state, version);
      if ('code' in found) return found;
      const stage = state.incidentReport.stage === 'approval' ? 'approval' : 'review';
      return { type: 'incidentReportReturned', ...by, version, stage, texts: { remarks } };
    }
    case 'review':
    case 'approve': {
      const { version, actor, action } = message;
      const found = versionNamed(state, version);
      if ('code' in found) return found;
      const part = partIn(found, actor);
      if (part !== undefined) return refusal('report_signed_before', { version, part });
      if (found.document === undefined) return refusal('report_version_not_written', { version });
      return { type: action === 'review' ? 'incidentReportReviewed' : 'incidentReportApproved', ...by, version };
    }
    case 'revise': {
      const { reason } = message;
      if (isBlank(reason)) return refusal('reason_required');
      const version = latestOf(state)?.version ?? 0;
      return { type: 'incidentReportRevised', ...by, version, dueAt: at + rule.within, texts: { reason } };
    }
  }
}

function edited(
  { incidentReport }: State,
  { sections: given }: On<'edit'>,
  { sections: known }: AftermathRule['report'],
  by: By,
): EventBody {
  const sections = Object.keys(given);
  if (sections.length === 0) return refusal('text_required', { field: 'sections' });
  const unknown = known === undefined ? [] : sections.filter((section) => !known.includes(section));
  if (known !== undefined && unknown.length > 0) {
    return refusal('unknown_section', { sections: unknown.slice(0, 20) }, { sections: known });
  }
  const texts = keptTexts(Object.entries(given));
  const takesBack = incidentReport.stage === 'draft' ? undefined : incidentReport.versions.at(-1)?.version;
  return {
    type: 'incidentReportEdited',
    ...by,
    sections,
    ...(takesBack === undefined ? {} : { takesBack }),
    ...(Object.keys(texts).length === 0 ? {} : { texts }),
  };
}

/** Only the last one is judged, and whoever judges it says which one they have read. */
function versionNamed(state: State, version: number): ReportVersion | Refused {
  const latest = latestOf(state);
  if (latest?.version === version) return latest;
  return refusal('other_report_version', { version }, { version: latest?.version ?? 0 });
}
