import type { EventOf } from '../../incident/index.js';
import type { IncidentReportEvent } from '../../incident/events/incidentReport.js';
import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Instant } from '../../time.js';
import { reportPartsWords } from '../reportParts.js';
import type { Speaker } from '../speaker.js';
import type { SentencesOf } from './sentences.js';

export const incidentReportEvents: SentencesOf<IncidentReportEvent['type']> = {
  'zh-CN': {
    incidentReportAsked: ({ at, ...dues }, say) =>
      `${asked(dues, (name, due) => (due > at ? `${name['zh-CN']}须在${say.duration(due - at)}内完成` : `${name['zh-CN']}的时限已过`)).join('，')}。`,
    incidentReportEdited(event, say) {
      const { cleared, written } = sectionsOf(event, say);
      const parts = [
        written === '' ? '' : `改写${written}`,
        cleared === '' ? '' : `恢复由系统编写${cleared}`,
        event.takesBack === undefined ? '' : `第${event.takesBack}版就此撤回`,
      ].filter((part) => part !== '');
      return `${say.actor(event.actor)}修改事故报告书：${parts.join('；')}。`;
    },
    incidentReportSubmitted: ({ actor, version, lacks = [] }, say) =>
      `${say.actor(actor)}提交事故报告书第${version}版，待审核。${lacks.length === 0 ? '' : `提交时尚无：${reportPartsWords(lacks, say)}。`}`,
    incidentReportOutdated: ({ version, by, wasApproved }, say) =>
      wasApproved === true
        ? `事故报告书第${version}版批准之后补齐了${reportPartsWords([by], say)}，须补充后再次提交；已批准的版本仍予保存。`
        : `事故报告书第${version}版提交之后有了新的内容（${reportPartsWords([by], say)}），退回起草，须重新提交。`,
    incidentReportReturned: ({ actor, version, stage, texts }, say) =>
      `${say.actor(actor)}在${stage === 'review' ? '审核' : '批准'}环节退回事故报告书第${version}版。意见：${say.quote(texts.remarks)}。`,
    incidentReportReviewed: ({ actor, version }, say) =>
      `${say.actor(actor)}审核通过事故报告书第${version}版，待批准。`,
    incidentReportApproved: ({ actor, version }, say) => `${say.actor(actor)}批准事故报告书第${version}版。`,
    incidentReportRevised: ({ actor, version, texts }, say) =>
      `${say.actor(actor)}将已批准的事故报告书（第${version}版）重新打开修改。理由：${say.quote(texts.reason)}。`,
  },
  en: {
    incidentReportAsked: ({ at, ...dues }, say) =>
      `The ${asked(dues, ({ en }, due) => (due > at ? `${en} is due in ${say.duration(due - at)}` : `time for the ${en} has passed`)).join(', the ')}.`,
    incidentReportEdited(event, say) {
      const { cleared, written } = sectionsOf(event, say);
      const parts = [
        written === '' ? '' : `put into words of their own: ${written}`,
        cleared === '' ? '' : `left to Muster again: ${cleared}`,
        event.takesBack === undefined ? '' : `version ${event.takesBack} is thereby taken back`,
      ].filter((part) => part !== '');
      return `${say.actor(event.actor)} edited the incident report: ${parts.join('; ')}.`;
    },
    incidentReportSubmitted: ({ actor, version, lacks = [] }, say) =>
      `${say.actor(actor)} submitted version ${version} of the incident report for review.${lacks.length === 0 ? '' : ` Not there by then: ${reportPartsWords(lacks, say)}.`}`,
    incidentReportOutdated: ({ version, by, wasApproved }, say) =>
      wasApproved === true
        ? `After version ${version} of the incident report was approved, there is now ${reportPartsWords([by], say)}: it has to be supplemented and submitted again; what was approved is kept.`
        : `After version ${version} of the incident report was submitted, something new came (${reportPartsWords([by], say)}): it goes back to draft, to be submitted anew.`,
    incidentReportReturned: ({ actor, version, stage, texts }, say) =>
      `${say.actor(actor)} returned version ${version} of the incident report on ${stage}. Remarks: ${say.quote(texts.remarks)}.`,
    incidentReportReviewed: ({ actor, version }, say) =>
      `${say.actor(actor)} reviewed version ${version} of the incident report, which waits for approval.`,
    incidentReportApproved: ({ actor, version }, say) =>
      `${say.actor(actor)} approved version ${version} of the incident report.`,
    incidentReportRevised: ({ actor, version, texts }, say) =>
      `${say.actor(actor)} opened the approved incident report (version ${version}) again. Reason: ${say.quote(texts.reason)}.`,
  },
};

/** Which ones have words now, and which are left to Muster again. */
function sectionsOf({ sections, texts = {} }: EventOf<'incidentReportEdited'>, say: Speaker) {
  const named = (ids: string[]) => say.list(ids.map((id) => reportSection(id, say)));
  return {
    written: named(sections.filter((id) => Object.hasOwn(texts, id))),
    cleared: named(sections.filter((id) => !Object.hasOwn(texts, id))),
  };
}

export function reportSection(id: string, { names, lang }: Speaker): string {
  return `“${names.reportSection(id, lang)}”`;
}

function asked(
  { dueAt, analysisDueAt }: Pick<EventOf<'incidentReportAsked'>, 'dueAt' | 'analysisDueAt'>,
  words: (name: Said, due: Instant) => string,
): string[] {
  return [
    ...(analysisDueAt === undefined ? [] : [words(said('cause analysis', '事故原因分析'), analysisDueAt)]),
    ...(dueAt === undefined ? [] : [words(said('incident report', '事故报告书'), dueAt)]),
  ];
}
