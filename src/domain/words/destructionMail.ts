import type { DestructionDue } from '../erasure/index.js';
import type { Lang } from '../lang.js';
import { said } from '../lang.js';
import { formatDate } from './time.js';
import type { Zone } from './time.js';

export interface DestructionMailInput {
  /** The first due first. */
  due: readonly DestructionDue[];
  organisation: string;
  zone: Zone;
  lang: Lang;
}

const SHOWN = 20;

/** The mail that tells whose personal data has to be destroyed, and how that is done. */
export function destructionMailWords({ due, organisation, zone, lang }: DestructionMailInput): {
  subject: string;
  text: string;
} {
  const [first] = due;
  const more = due.length - SHOWN;
  const subject =
    first !== undefined && due.length === 1
      ? said(
          `Personal data of incident ${first.incidentId} is to be destroyed`,
          `【个人信息】请销毁事故 ${first.incidentId} 的个人信息`,
        )
      : said(
          `Personal data of ${due.length} incidents is to be destroyed`,
          `【个人信息】请销毁 ${due.length} 起事故的个人信息`,
        );
  const lines = due.slice(0, SHOWN).flatMap(({ incidentId, destroyBy }) => {
    const day = formatDate(destroyBy, lang, zone);
    return [
      said(`- ${incidentId}: by ${day}`, `- ${incidentId}：期限${day}`)[lang],
      said(
        `  Look first: muster erase incident ${incidentId} --preview`,
        `  先查看：muster erase incident ${incidentId} --preview`,
      )[lang],
      said(`  Then: muster erase incident ${incidentId}`, `  再执行：muster erase incident ${incidentId}`)[lang],
    ];
  });
  const text = [
    said(
      'What was gathered about people for these incidents may not be kept any longer under the plan:',
      '按预案规定，以下事故处置中收集的个人信息已到销毁期限：',
    )[lang],
    '',
    ...lines,
    ...(more > 0 ? [said(`And ${more} more.`, `另有 ${more} 起。`)[lang]] : []),
    '',
    said('All that is due: muster erase due', '查看全部：muster erase due')[lang],
    '',
    organisation,
  ];
  return { subject: subject[lang], text: text.join('\n') };
}
