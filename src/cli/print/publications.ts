import type { PublicationList, PublicationVersion, PublicationView } from '../../api/contract.js';
import { LANGS } from '../../domain/lang.js';
import { PUBLICATION_KIND_WORDS } from '../../domain/words/index.js';
import type { Voice } from '../session.js';
import { actorName } from './actorName.js';
import { withId } from './withId.js';

/** In short; of one alone every version with its words, and at the end how to go on. */
export function publicationLines(
  list: PublicationList,
  incident: string,
  only: string | undefined,
  voice: Voice,
): string[] {
  const { say, time } = voice;
  const items = list.items.filter(({ id }) => only === undefined || id === only);
  const due = list.due.map(({ item, dueAt }) => {
    switch (item) {
      case 'firstStatement':
        return say(`First statement due ${time(dueAt)}`, `首次声明时限 ${time(dueAt)}`);
      case 'nextStatement':
        return say(`Next statement due ${time(dueAt)}`, `下次发布时限 ${time(dueAt)}`);
      case 'finalStatement':
        return say(`Closing statement due ${time(dueAt)}`, `处置结果公告时限 ${time(dueAt)}`);
    }
  });
  const waived =
    list.waived === undefined
      ? []
      : [
          say(
            `Nothing more is published: ${list.waived.reason ?? ''}`,
            `已决定不再对外发布：${list.waived.reason ?? ''}`,
          ),
        ];
  const none = items.length > 0 ? [] : [say('Nothing was drafted for the public.', '没有对外发布的文稿。')];
  const approvers = list.approvers.map((post) => withId(post, voice)).join(say(', ', '、'));
  return [
    ...due,
    ...waived,
    ...none,
    ...items.flatMap((item) => [head(item, voice), ...(only === undefined ? [] : whole(item, incident, voice))]),
    ...(only === undefined ? [say(`Approved by: ${approvers}`, `批准岗位：${approvers}`)] : []),
  ];
}

function head(item: PublicationView, voice: Voice): string {
  const { say, style, time, lang } = voice;
  const { id, status, versions, waitsFor, moved, publishedAt, url, withdrawn } = item;
  const last = versions.at(-1);
  const words = {
    draft: say('waits', '待办'),
    returned: say('returned', '已退回'),
    approved: say('approved', '已批准'),
    published: style.good(say('out', '已发布')),
    withdrawn: say('withdrawn', '已撤回'),
  }[status];
  const parts = [
    `${id} ${say(`version ${last?.version ?? 0}`, `第${last?.version ?? 0}版`)}`,
    last === undefined ? '' : PUBLICATION_KIND_WORDS[lang][last.kind],
    titleOf(last, voice),
    words,
    waitsFor.length === 0 ? '' : say(`for ${names(waitsFor)}`, `待${names(waitsFor)}办理`),
    moved.length === 0 ? '' : style.bad(say(`facts moved: ${names(moved)}`, `所依据的事实已变化：${names(moved)}`)),
    publishedAt === undefined ? '' : time(publishedAt),
    withdrawn === undefined ? '' : time(withdrawn.at),
    url ?? '',
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function names(list: { name: string }[]): string {
  return list.map(({ name }) => name).join(', ');
}

function titleOf(version: PublicationVersion | undefined, { lang }: Voice): string {
  const texts = version?.texts;
  return texts?.[lang]?.title ?? texts?.en?.title ?? texts?.['zh-CN']?.title ?? '';
}

function whole(item: PublicationView, incident: string, voice: Voice): string[] {
  const { say } = voice;
  const last = item.versions.at(-1);
  const waits = item.status === 'draft' && last !== undefined;
  const which = `${incident} ${item.id} ${last?.version ?? 0}`;
  const how = !waits
    ? []
    : [
        say(`Checked for law: muster publication check ${which}`, `法务没有意见：muster publication check ${which}`),
        say(`Approve: muster publication approve ${which}`, `批准：muster publication approve ${which}`),
        say(
          `Return: muster publication return ${which} --remarks "what has to change"`,
          `退回：muster publication return ${which} --remarks "修改意见"`,
        ),
      ];
  const gone =
    item.withdrawn?.reason === undefined ? [] : [`${say('Withdrawn: ', '撤回理由：')}${item.withdrawn.reason}`];
  return [...item.versions.flatMap((version) => versionLines(version, voice)), ...gone, ...how];
}

function versionLines(version: PublicationVersion, voice: Voice): string[] {
  const { say, style, time } = voice;
  const { drafted, checked, returned, approved, facts, nextAt, corrects, repairTime, texts } = version;
  const act = (what: string, done: { by: Parameters<typeof actorName>[0]; at: string } | undefined, words?: string) =>
    done === undefined
      ? []
      : [
          `${what}${say(': ', '：')}${actorName(done.by, voice)}  ${time(done.at)}${words === undefined ? '' : `  ${words}`}`,
        ];
  return [
    '',
    style.bold(say(`Version ${version.version}`, `第${version.version}版`)),
    ...act(say('Drafted', '拟稿'), drafted),
    ...act(say('Checked', '法务审核'), checked),
    ...act(say('Returned', '退回'), returned, returned?.remarks),
    ...act(say('Approved', '批准'), approved, approved?.reason),
    ...(corrects === undefined ? [] : [say(`Corrects ${corrects}`, `更正 ${corrects}`)]),
    ...(facts.length === 0
      ? []
      : [
          `${say('Rests on: ', '依据：')}${facts.map(({ fact, value }) => `${fact.name} = ${String(value)}`).join('; ')}`,
        ]),
    ...(nextAt === undefined
      ? []
      : [say(`Promises the next one for ${time(nextAt)}`, `承诺下次发布时间 ${time(nextAt)}`)]),
    ...(repairTime === undefined
      ? []
      : [
          style.bad(
            say(`Seems to promise a time of repair: “${repairTime}”`, `似有承诺修复时间的措辞：“${repairTime}”`),
          ),
        ]),
    ...LANGS.flatMap((lang) => {
      const text = texts[lang];
      return text === undefined ? [] : ['', text.title, ...text.body.split('\n')].map((line) => `  ${line}`.trimEnd());
    }),
  ];
}
