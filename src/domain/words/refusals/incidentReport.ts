import type { ReportStage } from '../../incident/index.js';
import type { Lang } from '../../lang.js';
import { listOf, numberOf, textOf } from '../details.js';
import { reportSection } from '../events/incidentReport.js';
import { REPORT_STAGE_WORDS } from '../reportStages.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'no_aftermath'
  | 'unknown_section'
  | 'report_stage'
  | 'other_report_version'
  | 'report_version_not_written'
  | 'report_signed_before';

export const incidentReportRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    no_aftermath: () => ({
      title: '预案未规定后期处置',
      detail: '本次事故所依据的预案没有规定由谁分析原因、由谁编写和批准报告书。请将其补入预案，或以其他方式办理。',
    }),
    unknown_section: ({ found, needed }, say) => ({
      title: '报告书没有此章节',
      detail: `收到的章节编号：${say.list(listOf(found, 'sections').map(say.quote)) || '（无）'}；预案规定的章节：${say.list(listOf(needed, 'sections').map((id) => `${reportSection(id, say)}（${id}）`)) || '无'}。请核对编号后重新提交。`,
    }),
    report_stage: ({ found, needed }, say) => ({
      title: '报告书现处的环节不能这样做',
      detail: `报告书现为“${stageIn(textOf(found, 'stage'), 'zh-CN')}”，此项须在“${say.list(listOf(needed, 'stages').map((stage) => stageIn(stage, 'zh-CN'))) || '其他环节'}”时办理。${NEXT['zh-CN'](textOf(found, 'stage'))}`,
    }),
    other_report_version: ({ found, needed }) => ({
      title: '不是最后提交的一版',
      detail: `所指为第${numberOf(found, 'version') ?? '（未注明）'}版，最后提交的是第${numberOf(needed, 'version') ?? '（未注明）'}版。请阅读最后一版后重新决定。`,
    }),
    report_version_not_written: ({ found }) => ({
      title: '这一版的文书尚未编写完成',
      detail: `第${numberOf(found, 'version') ?? '（未注明）'}版的文书正在编写，完成之前不能审核、批准。请稍后再试。`,
    }),
    report_signed_before: ({ found }) => ({
      title: '须由另一人办理',
      detail:
        textOf(found, 'part') === 'writer'
          ? `第${numberOf(found, 'version') ?? '（未注明）'}版中有您撰写的章节，撰写人不能审核、批准。请由其他有权的人办理。`
          : `第${numberOf(found, 'version') ?? '（未注明）'}版由您${textOf(found, 'part') === 'reviewer' ? '审核' : '提交'}，提交、审核、批准须由三个人分别办理。请由其他有权的人办理。`,
    }),
  },
  en: {
    no_aftermath: () => ({
      title: 'The plan says nothing about the aftermath',
      detail:
        'The plan that this incident runs by does not say who analyses causes, and who writes and approves the report. Add it to the plan, or see to it in another way.',
    }),
    unknown_section: ({ found, needed }, say) => ({
      title: 'The report has no such section',
      detail: `Received: ${say.list(listOf(found, 'sections').map(say.quote)) || '(none)'}. The plan has: ${say.list(listOf(needed, 'sections').map((id) => `${reportSection(id, say)} (${id})`)) || 'none'}. Check the id and send it again.`,
    }),
    report_stage: ({ found, needed }) => ({
      title: 'Not possible at this stage of the report',
      detail: `The report is “${stageIn(textOf(found, 'stage'), 'en')}”; this needs ${
        listOf(needed, 'stages')
          .map((stage) => `“${stageIn(stage, 'en')}”`)
          .join(' or ') || 'another stage'
      }. ${NEXT.en(textOf(found, 'stage'))}`,
    }),
    other_report_version: ({ found, needed }) => ({
      title: 'Not the version that was submitted last',
      detail: `Named: version ${numberOf(found, 'version') ?? '(none)'}. Submitted last: version ${numberOf(needed, 'version') ?? '(none)'}. Read that one, then decide again.`,
    }),
    report_version_not_written: ({ found }) => ({
      title: 'The document of this version is not written yet',
      detail: `Version ${numberOf(found, 'version') ?? '(none)'} is being written and cannot be reviewed or approved before. Try again in a moment.`,
    }),
    report_signed_before: ({ found }) => ({
      title: 'Somebody else has to do this',
      detail:
        textOf(found, 'part') === 'writer'
          ? `You wrote a part of version ${numberOf(found, 'version') ?? '(none)'}; nobody reviews or approves their own words. Ask another one who may.`
          : `You ${textOf(found, 'part') === 'reviewer' ? 'reviewed' : 'submitted'} version ${numberOf(found, 'version') ?? '(none)'}; three different people submit, review and approve. Ask another one who may.`,
    }),
  },
};

function stageIn(stage: string | undefined, lang: Lang): string {
  const words: Partial<Record<string, string>> = REPORT_STAGE_WORDS[lang];
  return words[stage ?? ''] ?? stage ?? '';
}

const NEXT: Record<Lang, (stage: string | undefined) => string> = {
  'zh-CN': (stage) => (isStage(stage, 'approved') ? '如须修改，请先重新打开修改。' : '请先查看报告书现状。'),
  en: (stage) =>
    isStage(stage, 'approved') ? 'To change it, revise it first.' : 'Look at where the report stands first.',
};

function isStage(stage: string | undefined, wanted: ReportStage): boolean {
  return stage === wanted;
}
