import type { NoticeTemplate } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { numberOf, textOf } from '../details.js';
import type { Notice } from '../notice.js';
import { reportPartWords } from '../reportParts.js';
import { formatInstant } from '../time.js';
import { approveReport, lookAtReport, reviewReport, rewriteReport, writeReport } from './howIncidentReport.js';
import type { NoticeSentencesOf } from './sentences.js';

type ReportTemplate = Extract<NoticeTemplate, `report${string}`>;

export const incidentReportNotices: NoticeSentencesOf<ReportTemplate> = {
  'zh-CN': {
    reportAsked: {
      name: '事故分析和报告书办理通知',
      subject: '请办理事故分析和报告书',
      todo: (notice) =>
        owes(notice, {
          both: '应急响应已经终止，事故原因分析和事故报告书由您办理：报告书草稿由系统按记录编写，请核改后提交审核。',
          analysis: '应急响应已经终止，事故原因分析由您办理：请查明直接原因和根本原因，登记并确认完成。',
          report: '应急响应已经终止，事故报告书由您办理：草稿由系统按记录编写，请核改后提交审核。',
        }),
      why: '预案规定由您的岗位办理，或该岗位现无人在岗',
      level: 'fromFacts',
      how: writeReport,
      lines: dueLines,
    },
    reportToReview: {
      name: '事故报告书审核通知',
      subject: '请审核事故报告书',
      todo: '事故报告书已经提交：请通读全文，审核通过或者退回修改。',
      why: '预案规定由您的岗位审核，或该岗位现无他人在岗',
      level: 'fromFacts',
      how: reviewReport,
      lines: versionLines,
    },
    reportReturned: {
      name: '事故报告书退回通知',
      subject: '事故报告书退回修改',
      todo: '事故报告书被退回：请按以下意见修改后重新提交。',
      why: '事故报告书由您办理，或者这一版由您提交',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
      reason: '退回意见',
    },
    reportOutdated: {
      name: '事故报告书须重新提交通知',
      subject: '事故报告书须补充后重新提交',
      todo: ({ facts }) =>
        facts['wasApproved'] === true
          ? `事故报告书批准之后，已有${broughtBy(facts, 'zh-CN')}：请由报告书的办理人补充后重新提交，再次审核和批准；已批准的版本仍予保存。审核人、批准人现在无须办理。`
          : `事故报告书提交之后有了新的内容（${broughtBy(facts, 'zh-CN')}），这一版退回起草：请由报告书的办理人核对后重新提交。审核人、批准人不必再看这一版。`,
      why: '事故报告书由您办理或提交，或者这一版由您审核、批准',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
    },
    reportToApprove: {
      name: '事故报告书批准通知',
      subject: '请批准事故报告书',
      todo: '事故报告书已经审核：请通读全文，予以批准或者退回修改。',
      why: '预案规定由您的岗位批准，或该岗位现无他人在岗',
      level: 'fromFacts',
      how: approveReport,
      lines: versionLines,
    },
    reportApproved: {
      name: '事故报告书批准结果',
      subject: '事故报告书已批准',
      todo: '事故报告书已经批准，附有审核、批准签署的文本已编写完成，供您查阅。',
      why: '事故报告书由您办理或提交，或者您是指挥人员',
      level: 'fromFacts',
      how: lookAtReport,
      lines: versionLines,
    },
    reportRevised: {
      name: '事故报告书重新修改通知',
      subject: '已批准的事故报告书须修改',
      todo: '已经批准的事故报告书重新打开修改，改后须再次审核和批准；此前批准的版本仍予保存。',
      why: '事故报告书由您办理、提交或批准，或者您是指挥人员',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
      reason: '修改理由',
    },
  },
  en: {
    reportAsked: {
      name: 'Analysis and report are due',
      subject: 'Analysis and report are yours',
      todo: (notice) =>
        owes(notice, {
          both: 'The response has ended. The cause analysis and the incident report are yours: Muster writes a draft from the record; put it right and submit it for review.',
          analysis:
            'The response has ended. The cause analysis is yours: find the direct and the root causes, record them and say when it is complete.',
          report:
            'The response has ended. The incident report is yours: Muster writes a draft from the record; put it right and submit it for review.',
        }),
      why: 'the plan gives it to your post, or nobody is there who holds that post',
      level: 'fromFacts',
      how: writeReport,
      lines: dueLines,
    },
    reportToReview: {
      name: 'Incident report to review',
      subject: 'Review the incident report',
      todo: 'The incident report is submitted: read all of it, then say that it is reviewed or return it.',
      why: 'the plan has your post review it, or nobody else is there who does',
      level: 'fromFacts',
      how: reviewReport,
      lines: versionLines,
    },
    reportReturned: {
      name: 'Incident report returned',
      subject: 'The incident report is returned',
      todo: 'The incident report was returned: change it as remarked below and submit it again.',
      why: 'the report is yours, or you submitted this version',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
      reason: 'Remarks',
    },
    reportOutdated: {
      name: 'Incident report to be submitted anew',
      subject: 'The incident report has to be submitted anew',
      todo: ({ facts }) =>
        facts['wasApproved'] === true
          ? `Since the incident report was approved there is ${broughtBy(facts, 'en')}: whoever has the report supplements it and submits it again, to be reviewed and approved anew. What was approved is kept. Whoever reviews and approves has nothing to do for now.`
          : `Since the incident report was submitted something new has come (${broughtBy(facts, 'en')}), and this version goes back to draft: whoever has the report checks it and submits it anew. Whoever reviews and approves need not read this version.`,
      why: 'the report is yours, you submitted this version, or it is yours to review or approve',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
    },
    reportToApprove: {
      name: 'Incident report to approve',
      subject: 'Approve the incident report',
      todo: 'The incident report is reviewed: read all of it, then approve or return it.',
      why: 'the plan has your post approve it, or nobody else is there who does',
      level: 'fromFacts',
      how: approveReport,
      lines: versionLines,
    },
    reportApproved: {
      name: 'Incident report approved',
      subject: 'The incident report is approved',
      todo: 'The incident report is approved; the text with its sign-offs is written and there for you to read.',
      why: 'the report is yours, you submitted it, or you are in command',
      level: 'fromFacts',
      how: lookAtReport,
      lines: versionLines,
    },
    reportRevised: {
      name: 'Incident report opened again',
      subject: 'The approved incident report is to be changed',
      todo: 'The approved incident report is opened again. It has to be reviewed and approved anew; the version that was approved is kept.',
      why: 'the report is yours, you submitted or approved it, or you are in command',
      level: 'fromFacts',
      how: rewriteReport,
      lines: versionLines,
      reason: 'Why',
    },
  },
};

