import type { Text } from '../../../domain/lang.js';
import type { PlanDocument } from '../../../domain/plan/schema.js';
import type { Block } from '../../model.js';
import { NONE } from '../context.js';
import type { PlanContext } from '../context.js';
import { LABELS } from '../labels.js';
import type { Bilingual } from '../labels.js';
import { packNote } from '../packs.js';
import { say, section } from '../parts.js';
import { origin } from '../sources.js';
import { calendar } from './calendar.js';

type Obligation = NonNullable<PlanDocument['obligations']>[number];

/** 法定报送: for each pack who is told what by when, and what the filing says. */
export function obligations(context: PlanContext) {
  const { document: plan } = context;
  const all = plan.obligations ?? [];
  if (all.length === 0) return section(context, WORDS.heading, [], [calendar(context)]);
  const own = all.filter(({ pack }) => pack === undefined);
  const packs = (plan.packs ?? []).map((pack) => {
    const members = all.filter((obligation) => obligation.pack === pack.id);
    if (members.length === 0) return undefined;
    return section(context, pack.title, [
      ...say(context, packNote(context, pack)),
      ...tables(context, pack.title, members, pack.source),
    ]);
  });
  const general = own.length === 0 ? [] : [section(context, WORDS.general, tables(context, WORDS.general, own))];
  return section(context, WORDS.heading, say(context, WORDS.note), [...general, ...packs, calendar(context)]);
}

function tables(context: PlanContext, name: Text, members: Obligation[], named?: string): Block[] {
  const { t, table } = context;
  return [
    ...table(
      { 'zh-CN': `${t(name)}：报送时限`, en: `${t(name)}: time limits` },
      [
        [LABELS.id, 13],
        [WORDS.matter, 25],
        [LABELS.addressee, 20],
        [LABELS.limit, 16],
        [LABELS.owner, 16],
        [WORDS.compared, 10],
      ],
      members.map((obligation) => limitRow(context, obligation)),
    ),
    ...table(
      { 'zh-CN': `${t(name)}：报送情形`, en: `${t(name)}: when` },
      [
        [LABELS.id, 20],
        [LABELS.when, 80],
      ],
      conditionRows(context, members),
    ),
    ...table(
      { 'zh-CN': `${t(name)}：报送内容`, en: `${t(name)}: contents` },
      [
        [LABELS.id, 13],
        [LABELS.content, 46],
        [WORDS.how, 25],
        [LABELS.source, 16],
      ],
      members.map((obligation) => contentRow(context, obligation, named)),
    ),
  ];
}

/** Filings of one matter have the same condition: it stands once. */
function conditionRows(context: PlanContext, members: Obligation[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const { id, when, start } of members) {
    // A plan is filed when it is published; the level that the file gives has no say in it.
    const words = start === 'planPublished' ? context.t(WORDS.whenPublished) : context.when(when);
    rows.set(words, [...(rows.get(words) ?? []), context.names.obligation(id)]);
  }
  return [...rows].map(([words, ids]) => [context.list(ids), words]);
}

function limitRow(context: PlanContext, obligation: Obligation): string[] {
  const { names, t } = context;
  const { id, title, addressee, owner, deputy, verified, theirs } = obligation;
  return [
    names.obligation(id),
    t(title),
    [t(addressee), ...(theirs === true ? [t(WORDS.theirs)] : [])].join('\n'),
    limitWords(context, obligation),
    [
      names.post(owner),
      ...(deputy === undefined
        ? []
        : [t({ 'zh-CN': `代理：${names.post(deputy)}`, en: `deputy: ${names.post(deputy)}` })]),
    ].join('\n'),
    t(verified ? WORDS.verified : WORDS.unverified),
  ];
}

/** From which moment, and how long. */
export function limitWords(context: PlanContext, { limit, start, after }: Obligation): string {
  const { names, t } = context;
  const earlier = names.obligation(after ?? '');
  const from =
    after === undefined
      ? t(START_WORDS[start])
      : t({ 'zh-CN': `自${earlier}报送起`, en: `from the filing of ${earlier}` });
  return [from, context.limit(limit)].join('\n');
}

