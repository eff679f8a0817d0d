import type { IncidentReport } from '../../api/contract.js';
import { REPORT_PART_WORDS, REPORT_STAGE_WORDS } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { section } from './section.js';
import { withId } from './withId.js';

export function incidentReportLines(report: IncidentReport, voice: Voice): string[] {
  const { say, style, time, lang } = voice;
  const { stage, turn, due, draft, sections, versions } = report;
  const standing = [
    style.bold(REPORT_STAGE_WORDS[lang][stage]),
    ...(turn === undefined ? [] : [withId(turn.person ?? turn.post, voice)]),
    ...(due === undefined || stage === 'approved' ? [] : [say(`due ${time(due)}`, `期限 ${time(due)}`)]),
  ];
  return [
    standing.join('  '),
    ...documentLine(say('Draft by Muster', '系统草稿'), draft, voice),
    ...section(
      say('Sections', '章节'),
      sections.map((one) => sectionLine(one, voice)),
      voice,
    ),
    ...section(
      say('Versions', '各版'),
      versions.flatMap((one) => versionLines(one, voice)),
      voice,
    ),
  ];
}

/** The id is what `edit` asks for. */
function sectionLine({ section: of, text, by, at }: IncidentReport['sections'][number], voice: Voice): string {
  const { say, style, time } = voice;
  if (at === undefined) return `  ${withId(of, voice)}  ${style.dim(say('by Muster', '由系统编写'))}`;
  const author = [by === undefined ? '' : actorName(by, voice), time(at)].join(' ');
  return `  ${withId(of, voice)}  ${style.dim(author)}\n    ${text ?? say('(erased)', '（已删除）')}`;
}

function versionLines(one: IncidentReport['versions'][number], voice: Voice): string[] {
  const { say, style, time, lang } = voice;
  const { version, submitted, returned, reviewed, approved } = one;
  const signed = (words: string, by: typeof submitted) => `${words} ${time(by.at)} ${actorName(by.by, voice)}`;
  const parts = [
    signed(say('submitted', '提交'), submitted),
    ...(reviewed === undefined ? [] : [signed(say('reviewed', '审核'), reviewed)]),
    ...(approved === undefined ? [] : [style.good(signed(say('approved', '批准'), approved))]),
    ...(returned === undefined ? [] : [style.bad(signed(say('returned', '退回'), returned))]),
  ];
  const remarks = returned?.remarks;
  const lacking = (one.lacks ?? []).map((part) => REPORT_PART_WORDS[lang][part]).join(say(', ', '、'));
  return [
    `  ${say(`Version ${version}`, `第${version}版`)}  ${parts.join('  ')}`,
    ...(one.lacks === undefined ? [] : [say(`      Not there by then: ${lacking}`, `      提交时尚无：${lacking}`)]),
    ...(remarks === undefined ? [] : [say(`      Remarks: ${remarks}`, `      意见：${remarks}`)]),
    ...documentLine(say('    Document', '    文书'), one.document, voice),
    ...documentLine(say('    With its sign-offs', '    附签署的文书'), one.approvedDocument, voice),
  ];
}

/** The id is what `document get` asks for. */
function documentLine(label: string, document: IncidentReport['draft'], { style }: Voice): string[] {
  return document === undefined ? [] : [`  ${label}  ${style.dim(document.documentId)}`];
}