function broughtBy(facts: Notice['facts'], lang: Lang): string {
  return reportPartWords(textOf(facts, 'by') ?? '', lang);
}

function owes({ facts }: Notice, words: Record<'both' | 'analysis' | 'report', string>): string {
  if (numberOf(facts, 'analysisDueAt') === undefined) return words.report;
  return numberOf(facts, 'reportDueAt') === undefined ? words.analysis : words.both;
}

const DUE: Record<Lang, Record<'analysisDueAt' | 'reportDueAt', string>> = {
  'zh-CN': { analysisDueAt: '原因分析完成期限：', reportDueAt: '报告书完成期限：' },
  en: { analysisDueAt: 'Analysis due: ', reportDueAt: 'Report due: ' },
};

function dueLines({ facts, lang, zone }: Notice): string[] {
  return (['analysisDueAt', 'reportDueAt'] as const).flatMap((key) => {
    const at = numberOf(facts, key);
    return at === undefined ? [] : [`${DUE[lang][key]}${formatInstant(at, lang, zone)}`];
  });
}

function versionLines({ facts, lang, documentUrl, say }: Notice): string[] {
  const version = numberOf(facts, 'version');
  const en = lang === 'en';
  return [
    ...(version === undefined ? [] : [en ? `Version: ${version}` : `版次：第${version}版`]),
    ...(documentUrl === undefined ? [] : [`${en ? 'Full text: ' : '全文：'}${say.quote(documentUrl)}`]),
  ];
}