function contentRow(context: PlanContext, obligation: Obligation, named?: string): string[] {
  const { names, span, t } = context;
  const { id, contents, minimumContents, channel, template, preparation, reminders, source } = obligation;
  const early = obligation.beforeVerification === true;
  const texts = contents.map(t);
  const counted = texts.every((content) => OWN_NUMBER.test(content));
  const items = texts.map((content, i) => (counted ? content : `${i + 1}. ${content}`));
  const first =
    minimumContents === undefined
      ? []
      : [
          t({
            'zh-CN': `情况不明时，首次报送至少包括前${minimumContents}项，其余随后补报。`,
            en: `When facts are missing, items 1 to ${minimumContents} suffice for the first report; the rest follows.`,
          }),
        ];
  const how = [
    ...(channel === undefined ? [] : [t(channel)]),
    ...(early ? [t(WORDS.beforeVerification)] : []),
    ...(template === undefined
      ? []
      : [t({ 'zh-CN': `模板：${names.template(template)}`, en: `template: ${names.template(template)}` })]),
    ...(preparation === undefined
      ? []
      : [t({ 'zh-CN': `内部准备：${span(preparation)}`, en: `own preparation: ${span(preparation)}` })]),
    t({
      'zh-CN': `提醒：时限的${reminders.join('%、')}%`,
      en: `reminders at ${reminders.join('%, ')}% of the limit`,
    }),
  ];
  return [
    names.obligation(id),
    [...items, ...first].join('\n'),
    how.join('\n') || NONE,
    origin(context, source, named),
  ];
}

/** Laws count what they ask for, and the plan may keep their numbers. */
const OWN_NUMBER = /^(\d+[.、]|[一二三四五六七八九十]+、)/u;

const START_WORDS: Record<Obligation['start'], Bilingual> = {
  discovered: { 'zh-CN': '自发现起', en: 'from discovery' },
  aware: { 'zh-CN': '自获知起', en: 'from awareness' },
  received: { 'zh-CN': '自收到报告起', en: 'from receipt of the report' },
  classified: { 'zh-CN': '自定级起', en: 'from classification' },
  materialityDetermined: { 'zh-CN': '自认定具有重大性起', en: 'from the finding of materiality' },
  responseEnded: { 'zh-CN': '自处置结束起', en: 'from the end of the response' },
  planPublished: { 'zh-CN': '自预案公布起', en: 'from the publication of the plan' },
  earlierFiling: { 'zh-CN': '自前一次报送起', en: 'from the filing before' },
};

const WORDS = {
  heading: { 'zh-CN': '法定报送', en: 'Legal obligations' },
  general: { 'zh-CN': '通用报送义务', en: 'Obligations that always apply' },
  note: {
    'zh-CN':
      '事故符合下列情形的，依法在时限内报送。时限自所列时刻起算；“待核对”表示尚未与文件原文核对，核对前按所列时限执行。',
    en: 'An incident that meets the conditions below is reported within the limits of the law. Clocks run from the moment stated; “unverified” means that the limit has not been compared with the text of its source yet and is kept to meanwhile.',
  },
  matter: { 'zh-CN': '报送事项', en: 'What is reported' },
  compared: { 'zh-CN': '核对', en: 'Checked' },
  verified: { 'zh-CN': '已核对', en: 'verified' },
  unverified: { 'zh-CN': '待核对', en: 'unverified' },
  theirs: { 'zh-CN': '（由对方履行，本单位跟踪时限）', en: '(their duty, which we track)' },
  beforeVerification: { 'zh-CN': '不待核实，立即报送', en: 'at once, without waiting for verification' },
  whenPublished: { 'zh-CN': '预案每次公布后', en: 'Whenever the plan has been published' },
  how: { 'zh-CN': '渠道与准备', en: 'Channel and preparation' },
} satisfies Record<string, Bilingual>;
