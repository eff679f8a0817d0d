import type { SentencesOf } from './sentences.js';
import { hasReasons } from '../../plan/grade.js';

export const verificationEvents: SentencesOf<'verificationReminded' | 'confirmed' | 'standbyDeclared' | 'rejected'> = {
  'zh-CN': {
    verificationReminded(event, say) {
      const left = event.left > 0 ? `此后还将催促${event.left}次` : '此为最后一次催促';
      return event.people.length === 0
        ? '事故报告未核实，且无人可催促。'
        : `事故报告未核实，催促${say.people(event.people)}；${left}。`;
    },
    confirmed(event, say) {
      const { incidentLevel, level } = event.proposed;
      const proposed = !hasReasons(event.proposed)
        ? '定级准则未提出建议'
        : level === event.level && incidentLevel === event.incidentLevel
          ? '与定级准则的建议一致'
          : `定级准则建议${say.levels(level, incidentLevel)}`;
      const levels = say.levels(event.level, event.incidentLevel);
      return `${say.actor(event.actor)}核实确认，定为${levels}（${proposed}）。理由：${say.quote(event.texts.reason)}。`;
    },
    standbyDeclared: (event, say) => `${say.actor(event.actor)}宣布预警启动。理由：${say.quote(event.texts.reason)}。`,
    rejected: (event, say) =>
      `${say.actor(event.actor)}核实认定不是事故，予以否定。理由：${say.quote(event.texts.reason)}。`,
  },
  en: {
    verificationReminded(event, say) {
      const left = event.left === 0 ? 'this was the last reminder' : `reminders left: ${event.left}`;
      return event.people.length === 0
        ? 'The report is not verified, and there is nobody to remind.'
        : `The report is not verified; reminded ${say.people(event.people)} (${left}).`;
    },
    confirmed(event, say) {
      const { incidentLevel, level } = event.proposed;
      const proposed = !hasReasons(event.proposed)
        ? 'the grading criteria proposed nothing'
        : level === event.level && incidentLevel === event.incidentLevel
          ? 'as the grading criteria propose'
          : `the grading criteria proposed ${say.levels(level, incidentLevel)}`;
      const levels = say.levels(event.level, event.incidentLevel);
      return `${say.actor(event.actor)} verified and confirmed the incident at ${levels}, ${proposed}. Reason: ${say.quote(event.texts.reason)}.`;
    },
    standbyDeclared: (event, say) =>
      `${say.actor(event.actor)} declared standby. Reason: ${say.quote(event.texts.reason)}.`,
    rejected: (event, say) =>
      `${say.actor(event.actor)} verified the report and rejected it: no incident. Reason: ${say.quote(event.texts.reason)}.`,
  },
};
