import type { PlanDocument } from '../../domain/plan/schema.js';
import type { CoverPage, SignaturePage } from '../model.js';
import type { PlanContext } from './context.js';
import { LABELS } from './labels.js';
import type { Bilingual } from './labels.js';
import { holderNames, nameOf } from './people.js';
import { standingOf, STANDING_WORDS } from './standing.js';

/** 封面 (GB/T 29639-2020, annex C.1): number, version, unit, name, date of issue. */
export function cover(context: PlanContext): CoverPage {
  const { document, lifecycle, t, day, date } = context;
  const { number, version, organisation, issued, kind } = document.plan;
  const effective = lifecycle?.effectiveFrom;
  return {
    facts: [
      { label: t(WORDS.number), value: number },
      { label: t(WORDS.version), value: t(versionWords(version)) },
      ...(kind === undefined ? [] : [{ label: t(WORDS.kind), value: t(KINDS[kind]) }]),
      { label: t(WORDS.status), value: t(STANDING_WORDS[standingOf(context)]) },
      { label: t(WORDS.copy), value: lifecycle?.copy ?? '' },
    ],
    lines: [
      t(organisation),
      ...(issued === undefined ? [] : [t({ 'zh-CN': `${day(issued)}颁布`, en: `Issued ${day(issued)}` })]),
      ...(effective === undefined
        ? []
        : [t({ 'zh-CN': `${date(effective)}施行`, en: `In effect from ${date(effective)}` })]),
    ],
  };
}

export function versionWords(version: number): Bilingual {
  return { 'zh-CN': `第${version}版`, en: `version ${version}` };
}

/** 批准页: says that the plan is approved only where the record says so. */
export function approvalPage(context: PlanContext): SignaturePage {
  const { document: plan, lifecycle, names, t, table, date } = context;
  const approver = plan.control?.approver ?? plan.command.commander;
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
      en: `${named.en}, is approved by the ${approver} after review. This version may be put into effect once the approver has signed and dated this page and it bears the seal.`,
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
  copy: { 'zh-CN': '受控编号', en: 'Copy number' },
  approval: { 'zh-CN': '批准页', en: 'Approval' },
  signature: { 'zh-CN': '批准签署', en: 'Approval' },
  seal: { 'zh-CN': '（单位印章）', en: '(seal of the organisation)' },
  date: { 'zh-CN': '　　年　　月　　日', en: 'Date: ____________' },
} satisfies Record<string, Bilingual>;
