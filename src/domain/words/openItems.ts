import type { OpenItem } from '../incident/index.js';
import type { Lang } from '../lang.js';
import type { Names } from '../plan/names.js';
import { stepName } from './aftermathSteps.js';
import { sitrepName } from './sitrepNames.js';

type Sentences = Record<OpenItem['code'], (item: OpenItem, names: Names) => string>;

const SENTENCES: Record<Lang, Sentences> = {
  'zh-CN': {
    criterion_open: ({ id, post }, names) =>
      `终止条件尚未确认：${id === undefined ? '（未注明）' : names.terminationCriterion(id, 'zh-CN')}${post === undefined ? '' : `（由${names.post(post, 'zh-CN')}确认）`}`,
    report_not_written: () => '事故报告书尚未编写完成',
    aftermath_open: ({ id }) => `结案之前须完成：${stepName(id, 'zh-CN')}`,
    task_open: ({ id }, names) => `必做任务尚未完成：${id === undefined ? '（未注明）' : names.task(id, 'zh-CN')}`,
    obligation_overdue: ({ id }, names) =>
      `报送逾期未办：${id === undefined ? '（未注明）' : names.obligation(id, 'zh-CN')}`,
    own_report_overdue: ({ id }, names) =>
      `本单位自定时限已过、尚未登记的报送：${id === undefined ? '（未注明）' : names.obligation(id, 'zh-CN')}`,
    obligation_open: ({ id }, names) =>
      `报送尚未登记：${id === undefined ? '（未注明）' : names.obligation(id, 'zh-CN')}`,
    resource_held: ({ id = '', count = 0, resource = '' }, names) =>
      `资源尚未归还：${names.resource(resource, 'zh-CN')}${names.resourceAmount(resource, count, 'zh-CN')}（${id}）`,
    cordon_stands: () => '现场警戒尚未解除',
    person_contested: ({ id }, names) =>
      `人员归属尚未决定：${id === undefined ? '（未注明）' : names.person(id, 'zh-CN')}`,
    questions_open: ({ count = 0 }) => `未答复的问题${count}个`,
    people_inside: ({ count = 0 }) => `警戒区内的在场登记${count}项`,
    sitrep_overdue: ({ id }) => `逾期未发布的${sitrepName(Number(id), 'zh-CN')}`,
  },
  en: {
    criterion_open: ({ id, post }, names) =>
      `Termination criterion not confirmed yet: ${id === undefined ? '(not named)' : names.terminationCriterion(id, 'en')}${post === undefined ? '' : ` (to be confirmed by: ${names.post(post, 'en')})`}`,
    report_not_written: () => 'The incident report is not written yet',
    aftermath_open: ({ id }) => `To be done before closure: ${stepName(id, 'en')}`,
    task_open: ({ id }, names) =>
      `Mandatory task not done yet: ${id === undefined ? '(not named)' : names.task(id, 'en')}`,
    obligation_overdue: ({ id }, names) =>
      `Report overdue and not filed: ${id === undefined ? '(not named)' : names.obligation(id, 'en')}`,
    own_report_overdue: ({ id }, names) =>
      `Report past your organisation's own target and not filed: ${id === undefined ? '(not named)' : names.obligation(id, 'en')}`,
    obligation_open: ({ id }, names) =>
      `Report not registered as filed: ${id === undefined ? '(not named)' : names.obligation(id, 'en')}`,
    resource_held: ({ id = '', count = 0, resource = '' }, names) =>
      `Still out: ${names.resource(resource, 'en')}, ${names.resourceAmount(resource, count, 'en')} (${id})`,
    cordon_stands: () => 'The cordon still stands',
    person_contested: ({ id }, names) =>
      `Not decided which incident has: ${id === undefined ? '(not named)' : names.person(id, 'en')}`,
    questions_open: ({ count = 0 }) => `${count} question${count === 1 ? '' : 's'} without an answer`,
    people_inside: ({ count = 0 }) =>
      `${count} ${count === 1 ? 'entry' : 'entries'} in the register of those inside the cordon`,
    sitrep_overdue: ({ id }) => `${sitrepName(Number(id), 'en')}, overdue and not released`,
  },
};

/** What is still open before termination or closure. */
export function openItemWords(item: OpenItem, names: Names, lang: Lang): string {
  return SENTENCES[lang][item.code](item, names);
}
