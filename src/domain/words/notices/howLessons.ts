import { said } from '../../lang.js';
import type { Notice } from '../notice.js';
import { blank, line, look, reason } from './how.js';

const ANSWER = said('answer', '答复');

export function giveLessons(notice: Notice): string[] {
  return [...seeLessons(notice), ...(notice.recipient.departments ?? []).map((post) => give(notice, post))];
}

function give(notice: Notice, post: string): string {
  const { lang, say } = notice;
  const what = said(
    `Answer for ${say.post(post)} (an --answer for each question, --finding for what has to change)`,
    `提交${say.post(post)}的总结（每个问题一个 --answer，须改进的另加 --finding）`,
  );
  return line(notice, what, 'lesson give', post, '--answer', `"1=${ANSWER[lang]}"`);
}

export function answerForVacant(notice: Notice): string[] {
  const what = said('Answer for a department', '代某部门总结');
  const rest = [blank(notice, 'department'), '--answer', `"1=${ANSWER[notice.lang]}"`, reason(notice)];
  return [...seeLessons(notice), line(notice, what, 'lesson give', ...rest)];
}

export function collectLessons(notice: Notice): string[] {
  return [...seeLessons(notice), line(notice, said('Collect them', '汇总'), 'lesson collect')];
}

function seeLessons(notice: Notice): string[] {
  return [line(notice, said('See the questions and what was said', '查看问题和各部门的总结'), 'lesson list')];
}

export function callSummary(notice: Notice): string[] {
  const what = said('Call the meeting', '召集会议');
  const rest = ['--at', '2026-01-31T14:00:00+08:00', '--place', blank(notice, 'area')];
  return [...seeLessons(notice), line(notice, what, 'summary call', ...rest)];
}

export function seeSummary(notice: Notice): string[] {
  return [line(notice, said('See the summary evaluation', '查看总结评估'), 'summary show')];
}

export function lookAtSummary(notice: Notice): string[] {
  return [look(notice), ...seeSummary(notice)];
}
