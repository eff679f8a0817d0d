import type { VerificationEvent } from '../../incident/events/verification.js';
import type { SentencesOf } from './sentences.js';
import { hasReasons } from '../../plan/grade.js';

export const verificationEvents: SentencesOf<VerificationEvent['type']> = {
  'zh-CN': {
    verificationReminded(event, say) {
      if (event.people.length === 0) return '事故报告未核实，且无人可催促。';
      if (event.by !== undefined)
        return `核实时限已过半，催促${say.people(event.people)}；须在${say.duration(event.by - event.at)}内作出决定。`;
      const left = event.left > 0 ? `此后还将催促${event.left}次` : '此后仍未核实，将告知指挥部全体人员';
      return `报告仍未核实，催促${say.people(event.people)}；${left}。`;
    },
    verificationOverdue(event, say) {
      const asked = `核实时限已到，仍无决定；请${say.people(event.people)}立即决定`;
      if (event.then === undefined || event.thenAt === undefined) return `${asked}。`;
      const wait = say.duration(event.thenAt - event.at);
      return event.then === 'treatAsReal'
        ? `${asked}，${wait}内仍无决定的，按真实事故处理。`
        : `${asked}，${wait}内仍无决定的，扩大告知范围。`;
    },
    verificationEscalated: (event, say) => `报告仍未核实，已告知${say.people(event.people)}。`,
    treatedAsReal(event, say) {
      const levels = say.levels(event.level, event.incidentLevel);
      return event.why === 'timeBox'
        ? `限时内无人核实，按预案视为真实事故，以${levels}启动响应；仍须由人员核实。`
        : `定级准则建议的级别按预案自动启动：${levels}；仍须由人员核实。`;
    },
    forewarned: (event, say) => `预警告知：${say.calls(event.calls)}。`,
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
    standbyDeclared: (event, say) =>
      `${say.actor(event.actor)}${event.prolonged ? '决定延长预警启动' : '宣布预警启动'}。理由：${say.quote(event.texts.reason)}。`,
    rejected: (event, say) =>
      `${say.actor(event.actor)}核实认定不是事故，予以否定。理由：${say.quote(event.texts.reason)}。`,
  },
  en: {
    verificationReminded(event, say) {
      if (event.people.length === 0) return 'The report is not verified, and there is nobody to remind.';
      if (event.by !== undefined)
        return `Half of the time for verification is over; reminded ${say.people(event.people)}, who have to decide within ${say.duration(event.by - event.at)}.`;
      const left = event.left === 0 ? 'next, everybody in command is told' : `reminders left: ${event.left}`;
      return `The report is still not verified; reminded ${say.people(event.people)} (${left}).`;
    },
    verificationOverdue(event, say) {
      const asked = `The time for verification is over without a decision; ${say.people(event.people)} asked to decide at once`;
      if (event.then === undefined || event.thenAt === undefined) return `${asked}.`;
      const wait = say.duration(event.thenAt - event.at);
      return event.then === 'treatAsReal'
        ? `${asked}. Without a decision within ${wait} it is treated as real.`
        : `${asked}. Without a decision within ${wait} more people are told.`;
    },
    verificationEscalated: (event, say) => `The report is still not verified; told ${say.people(event.people)}.`,
    treatedAsReal(event, say) {
      const levels = say.levels(event.level, event.incidentLevel);
      return event.why === 'timeBox'
        ? `Nobody verified the report in time: by the plan it is treated as real and the response starts at ${levels}. A person still has to verify it.`
        : `The proposed level starts by itself, says the plan: ${levels}. A person still has to verify the report.`;
    },
    forewarned: (event, say) => `Forewarned: ${say.calls(event.calls)}.`,
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
      `${say.actor(event.actor)} ${event.prolonged ? 'prolonged' : 'declared'} standby. Reason: ${say.quote(event.texts.reason)}.`,
    rejected: (event, say) =>
      `${say.actor(event.actor)} verified the report and rejected it: no incident. Reason: ${say.quote(event.texts.reason)}.`,
  },
};
