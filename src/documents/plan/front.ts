import type { PlanDocument } from '../../domain/plan/schema.js';
import type { CoverPage, SignaturePage } from '../model.js';
import type { PlanContext } from './context.js';
import { atHead, LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { holderNames, nameOf } from './people.js';
import { MARKS, standingOf, STANDING_WORDS } from './standing.js';

/** 封面 (GB/T 29639-2020, annex C.1): number, version, unit, name, date of issue. */
export function cover(context: PlanContext): CoverPage {
  const { document, lifecycle, t, date } = context;
  const { number, version, organisation, kind } = document.plan;
  const standing = standingOf(context);
  const effective = lifecycle?.effectiveFrom;
  return {
    facts: [
      { label: t(WORDS.number), value: number },
      { label: t(WORDS.version), value: t({ 'zh-CN': `第${version}版`, en: String(version) }) },
      ...(kind === undefined ? [] : [{ label: t(WORDS.kind), value: atHead(t(KINDS[kind])) }]),
      { label: t(WORDS.status), value: atHead(t(STANDING_WORDS[standing])) },
      { label: t(WORDS.approver), value: approverWords(context) },
      { label: t(WORDS.copy), value: lifecycle?.copy ?? '' },
    ],
    lines: [
      t(organisation),
      ...issueLine(context, MARKS[standing] === undefined || lifecycle?.approval !== undefined),
      ...(effective === undefined
        ? []
        : [t({ 'zh-CN': `${date(effective)}施行`, en: `In effect from ${date(effective)}` })]),
    ],
  };
}

/** Whoever signed it, or whose signature it waits for. */
function approverWords(context: PlanContext): string {
  const { document, lifecycle, names, t } = context;
  const { approval } = lifecycle ?? {};
  const post = approverOf(document);
  const name = approval === undefined ? holderNames(context, post) : nameOf(context, approval.person);
  const isSigned = approval !== undefined || document.plan.status === 'approved';
  const who =
    name === '' ? names.post(post) : t({ 'zh-CN': `${names.post(post)}　${name}`, en: `${name}, ${names.post(post)}` });
  return isSigned ? who : t({ 'zh-CN': `${who}（未签署）`, en: `${who} (not signed)` });
}

/**
 * A signature that is on record dates the issue. Without one the date is the file's own word, and of a text that nobody
 * approved it can only be the date of writing.
 */
function issueLine({ document, lifecycle, t, day, date }: PlanContext, isIssued: boolean): string[] {
  const { issued } = document.plan;
  const signed = lifecycle?.approval?.at;
  if (signed !== undefined) return [t({ 'zh-CN': `${date(signed)}颁布`, en: `Issued ${date(signed)}` })];
  if (issued === undefined) return [];
  return [
    isIssued
      ? t({ 'zh-CN': `${day(issued)}颁布`, en: `Issued ${day(issued)}` })
      : t({ 'zh-CN': `${day(issued)}编制，未颁布`, en: `Drawn up ${day(issued)}, not issued` }),
  ];
}

function approverOf({ control, command }: PlanDocument): string {
  return control?.approver ?? command.commander;
}

export function versionWords(version: number): Bilingual {
  return { 'zh-CN': `第${version}版`, en: `version ${version}` };
}

/** 批准页: says that the plan is approved only where the record says so. */
export function approvalPage(context: PlanContext): SignaturePage {
  const { document: plan, lifecycle, names, t, table, date } = context;
  const approver = approverOf(plan);
  const { approval } = lifecycle ?? {};
  const name = approval === undefined ? holderNames(context, approver) : nameOf(context, approval.person);
  const post = names.post(approver);
  const rows = [[post, name, '', approval === undefined ? '' : date(approval.at)]];
  const [signed] = table(
    WORDS.signature,
    [
      [LABELS.post, 28],
      [LABELS.person, 24],
      [LABELS.signature, 26],
      [LABELS.date, 22],
    ],
    rows,
  );
  if (signed?.kind !== 'table') throw new Error('an approval page needs its table');
  return {
    heading: t(WORDS.approval),
    note: t(approvalNote(context, post)),
    table: signed.table,
    seal: t(WORDS.seal),
    organisation: t(plan.plan.organisation),
    date: approval === undefined ? t(WORDS.date) : date(approval.at),
  };
}

function approvalNote(context: PlanContext, approver: string): Bilingual {
  const { document, lifecycle, t, date } = context;
  const { title, version } = document.plan;
  const named: Bilingual = {
    'zh-CN': `《${t(title)}》${t(versionWords(version))}`,
    en: `“${t(title)}”, ${t(versionWords(version))}`,
  };
  const from = lifecycle?.effectiveFrom;
  if (lifecycle?.approval === undefined) {
    return {
      'zh-CN': `${named['zh-CN']}经评审后由${approver}批准。批准人在本页签名、注明日期并加盖单位印章后，本版本方可施行。`,
      en: `${named.en}, is approved by the ${approver} after a review. This version may be put into effect once the approver has signed and dated this page and it bears the seal.`,
    };
  }
  if (lifecycle.approval.review === 'minor') {
    return {
      'zh-CN': `${named['zh-CN']}与现行版本相比没有实质性修订，按照预案管理规定不经评审，现予批准${from === undefined ? '' : `，自${date(from)}起施行`}。各部门、各岗位应当遵照执行。`,
      en: `${named.en}, differs from the version in force in nothing substantial. It is approved as a minor revision, without a review${from === undefined ? '' : `; it is in effect from ${date(from)}`}. Every department and every post follows it.`,
    };
  }
  return {
    'zh-CN': `${named['zh-CN']}已经评审，现予批准${from === undefined ? '' : `，自${date(from)}起施行`}。各部门、各岗位应当遵照执行。`,
    en: `${named.en}, has been reviewed and is approved${from === undefined ? '' : `; it is in effect from ${date(from)}`}. Every department and every post follows it.`,
  };
}

const KINDS: Record<NonNullable<PlanDocument['plan']['kind']>, Bilingual> = {
  comprehensive: { 'zh-CN': '综合应急预案', en: 'comprehensive plan' },
  special: { 'zh-CN': '专项应急预案', en: 'special plan, for one kind of emergency' },
  'on-site': { 'zh-CN': '现场处置方案', en: 'on-site response plan' },
};

const WORDS = {
  kind: { 'zh-CN': '预案类型', en: 'Kind of plan' },
  number: { 'zh-CN': '预案编号', en: 'Plan number' },
  version: { 'zh-CN': '版本号', en: 'Version' },
  status: { 'zh-CN': '状态', en: 'Status' },
  approver: { 'zh-CN': '批准人', en: 'Approver' },
  copy: { 'zh-CN': '受控编号', en: 'Copy number' },
  approval: { 'zh-CN': '批准页', en: 'Approval' },
  signature: { 'zh-CN': '批准签署', en: 'Approval' },
  seal: { 'zh-CN': '（单位印章）', en: '(seal of the organisation)' },
  date: { 'zh-CN': '　　年　　月　　日', en: 'Date: ____________' },
} satisfies Record<string, Bilingual>;
