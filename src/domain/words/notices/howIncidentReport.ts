import { said } from '../../lang.js';
import { numberOf } from '../details.js';
import type { Notice } from '../notice.js';
import { blank, line, look } from './how.js';

/** Each with what is theirs alone. */
export function writeReport(notice: Notice): string[] {
  const { facts } = notice;
  return [
    ...(numberOf(facts, 'analysisDueAt') === undefined ? [] : analyse(notice)),
    ...(numberOf(facts, 'reportDueAt') === undefined ? [] : write(notice)),
  ];
}

function analyse(notice: Notice): string[] {
  const from = said('Record the analysis, from a file (its form: --help)', '从文件登记原因分析（格式见 --help）');
  return [
    line(notice, from, 'analysis record', blank(notice, 'analysisFile')),
    line(notice, said('Once it is complete', '分析完成后'), 'analysis complete'),
  ];
}

function write(notice: Notice): string[] {
  const text = ['--text', blank(notice, 'words')];
  const edit = said('Put a section into your words', '改写某一章节');
  return [
    readReport(notice),
    line(notice, edit, 'incident-report edit', blank(notice, 'section'), ...text),
    line(notice, said('Submit it for review', '提交审核'), 'incident-report submit'),
  ];
}

export function rewriteReport(notice: Notice): string[] {
  return write(notice);
}

export function reviewReport(notice: Notice): string[] {
  return [
    readReport(notice),
    line(notice, said('Reviewed, nothing to object to', '审核通过'), 'incident-report review', versionMeant(notice)),
    returnIt(notice),
  ];
}

export function approveReport(notice: Notice): string[] {
  return [
    readReport(notice),
    line(notice, said('Approve it', '批准'), 'incident-report approve', versionMeant(notice)),
    returnIt(notice),
  ];
}

export function lookAtReport(notice: Notice): string[] {
  return [look(notice), readReport(notice)];
}

function readReport(notice: Notice): string {
  return line(notice, said('See where the report stands', '查看报告书现状'), 'incident-report show');
}

function returnIt(notice: Notice): string {
  const remarks = ['--remarks', blank(notice, 'remarks')];
  return line(notice, said('Return it', '退回修改'), 'incident-report return', versionMeant(notice), ...remarks);
}

function versionMeant({ facts }: Notice): string {
  return String(numberOf(facts, 'version') ?? 1);
}
