import type {
  ImprovementEvent,
  ImprovementEventOf,
  ImprovementEventType,
  PlanLink,
  Shown,
  Told,
} from '../../improvement/index.js';
import { sendsBack } from '../../improvement/index.js';
import type { Lang, Said } from '../../lang.js';
import { said } from '../../lang.js';
import type { Names } from '../../plan/names.js';
import { capitalised, speaker } from '../speaker.js';
import type { Speaker } from '../speaker.js';
import { formatInstant } from '../time.js';
import type { Zone } from '../time.js';
import { improvementOwnerWords, originWords } from './labels.js';
import { improvementRefusalWords } from './refusals.js';

interface Telling extends Speaker {
  zone: Zone;
}

type Sentences = { readonly [T in ImprovementEventType]: (event: ImprovementEventOf<T>, say: Telling) => Said };

const SENTENCES: Sentences = {
  opened: (event, say) => {
    const { actor, origin, owner, dueAt, verifiedBy } = event;
    const [who, due] = [improvementOwnerWords(owner, say.names, say.lang), time(dueAt, say)];
    return said(
      `${say.actor(actor)} opened it, from ${originWords(origin, 'en')}; owner ${who}, due ${due}.${verifiedBy === undefined ? '' : ' Only a drill closes it.'}`,
      `${say.actor(actor)}提出改进措施，来源：${originWords(origin, 'zh-CN')}；责任人：${who}，期限：${due}。${verifiedBy === undefined ? '' : '须经演练验证方可销号。'}`,
    );
  },
  handedIn: ({ actor, file, texts }, say) => {
    const { note, link, fileName } = texts;
    const shown = [
      ...[note, link].flatMap((text) => (text === undefined ? [] : [say.quote(text)])),
      ...(file === undefined ? [] : [`${say.quote(fileName)} (SHA-256 ${file.slice(0, 12)}…)`]),
    ];
    return said(
      `${say.actor(actor)} handed in that it is done: ${shown.join('; ')}.`,
      `${say.actor(actor)}报告已完成，凭证：${shown.join('；')}。`,
    );
  },
  returned: ({ actor, texts }, say) =>
    said(
      `${say.actor(actor)} returned it: ${say.quote(texts.remarks)}.`,
      `${say.actor(actor)}退回，意见：${say.quote(texts.remarks)}。`,
    ),
  verified: ({ actor, texts, version, drill }, say) => {
    if (drill !== undefined) return shownWords(drill, version, say);
    const note = texts === undefined ? undefined : say.quote(texts.note);
    const by = version === undefined ? undefined : versionWords(version);
    return said(
      `${say.actor(actor)} verified it${by === undefined ? '' : `, by ${by.en}`}${note === undefined ? '' : `: ${note}`}.`,
      `${say.actor(actor)}验证通过${by === undefined ? '' : `，依据：${by['zh-CN']}`}${note === undefined ? '' : `。说明：${note}`}。`,
    );
  },
  drillPlanned: ({ drill, scenario, dueAt, version }, say) =>
    said(
      `The drill ${drill} (scenario ${scenario}, ${versionWords(version).en}) is to show it on ${time(dueAt, say)}.`,
      `验证演练${drill}已安排（情景${scenario}，${versionWords(version)['zh-CN']}），时间：${time(dueAt, say)}。`,
    ),
  drillUnplannable: ({ criterion = '', version }) =>
    said(
      `No drill can show it: ${versionWords(version).en} does not have criterion ${criterion}, or no scenario that practises it. It is tried again under the next version.`,
      `无法安排验证演练：${versionWords(version)['zh-CN']}中没有评估标准${criterion}，或者没有情景可评定该标准。新版本生效后再行安排。`,
    ),
  drillFailed: ({ drill, why }, say) => {
    const { title } = improvementRefusalWords({ code: why, found: {}, needed: {} }, say.names, say.lang);
    const isBack = sendsBack(why);
    return said(
      `The drill ${drill.id} did not show it: ${title} (${ratedWords(drill, say)}). ${isBack ? 'It is open again' : 'Another drill is planned'}.`,
      `演练${drill.id}未能验证：${title}（${ratedWords(drill, say)}）。${isBack ? '退回责任人继续整改' : '将另行安排验证演练'}。`,
    );
  },
  dueMoved: ({ actor, from, dueAt, texts }, say) =>
    said(
      `${say.actor(actor)} moved its due date from ${time(from, say)} to ${time(dueAt, say)}. Reason: ${say.quote(texts.reason)}.`,
      `${say.actor(actor)}将期限由${time(from, say)}改为${time(dueAt, say)}。理由：${say.quote(texts.reason)}。`,
    ),
  ownerChanged: ({ actor, owner, texts }, say) => {
    const who = improvementOwnerWords(owner, say.names, say.lang);
    return said(
      `${say.actor(actor)} gave it to ${who}. Reason: ${say.quote(texts.reason)}.`,
      `${say.actor(actor)}将责任人改为${who}。理由：${say.quote(texts.reason)}。`,
    );
  },
  cancelled: ({ actor, texts }, say) =>
    said(
      `${say.actor(actor)} gave it up. Reason: ${say.quote(texts.reason)}.`,
      `${say.actor(actor)}取消了本项改进措施。理由：${say.quote(texts.reason)}。`,
    ),
  planLinked: ({ actor, version }, say) => {
    const by = versionWords(version);
    return said(`${say.actor(actor)} linked it to ${by.en}.`, `${say.actor(actor)}将其关联到${by['zh-CN']}。`);
  },
  versionInForce: ({ version }) => {
    const by = versionWords(version);
    return said(`${capitalised(by.en)} has taken effect: it can be verified.`, `${by['zh-CN']}已生效，可以验证。`);
  },
  pressed: ({ template, to }) => {
    const what = {
      near: said('The due date is near', '期限临近'),
      due: said('It is due and not done', '期限已到，尚未完成'),
      overdue: said('It is overdue', '已逾期，尚未完成'),
      unverified: said('It is not verified yet', '尚未验证'),
      toLink: said('It is linked to no version of the plan yet', '尚未关联预案版本'),
      waiting: said('Its version of the plan has not taken effect yet', '所关联的预案版本尚未生效'),
      review: said('It is time to look how it stands', '按期检查进展'),
    };
    const known = template in what ? what[template as keyof typeof what] : said('It waits', '等待办理');
    return said(`${known.en}: ${toldRoles(to, 'en')} reminded.`, `${known['zh-CN']}，提醒${toldRoles(to, 'zh-CN')}。`);
  },
  passedOn: ({ to }) =>
    said(
      `Nobody who was to be told could be reached: passed on to ${toldRoles(to, 'en')}.`,
      `应当通知的人员均无法送达，转告${toldRoles(to, 'zh-CN')}。`,
    ),
  told: ({ people: meant, besides = [], unreachable }, say) => {
    const people = [...meant, ...besides];
    const not = unreachable.map(({ person }) => person);
    return said(
      `Told: ${say.people(people)}${not.length === 0 ? '' : `; not reached: ${say.people(not)}`}.`,
      `已通知：${say.people(people)}${not.length === 0 ? '' : `；未送达：${say.people(not)}`}。`,
    );
  },
  textsErased: ({ actor, person, erased, files = [] }, say) => {
    const count = erased.reduce((sum, { fields }) => sum + fields.length, 0);
    const texts = count === 1 ? '1 text' : `${count} texts`;
    const en = files.length === 0 ? '' : ` and destroyed ${files.length === 1 ? '1 file' : `${files.length} files`}`;
    const zh = files.length === 0 ? '' : `，销毁凭证文件${files.length}个`;
    return person === undefined
      ? said(
          `${say.actor(actor)} erased ${texts} with personal data of the incident${en}.`,
          `${say.actor(actor)}删除了含该事故个人信息的${count}处文字${zh}。`,
        )
      : said(
          `${say.actor(actor)} erased ${texts} that named ${say.person(person)}${en}.`,
          `${say.actor(actor)}删除了提及${say.person(person)}的${count}处文字${zh}。`,
        );
  },
  refused: (event, say) => {
    const { title } = improvementRefusalWords(event, say.names, say.lang);
    return said(`Refused: ${title}.`, `被拒绝：${title}。`);
  },
};

