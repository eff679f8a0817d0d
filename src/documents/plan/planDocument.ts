import type { PlanModel, Section } from '../model.js';
import { numberAnnexes, numberCaptions, numberDecimally, withAnchors } from '../numbering.js';
import { aftermath } from './aftermath.js';
import { annexes } from './annexes.js';
import { cards } from './cards.js';
import { beforeText, contextOf } from './context.js';
import type { PlanContext } from './context.js';
import { drills } from './drills.js';
import { approvalPage, cover, versionWords } from './front.js';
import { general } from './general.js';
import { grading } from './grading.js';
import type { PlanDocumentInput } from './input.js';
import type { Bilingual } from './labels.js';
import { management } from './management.js';
import { organisation } from './organisation.js';
import { say } from './parts.js';
import { records } from './records.js';
import { resources } from './resources.js';
import { response } from './response.js';
import { sheet } from './sheet.js';
import { MARKS, standingOf } from './standing.js';

/** The whole plan as a formal document 预案文本, numbered decimally as such texts are; nothing of the plan is left out. */
export function buildPlanDocument(input: PlanDocumentInput): PlanModel {
  const context = contextOf(input);
  const { document, lang, t } = context;
  const { title, version, organisation: unit } = document.plan;
  const mark = MARKS[standingOf(input)];
  const chapters = [general, organisation, grading, response, aftermath, drills, resources, management];
  const pages = cards(context);
  const text = numberDecimally(
    chapters.map((chapter) => chapter(context)),
    lang,
  );
  const behind = numberAnnexes(
    [...annexes(context), ...(pages.length === 0 ? [] : [cardsNote(context)]), sheet(context)],
    lang,
  );
  const all = numberCaptions([...withAnchors(text, 's'), ...withAnchors(behind, 'a')], lang);
  return {
    kind: 'plan',
    lang,
    title: [t(title)],
    runningHead: `${t(title)}  ${t(versionWords(version))}`,
    ...(mark === undefined ? {} : { mark: t(mark) }),
    organisation: t(unit),
    foot: footOf(context),
    cover: cover(context),
    approval: approvalPage(beforeText(context)),
    contents: { heading: t(WORDS.contents) },
    records: records(beforeText(context)),
    sections: all.slice(0, text.length),
    annexes: all.slice(text.length, -1),
    cards: pages,
    sheet: all.at(-1)!,
  };
}

/** Which text this is, and which copy of it. */
function footOf({ hash, lifecycle, generatedAt, instant, t }: PlanContext): string {
  const copy =
    lifecycle?.copy === undefined ? '' : t({ 'zh-CN': `受控编号 ${lifecycle.copy}　`, en: `copy ${lifecycle.copy}  ` });
  return `${copy}SHA-256 ${hash}\n${t({ 'zh-CN': `打印于 ${instant(generatedAt)}`, en: `printed ${instant(generatedAt)}` })}`;
}

/** The cards themselves follow, on pages without a number. */
function cardsNote(context: PlanContext): Section {
  const posts = context.document.posts.filter(({ card }) => card !== undefined);
  const { t, names, table } = context;
  const rows = posts.map(({ name, team }, i) => [
    String(i + 1),
    t(name),
    team === undefined ? t(WORDS.command) : names.team(team),
  ]);
  return {
    heading: t(WORDS.cards),
    blocks: [
      ...say(context, WORDS.cardsNote),
      ...table(
        WORDS.cardsTable,
        [
          [WORDS.number, 14],
          [WORDS.post, 46],
          [WORDS.team, 40],
        ],
        rows,
      ),
    ],
    sections: [],
  };
}

const WORDS = {
  contents: { 'zh-CN': '目次', en: 'Contents' },
  cards: { 'zh-CN': '应急处置卡', en: 'Action cards' },
  cardsNote: {
    'zh-CN': '下列岗位各有一张处置卡，单独成页，供取下随身携带。',
    en: 'Each of these posts has a card on a page of its own, to be taken out and carried.',
  },
  cardsTable: { 'zh-CN': '应急处置卡一览', en: 'Action cards' },
  command: { 'zh-CN': '应急指挥部', en: 'Command' },
  number: { 'zh-CN': '序号', en: 'No.' },
  post: { 'zh-CN': '岗位', en: 'Post' },
  team: { 'zh-CN': '组别', en: 'Team' },
} satisfies Record<string, Bilingual>;
