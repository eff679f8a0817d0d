import { assertNever } from '../assertNever.js';
import type { Actor, CalledTarget, Target } from '../incident/index.js';
import type { Facts, FactValue } from '../plan/condition.js';
import type { Proposal } from '../plan/grade.js';
import type { Lang } from '../lang.js';
import type { FactId, PersonId, PostId } from '../plan/compiled.js';
import type { Names } from '../plan/names.js';
import type { Duration } from '../time.js';
import type { PostOf } from './posts.js';
import { oneLine, withoutFullStop } from './text.js';
import { formatDuration } from './time.js';

/** How many names a sentence bears before the rest is only counted. */
const NAMES_SHOWN = 3;
const ITEMS_SHOWN = 4;

/** The names of plan and roster in one language, and the ways in which sentences put them together. */
export interface Speaker {
  readonly lang: Lang;
  readonly names: Names;
  readonly person: (id: PersonId) => string;
  /** The first few names and how many there are. */
  readonly people: (ids: readonly PersonId[]) => string;
  readonly count: (people: number) => string;
  readonly actor: (actor: Actor) => string;
  readonly post: (id: PostId) => string;
  readonly target: (target: Target) => string;
  /** Each body with the people in it. */
  readonly calls: (calls: readonly CalledTarget[]) => string;
  /** `Ⅱ级响应`, `Level II`. */
  readonly level: (id: string) => string;
  /** `较大事故`, `Serious`. */
  readonly incidentLevel: (id: string) => string;
  /** Both in one: `较大事故、Ⅱ级响应`, `Level II (incident level: Serious)`. */
  readonly levels: (level: string, incidentLevel: string) => string;
  readonly fact: (id: FactId, value: FactValue) => string;
  readonly factValue: (id: FactId, value: FactValue) => string;
  /** What the grading criteria say, the evidence included. */
  readonly proposal: (proposal: Proposal) => string;
  readonly duration: (duration: Duration) => string;
  readonly list: (items: readonly string[]) => string;
  /** The first of them, by default four, and how many there are: more than that no sentence bears. */
  readonly some: (items: readonly string[], shown?: number) => string;
  /** Free text in one line, ready to stand before our full stop. A text that was erased from the record is `undefined`. */
  readonly quote: (text: string | undefined) => string;
}

export function speaker(names: Names, lang: Lang, posts: PostOf = new Map()): Speaker {
  const zh = lang === 'zh-CN';
  const say: Speaker = {
    lang,
    names,
    person: (id) => oneLine(names.person(id, lang)),
    people(ids) {
      if (ids.length === 0) return zh ? '无人' : 'nobody';
      // A rest of one is named: counting it would save nothing.
      if (ids.length <= NAMES_SHOWN + 1) return say.list(ids.map(say.person));
      const shown = ids.slice(0, NAMES_SHOWN).map(say.person);
      return zh ? `${shown.join('、')}等${ids.length}人` : `${shown.join(', ')} and ${ids.length - NAMES_SHOWN} others`;
    },
    count: (people) => countWords(people, lang),
    actor(actor) {
      switch (actor.kind) {
        case 'person': {
          const post = posts.get(actor.id);
          if (post === undefined) return say.person(actor.id);
          return zh ? `${say.person(actor.id)}（${say.post(post)}）` : `${say.person(actor.id)} (${say.post(post)})`;
        }
        case 'operator':
          return zh ? '系统管理员' : 'the operator of the installation';
        case 'integration':
          return zh ? `外部系统“${oneLine(actor.id)}”` : `the integration “${oneLine(actor.id)}”`;
        case 'system':
          return zh ? '系统' : 'the system';
        default:
          return assertNever(actor);
      }
    },
    post: (id) => names.post(id, lang),
    target: ({ kind, id }) => (kind === 'team' ? names.team(id, lang) : names.post(id, lang)),
    calls(calls) {
      const each = calls.map(({ target, people }) => {
        const who = people.length === 0 ? (zh ? '无人任职' : 'nobody holds it') : say.people(people);
        return zh ? `${say.target(target)}（${who}）` : `${say.target(target)} (${who})`;
      });
      return each.join(zh ? '、' : '; ');
    },
    // Some plans call the level `Ⅱ级`, others `Ⅱ级响应`; the same with `较大` and `较大事故`.
    level: (id) => (zh ? ending(names.level(id, lang), '响应') : names.level(id, lang)),
    incidentLevel: (id) => (zh ? ending(names.incidentLevel(id, lang), '事故') : names.incidentLevel(id, lang)),
    levels: (level, incidentLevel) =>
      zh
        ? `${say.incidentLevel(incidentLevel)}、${say.level(level)}`
        : `${say.level(level)} (incident level: ${say.incidentLevel(incidentLevel)})`,
    fact: (id, value) => `${names.fact(id, lang)}${zh ? '：' : ': '}${say.factValue(id, value)}`,
    factValue(id, value) {
      if (typeof value !== 'boolean') return names.factValue(id, value, lang);
      return value ? (zh ? '是' : 'yes') : zh ? '否' : 'no';
    },
    proposal({ incidentLevel, level, hits, raises, unknown }) {
      const withEvidence = (text: string, evidence: Facts): string => {
        const told = Object.entries(evidence).map(([fact, value]) => say.fact(fact, value));
        if (told.length === 0) return text;
        return zh ? `${text}（${told.join('；')}）` : `${text} (${told.join('; ')})`;
      };
      const evidence = [
        ...hits.map((hit) => withEvidence(names.gradingCriterion(hit.criterion, lang), hit.evidence)),
        ...raises.map((raise) => withEvidence(names.responseRule(raise.rule, lang), raise.evidence)),
      ];
      const open = unknown.map((fact) => names.fact(fact, lang));
      const parts =
        evidence.length === 0
          ? [zh ? '定级准则均未满足，须由有权人员判定级别' : 'none is met, so a person decides the level']
          : zh
            ? [`建议${say.levels(level, incidentLevel)}`, `依据：${say.list(evidence)}`]
            : [`${say.levels(level, incidentLevel)} is proposed`, `because: ${say.list(evidence)}`];
      if (open.length > 0) parts.push(zh ? `尚不清楚：${say.some(open)}` : `not yet known: ${say.some(open)}`);
      return parts.join(zh ? '；' : '; ');
    },
    duration: (duration) => formatDuration(duration, lang),
    list: (items) => listed(items, lang),
    some(items, shown = ITEMS_SHOWN) {
      if (items.length <= shown + 1) return say.list(items);
      const first = items.slice(0, shown);
      return zh ? `${first.join('、')}等${items.length}项` : `${first.join(', ')} and ${items.length - shown} others`;
    },
    quote(text) {
      if (text === undefined) return zh ? '（原文已删除）' : '(text erased)';
      const quoted = withoutFullStop(oneLine(text));
      return quoted === '' ? (zh ? '（无文字）' : '(no text)') : quoted;
    },
  };
  return say;
}

export function countWords(people: number, lang: Lang): string {
  if (lang === 'zh-CN') return `${people}人`;
  return people === 1 ? '1 person' : `${people} people`;
}

export function listed(items: readonly string[], lang: Lang): string {
  if (lang === 'zh-CN') return items.join('、');
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

function ending(name: string, word: string): string {
  return name.endsWith(word) ? name : `${name}${word}`;
}

/** The sentence's first letter, where the first word is ours and not a name. */
export function capitalised(sentence: string): string {
  return sentence.replace(/^the /u, 'The ');
}