/** The event as one line of its history. */
export function improvementEventWords(event: ImprovementEvent, names: Names, lang: Lang, zone: Zone): string {
  const say: Telling = { ...speaker(names, lang), zone };
  const sentence = SENTENCES[event.type] as (event: ImprovementEvent, say: Telling) => Said;
  return capitalised(sentence(event, say)[lang]);
}

const TOLD: Record<Told, Said> = {
  owner: said('its owner', '责任人'),
  formerOwner: said('its former owner', '原责任人'),
  verifier: said('whoever verifies it', '验证人'),
  keeper: said('whoever keeps improvements', '改进措施管理岗位'),
  command: said('command', '指挥部'),
};

function toldRoles(to: readonly Told[], lang: Lang): string {
  const roles = to.map((one) => TOLD[one][lang]);
  if (lang === 'zh-CN') return roles.join('、');
  return roles.length < 2 ? roles.join('') : `${roles.slice(0, -1).join(', ')} and ${roles.at(-1)}`;
}

/** Which drill, by which rating, on which plan. */
function shownWords(drill: Shown, version: PlanLink | undefined, say: Telling): Said {
  const on = version === undefined ? undefined : versionWords(version);
  return said(
    `The drill ${drill.id} showed that it works${on === undefined ? '' : `, on ${on.en}`}: ${ratedWords(drill, say)}. It is closed.`,
    `演练${drill.id}验证通过${on === undefined ? '' : `（${on['zh-CN']}）`}：${ratedWords(drill, say)}。本项改进措施销号。`,
  );
}

function ratedWords({ criterion, rating, report }: Shown, { lang }: Telling): string {
  const of = report === undefined ? '' : said(`, report version ${report}`, `，评估报告第${report}版`)[lang];
  const rated = said(`rated ${rating ?? '–'}`, `评定${rating ?? '–'}`)[lang];
  return said(`criterion ${criterion} ${rated}${of}`, `评估标准${criterion}${rated}${of}`)[lang];
}

function versionWords({ plan, version }: PlanLink): Said {
  return said(`version ${version} of the plan ${plan}`, `预案${plan}第${version}版`);
}

function time(at: number, { lang, zone }: Telling): string {
  return formatInstant(at, lang, zone);
}
