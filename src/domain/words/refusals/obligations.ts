import { listOf, textOf } from '../details.js';
import { obligationNames } from '../obligationWords.js';
import type { RefusalSentencesOf } from './sentences.js';

type Code =
  | 'unknown_obligation'
  | 'obligation_filed'
  | 'obligation_lifted'
  | 'obligations_stand'
  | 'in_the_future'
  | 'filed_before_incident'
  | 'filing_evidence_required'
  | 'late_reason_required';

export const obligationRefusals: RefusalSentencesOf<Code> = {
  'zh-CN': {
    unknown_obligation: ({ found, needed }, say) => ({
      title: '预案中没有此项报送',
      detail: `收到的编号：${say.list(listOf(found, 'obligations').map((id) => say.quote(id))) || '（无）'}；预案中的报送：${obligationNames(listOf(needed, 'obligations'), say) || '无'}。请核对编号后重新提交。`,
    }),
    obligation_filed: ({ found }, say) => ({
      title: '此项已登记报送',
      detail: `已登记报送：${obligationNames(listOf(found, 'obligations'), say)}。如有补充，请再登记一次报送。`,
    }),
    obligation_lifted: ({ found }, say) => ({
      title: '此项已解除',
      detail: `已解除：${obligationNames([textOf(found, 'obligation') ?? ''], say)}。如仍须报送，请先判定为须报送。`,
    }),
    obligations_stand: ({ found }, say) => ({
      title: '没有变化',
      detail: `已是如此：${obligationNames(listOf(found, 'obligations'), say)}。请核对后再提交。`,
    }),
    in_the_future: () => ({ title: '时间尚未到来', detail: '填写的时间晚于现在。请填写实际发生的时间。' }),
    filed_before_incident: () => ({
      title: '报送时间早于事故',
      detail:
        '填写的报送时间早于事故发生和发现的时间。请核对日期和年份；如确实更早就已知悉，请先改定该项时限的起算时间，再登记报送。',
    }),
    filing_evidence_required: () => ({
      title: '缺少报送凭据',
      detail: '须有回执号、记录、链接、文件之一，用以证明已经报送。请补全后重新提交。',
    }),
    late_reason_required: ({ found }, say) => ({
      title: '逾期报送须说明理由',
      detail: `报送时间晚于时限：${obligationNames(listOf(found, 'obligations'), say)}。请写明逾期理由后重新提交。`,
    }),
  },
  en: {
    unknown_obligation: ({ found, needed }, say) => ({
      title: 'The plan does not have this report',
      detail: `Received: ${say.list(listOf(found, 'obligations').map((id) => say.quote(id))) || '(none)'}. The plan has: ${obligationNames(listOf(needed, 'obligations'), say) || 'none'}. Check the id and send it again.`,
    }),
    obligation_filed: ({ found }, say) => ({
      title: 'This report is registered as filed',
      detail: `Registered as filed: ${obligationNames(listOf(found, 'obligations'), say)}. To add to it, register another filing.`,
    }),
    obligation_lifted: ({ found }, say) => ({
      title: 'This report is not called for',
      detail: `It was lifted: ${obligationNames([textOf(found, 'obligation') ?? ''], say)}. If it has to be filed after all, judge first that it applies.`,
    }),
    obligations_stand: ({ found }, say) => ({
      title: 'That would change nothing',
      detail: `It is so already: ${obligationNames(listOf(found, 'obligations'), say)}. Check what you meant to change.`,
    }),
    in_the_future: () => ({
      title: 'That moment has not come yet',
      detail: 'The time lies in the future. Enter when it really happened.',
    }),
    filed_before_incident: () => ({
      title: 'That lies before the incident',
      detail:
        'Nobody could have filed it before the incident happened or was known. Check date and year; if it was known sooner, set the clock of the report first, then register the filing.',
    }),
    filing_evidence_required: () => ({
      title: 'Nothing shows that it was filed',
      detail: 'Give a receipt number, a note, a link or a file, and send it again.',
    }),
    late_reason_required: ({ found }, say) => ({
      title: 'A late filing needs a reason',
      detail: `Filed after the limit: ${obligationNames(listOf(found, 'obligations'), say)}. Say why, and send it again.`,
    }),
  },
};
