import { said } from '../../lang.js';
import type { Said } from '../../lang.js';
import type { Notice } from '../notice.js';
import { line, look, reason } from './how.js';

/** The command that shows what is still to be done about each item, and how. */
const COMMANDS: Record<string, [Said, string]> = {
  analysis: [said('Cause analysis', '原因分析'), 'analysis show'],
  report: [said('Incident report', '事故报告书'), 'incident-report show'],
  firstStatement: [said('Public statements', '信息发布'), 'publications'],
  nextStatement: [said('Public statements', '信息发布'), 'publications'],
  finalStatement: [said('Public statements', '信息发布'), 'publications'],
  publication: [said('Public statements', '信息发布'), 'publications'],
  opinion: [said('Public opinion', '舆情'), 'opinion list'],
  lessons: [said('Lessons', '部门总结'), 'lesson list'],
  lessonsCollection: [said('Lessons', '部门总结'), 'lesson list'],
  summary: [said('Summary evaluation', '总结评估'), 'summary show'],
  closure: [said('Close it, or see what is left', '结案，或查看未办事项'), 'close'],
};

export function doDues(notice: Notice): string[] {
  const words = new Set((notice.recipient.dues ?? []).map(({ item }) => item.split(' ')[0] ?? ''));
  const lines = [...words].flatMap((word) => {
    const [what, command] = COMMANDS[word] ?? [];
    if (what === undefined || command === undefined) return [];
    return [line(notice, what, command, ...(command === 'close' ? [reason(notice)] : []))];
  });
  return [look(notice), ...new Set(lines)];
}
