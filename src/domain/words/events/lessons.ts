import type { LessonsEvent } from '../../incident/events/lessons.js';
import type { SentencesOf } from './sentences.js';

export const lessonEvents: SentencesOf<LessonsEvent['type']> = {
  'zh-CN': {
    lessonsAsked: ({ from, at, dueAt, more }, say) =>
      `${more === true ? '按切换后的预案，另请以下部门' : '请各部门'}总结经验教训，${say.duration(dueAt - at)}内提交：${say.list(from.map(say.post))}。`,
    lessonGiven({ actor, post, version, answers, findings = [], onBehalf, texts }, say) {
      const found = findings.length === 0 ? '' : `，其中列为问题${findings.length}项`;
      const whose = `${say.post(post)}的经验教训（第${version}版）`;
      const head =
        onBehalf === true
          ? `${say.post(post)}无人任职，${say.actor(actor)}代为提交${whose}`
          : `${say.actor(actor)}提交${whose}`;
      const why = onBehalf === true ? `。理由：${say.quote(texts['reason'])}` : '';
      return `${head}，回答${answers.length}个问题${found}${why}。`;
    },
    lessonsCollected({ actor, missing, texts }, say) {
      if (missing.length === 0) return `${say.actor(actor)}汇总经验教训，各部门均已提交。`;
      return `${say.actor(actor)}汇总经验教训，尚缺：${say.list(missing.map(say.post))}。理由：${say.quote(texts?.reason)}。`;
    },
  },
  en: {
    lessonsAsked: ({ from, at, dueAt, more }, say) =>
      `${more === true ? 'By the other version of the plan more departments' : 'Departments'} asked for their lessons, within ${say.duration(dueAt - at)}: ${say.list(from.map(say.post))}.`,
    lessonGiven({ actor, post, version, answers, findings = [], onBehalf, texts }, say) {
      const count = answers.length === 1 ? '1 question' : `${answers.length} questions`;
      const found =
        findings.length === 0
          ? ''
          : `, with ${findings.length} marked as ${findings.length === 1 ? 'a finding' : 'findings'}`;
      const whose = `the lessons of ${say.post(post)} (version ${version})`;
      const behalf = onBehalf === true ? `, as nobody holds that post. Reason: ${say.quote(texts['reason'])}` : '';
      return `${say.actor(actor)} gave ${whose}: ${count} answered${found}${behalf}.`;
    },
    lessonsCollected({ actor, missing, texts }, say) {
      if (missing.length === 0) return `${say.actor(actor)} collected the lessons; every department has given its own.`;
      return `${say.actor(actor)} collected the lessons without those of ${say.list(missing.map(say.post))}. Reason: ${say.quote(texts?.reason)}.`;
    },
  },
};
