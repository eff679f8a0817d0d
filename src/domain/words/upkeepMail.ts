import type { Lang } from '../lang.js';
import { said } from '../lang.js';
import type { Day } from '../plan/days.js';
import type { Names } from '../plan/names.js';
import type { UpkeepKind, UpkeepRole } from '../plan/upkeep.js';
import { listed } from './speaker.js';
import { oneLine } from './text.js';
import { formatDate } from './time.js';
import { upkeepWords } from './upkeep.js';

/** A task as one person is told of it. */
export interface UpkeepLine {
  kind: UpkeepKind;
  as: UpkeepRole;
  resource: string;
  /** Of the ledger. Of several that make up a resource that is short, the first. Absent where there is none. */
  item?: string;
  /** Where it says more than the name of the resource. */
  name?: string;
  location?: string;
  due: Day;
  overdue: boolean;
  /** Of the item; of all of the resource where that is short. */
  onHand: number;
  minimum: number;
  /** What brings it back above the level at which it is replenished. */
  lacking: number;
  custodians: string[];
}

export interface UpkeepMailInput {
  names: Names;
  lang: Lang;
  lines: readonly UpkeepLine[];
}

/** More would not be read; the command at the end shows all. */
const SHOWN = 20;

const ROLES: UpkeepRole[] = ['custodians', 'deputies', 'command'];

/** The mail that tells one person everything that has to be done about stock, with how to record it. */
export function upkeepMailWords({ names, lang, lines }: UpkeepMailInput): { subject: string; text: string } {
  const sections = ROLES.flatMap((role) => {
    const own = lines.filter(({ as }) => as === role);
    return own.length === 0 ? [] : [heading(role, lang), '', ...numbered(own, names, lang)];
  });
  const look = said('Everything that is open: muster resources due', '查看全部待办：muster resources due')[lang];
  return { subject: subjectOf(lines, names, lang), text: [...sections, look, '', names.organisation(lang)].join('\n') };
}

function subjectOf(lines: readonly UpkeepLine[], names: Names, lang: Lang): string {
  const [first, ...others] = lines;
  if (first !== undefined && others.length === 0) {
    const what = nameOf(first, names, lang);
    const kind = upkeepWords(first.kind, lang);
    const due = dayWords(first.due, lang);
    if (first.overdue) return said(`Stock, overdue: ${kind} ${what}`, `【物资维护逾期】${kind}${what}`)[lang];
    return said(`Stock: ${kind} ${what} by ${due}`, `【物资维护】${due}前${kind}${what}`)[lang];
  }
  const late = lines.filter(({ overdue }) => overdue).length;
  const tasks = said(`Stock: ${lines.length} tasks`, `【物资维护】${lines.length}项待办`)[lang];
  return late === 0 ? tasks : said(`${tasks}, ${late} overdue`, `${tasks}，其中${late}项逾期`)[lang];
}

function heading(role: UpkeepRole, lang: Lang): string {
  return {
    custodians: said('This is in your care and has to be done:', '以下物资由您保管，请办理：'),
    deputies: said(
      'This is due and has not been done; you are the deputy of whoever has it in care:',
      '以下事项到期尚未办理，您是代管人，请协助办理：',
    ),
    command: said(
      'This was due two days ago or longer and has not been done. See that somebody does it:',
      '以下事项已逾期两天以上仍未办理，请督促落实：',
    ),
  }[role][lang];
}

function numbered(lines: readonly UpkeepLine[], names: Names, lang: Lang): string[] {
  const more = lines.length - SHOWN;
  return [
    ...lines.slice(0, SHOWN).flatMap((line, i) => [`${i + 1}. ${about(line, names, lang)}`, ...how(line, lang), '']),
    ...(more > 0 ? [said(`And ${more} more.`, `另有${more}项。`)[lang], ''] : []),
  ];
}

function about(line: UpkeepLine, names: Names, lang: Lang): string {
  const { kind, as, resource, location, onHand, minimum, custodians } = line;
  const amount = (quantity: number) => names.resourceAmount(resource, quantity, lang);
  const short = said(`${amount(onHand)} on hand, minimum ${minimum}`, `现有${amount(onHand)}，最低${minimum}`)[lang];
  const who = listed(
    custodians.map((person) => oneLine(names.person(person, lang))),
    lang,
  );
  const parts = [
    said(
      `${nameOf(line, names, lang)}: ${upkeepWords(kind, lang)}`,
      `${upkeepWords(kind, lang)}${nameOf(line, names, lang)}`,
    )[lang],
    location && oneLine(location),
    kind === 'replenish' ? short : undefined,
    untilWords(line, lang),
    as === 'custodians' ? undefined : said(`in the care of ${who}`, `保管责任人${who}`)[lang],
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(lang === 'zh-CN' ? '，' : ', ');
}

function untilWords({ kind, due, overdue }: UpkeepLine, lang: Lang): string {
  const day = dayWords(due, lang);
  if (kind === 'replace') {
    const until = said(`good until ${day}`, `有效期至${day}`);
    return overdue ? said(`expired: ${until.en}`, `${until['zh-CN']}，已过期`)[lang] : until[lang];
  }
  return overdue ? said(`was due on ${day}`, `期限${day}，已逾期`)[lang] : said(`due on ${day}`, `期限${day}`)[lang];
}

/** Command does not do it itself, and whoever has it in care records it. */
function how({ kind, as, item, onHand, lacking }: UpkeepLine, lang: Lang): string[] {
  if (as === 'command' || (item === undefined && kind !== 'replenish')) return [];
  const [inspected, damaged, note] = [
    `muster resources inspect ${item}`,
    `muster resources damage ${item} ${onHand}`,
    `--note "${said('what is wrong', '问题')[lang]}"`,
  ];
  const line = (en: string, zh: string, command: string) => `   ${said(`${en}: `, `${zh}：`)[lang]}${command}`;
  switch (kind) {
    case 'inspect':
      return [
        line('It is in order', '检查合格', `${inspected} good`),
        line('It is not', '检查不合格', `${inspected} bad ${note}`),
      ];
    case 'repair':
      return [
        line('Once it is in order again', '修复并检查合格后', `${inspected} good`),
        line('If it cannot be repaired', '无法修复的', damaged),
      ];
    case 'replace':
      return [
        line('Once new stock is there, take off the old', '新物资到位后，旧物资出库', damaged),
        `   ${said('The operator enters the new stock with its last day in the ledger.', '新物资及其有效期由系统管理员录入台账。')[lang]}`,
      ];
    case 'replenish':
      return item === undefined
        ? [
            `   ${said('The ledger has none of it: the operator enters what came in.', '台账中没有此项：到货后由系统管理员录入台账。')[lang]}`,
          ]
        : [
            line(
              'Once it has come in (put in how much)',
              '到货后登记（填实际数量）',
              `muster resources replenish ${item} ${lacking}`,
            ),
          ];
  }
}

/** What it is called, with the id that stands on the shelf and in the commands. */
function nameOf({ kind, resource, item, name }: UpkeepLine, names: Names, lang: Lang): string {
  const isOne = kind !== 'replenish' && item !== undefined;
  const called = oneLine((isOne ? name : undefined) ?? names.resource(resource, lang));
  const id = isOne ? item : resource;
  return said(`${called} (${id})`, `${called}（${id}）`)[lang];
}

function dayWords(day: Day, lang: Lang): string {
  return formatDate(Date.parse(day), lang, 'UTC');
}
